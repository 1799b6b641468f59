"""One change in a Word file made by reportgen, and its result: a changed line of the report, or a note for a person."""

import difflib
from pathlib import Path

from msgspec.structs import replace

from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.absorb import Base, absorb
from reportgen.source import Source
from tests.goldens import Goldens
from tests.manuscript.conftest import REPORT, base_of

CHANGES = Path(__file__).parent / "edits" / "changes.txt"
END = "⏎"
"""The end of a paragraph."""


def edited(base: Base, old: str, new: str) -> Manuscript:
    """The Word file with words replaced wherever they are; a paragraph that comes is like the one before it."""
    contents = [each for each in base.manuscript.paragraphs if each.in_contents or not each.text.strip()]
    body = [each for each in base.manuscript.paragraphs if not each.in_contents and each.text.strip()]
    text = END.join(each.text for each in body)
    assert old in text
    like = [each for each in body for _ in f"{each.text}{END}"]
    made: list[Paragraph] = []
    position = 0
    for piece in text.split(old):
        made += like[position : position + len(piece)] + [like[position + len(piece)]] * len(new)
        position += len(piece) + len(old)
    paragraphs: list[Paragraph] = []
    position = 0
    for line in text.replace(old, new).split(END):
        paragraphs.append(_saying(made[position], line))
        position += len(line) + 1
    return replace(base.manuscript, paragraphs=(*contents, *paragraphs))


def _saying(paragraph: Paragraph, text: str) -> Paragraph:
    return paragraph if text == paragraph.text else replace(paragraph, spans=(Span(text, Look()),))


def _line(text: str) -> str:
    return text.replace("\n", END)


def outcome(base: Base, old: str, new: str) -> list[str]:
    """Lines of the file that go and come, then what is left to a person."""
    absorbed = absorb(base, Source("2025.yaml", REPORT), edited(base, old, new))
    differing = difflib.ndiff(REPORT.splitlines(), absorbed.text.splitlines())
    hands = (f"{'.'.join(map(str, each.where))}: {each.reason.value}: {_line(each.text)}" for each in absorbed.hands)
    return [*(" ".join(line.split()) for line in differing if line[0] in "+-"), *hands]


def test_what_comes_of_each_change(base: Base, goldens: Goldens) -> None:
    """The lines without a mark are the changes; below each is what comes of it."""
    changes = [line for line in CHANGES.read_text("utf-8").splitlines() if not line.startswith("  ")]
    found = (
        "".join(f"{line}\n" for line in (change, *(f"  {each}" for each in outcome(base, *change.split("→")))))
        for change in changes
    )
    goldens.check({CHANGES: "".join(found)})


def test_an_entry_that_moved_in_word_and_was_deleted_in_the_file_is_reported(base: Base) -> None:
    moved = "助力河道治理。对榆河沿线开展视察，推动拆除违建14处。"
    paragraphs = [each for each in base.manuscript.paragraphs if each.text != moved]
    (taken,) = (each for each in base.manuscript.paragraphs if each.text == moved)
    place = next(number for number, each in enumerate(paragraphs) if each.text.startswith("关注一老一小。"))
    paragraphs.insert(place, taken)
    now = REPORT.replace(
        "        - title: 助力河道治理。\n          text: 对榆河沿线开展视察，推动拆除违建14处。\n", ""
    )
    assert now != REPORT
    absorbed = absorb(base, Source("2025.yaml", now), replace(base.manuscript, paragraphs=tuple(paragraphs)))
    assert absorbed.text == now
    assert [(each.reason.value, each.text) for each in absorbed.hands] == [
        ("changed-on-both-sides", "助力河道治理。对榆河沿线开展视察，推动拆除违建14处。")
    ]


def test_an_item_with_a_claim_that_became_a_section_says_it_in_its_lead(base: Base, tmp_path: Path) -> None:
    claimed = REPORT.replace("- title: 关注一老一小。\n", "- title: 关注一老一小。\n          claim: 是民生之本。\n")
    made = base_of(claimed, tmp_path)
    heading = next(each for each in base.manuscript.paragraphs if each.styles[:1] == ("heading 2",))
    restyled = tuple(
        replace(each, styles=heading.styles, outline=heading.outline) if each.text.startswith("关注一老一小") else each
        for each in made.manuscript.paragraphs
    )
    absorbed = absorb(made, Source("2025.yaml", claimed), replace(made.manuscript, paragraphs=restyled))
    assert absorbed.text.partition("- title: 关注一老一小。\n")[2].partition("tasks:")[0] == (
        "      lead: |-\n        是民生之本。\n\n        推动新建托育点6个，组织义诊、助学活动，惠及居民【惠民】。\n"
        "      items:\n        - title: 调解邻里纠纷。\n"
        "          text: 坚持**小事不出院、大事不出街**，化解矛盾纠纷320起。\n\n"
    )
    assert [(each.path, each.unit) for each in absorbed.changes] == [
        (("reviews", "sections", 3), ("reviews", "sections")),
        (("reviews", "sections", 3, "items", 0), ("reviews", "sections")),
    ]
    assert absorbed.hands == ()
