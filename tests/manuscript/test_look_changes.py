"""What only looks different in an edited document is told with its place, and nothing of it is taken."""

from reportgen.manuscript import Decoration, Look, Paragraph, Span
from reportgen.manuscript.line_matching import match_lines
from reportgen.manuscript.look_changes import look_changes
from reportgen.manuscript.printed_lines import Cell, Kind, PrintedLine

BODY, BOLD = Look("正文"), Look("正文", bold=True)
LEAD = ("reviews", "lead")


def told(before: tuple[Span, ...], after: tuple[Span, ...], *, style: str = "导语") -> list[str]:
    """The changes of look from one paragraph to another, in words."""
    text = "".join(span.text for span in before)
    line = PrintedLine(tuple(Cell(each, Kind.TEXT, LEAD, at, at + 1) for at, each in enumerate(text)), "lead", LEAD)
    was, now = Paragraph(before, ("导语",)), Paragraph(after, (style,))
    found = tuple(look_changes(match_lines([text], [now.text]), [line], [was], [now]))
    assert {each.where for each in found} <= {LEAD}
    return [f"{'+' if each.made else '-'}{each.trait.value} {each.text}" for each in found]


def test_what_was_put_on_words_and_taken_off() -> None:
    before = (Span("围绕中心工作选题，", BODY), Span("件件有着落。", BOLD))
    after = (
        Span("围绕中心", BODY, Decoration(struck=True)),
        Span("工作", BOLD, Decoration(colour="FF0000")),
        Span("选题，", BODY, Decoration(underlined=True, highlight="yellow")),
        Span("件件有着落。", BODY, Decoration(italic=True)),
    )
    assert told(before, after) == [
        "+bold 工作",
        "-bold 件件有着落。",
        "+italic 件件有着落。",
        "+underlined 选题，",
        "+struck 围绕中心",
        "+highlight 选题，",
        "+colour 工作",
    ]


def test_words_that_were_typed_have_no_look_of_before() -> None:
    """A bold word in the place of another is a change of words; what stayed beside it was made bold."""
    before = (Span("围绕中心工作选题，件件有着落。", BODY),)
    after = (Span("围绕中心工作选题，事事", BODY), Span("都有回音。", BOLD))
    assert told(before, after) == []
    assert told(before, (Span("紧扣", BODY), Span("中心工作选题，", BOLD), Span("件件有着落。", BODY))) == [
        "+bold 中心工作选题，"
    ]


def test_runs_cut_elsewhere_and_another_style_say_nothing() -> None:
    before = (Span("围绕中心工作选题。", BODY),)
    assert told(before, (Span("围绕", BODY), Span("中心工作选题。", BODY))) == []
    assert told(before, (Span("围绕中心工作选题。", BOLD),), style="标题 2") == []
