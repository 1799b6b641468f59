"""SVG to pixels: shapes as they are, and refused what could reach out, change with the machine, or never end."""

from pathlib import Path

import pytest

from reportgen.pictures import Picture, read_picture
from reportgen.pictures import drawing as module
from reportgen.pictures.raster import write_png

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">'
RED = '<rect width="10" height="10" fill="#ff0000"/>'
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


def drawing(inner: str, *, head: str = HEAD) -> bytes:
    return f"{head}{inner}</svg>".encode()


def read(content: bytes, height: float = 72.0) -> Picture:
    picture, found = read_picture(content, "a.svg", height)
    assert picture is not None, found
    assert not found
    return picture


def reported(content: bytes) -> tuple[str, str]:
    picture, found = read_picture(content, "a.svg", 72.0)
    assert picture is None
    (each,) = found
    return each.code, str(each.words.get("what", ""))


def test_a_drawing_has_600_pixels_an_inch_of_print() -> None:
    """Its left half is red, its right half clear."""
    picture = read(drawing(RED))
    assert (picture.kind, picture.width, picture.height, picture.is_grey) == ("svg", 1200, 600, False)
    assert picture.alpha is not None
    assert (picture.pixels[:3], picture.alpha[0], picture.alpha[1199]) == (b"\xff\0\0", 255, 0)


def test_shapes_may_be_measured_in_millimetres() -> None:
    """As many programs write them: 96 pixels of CSS are an inch."""
    size = 'width="20mm" height="10mm"'
    picture = read(
        drawing('<rect width="10mm" height="10mm" fill="#ff0000"/>', head=HEAD.replace('viewBox="0 0 20 10"', size))
    )
    assert picture.alpha is not None
    middle = picture.width // 2
    assert (picture.alpha[middle - 3], picture.alpha[middle + 3]) == (255, 0)


