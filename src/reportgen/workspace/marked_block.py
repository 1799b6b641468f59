"""Our lines in a file of someone else, between two marks, that can be taken out again to the byte."""

import re

_MARK = "# reportgen git-setup:"
_BEGIN, _END = f"{_MARK} begin", f"{_MARK} end"
_NEW_FILE, _LINE_END = " (new file)", " (and the line end before)"
"""What else is ours, noted beside the first mark."""

_BYTE_ORDER_MARK = "\ufeff"

_BLOCK = re.compile(
    rf"(?:^|(?<=\A{_BYTE_ORDER_MARK})){_BEGIN}(?P<note>.*)\n(?:(?!{_BEGIN}).*\n)*?{_END}\r?(?:\n|\Z)", re.MULTILINE
)
"""From a first mark to its second one; a first mark without a second one is a line like any other."""


def without_block(text: str | None, head: str = "") -> str | None:
    """The text of a file as it was before, None where there was no file; what was added since is kept.

    ``head`` is what a new file began with.
    """
    is_new = False
    while text and (match := _BLOCK.search(text)):
        before, after = text[: match.start()], text[match.end() :]
        if match["note"].rstrip("\r") == _LINE_END and not after:
            before = before.removesuffix("\n")
        is_new |= match["note"].rstrip("\r") == _NEW_FILE
        text = before + after
    return None if is_new and text == head else text


def with_block(text: str | None, lines: str, head: str = "") -> str:
    """A text without a block, with some lines at its end; ``head`` comes before them in a new file."""
    if text is None:
        return head + _block(lines, _NEW_FILE)
    if text and not text.endswith("\n"):
        return f"{text}\n{_block(lines, _LINE_END)}"
    return text + _block(lines)


def with_block_first(text: str | None, lines: str) -> str:
    """A text without a block, with some lines before all others, which may override them."""
    if text is None:
        return _block(lines, _NEW_FILE)
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    return mark + _block(lines) + text.removeprefix(mark)


def _block(lines: str, note: str = "") -> str:
    return f"{_BEGIN}{note}\n{lines}{_END}\n"
