"""The JSON Schema that editors check a style sheet with."""

from typing import Any, get_args

import pytest
from msgspec import Struct

from reportgen.source import Source, decode
from reportgen.source.schema_builder import schema_text
from reportgen.style import BlockRole, RunRole, StyleSheet, read_style
from reportgen.style.lengths import Length
from reportgen.style.sheet_descriptions import FIELDS, RECORDS
from reportgen.style.sheet_schema import sheet_schema
from tests.agreement import block, unlike_in_javascript
from tests.editors import editor_of, seen_in_editor
from tests.goldens import Goldens
from tests.style.sheets import sheet_with
from tests.support import ALL_SHEETS, DATA, SHEETS

SCHEMA = sheet_schema()
FAULTS = editor_of(SCHEMA)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_the_types_is_in_the_schema(record: type[Struct]) -> None:
    found = SCHEMA if record is StyleSheet else SCHEMA["$defs"][record.__name__]
    assert [key for key, each in found["properties"].items() if "deprecated" not in each] == list(
        record.__struct_fields__
    )
    assert found["additionalProperties"] is False
    assert found["description"] == RECORDS[record].text


def test_every_role_is_proposed() -> None:
    assert list(SCHEMA["properties"]["text"]["properties"]) == list(get_args(BlockRole))
    assert list(SCHEMA["properties"]["runs"]["properties"]) == list(get_args(RunRole))


def test_every_pattern_is_one_that_javascript_reads_alike() -> None:
    assert unlike_in_javascript(SCHEMA) == []


def test_defaults_are_those_of_the_types() -> None:
    properties = SCHEMA["$defs"]["FurnitureStyle"]["properties"]
    assert {key: each.get("default") for key, each in properties.items()} == {
        "text": None,
        "left_text": None,
        "side": "centre",
        "gap": "7mm",
        "inset": "0pt",
    }
    assert SCHEMA["properties"]["cover_page"]["default"] is True
    assert SCHEMA["properties"]["loosest"]["default"] == str(Length(0.1, "em")) == "0.1em"


@pytest.mark.parametrize("path", [*(SHEETS / f"{name}.yaml" for name in ALL_SHEETS), DATA / "plain.yaml"], ids=str)
def test_the_schema_accepts_the_sheets_of_the_program(path: Any) -> None:
    assert FAULTS(seen_in_editor(path.read_text("utf-8"))) == []


def test_all_sheets_of_the_program_are_among_them() -> None:
    assert {path.stem for path in SHEETS.glob("*.yaml")} == set(ALL_SHEETS)


_EXAMPLES = [
    (record, {key: value})
    for record, fields in FIELDS.items()
    for key, each in fields.items()
    for value in each.examples
] + [
    (record, value if isinstance(value, dict) else {"file" if record.__name__ == "LogoStyle" else "name": value})
    for record, each in RECORDS.items()
    for value in each.examples
]  # fmt: skip


@pytest.mark.parametrize(("record", "fields"), _EXAMPLES, ids=str)
def test_every_example_is_right(record: type[Struct], fields: dict[str, Any]) -> None:
    text = block(sheet_with(record, fields)).lstrip() + "\n"
    sources = {"own": text, "plenary": (SHEETS / "plenary.yaml").read_text("utf-8")}

    def load(name: str) -> tuple[Source | None, tuple[Any, ...]]:
        return decode(f"styles/{name}.yaml", sources[name].encode())

    _, found = read_style("own", load)
    unreadable = {"colour-unreadable", "length-unreadable", "ordinal-unreadable", "path-outside", "word-font-invalid"}
    assert not {each.code for each in found} & unreadable
    assert not [each.code for each in found if each.code.startswith(("type-", "key-", "choice-", "number-"))]
    assert FAULTS(seen_in_editor(text)) == []


def test_a_sheet_that_extends_another_may_be_one_line_and_any_other_is_complete() -> None:
    assert FAULTS(seen_in_editor("schema: 1\nextends: plenary\ndescription: 试\npage: {line: 20pt}\n")) == []
    faults = "\n".join(FAULTS(seen_in_editor("schema: 1\ndescription: 试\npage: {line: 20pt}\n")))
    for missing in ("'fonts'", "'colours'", "'text'", "'tables'", "'width'"):
        assert f"{missing} is a required property" in faults


def test_the_file_for_editors_is_the_schema_of_the_types(goldens: Goldens) -> None:
    """``make goldens`` renews it; a change of a type and of the file go together."""
    goldens.check({SHEETS / "style.schema.json": schema_text(SCHEMA)})