@pytest.mark.slow
def test_a_large_one_has_as_many_pixels_as_there_may_be() -> None:
    picture = read(drawing(RED), 720.0)
    assert 3_900_000 < picture.width * picture.height <= 4_010_000
    assert picture.width / picture.height == pytest.approx(2, rel=0.01)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "ratio"),
    [
        ('width="40mm" height="10mm" viewBox="0 0 40 10"', 4.0),
        ('width="1in" height="96"', 1.0),
        ('width="100%" height="100%" viewBox="0 0 30 10"', 3.0),
        ('width="3cm" viewBox="-5,-5 10 20"', 0.5),
    ],
)
def test_a_drawing_is_as_large_as_it_says_in_any_unit(size: str, ratio: float) -> None:
    picture = read(drawing(RED, head=f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'))
    assert picture.width / picture.height == pytest.approx(ratio, rel=0.01)


@pytest.fixture
def drawn_sizes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The sizes that drawings are drawn in, of which nothing is drawn."""
    sizes: list[tuple[int, int]] = []

    def draw(_: str, width: int, height: int) -> bytes:
        sizes.append((width, height))
        return write_png(Picture("png", width, height, is_grey=True, pixels=bytes(width * height)))

    monkeypatch.setattr(module, "_drawn", draw)
    return sizes


@pytest.mark.parametrize(
    "inch", ["96", "96px", " 96 px ", ".96e2", "72pt", "6pc", "25.4mm", "2.54cm", "1in", "0.1E1in"]
)
def test_an_inch_is_as_long_in_every_unit(inch: str, drawn_sizes: list[tuple[int, int]]) -> None:
    """CSS: of 96 pixels or 72 points."""
    for size in (f'width="{inch}" height="48"', f'width="192" height="{inch}"'):
        read(drawing("", head=f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'), 12.0)
    assert drawn_sizes == [(200, 100), (200, 100)]


@pytest.mark.parametrize(
    ("view", "size"), [("0 0 20 10", (200, 100)), ("0,0,10,20", (50, 100)), (" 5 , 5  10 , 10 ", (100, 100))]
)
def test_a_drawing_without_width_or_height_has_those_of_its_view(
    view: str, size: tuple[int, int], drawn_sizes: list[tuple[int, int]]
) -> None:
    for own in ("", 'width="7"', 'height="7"', 'width="100%" height="7"', 'width="7em" height="7"'):
        read(drawing("", head=f'<svg xmlns="http://www.w3.org/2000/svg" {own} viewBox="{view}">'), 12.0)
    assert set(drawn_sizes) == {size}


def test_a_drawing_has_a_row_at_the_least(drawn_sizes: list[tuple[int, int]]) -> None:
    read(drawing(""), 0.01)
    assert drawn_sizes == [(1, 1)]


@pytest.mark.parametrize(
    ("passes", "height", "rows"),
    [
        (1, 12.0, 100),
        (1, 240.0, 2000),
        (1, 241.0, 2000),
        (1500, 720.0, 2000),
        (1700, 720.0, 1879),
        (2000, 720.0, 1732),
        (3000, 720.0, 1414),
        (6000, 720.0, 1000),
        (6001, 720.0, None),
        (9000, 72.0, 600),
        (16_666, 72.0, 600),
        (16_667, 72.0, None),
    ],
)
def test_a_drawing_has_fewer_pixels_the_more_often_each_is_filled(
    passes: int, height: float, rows: int | None, drawn_sizes: list[tuple[int, int]]
) -> None:
    """Six thousand million fillings at most, a million pixels at the least where it is printed that large."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    _, found = read_picture(drawing("<rect/>" * passes, head=head), "a.svg", height)
    assert drawn_sizes == ([(rows, rows)] if rows else [])
    assert [each.code for each in found] == ([] if rows else ["svg-too-complex"])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<title>会徽</title><desc/><metadata><text/></metadata><g/>", "<g/>"),
        ('<x:page xmlns:x="urn:x"><x:text/><g/></x:page><g/>', "<g/>"),
        (
            '<g xmlns:x="urn:x" x:id="1" data-name="C:\\a" xml:space="preserve" id="a" datum="1"/>',
            '<g id="a" datum="1"/>',
        ),
        ("<!-- 会徽 --><?xml-stylesheet href='http://a/b.css'?><g/>", "<g/>"),
        ("<style>.a {fill: red}</style><g class='a' style='fill:url(#g)'/>", None),
        ("<use href='#a'/><g fill='url( \"#g\" )' mask='url(#m)'/>", None),
    ],
    ids=["words", "elements", "attributes", "comments", "style", "references"],
)
def test_what_travels_in_the_word_file_is_what_is_drawn(
    written: str, kept: str | None, drawn_sizes: list[tuple[int, int]]
) -> None:
    """In the pixels of print, and without what other programs keep for themselves."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    picture = read(drawing(written, head=head), 1.2)
    assert drawn_sizes == [(20, 10)]
    inner = (written if kept is None else kept).replace(' "#g" ', " &quot;#g&quot; ").replace("'", '"')
    assert picture.whole.decode() == f'{head[:-1]} width="20" height="10">{inner}</svg>'


def test_a_drawing_without_a_view_has_its_own_size_as_one(drawn_sizes: list[tuple[int, int]]) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="12.5">'
    whole = read(drawing("<g/>", head=head), 1.2).whole.decode()
    assert whole == head.replace("1in", "77").replace('12.5"', '10" viewBox="0 0 96 12.5"') + "<g/></svg>"
    assert drawn_sizes == [(77, 10)]


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ('width="999999" height="999999"', None),
        ('width="1e6" height="999999"', "svg-sizeless"),
        ('width="999999" height="1e6"', "svg-sizeless"),
        ('width="20" height="1"', None),
        ('width="1" height="20"', None),
        ('width="20.1" height="1"', "svg-sizeless"),
        ('width="1" height="20.1"', "svg-sizeless"),
        ('width="0" height="1"', "svg-sizeless"),
        ('width="1" height="0"', "svg-sizeless"),
        ('viewBox="0 0 20"', "svg-sizeless"),
        ("", "svg-sizeless"),
    ],
)
def test_a_drawing_has_a_size_and_is_twenty_times_as_wide_as_high_at_most(size: str, code: str | None) -> None:
    content = drawing("<g/>", head=f'<svg xmlns="http://www.w3.org/2000/svg" {size}>')
    assert [each.code for each in read_picture(content, "a.svg", 72.0)[1]] == ([code] if code else [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_and_line_ends_are_read(encoding: str) -> None:
    """What travels with the Word file is the same, so that git's line ends on Windows change nothing."""
    plain = read(drawing(f"\n{RED}\n"))
    text = drawing(f"\r\n{RED}\r\n").decode()
    assert read(text.encode(encoding)) == plain


