"""The program's own style sheets are ready-made: what reading would give, as long as their texts are those of then."""

from pathlib import Path

import msgspec
import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.source import Source, decode
from reportgen.style import read_style
from reportgen.style.ready_styles import FOLDER, MadeStyle, digest_of, ready_style
from reportgen.style.sheet_reader import read_style_anew
from tests.goldens import Goldens
from tests.support import SHEETS

NAMES = sorted(path.stem for path in SHEETS.glob("*.yaml"))


class Sheets:
    """Loads style sheets of the checkout, or others by their names, and remembers which."""

    def __init__(self, others: dict[str, str] | None = None) -> None:
        self.loaded: dict[str, Source] = {}
        self._others = others or {}

    def __call__(self, name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        own = self._others.get(name)
        content = (SHEETS / f"{name}.yaml").read_bytes() if own is None else own.encode()
        source, found = decode(f"styles/{name}.yaml", content)
        assert source is not None
        self.loaded[name] = source
        return source, found


def test_they_are_what_reading_gives(goldens: Goldens) -> None:
    """Those of sheets that are gone are gone."""
    files: dict[Path, bytes | None] = dict.fromkeys(FOLDER.glob("*.json"))
    for name in NAMES:
        load = Sheets()
        sheet, found = read_style_anew(name, load)
        assert sheet is not None
        assert not found
        digests = {each: digest_of(source) for each, source in load.loaded.items()}
        made = msgspec.json.encode(MadeStyle(digests, sheet.style))
        files[FOLDER / f"{name}.json"] = msgspec.json.format(made, indent=1) + b"\n"
    goldens.check(files)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_made_sheet_is_the_one_that_would_be_read(name: str) -> None:
    """In every part, and with the same texts loaded in the same order, since outputs remember these."""
    anew, ready = Sheets(), Sheets()
    expected, _ = read_style_anew(name, anew)
    assert ready_style(name, Sheets()) is not None
    sheet, found = read_style(name, ready)
    assert sheet is not None
    assert expected is not None
    assert not found
    assert list(ready.loaded.items()) == list(anew.loaded.items())
    assert (sheet.style, sheet.area, sheet.side) == (expected.style, expected.area, expected.side)
    assert sheet.nodes.root == expected.nodes.root


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("plenary", {"plenary": (SHEETS / "plenary.yaml").read_text("utf-8").replace("9b1b1e", "1b1e9b")}),
        ("lectern", {"official": (SHEETS / "official.yaml").read_text("utf-8") + "# 改\n"}),
        ("own", {"own": "extends: plenary\n"}),
        ("../ready/plenary", {"../ready/plenary": "extends: plenary\n"}),
    ],
    ids=["own sheet of the name", "own sheet below it", "sheet that extends one", "path"],
)
def test_other_sheets_are_read(name: str, others: dict[str, str]) -> None:
    load = Sheets(others)
    assert ready_style(name, load) is None
    assert set(load.loaded) <= {name, *others}
    assert read_style(name, load)[0] is not None


def test_one_made_for_other_types_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where somebody changes the types and has not made it anew."""
    (tmp_path / "plenary.json").write_text('{"digests": {}, "style": {}}', "utf-8")
    monkeypatch.setattr("reportgen.style.ready_styles.FOLDER", tmp_path)
    assert ready_style("plenary", Sheets()) is None
