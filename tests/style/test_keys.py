"""Every key and role of a style sheet is described, and read by something."""

import ast
from typing import get_args

import pytest
from msgspec import Struct

from reportgen.source.schema_builder import Description
from reportgen.style import BlockRole, RunRole
from reportgen.style.sheet_descriptions import FIELDS, RECORDS
from reportgen.style.text_descriptions import BLOCKS, RUNS
from tests.agreement import check_description
from tests.style.sheets import records_in_sheets
from tests.support import ROOT

_SOURCES = ROOT / "src" / "reportgen"
_TABLES = ("sheet_descriptions.py", "text_descriptions.py", "margin_descriptions.py", "length_ranges.py")
"""Modules that name every key and do nothing with it."""


def test_all_records_of_a_style_sheet_are_described_and_nothing_else() -> None:
    assert set(RECORDS) == set(FIELDS) == records_in_sheets()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_is_described(record: type[Struct]) -> None:
    keys, described = set(record.__struct_fields__), set(FIELDS[record])
    assert keys - described == set(), "describe these in style/sheet_descriptions.py or style/text_descriptions.py"
    assert described - keys == set()


def test_every_role_is_described() -> None:
    assert list(BLOCKS) == list(get_args(BlockRole))
    assert list(RUNS) == list(get_args(RunRole))


_ROLES = [*BLOCKS.values(), *RUNS.values()]
_DESCRIPTIONS = [*RECORDS.values(), *(each for fields in FIELDS.values() for each in fields.values()), *_ROLES]


@pytest.mark.parametrize("description", _DESCRIPTIONS, ids=lambda description: description.name)
def test_a_description_is_a_sentence_in_each_language(description: Description) -> None:
    check_description(description)


def _names_read() -> set[str]:
    """The attributes that the program reads, and the names it looks fields up by."""
    names: set[str] = set()
    for path in _SOURCES.rglob("*.py"):
        if path.name not in _TABLES:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                    names.add(node.attr)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    names.add(node.value)
    return names


@pytest.mark.slow
def test_every_key_is_read_by_the_program() -> None:
    """A key that is declared and described, and that no writer and no layout ever asks for, does nothing."""
    keys = {key for record in RECORDS for key in record.__struct_fields__}
    assert keys - _names_read() == set()