@pytest.mark.slow
@pytest.mark.parametrize(
    "inner",
    [
        f"<title>会徽</title><desc>说明</desc><metadata><a/></metadata>{RED}",
        f'<style>.a, rect.b {{fill: url(#g)}} * {{stroke: none}}</style><g class="a">{RED}</g>',
        f'<x:page xmlns:x="urn:x" x:name="1"><x:text/></x:page><g data-name="C:\\a" xml:space="preserve">{RED}</g>',
        f'<clipPath id="c">{RED}</clipPath><g clip-path="url(\'#c\')"><use xlink:href="#none"/></g>{RED}',
        f"<!-- &amp; --><?xml-stylesheet href='http://a/b.css'?>{RED}",
    ],
    ids=["words", "style", "notes", "references", "comments"],
)
def test_what_drawing_programs_write_is_taken(inner: str) -> None:
    assert b"\xff\0\0" in read(drawing(inner)).pixels


@pytest.mark.parametrize(
    ("inner", "code", "what"),
    [
        ("<text y='5'>会徽</text>", "svg-text", ""),
        ("<g><g><text/></g></g>", "svg-text", ""),
        ("<image href='data:image/png;base64,AAAA'/>", "svg-unsupported", "image"),
        ("<script>alert(1)</script>", "svg-unsupported", "script"),
        ("<foreignObject/>", "svg-unsupported", "foreignObject"),
        ("<filter id='f'><feMorphology radius='9'/></filter>", "svg-unsupported", "filter"),
        ("<pattern id='p' width='1e5' height='1e5'/>", "svg-unsupported", "pattern"),
        ("<a href='#a'><rect/></a>", "svg-unsupported", "a"),
        ("<rect onload='a()'/>", "svg-unsupported", "onload"),
        ("<use href='other.svg#a'/>", "svg-outside", "other.svg#a"),
        ("<use xlink:href='file:///etc/passwd'/>", "svg-outside", "file:///etc/passwd"),
        (f"<use href='{'x' * 41}'/>", "svg-outside", "x" * 40),
        (f"<rect fill='url({'x' * 41})'/>", "svg-outside", "url(" + "x" * 36),
        ("<rect fill='url(http://a/b#c)'/>", "svg-outside", "url(http://a/b#c)"),
        ("<rect style='fill: URL( \"b.svg#c\" )'/>", "svg-outside", 'fill: URL( "b.svg#c" )'),
        ("<style>@import 'a.css';</style>", "svg-outside", "style"),
        ("<style>.a {fill: \\75rl(a)}</style>", "svg-outside", "style"),
        ("<style>#a {mask: url(#m)}</style>", "svg-unsupported", "#a"),
    ],
)
def test_what_reaches_out_or_is_not_a_shape_is_refused(inner: str, code: str, what: str) -> None:
    assert reported(drawing(inner)) == (code, what)


def test_entities_are_refused_and_never_filled_in() -> None:
    """A few lines of them can stand for gigabytes, or for a file of the machine; a plain DOCTYPE is harmless."""
    assert reported(ENTITIES.encode() + drawing(RED)) == ("svg-unsupported", "ENTITY")
    for file in ("file:///etc/passwd", "none.txt"):
        declared = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{file}">]>'.encode()
        assert reported(declared + drawing("&a;")) == ("svg-unsupported", "ENTITY")
    assert read(b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a/svg11.dtd">' + drawing(RED)) == read(
        drawing(RED)
    )


