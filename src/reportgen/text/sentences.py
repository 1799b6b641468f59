"""Where sentences end, in Chinese and in Latin text."""

import re
from collections.abc import Collection, Iterator, Sequence

_CLOSING_MARKS = "”’）】」』"  # a title such as 《你好！》 ends no sentence
_END = re.compile(
    rf"[。！？…]+[{_CLOSING_MARKS}]*"  # a Chinese sentence, with the marks that close around it
    r"|(?<=[a-z0-9)”\"]{2})[.!?][\"”’)]*(?= [A-Z“\"])"  # a Latin one; J. and Mr. end none
)
_AFTER_EMPHASIS = re.compile(rf"\*\*[{_CLOSING_MARKS}]*")
_CONTINUING = frozenset("，、；：。！？…—～》〉,;:.!?)] \t\u3000\xa0\n" + _CLOSING_MARKS)
"""What follows a sentence only where it goes on, or where a line end would swallow a space."""
_OPENING, _CLOSING = "“（(《〈「『【", "”）)》〉」』】"


def sentence_ends(
    text: str, whole: Sequence[tuple[int, int]] = (), closing: Collection[int] = frozenset()
) -> Iterator[int]:
    """The offsets at which one sentence ends and another begins, outside of brackets and quotation marks.

    ``whole`` are spans in which no sentence ends; ``closing`` are the offsets of the ``**`` that end emphasis.
    """
    waiting = sorted(whole, reverse=True)
    position = depth = reach = 0
    worded = False
    for match in _END.finditer(text):
        end = match.end()
        if end in closing:
            after = _AFTER_EMPHASIS.match(text, end)
            end = after.end() if after else end
        depth = _depth(text[position:end], depth)
        worded = worded or any(character.isalnum() for character in text[position:end])
        position = end
        while waiting and waiting[-1][0] < end:
            reach = max(reach, waiting.pop()[1])
        if depth or end < reach or end == len(text) or (text[end] in _CONTINUING and match.group()[0] not in ".!?"):
            continue
        if worded:
            yield end
            worded = False


def _depth(text: str, depth: int) -> int:
    """How many marks are open after a text; a closing mark too many closes nothing."""
    for character in text.replace("【【", "【"):
        depth = depth + 1 if character in _OPENING else max(0, depth - 1) if character in _CLOSING else depth
    return depth
