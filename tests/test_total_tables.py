"""Tables by a closed set of words have an entry for every word, so that a new role or kind is forgotten nowhere.

mypy does the same for unions, where code ends in ``assert_never``.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

import reportgen
from reportgen.diagnostics.hints import ARCHIVE_FAULTS, PERMISSIONS, UNTRACKED
from reportgen.docx.redline_merging import Untracked
from reportgen.fonts.font_files import Embedding
from reportgen.manuscript.archive import ArchiveFault
from reportgen.style import GridKind, StyleSheet
from reportgen.text.wording import Wording

PARTIAL = {
    "reportgen.style.roles.PARENT_ROLES": "the other roles borrow from base",
    "reportgen.layout.titles._SHORTEST": "texts of the other forms have no shape",
    "reportgen.document.sheet_fitting._NUMBERS": "the ordinals of tasks are in their headings",
    "reportgen.docx.names._COVER_NAMES": "part of the total _NAMES",
    "reportgen.style.text_descriptions._COVER": "part of the total BLOCKS",
    "reportgen.manuscript.absorb._FIRST_TEXTS": "an entry is never of the level of text",
    "reportgen.manuscript.line_changes._INSIDE": "text has no middle that is not text",
}
"""Tables that leave words out, each with the reason."""


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        if not found.name.endswith("__main__") and found.name != "reportgen.pictures.resvg":
            yield importlib.import_module(found.name)


def words_of(hint: Any, table: dict[Any, object]) -> set[object] | None:
    """The closed set that the keys of a table are from, as annotated, or as the keys themselves say."""
    kind = get_args(hint)[0] if get_origin(hint) is dict else None
    if get_origin(kind) is Literal:
        return set(get_args(kind))
    kinds = {type(key) for key in table}
    one = kinds.pop() if len(kinds) == 1 else None
    return set(one) if one is not None and issubclass(one, Enum) else None


def tables() -> dict[str, tuple[set[object], set[object]]]:
    """By name: the words each table has, and those there are."""
    found: dict[str, tuple[set[object], set[object]]] = {}
    for module in modules():
        hints = get_type_hints(module)
        for name, value in vars(module).items():
            words = words_of(hints.get(name), value) if isinstance(value, dict) and value else None
            if words is not None:
                found[f"{module.__name__}.{name}"] = (set(value), words)
    return found


def test_every_table_has_all_words() -> None:
    """A table that leaves one out for good is named above, with the reason."""
    forgotten = {
        name: sorted(map(str, words - has))
        for name, (has, words) in tables().items()
        if words - has and name not in PARTIAL
    }
    assert not forgotten


def test_the_tables_are_found() -> None:
    """The search above sees annotated tables and those of enums; what is named as partial is."""
    found = tables()
    assert found.keys() >= {
        "reportgen.style.roles.ROLES",
        "reportgen.docx.names._NAMES",
        "reportgen.docx.names._RUN_NAMES",
        "reportgen.docx.names.GRID_STYLES",
        "reportgen.compare.change_words._KINDS",
        "reportgen.document.plain_text._ELEMENTS",
        "reportgen.style.limits._GRIDS",
    }
    assert all(found[name][0] < found[name][1] for name in PARTIAL)


def test_every_kind_of_grid_has_its_style() -> None:
    """``Looks.grid`` takes it by that name."""
    assert set(get_args(GridKind)) <= set(StyleSheet.__struct_fields__)


@pytest.mark.parametrize(
    ("words", "meant"),
    [(PERMISSIONS, get_args(Embedding)), (ARCHIVE_FAULTS, get_args(ArchiveFault)), (UNTRACKED, tuple(Untracked))],
)
def test_words_of_messages_are_there_for_what_rooms_above_report(
    words: Mapping[str, Wording], meant: Sequence[str]
) -> None:
    """``diagnostics`` cannot import the kinds that its words are about."""
    assert sorted(words) == sorted(meant)
