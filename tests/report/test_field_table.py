"""The table of fields has an entry for every field of the types."""

import pytest
from msgspec import Struct

from reportgen.report.fields import FIELDS


@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_every_field_has_its_entry(record: type[Struct]) -> None:
    fields, entries = set(record.__struct_fields__), set(FIELDS[record])
    assert fields - entries == set(), "give these an entry in report/fields.py"
    assert entries - fields == set()
