"""Nodes to values by the types of a struct."""

from pathlib import Path
from typing import Annotated, ClassVar, Literal

import pytest
from msgspec import Meta, Struct

from reportgen.source import Prose, Reader, Scalar, Source, parse, pattern
from tests.goldens import Goldens
from tests.source.test_damaged import listed
from tests.support import MINIMAL, examine


class _Point(Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "title"

    title: Prose
    names: tuple[str, ...] = ()


class _Thing(Struct, frozen=True, kw_only=True):
    name: str
    count: Annotated[int, Meta(ge=1, le=9)] | None = None
    share: float = 1.0
    open: bool | None = None
    kind: Literal["a", "b"] = "a"
    word: Annotated[str, pattern("[a-z]+", "id-invalid")] | None = None
    points: tuple[_Point, ...] = ()
    table: dict[str, _Point] = {}
    unit: Literal["percent", "permille", 10] = 10
    least: Annotated[tuple[str, ...], Meta(min_length=2)] = ("a", "b")
    one: "_One | None" = None


class _One(Struct, frozen=True, kw_only=True):
    inner: _Point | None = None
    weight: int


def _read(text: str) -> tuple[_Thing | None, list[tuple[str, str]], Reader]:
    """The value, the codes found with the paths they are about, and the reader."""
    root, found = parse(Source("a", text))
    assert root is not None
    assert all(each.code == "yaml-alias" for each in found)
    reader = Reader({})
    value = reader.read(root, _Thing)
    reported = [(each.code, "/".join(map(str, each.place.path)) if each.place else "") for each in reader.found]
    return value, reported, reader


def test_scalars_are_typed_by_the_field_not_by_yaml() -> None:
    text = "{name: no, count: '3', share: 2, open: true, kind: b, word: x, points: [a], table: {1: b}}"
    value, reported, _ = _read(text)
    assert not reported
    assert value == _Thing(
        name="no", count=3, share=2.0, open=True, kind="b", word="x",
        points=(_Point(title="a"),), table={"1": _Point(title="b")},
    )  # fmt: skip


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_means_absent(nothing: str) -> None:
    value, reported, _ = _read(f"name: x\ncount: {nothing}\npoints: {nothing}\ntable: {nothing}\nshare: {nothing}\n")
    assert not reported
    assert value == _Thing(name="x")


@pytest.mark.parametrize("quoted", ['"~"', "'null'", '""'])
def test_what_is_quoted_is_there(quoted: str) -> None:
    value, _, _ = _read(f"name: {quoted}\n")
    assert value is not None
    assert value.name == quoted[1:-1]


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("name: [a]", "type-not-text", "name"),
        ("name: {a: b}", "type-not-text", "name"),
        ("{name: x, count: 1.5}", "type-not-whole", "count"),
        ("{name: x, count: １}", "type-not-whole", "count"),
        ("{name: x, count: 0}", "number-out-of-range", "count"),
        ("{name: x, count: 10}", "number-out-of-range", "count"),
        ("{name: x, share: a}", "type-not-number", "share"),
        ("{name: x, open: yes}", "type-not-flag", "open"),
        ("{name: x, kind: c}", "choice-unknown", "kind"),
        ("{name: x, word: A}", "id-invalid", "word"),
        ("{name: x, points: a}", "type-not-list", "points"),
        ("{name: x, points: {a: b}}", "type-not-list", "points"),
        ("{name: x, points: [a, [b]]}", "type-not-mapping", "points/1"),
        ("{name: x, table: [a]}", "type-not-mapping", "table"),
        ("{name: x, table: {k: a, l: [b]}}", "type-not-mapping", "table/l"),
        ("[a]", "type-not-mapping", ""),
        ("{nam: x}", "key-unknown", "nam"),
        ("{count: 3}", "key-missing", "name"),
        ("{name: ~}", "key-empty", "name"),
        ("{name: x, points: [{names: [a]}]}", "key-missing", "points/0/title"),
    ],
)
def test_one_fault_is_one_finding_at_its_place(text: str, code: str, path: str) -> None:
    value, reported, _ = _read(text)
    assert value is None
    assert reported == [(code, path)]


FAULTS = f"""
name: [a, b]
name: {{a: b}}
name: ["a"]
name: [a]\\n
name: [{"a" * 58}]
name: [{"a" * 59}]
name: x\\ncount: [a]
name: x\\ncount: 0
name: x\\ncount: 10
name: x\\ncount: 1.5
name: x\\nshare: 1,5
name: x\\nopen: yes
name: x\\nkind: c
name: x\\nunit: percnt
name: x\\nunit: perc
name: x\\nunit: mille
name: x\\nword: a1
name: x\\nword: a\\n  b
name: x #y
name: x  #y z
name: x # y
name: 'x' #y
name:  #y
name: x\\nword: #y
name: x\\nleast: [a]
name: x\\nleast: [a, '']
name: x\\nleast: a
name: x\\npoints: a
name: x\\npoints:\\n  甲\\n  - 乙
name: x\\npoints:\\n  甲\\n - 乙
name: x\\npoints: {{a: b}}
name: x\\npoints:\\n- title 甲
name: x\\npoints:\\n- title  甲
name: x\\npoints:\\n- titel 甲
name: x\\npoints:\\n- title a
name: x\\npoints:\\n- 'title 甲'
name: x\\npoints: [[a]]
name: x\\npoints: [a, ~, ' ', b]
name: x\\ntable: [a]
name: x\\ntable: a
name: x\\none: a
name: x\\none: {{}}
name: x\\none: {{weight: }}
name: x\\none: {{wait: 1}}
name: x\\none: {{weight: 1, name: y}}
name: x\\none: {{weight: 1, title: y}}
name: x\\none:\\n  weight: 1\\n  count: 2
name: x\\nweight: 1\\none: {{inner: a}}
name: x\\none:\\n  weight: 1\\ninner: a
name: x\\none:\\n  weight: 1\\n  inner: {{title: y}}\\n  names: [z]
name: x\\none:\\n  weight: 1\\n  inner:\\n    title: y\\n  names: [z]
name: x\\none:\\n  weight: 1\\n  inner:\\n    names: [y]\\n    title: y\\n  names: [z]
name: x\\none:\\n  weight: 1\\n  inner: y\\n  names: [z]
name: x\\none:\\n  inner:\\n    title: y\\n  names: [z]\\n  weight: 1
ＮＡＭＥ: x
Nmae: x
count: 3
name:
nam: x\\nname: y
x: 1
""".strip().splitlines()
"""Files with one fault, or with what is close to one."""


