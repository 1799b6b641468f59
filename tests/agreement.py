"""A JSON Schema and the program that judge the same files: what both must find, and where they may differ."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.source import Node, Scalar, Source, find, parse
from reportgen.source.schema_builder import Description
from tests.editors import seen_in_editor
from tests.english import MIRRORED


class Beyond(NamedTuple):
    """A rule that the schema does not have: a file that breaks it, and why.

    ``when`` decides by the value at fault whether the schema may let it pass; without it, the schema always does.
    """

    line: str
    reason: str
    when: Callable[[object], bool] | None = None


class Verdict(NamedTuple):
    """The codes found in a file: those the schema must see, those it may see, those it cannot."""

    seen: list[str]
    doubtful: list[str]
    unseen: list[str]


class Agreement(NamedTuple):
    """``judge`` is what the program finds in a file that YAML can read, ``editor`` what the schema finds.

    ``beyond`` lists, by code, what the schema may let pass. Whatever else the program finds, the schema finds too, and
    the schema finds nothing else.
    """

    judge: Callable[[Source, Node], tuple[Diagnostic, ...]]
    editor: Callable[[object], list[str]]
    beyond: Mapping[str, Beyond]

    def verdict(self, text: str) -> Verdict | None:
        """What the program finds wrong in the values of a file; None where they cannot be told apart (a key twice)."""
        source = Source("2025.yaml", text)
        root, found = parse(source)
        if root is None or found:
            return None
        verdict = Verdict([], [], [])
        for fault in self.judge(source, root):
            if fault.severity is Severity.ERROR:
                self._sort(fault, root, verdict)
        return verdict

    def _sort(self, fault: Diagnostic, root: Node, verdict: Verdict) -> None:
        beyond = self.beyond.get(fault.code)
        if beyond is None:
            verdict.seen.append(fault.code)
        elif beyond.when is None:
            verdict.unseen.append(fault.code)
        else:
            passes = beyond.when(_scalar_at(root, fault))
            (verdict.doubtful if passes else verdict.seen).append(fault.code)

    def check(self, text: str) -> None:
        """Fails the test where the schema and the program judge a file differently."""
        verdict = self.verdict(text)
        if verdict is None:
            return
        faults = self.editor(seen_in_editor(text))
        if verdict.seen:
            assert faults, (verdict, text)
        elif not verdict.doubtful:
            assert faults == [], (verdict, text)

    def check_beyond(self, code: str, text: str) -> None:
        """Fails the test where what is listed under a code is not beyond the schema."""
        expected = Verdict([], [code], []) if self.beyond[code].when else Verdict([], [], [code])
        assert self.verdict(text) == expected
        assert self.editor(seen_in_editor(text)) == []


class Written(NamedTuple):
    """A scalar as it is written, without quotes."""

    text: str


def flow(value: object) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key, ensure_ascii=False)}: {flow(each)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return value.text if isinstance(value, Written) else json.dumps(value, ensure_ascii=False)


def block(value: object, indent: str = "") -> str:
    """A value as indented YAML, a line end before it."""
    if isinstance(value, dict) and value:
        lines = (f"{json.dumps(key, ensure_ascii=False)}: {block(each, indent + '  ')}" for key, each in value.items())
    elif isinstance(value, list) and value:
        lines = (f"- {block(each, indent + '  ')}" for each in value)
    else:
        return flow(value)
    return "".join(f"\n{indent}{line}" for line in lines)


def is_flag(value: object) -> bool:
    return isinstance(value, bool)


def is_number(value: object) -> bool:
    """Whether an editor takes a value for a number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_text(value: object) -> bool:
    """Whether an editor takes a value for a text."""
    return isinstance(value, str)


@st.composite
def files(
    draw: st.DrawFn,
    values: st.SearchStrategy[Any],
    odd: st.SearchStrategy[Any],
    keys: st.SearchStrategy[str],
) -> str:
    """A file in flow or block style, sound or with up to three slips: odd values, other keys."""
    value = draw(values)
    for _ in range(draw(st.integers(0, 3))):
        value = _with_a_slip(value, draw, odd, keys)
    return draw(st.sampled_from([flow, block]))(value).lstrip("\n") + "\n"


def _with_a_slip(value: Any, draw: st.DrawFn, odd: st.SearchStrategy[Any], keys: st.SearchStrategy[str]) -> Any:
    """The value with one key or entry, here or further down, dropped, added, renamed or replaced."""
    if not isinstance(value, (dict, list)) or not value:
        return draw(odd)
    where = draw(st.sampled_from(list(value) if isinstance(value, dict) else range(len(value))))
    slip = draw(st.sampled_from(["deeper", "deeper", "deeper", "drop", "add", "rename", "replace"]))
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    if slip == "deeper":
        pairs = [(key, _with_a_slip(each, draw, odd, keys) if key == where else each) for key, each in pairs]
    elif slip == "drop":
        pairs = [(key, each) for key, each in pairs if key != where]
    elif slip == "add":
        pairs.append((draw(keys), draw(odd)))
    elif slip == "rename":
        pairs = [(draw(keys) if key == where else key, each) for key, each in pairs]
    else:
        pairs = [(key, draw(odd) if key == where else each) for key, each in pairs]
    return dict(pairs) if isinstance(value, dict) else [each for _, each in pairs]


def _scalar_at(root: Node, fault: Diagnostic) -> object:
    """What an editor takes the value at fault for; None for whatever is not one scalar."""
    node = find(root, fault.place.path) if fault.place else None
    return seen_in_editor(node.source.text[node.start : node.end]) if isinstance(node, Scalar) else None


def check_description(description: Description) -> None:
    """Fails the test where a description is not one short sentence in each language."""
    chinese, english = description.text.split("\n")
    assert re.fullmatch(r"[\u4e00-\u9fff]+：.*。", chinese)
    assert re.fullmatch(r"[A-Z0-9余].*\.", english)
    assert len(chinese) <= 70
    assert len(english) <= 90
    assert not MIRRORED.search(english)


def subschemas(schema: Any) -> list[dict[str, Any]]:
    """Every object in a schema, itself among them."""
    if isinstance(schema, dict):
        return [schema, *(each for value in schema.values() for each in subschemas(value))]
    return [each for value in schema for each in subschemas(value)] if isinstance(schema, list) else []


def unlike_in_javascript(schema: Any) -> list[str]:
    """The patterns of a schema that JavaScript may read otherwise than Python."""
    patterns = [each["pattern"] for each in subschemas(schema) if isinstance(each.get("pattern"), str)]
    assert patterns
    return [pattern for pattern in patterns if re.search(r"\\[UuxAZdwb]|\(\?[^:!=]|\$[^)]", pattern)]
