"""Reports as authors write them: the same content in any order of keys, indentation, style of text, with comments."""

from typing import Any

from hypothesis import strategies as st

from reportgen.report import names_in_reports
from reportgen.source import Scalar, Source, find, parse

_CHINESE = (
    "全年工作。/“民生”/【提案】/【提案:变化】/【 本年 】/【year】/【【/**重点**/提案！/（见。附件）/《你好！》/。”"
)
_LATIN = "word/One thing./Two/APP/1.5/2024/null/~/a: b/#b/- c/[d]/{e/?g/@h"
_MARKS = "……/；/，/——/‘甲’/：/，f/'/\"/\\/*/%/\u3000/|/>"
_WORDS = st.sampled_from("/".join((_CHINESE, _LATIN, _MARKS)).split("/"))
_LINES = st.lists(_WORDS, min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda between: between.join(words).strip(" \t"))
)
_PASSAGES = st.lists(st.lists(_LINES, min_size=1, max_size=3), min_size=1, max_size=2)
_TITLES = _LINES.map(lambda line: [[line]])
_IDS = st.uuids().map(lambda each: [[f"i{each.hex[:8]}"]])
_COMMENTS = st.integers(0, 10**6).map(lambda number: f"# 注{number}: 甲 “乙”")

_ITEM = st.fixed_dictionaries({"title": _TITLES}, optional={"id": _IDS, "claim": _TITLES, "text": _PASSAGES})
_SECTION = st.fixed_dictionaries(
    {"title": _TITLES},
    optional={"id": _IDS, "lead": _PASSAGES, "items": st.lists(_ITEM | _TITLES, min_size=1, max_size=2)},
)
_PART = st.fixed_dictionaries(
    {"title": _TITLES},
    optional={
        "intro": _PASSAGES,
        "items": st.lists(_ITEM, min_size=1, max_size=2),
        "sections": st.lists(_SECTION, min_size=1, max_size=2),
        "closing": _PASSAGES,
    },
)
_METRIC = {"label": [["提案"]], "value": [["546"]], "unit": [["件"]], "history": {"2024": [["521"]]}}
_REPORT = st.fixed_dictionaries(
    {
        "schema": st.just([["1"]]),
        "year": st.just([["2025"]]),
        "title": _TITLES,
        "metrics": st.just(
            {"提案": _METRIC, "B": {"unit": [["项"]], "scale": [["万"]], "value": [["1"]], "label": [["乙"]]}}
        ),
        "reviews": _PART,
    },
    optional={
        "opening": _PASSAGES,
        "tasks": _PART,
        "glossary": st.lists(st.fixed_dictionaries({"term": _TITLES, "meaning": _PASSAGES}), max_size=1),
    },
)