def test_what_is_reported_for_each_fault(goldens: Goldens) -> None:
    lines: list[str] = []
    for fault in FAULTS:
        text = fault.replace("\\n", "\n") + "\n"
        _, _, reader = _read(text)
        lines += [text, *(line for found in reader.found for line in listed(found, text)), ""]
    goldens.check({Path(__file__).with_name("faults.txt"): "\n".join(lines)})


def test_a_field_nobody_knows_is_reported_and_skipped() -> None:
    value, reported, reader = _read("{name: x, 别的: y}")
    assert value == _Thing(name="x")
    assert reported == [("key-unknown", "别的")]
    assert reader.found[0].hints == ("known-keys",)


def test_everything_wrong_is_reported_at_once() -> None:
    _, reported, _ = _read("count: x\nshare: y\npoints: [{title: [a]}, ~]\nelse: 1\n")
    assert [code for code, _ in reported] == [
        "type-not-whole", "type-not-number", "type-not-text", "entry-empty", "key-unknown", "key-missing",
    ]  # fmt: skip


def test_a_misspelt_field_is_not_also_missing_but_another_still_is() -> None:
    _, reported, reader = _read("{nmae: x}")
    assert reported == [("key-unknown", "nmae")]
    assert reader.found[0].hints == ("nearest",)
    assert reader.found[0].words["near"] == "name"
    assert reader.misspelt == {("name",)}


def test_what_takes_the_place_of_an_alias_is_not_reported_again() -> None:
    value, reported, _ = _read("{name: *x, count: *x, points: [*x], table: *x}")
    assert value is None
    assert not reported


def test_printed_texts_are_collected_also_from_what_cannot_be_read() -> None:
    _, _, reader = _read("{points: [a, {title: b, names: {}}], table: {k: c}}")
    assert [(path, node.text) for path, node in reader.prose] == [
        (("points", 0, "title"), "a"), (("points", 1, "title"), "b"), (("table", "k", "title"), "c"),
    ]  # fmt: skip


def test_a_text_without_paragraphs_is_one_line() -> None:
    value, _, _ = _read("name: >-\n  全年\n  征集\n  the PDF\n  file\n")
    assert value is not None
    assert value.name == "全年征集the PDF file"


def test_guessing_ends_before_it_takes_the_night() -> None:
    """Ten thousand misspelt fields are ten thousand findings; only the first get a guess."""
    _, _, reader = _read("name: x\n" + "".join(f"shre{number}: 1\n" for number in range(300)))
    hints = [each.hints for each in reader.found]
    assert len(hints) == 300
    assert 0 < hints.count(("nearest",)) < 300
    assert hints[-1] == ("known-keys",)
    assert reader.nearest("name", ["name"]) is None


def test_a_very_long_name_resembles_nothing() -> None:
    assert Reader({}).nearest("n" * 1000, ["name", "n" * 999]) is None
    assert Reader({}).nearest("nmae", ["name"]) == "name"


def test_a_scalar_that_begins_with_a_quoted_asterisk_is_not_an_alias() -> None:
    root, _ = parse(Source("a", "'*x'"))
    assert isinstance(root, Scalar)
    assert not root.alias


@pytest.mark.parametrize(
    ("text", "path"), [("{name: x, points: [a, ~]}", "points/1"), ("{name: x, points: ['', a]}", "points/0")]
)
def test_an_empty_entry_is_reported_and_left_out(text: str, path: str) -> None:
    """A draft prints without it."""
    value, reported, _ = _read(text)
    assert reported == [("entry-empty", path)]
    assert isinstance(value, _Thing)
    assert [point.title for point in value.points] == ["a"]


@pytest.mark.parametrize(
    ("value", "is_slip"), [("1,234", True), ("1,234.5", True), ("1件,234", False), ("1,23", False)]
)
def test_three_digits_behind_a_digit_and_a_comma_are_thousands(value: str, is_slip: bool) -> None:
    metrics = f"metrics:\n  甲: {{label: 征集甲, value: {value}, unit: 件}}\n"
    assert ("slip-number-comma" in examine(f"{MINIMAL}  intro: 征集【甲】。\n{metrics}").codes) == is_slip
