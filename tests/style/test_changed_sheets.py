"""Changes of a small sheet, a line each, with what is found under each: what has room, and what words may say.

Of most limits in ``rooms.txt`` there are two lines, with what just does and with what is a tenth too much.
``words.txt`` has the fixed words of a sheet, ``names.txt`` its colours, fonts and ordinals.
"""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.render import sentence_of
from reportgen.source import decode
from reportgen.style import PreparedSheet, read_style
from tests.goldens import Goldens

HERE = Path(__file__).parent
BASE = """\
schema: 1
description: 试
page: {width: 400pt, height: 600pt, top: 50pt, bottom: 50pt, left: 50pt, right: 50pt, line: 20pt}
fonts: {黑: {faces: [Noto Sans SC], word: 黑体, word_latin: Arial}}
colours: {grey: "#808080"}
text: {base: {font: 黑, size: 10pt}}
tables: {rule: 1pt, colour: grey, inset: 0pt}
metrics: {title: 数, columns: {label: 甲, figure: 乙, change: 丙, note: 丁}}
"""
"""A sheet whose lengths are easy to calculate with."""


def read(change: str) -> tuple[PreparedSheet | None, tuple[Diagnostic, ...], str]:
    """The sheet with some keys changed, what is found in it, and the text of the changes."""
    own = f"{{extends: base, {change}}}\n"
    texts = {"own": own, "base": BASE}
    sheet, found = read_style("own", lambda name: decode(f"styles/{name}.yaml", texts[name].encode()))
    return sheet, found, own


def found(change: str) -> list[str]:
    """What is found under the sheet with some keys changed: key, code, what is at its place, sentence and hints."""
    _, diagnostics, own = read(change)
    listed = []
    for each in diagnostics:
        assert each.place is not None
        at = own[each.place.column - 1 : each.place.end_column - 1] if each.place.file == "styles/own.yaml" else "-"
        path, hints = ".".join(map(str, each.place.path)), " ".join(each.hints)
        listed.append(f"  {path}: {each.code} at {at}: {sentence_of(each, 'en')} {hints}".rstrip())
    return listed


@pytest.mark.parametrize("name", ["names", "rooms", "words"])
def test_what_is_sound_and_what_is_found(name: str, goldens: Goldens) -> None:
    path, lines = HERE / f"{name}.txt", []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(".. ") or not line:
            lines.append(line)
        elif not line.startswith("  "):
            lines += [line, *found(line)]
    goldens.check({path: "\n".join(lines) + "\n"})