@pytest.mark.parametrize("content", ["<broken", "<!ENTITY a 'b'>"])
def test_no_other_file_is_read(content: str, tmp_path: Path) -> None:
    """Damaged, it would be reported as such."""
    (tmp_path / "a.dtd").write_text(content)
    address = (tmp_path / "a.dtd").as_uri()
    declared = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{address}">]>'
    assert reported(declared.encode() + drawing("<g>&a;</g>")) == ("svg-unsupported", "ENTITY")
    assert read(f'<!DOCTYPE svg SYSTEM "{address}">'.encode() + drawing(RED)) == read(drawing(RED))
    assert reported(f'<!DOCTYPE svg SYSTEM "{address}">'.encode() + drawing("<g>&a;</g>")) == (
        "svg-unsupported",
        "ENTITY",
    )


def nested(levels: int) -> str:
    return "<g>" * levels + RED + "</g>" * levels


def chained(links: int, copies: int = 1, *, kind: str = "g", by: str = "<use href='#{}'/>") -> str:
    """Elements that refer to one another, each so many times to the one before."""
    first = f"<{kind} id='a0'>{RED}</{kind}>"
    rest = (f"<{kind} id='a{number}'>{by.format(f'a{number - 1}') * copies}</{kind}>" for number in range(1, links + 1))
    return f"<defs>{first}{''.join(rest)}</defs>{by.format(f'a{links}')}"


@pytest.mark.parametrize(
    "inner",
    [
        nested(200),
        chained(9, 10),
        chained(40),
        chained(40, kind="mask", by="<rect mask='url(#{})'/>"),
        chained(40, kind="clipPath", by="<rect style='clip-path:url(#{})'/>"),
        "<style>" + "".join(f".m{number} {{mask: url(#a{number})}}" for number in range(41)) + "</style>"
        "<mask id='a0'/>" + "".join(f"<mask id='a{n}'><g class='x m{n - 1}'/></mask>" for n in range(1, 41))
        + "<g class='m40'/>",
        "<g id='a'><use href='#a'/></g>",
    ],
    ids=["deep", "many", "chain", "masks", "clips", "classes", "circle"],
)  # fmt: skip
def test_what_would_never_end_is_refused(inner: str) -> None:
    assert reported(drawing(inner)) == ("svg-too-complex", "")


@pytest.mark.slow
def test_what_logos_have_is_not_too_much() -> None:
    read(drawing(nested(20)))
    read(drawing(chained(5, 3)))
    read(drawing(RED * 5000))


def test_a_drawing_that_ends_the_program_ends_nothing_but_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers no drawing has: whatever they do to resvg, the command goes on."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    assert reported(drawing(RED)) == ("svg-too-complex", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "code"),
    [("raise SystemExit(1)", "svg-too-complex"), ("", "picture-damaged"), ("print('PNG')", "picture-damaged")],
)
def test_what_the_process_that_draws_makes_of_it(
    program: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails where it takes too much, and prints nothing where the drawing is damaged."""
    (tmp_path / "resvg.py").write_text(program)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "drawing.py"))
    assert reported(drawing(RED)) == (code, "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg", "picture-damaged"),
        (drawing("<g>"), "picture-damaged"),
        (b"<html><body/></html>", "picture-unknown"),
        (b"<svg/>", "picture-unknown"),
        (drawing(RED, head='<svg xmlns="http://www.w3.org/2000/svg">'), "svg-sizeless"),
        (drawing(RED, head='<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0">'), "svg-sizeless"),
        (drawing(RED, head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100000 1">'), "svg-sizeless"),
        (drawing(RED, head='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 1e400">'), "svg-sizeless"),
        (drawing(RED, head='<svg xmlns="http://www.w3.org/2000/svg" width="1e39" height="1e39">'), "svg-sizeless"),
    ],
)
def test_what_is_not_a_drawing_is_reported(content: bytes, code: str) -> None:
    assert reported(content)[0] == code