@st.composite
def written_reports(draw: st.DrawFn) -> str:
    """A report file in some way of writing."""
    writer = _Writer(draw)
    head = draw(
        st.sampled_from([[], ["# yaml-language-server: $schema=report.schema.json"], ["---"], ["", "# 头", ""]])
    )
    text = "\n".join((*head, *writer.mapping(draw(_REPORT), 0), *writer.between(0))) + draw(
        st.sampled_from(["", "\n", "\n\n"])
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


class _Writer:
    """Writes values as lines, each choice drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def mapping(self, fields: dict[str, Any], indent: int) -> list[str]:
        """Fields on lines of their own, in any order."""
        lines: list[str] = []
        for key in self._draw(st.permutations(list(fields))):
            lines += (*self.between(indent), *self._entry(key, fields[key], indent))
        return lines

    def between(self, indent: int) -> list[str]:
        """Sometimes comments and empty lines."""
        kinds = (
            self._draw(st.lists(st.sampled_from(["blank", "comment", "deeper", "margin"]), max_size=2))
            if self._now_and_then()
            else []
        )
        places = {"comment": indent, "deeper": indent + 2, "margin": 0}
        return ["" if kind == "blank" else " " * places[kind] + self._draw(_COMMENTS) for kind in kinds]

    def _now_and_then(self) -> bool:
        return self._draw(st.integers(0, 5)) == 5

    def _beside(self) -> str:
        return self._draw(st.sampled_from([" ", "   "])) + self._draw(_COMMENTS) if self._now_and_then() else ""

    def _entry(self, key: str, value: Any, indent: int) -> list[str]:
        head = " " * indent + self._draw(st.sampled_from([key, key, f'"{key}"', f"'{key}'"])) + ":"
        if _is_text(value):
            return self._beside_text(head, self._text(value, indent + 1, "value"))
        if self._now_and_then() and (flow := self._flow(value)) is not None:
            return [f"{head} {flow}{self._beside()}"]
        step = self._draw(st.integers(1, 4))
        if isinstance(value, dict):
            return [head + self._beside(), *self.mapping(value, indent + step)]
        return (
            [head + self._beside(), *self._items(value, indent + self._draw(st.sampled_from([0, step])))]
            if value
            else [head + " []"]
        )

    def _items(self, values: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in values:
            lines += self.between(indent)
            head = " " * indent + "-"
            if _is_text(value):
                lines += self._beside_text(head, self._text(value, indent + 1, "item"))
            elif self._now_and_then() and (flow := self._flow(value)) is not None:
                lines.append(f"{head} {flow}{self._beside()}")
            else:
                lines += self._after_dash(head, value, indent)
        return lines

    def _after_dash(self, head: str, value: dict[str, Any], indent: int) -> list[str]:
        step = self._draw(st.integers(1, 3))
        inner = self.mapping(value, indent + 1 + step)
        if inner[0].lstrip().startswith("#") or not inner[0] or self._now_and_then():
            return [head + self._beside(), *inner]
        return [head + inner[0][len(head) :], *inner[1:]]

    def _beside_text(self, head: str, lines: list[str]) -> list[str]:
        """A text after its key or dash, perhaps on the next line, perhaps with a comment beside."""
        header, first = lines[0][:1] in ("|", ">"), lines[0].lstrip(" ")
        if self._now_and_then() and not header:
            return [head + self._beside(), *lines[:-1], lines[-1] + self._beside()]
        if len(lines) == 1 or header:
            return [f"{head} {first}{self._beside()}", *lines[1:]]
        return [f"{head} {first}", *lines[1:-1], lines[-1] + self._beside()]

    def _text(self, paragraphs: list[list[str]], indent: int, position: str) -> list[str]:
        """A text in some style that says it; all lines but a block header are indented."""
        lines = "\n\n".join("\n".join(lines) for lines in paragraphs).split("\n")
        blank = " " * (indent + self._draw(st.integers(0, 3)))
        body = [blank + line if line else "" for line in lines]
        styles = ["|", ">-", "|-", ">", "'", "'"]
        if not any("\\" in line or '"' in line for line in lines):
            styles += ['"', '"']
        if _reads_plain(body, lines, position):
            styles += ["plain"] * 4
        style = self._draw(st.sampled_from(styles))
        if style == "plain":
            return body
        if style in ("'", '"'):
            body = [line.replace("'", "''") if style == "'" else line for line in body]
            body[0] = blank + style + body[0][len(blank) :]
            return [*body[:-1], body[-1] + style]
        return [style, *body]

    def _flow(self, value: Any) -> str | None:
        """A value in brackets, None where a text in it has several lines."""
        comma, colon = self._draw(st.sampled_from([", ", ",  ", " , "])), self._draw(st.sampled_from([": ", ":  "]))
        if _is_text(value):
            return "'" + value[0][0].replace("'", "''") + "'" if len(value) == len(value[0]) == 1 else None
        if isinstance(value, dict):
            pairs = [(key, self._flow(value[key])) for key in self._draw(st.permutations(list(value)))]
            if any(each is None for _, each in pairs):
                return None
            return "{" + comma.join(f"{key}{colon}{each}" for key, each in pairs) + "}"
        items = [self._flow(each) for each in value]
        return None if any(each is None for each in items) else "[" + comma.join(map(str, items)) + "]"


def _is_text(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], list) and isinstance(value[0][0], str)


def _reads_plain(body: list[str], lines: list[str], position: str) -> bool:
    """Whether a text needs no quotes where it is, beside its key or dash and below it."""
    below = "\n".join(body)
    for text in (below.lstrip(" "), f"\n{below}"):
        written = f"title: {text}\nl: v\n" if position == "value" else f"- {text}\n- v\n"
        root, found = parse(Source("", written), names_in_reports())
        node = find(root, ("title",) if position == "value" else (0,)) if root is not None and not found else None
        if not (isinstance(node, Scalar) and node.plain and not node.absent and node.text == "\n".join(lines)):
            return False
    return True
