"""The table of fields has an entry for every field of the types."""

import pytest
from msgspec import Struct

from reportgen.report.fields import FIELDS


@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_every_field_has_its_entry(record: type[Struct]) -> None:
    fields, entries = set(record.__struct_fields__), set(FIELDS[record])
    assert fields - entries == set(), "give these an entry in report/fields.py"
    assert entries - fields == set()


COMPARED = {
    "figure": "value scale qualifier unit decimals",
    "link": "id follows history",
    "name": "title label signature term",
}
"""What is not compared as a text: parts of a printed number, what ties entries to another year, what names an entry."""


@pytest.mark.parametrize("way", COMPARED)
def test_how_fields_are_compared(way: str) -> None:
    named = {name for fields in FIELDS.values() for name, field in fields.items() if field.compared == way}
    assert named == set(COMPARED[way].split())


def test_a_field_of_one_name_is_compared_in_one_way() -> None:
    ways = {(name, field.compared) for fields in FIELDS.values() for name, field in fields.items()}
    assert len(ways) == len(dict(ways))
