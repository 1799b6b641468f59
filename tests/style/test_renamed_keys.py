"""Keys of style sheets that have a new name: the old one is read as the new one, and reported."""

from collections.abc import Mapping

from reportgen.diagnostics import Diagnostic, render_concise
from reportgen.source import Source, decode
from reportgen.style import StyleSheet, read_style
from reportgen.style.renamed_keys import RENAMED_KEYS
from reportgen.style.sheet_schema import sheet_schema
from tests.editors import editor_of, seen_in_editor
from tests.support import SHEETS


def _read(sheets: Mapping[str, str]) -> tuple[StyleSheet | None, list[str]]:
    def load(name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        text = sheets[name].encode() if name in sheets else (SHEETS / f"{name}.yaml").read_bytes()
        return decode(f"styles/{name}.yaml", text)

    sheet, found = read_style("own", load)
    return sheet.style if sheet else None, [render_concise(each, "en") for each in found]


def test_the_old_name_is_read_and_reported_with_the_new_one() -> None:
    sheet, found = _read({"own": "extends: handout\npage: {most: 4}\n"})
    assert sheet is not None
    assert sheet.page.max_pages == 4
    assert found == [
        "styles/own.yaml:2:8: warning[key-renamed] field “most” is now called “max_pages”; the old name still works"
    ]


def test_the_old_name_has_its_way_over_the_new_one_of_the_sheet_below_and_the_other_way_round() -> None:
    below = {"own": "extends: house\npage: {most: 4}\n", "house": "extends: plenary\npage: {max_pages: 2}\n"}
    above = {"own": "extends: house\npage: {max_pages: 4}\n", "house": "extends: plenary\npage: {most: 2}\n"}
    taken_away = {"own": "extends: handout\npage: {most: ~}\n"}
    pages = [sheet.page.max_pages if sheet else 0 for sheet, _ in map(_read, (below, above, taken_away))]
    assert pages == [4, 4, None]


def test_both_names_in_one_file_are_one_too_many() -> None:
    sheet, found = _read({"own": "extends: handout\npage: {most: 4, max_pages: 5}\n"})
    assert sheet is None
    assert [each.partition(" error")[0] for each in found] == ["styles/own.yaml:2:8:"]


def test_a_sheet_that_maps_nothing_there_is_left_to_its_reader() -> None:
    for page in ("most", "[most]", "~"):
        assert not [each for each in _read({"own": f"extends: handout\npage: {page}\n"})[1] if "key-renamed" in each]


def test_editors_accept_the_old_name_and_know_that_it_is_old() -> None:
    schema = sheet_schema()
    assert editor_of(schema)(seen_in_editor("extends: handout\npage: {most: 4}\n")) == []
    for key in RENAMED_KEYS:
        properties = schema["$defs"][key.record.__name__]["properties"]
        assert properties[key.old]["deprecated"]
        assert "deprecated" not in properties[key.new]
        assert key.old not in key.record.__struct_fields__
