"""What the words around a label say of its figure: whose it is, of what time, and whether it is all of it (P80)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

from reportgen.rules.claim_words import ClaimWords, Patterns
from reportgen.rules.running_text import MASK
from reportgen.text.lazy_pattern import LazyPattern

Time = Literal["report", "unsaid", "other"]
Verdict = Literal["certain", "likely"]

_STOPS = LazyPattern("[。！？；!?;]")
_MARKS = LazyPattern("[。！？；!?;，、：,:（）()—…]")
_FIGURES = LazyPattern("[\ue000]|(?<![\\d.])\\d[\\d,.]*(?![\\d年月日.])")
_LONGEST_CLAUSE = 80
"""Characters before a label that are looked at; words so far away say nothing of it."""
_SUBJECT = 12
"""Characters at the start of a clause in which its subject is looked for."""


class ScopePatterns:
    """The words of a scope as patterns, for a report of one year by one organization."""

    def __init__(self, words: ClaimWords, year: int, organization: str) -> None:
        self._words = words
        self._year = year
        self._organization = organization
        self._known_times: dict[str, Time | None] = {}

    @cached_property
    def times(self) -> re.Pattern[str]:
        """Times, by group: ``whole``, ``this`` year, ``other``; a time that is only compared with is none."""
        words, year = self._words, f"(?<![\\d—–～至-]){self._year}年(?!\\d|[—–～至-])"
        compared = f"(?P<compared>(?:{_any(words.comparing)})(?:{_any(words.other_times)}))"
        whole, this, other = (_any(each) for each in (words.whole, words.this_year, words.other_times))
        return re.compile(f"{compared}|(?P<whole>{whole}|{year})|(?P<this>{this})|(?P<other>{other})")

    @cached_property
    def neutral(self) -> re.Pattern[str]:
        """What may come before a label and says nothing against it: our own body, the time of the report."""
        own = _own_bodies(self._organization)
        return re.compile(_any((*own, *self._words.whole, f"{self._year}年", "共", "已", r"\s")))

    @cached_property
    def own(self) -> re.Pattern[str]:
        """Our own body."""
        return re.compile(_any(_own_bodies(self._organization)))

    @cached_property
    def bodies(self) -> re.Pattern[str]:
        """Others who report for themselves."""
        return re.compile(_any(self._words.bodies))

    @cached_property
    def no_bodies(self) -> re.Pattern[str]:
        """Words that only look like a body."""
        return re.compile(_any(self._words.no_bodies))

    @cached_property
    def topics(self) -> re.Pattern[str]:
        """What a sentence about one topic begins with."""
        return re.compile(_any(self._words.topics))

    @cached_property
    def plans(self) -> re.Pattern[str]:
        """What is to come, or part of something."""
        return re.compile(_any(self._words.plans))

    @cached_property
    def limits(self) -> re.Pattern[str]:
        """What makes the figure before it a limit."""
        return re.compile(_any(self._words.limits))

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """A part, a rate, a change."""
        return re.compile(_any(self._words.parts))

    @cached_property
    def verbs(self) -> re.Pattern[str]:
        """A verb right before a label that has none."""
        return re.compile(f"(?:{_any(self._words.verbs)})$")

    def time_of(self, text: str) -> Time | None:
        """The last time a text speaks of; None where it speaks of none."""
        if text not in self._known_times:
            last = None
            for match in self.times.finditer(text):
                last = last if match.lastgroup == "compared" else match.lastgroup
            self._known_times[text] = _TIMES.get(last or "")
        return self._known_times[text]


_TIMES: dict[str, Time] = {"whole": "report", "this": "unsaid", "other": "other"}


class ClaimScope:
    """One paragraph, and what its words say of the figures in it; each looked up once, so long ones cost no more."""

    def __init__(self, text: str, patterns: ScopePatterns) -> None:
        self._text = text
        self._patterns = patterns

    def verdict(
        self, start: int, end: int, around: Sequence[str], *, has_verb: bool, is_effect: bool
    ) -> Verdict | None:
        """Whether the figure that ends at ``end``, its label beginning at ``start``, is the report's own; None if not.

        ``around`` are the texts that set the time where the paragraph does not: the nearest first.
        """
        patterns, sentence = self._patterns, self._sentence_start(start)
        if patterns.limits.match(self._text, end) or _any_between(self._plans, sentence, start):
            return None
        time = self._time(start, around)
        if time == "other" or self._subject_is_other(sentence, start):
            return None
        clause = self._text[max(self._clause_start(start), start - _LONGEST_CLAUSE) : start]
        unknown = patterns.neutral.sub("", clause)
        if not has_verb:
            verb = patterns.verbs.search(unknown)
            if unknown and verb is None:
                return None  # a longer noun that ends in the label
            unknown = unknown[: verb.start()] if verb else unknown
        meant = patterns.no_bodies.sub("", unknown)
        if patterns.parts.search(meant) or patterns.bodies.search(meant):
            return None
        counts_another = is_effect and (
            _any_between(self._figures, sentence, start) or _any_between(self._masked, sentence, start)
        )
        is_partial = counts_another or self._is_of_a_topic(sentence, start)
        return "likely" if unknown or time == "unsaid" or is_partial else "certain"

    def _is_of_a_topic(self, sentence: int, start: int) -> bool:
        """Whether a sentence begins with its topic, and does not say that it counts the whole year."""
        if not self._patterns.topics.match(self._text, sentence):
            return False
        return self._patterns.time_of(self._text[sentence:start]) != "report"

    def _time(self, start: int, around: Iterable[str]) -> Time:
        """The time of a figure: the last one before it, else the one of the nearest text around that has one."""
        index = bisect_left(self._times, (start, "")) - 1
        if index >= 0:
            return _TIMES[self._times[index][1]]
        return next((time for each in around if (time := self._patterns.time_of(each)) is not None), "unsaid")

    def _subject_is_other(self, sentence: int, start: int) -> bool:
        """Whether the last body that a clause of the sentence begins with is another's."""
        first, last = (bisect_left(self._subjects, (place, False)) for place in (sentence, start))
        return last > first and not self._subjects[last - 1][1]

    def _sentence_start(self, position: int) -> int:
        index = bisect_left(self._stops, position) - 1
        return self._stops[index] if index >= 0 else 0

    def _clause_start(self, position: int) -> int:
        index = bisect_left(self._marks, position + 1) - 1
        return self._marks[index] if index >= 0 else 0

    @cached_property
    def _stops(self) -> list[int]:
        """Where sentences begin, the first aside."""
        return [match.end() for match in _STOPS.finditer(self._text)]

    @cached_property
    def _marks(self) -> list[int]:
        """Where clauses begin, the first aside."""
        return [match.end() for match in _MARKS.finditer(self._text)]

    @cached_property
    def _plans(self) -> list[int]:
        return [match.start() for match in self._patterns.plans.finditer(self._text)]

    @cached_property
    def _figures(self) -> list[int]:
        return [match.start() for match in _FIGURES.finditer(self._text)]

    @cached_property
    def _masked(self) -> list[int]:
        return [match.start() for match in re.finditer(MASK, self._text)]

    @cached_property
    def _times(self) -> list[tuple[int, str]]:
        """The times of the paragraph: where each begins, and which it is."""
        found = ((match.start(), match.lastgroup or "") for match in self._patterns.times.finditer(self._text))
        return [(place, group) for place, group in found if group != "compared"]

    @cached_property
    def _subjects(self) -> list[tuple[int, bool]]:
        """The bodies that clauses begin with: where, and whether it is our own."""
        found: list[tuple[int, bool]] = []
        for place in (0, *self._marks):
            begin = self._patterns.times.sub("", self._text[place : place + _SUBJECT])
            if self._patterns.own.match(begin):
                found.append((place, True))
            elif self._patterns.bodies.match(self._patterns.no_bodies.sub("", begin)):
                found.append((place, False))
        return found


def _any_between(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of some ascending places lies from ``first`` to before ``last``."""
    index = bisect_left(places, first)
    return index < len(places) and places[index] < last


def _any(patterns: Patterns) -> str:
    """One pattern of several."""
    return "|".join(patterns)


_COMMITTEE = LazyPattern("(?:中国人民政治协商会议|政协)(.{1,30}?)([省市县区州盟旗])(?:第.{1,4}届)?委员会")


def _own_bodies(organization: str) -> tuple[str, ...]:
    """What a report calls the body that reports: 市政协, 云溪市政协, 常委会 for 政协云溪市委员会.

    None begins with one before it.
    """
    named = tuple(filter(None, (organization, "常委会", "我们")))
    match = _COMMITTEE.search(organization)
    if match is None:
        return tuple(map(re.escape, named))
    place, level = match.groups()
    own = (
        f"{level}政协",
        f"{place}{level}政协",
        f"全{level}",
        f"我{level}",
        f"政协{place}{level}委员会",
    )
    return tuple(map(re.escape, (*named, *own)))
