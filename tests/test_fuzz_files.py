"""Whatever the other files of a workspace hold, and what verify and diff are given: no exception, only findings.

``pytest --mutants 20000`` (``make fuzz``) tries as many of each kind; the usual run a tenth of those of reports.
"""

import io
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from reportgen.cli.change_lines import change_as_json, change_lines
from reportgen.compare import compare
from reportgen.diagnostics import Diagnostic, Place, render_concise, render_full, render_json
from reportgen.fonts import Face, FontContent, FontDamagedError, read_font_file, subset_face
from reportgen.pictures import drawing, read_picture
from reportgen.pictures.raster import write_png
from reportgen.rules import read_lexicon
from reportgen.rules.settings import read_settings
from reportgen.source import Source, decode
from reportgen.style import read_style
from reportgen.workflows.stamps import stamp_in
from tests.compare.reports import YEARS, side
from tests.fonts.making import SAMPLE, collection, opentype, truetype, variable_truetype
from tests.mutants import damaged, mutant
from tests.rules.test_lexicon import WORDS
from tests.support import DATA, MINIMAL, SHEETS, STYLES, examine
from tests.workflows.test_build import built_in, workspace_of

pytestmark = pytest.mark.slow

PORTION = 50
SETTINGS = (
    "# 本单位的规定\nchecks:\n  line-loose: off\n  copy-stale: note\n  title-long: error\n  'metric-unused': warning\n"
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 20" '
    'width="20mm" height="20mm"><style>.a{fill:#c00}</style><defs><linearGradient id="g"><stop offset="0" '
    'stop-color="red"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath><g id="s">'
    '<circle class="a" r="4"/></g></defs><use xlink:href="#s" x="5" y="5" clip-path="url(#c)"/>'
    '<path d="M1 1 L9 9 Z" fill="url(#g)"/></svg>'
)


def test_style_sheets(numbers: range) -> None:
    texts = [(SHEETS / f"{name}.yaml").read_text("utf-8") for name in STYLES]
    for number in numbers:
        sources: dict[str, Source] = {}
        content = mutant(texts[number % len(texts)], number)

        def load(name: str, content: bytes = content, sources: dict[str, Source] = sources) -> Loaded:
            known = name in (*STYLES, "plain")
            path = (DATA if name == "plain" else SHEETS) / f"{name}.yaml"
            source, found = decode(f"styles/{name}.yaml", path.read_bytes() if known else content)
            if source is not None:
                sources[source.file] = source
            return source, found

        _tell(read_style("mutant", load)[1], sources, number)


def test_settings(numbers: range) -> None:
    for number in numbers:
        source, found = decode("reportgen.yaml", mutant(SETTINGS, number))
        if source is not None:
            found = (*found, *read_settings(source)[1])
        _tell(found, {source.file: source} if source else {}, number)


def test_lexicons(numbers: range) -> None:
    for number in numbers:
        source, found = decode("lexicon.yaml", mutant(WORDS, number))
        if source is not None:
            found = (*found, *read_lexicon(source)[1])
        _tell(found, {source.file: source} if source else {}, number)


def test_logos(numbers: range, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hundredth drawing is drawn; the others are only weighed, for drawing is a process of its own."""
    draw = drawing._drawn
    for number in numbers:
        if number % 100:
            monkeypatch.setattr(drawing, "_drawn", lambda _svg, width, height: _png((width, height), "RGB"))
        else:
            monkeypatch.setattr(drawing, "_drawn", draw)
        content = mutant(SVG, number) if number % 4 < 2 else damaged(_pictures()[number % 4 - 2], number)
        picture, found = read_picture(content, "logo.png", 56.7)
        assert (picture is None) == any(each.code != "picture-misnamed" for each in found), number
        if picture is not None and picture.kind == "png":
            write_png(picture)
        _tell(found, {}, number)


def test_fonts(numbers: range, fonts: tuple[bytes, ...]) -> None:
    for number in numbers:
        content = damaged(fonts[number % len(fonts)], number)
        for file in read_font_file(FontContent(Path("a.ttf"), lambda _path: io.BytesIO(content)), "fonts/a.ttf"):  # noqa: B023
            face = Face(file)
            if face.draws and not face.lacking(SAMPLE[:20]):
                _subset(face)


def test_files_to_verify(numbers: range, outputs: tuple[bytes, ...]) -> None:
    for number in numbers:
        found = stamp_in(damaged(outputs[number % len(outputs)], number), Place("x"))
        _tell((found,) if isinstance(found, Diagnostic) else (), {}, number)


def test_files_to_compare(numbers: range) -> None:
    text = (YEARS / "2025.yaml").read_text("utf-8")
    whole = side(examine(text).report)
    for number in numbers:
        reading = examine(mutant(text, number)).reading
        if reading is not None and reading.report is not None:
            other = side(reading.report)
            for old, new in ((whole, other), (other, whole)):
                changes = compare(old, new)
                assert all(json.dumps(change_as_json(each)) for each in changes)
                assert "".join(change_lines(changes, "zh", lambda _role, each: each, coloured=False)) or not changes


Loaded = tuple[Source | None, tuple[Diagnostic, ...]]


def _tell(found: Iterable[Diagnostic], sources: Mapping[str, Source], number: int) -> None:
    """Every finding can be told, and lies inside its file."""
    lines = {name: source.lines for name, source in sources.items()}
    for each in found:
        for language in ("zh", "en"):
            assert render_full(each, lines, language)
            assert "\n" not in render_concise(each, language)
            json.dumps(render_json(each, language))
        place = each.place
        assert place is not None, (number, each)
        if place.file in lines and place.line:
            there = lines[place.file]
            assert 1 <= place.line <= place.end_line <= len(there), (number, each)
            assert 1 <= place.column <= len(there[place.line - 1]) + 1, (number, each)
            assert 1 <= place.end_column <= len(there[place.end_line - 1]) + 1, (number, each)


def _subset(face: Face) -> None:
    try:
        subset_face(face, [face.han.glyphs[each] for each in SAMPLE[:20]])
    except FontDamagedError:
        return


def _png(size: tuple[int, int], mode: str, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, kind)
    return file.getvalue()


@cache
def _pictures() -> tuple[bytes, ...]:
    return _png((24, 16), "RGBA"), _png((24, 16), "RGB", "JPEG")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    """A Word file, a PDF and a page of one report."""
    folder = workspace_of(tmp_path_factory.mktemp("built"), f"{MINIMAL}  intro: 一句。\n")
    made = built_in(folder, formats=("docx", "pdf", "html")).outputs
    return tuple(Path(each.path).read_bytes() for each in made)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    folder = tmp_path_factory.mktemp("fonts")
    makers: tuple[Callable[[Path], Path], ...] = (truetype, opentype, variable_truetype)
    files = [maker(folder / f"{maker.__name__}.ttf") for maker in makers]
    return tuple(file.read_bytes() for file in (*files, collection(folder / "c.ttc", "One", "Two")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    wanted = metafunc.config.getoption("--mutants")
    wanted = wanted if wanted > 500 else wanted // 10
    portions = [range(start, min(start + PORTION, wanted)) for start in range(0, wanted, PORTION)]
    metafunc.parametrize("numbers", portions, ids=lambda portion: f"{portion.start}-{portion.stop - 1}")
