"""Writes ``docs/style-sheets.md`` and ``docs/style-sheets.zh.md``: every key a style sheet may have.

Types, ranges and defaults come from what a sheet is read by, sentences from its descriptions.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from reportgen.diagnostics import Language
from reportgen.source import ListShape, RecordShape, Shape, TableShape, TextShape, record_shape
from reportgen.source.schema_builder import Description
from reportgen.source.shapes import ChoiceShape, CustomShape, FlagShape, RealShape, WholeShape
from reportgen.style import StyleSheet
from reportgen.style.colours import Colour
from reportgen.style.length_ranges import length_range
from reportgen.style.lengths import Length
from reportgen.style.roles import PARENT_ROLES
from reportgen.style.sheet_descriptions import FIELDS, RECORDS
from reportgen.style.workspace_file import WorkspaceFile

DOCUMENTS: dict[str, Language] = {"style-sheets.md": "en", "style-sheets.zh.md": "zh"}

_DOCS = Path(__file__).parent.parent / "docs"
_WORDS: dict[str, dict[Language, str]] = {
    "head": {
        "en": """\
# Style sheets

*[中文](style-sheets.zh.md)*

A style sheet, `styles/NAME.yaml`, decides how a report looks. A small one changes a few keys of another:

```yaml
schema: 1
extends: plenary          # official, lectern and handout may be extended as well
description: 试印版
colours: {accent: "#0b5394"}
text:
  heading-1: {size: 20pt}
```

`reportgen styles` lists the style sheets, `reportgen styles --preview` draws them, and
`reportgen build 2025 --style NAME` prints with one of them.

An editor suggests and checks every key once it has the schema: run
`reportgen schema style > styles/style.schema.json`, and begin the sheet with
`# yaml-language-server: $schema=style.schema.json`.

- **Lengths**: `12pt`, `5mm`, `2em` (of the text's own size), `1.5行` (lines of the page's grid), named sizes such as
  `三号` or `小四`, and `0`. From 0 to 550mm unless a range is given.
- **Colours**: `"#9b1b1e"` in quotes, or `accent 15%`, so much of another colour of the sheet on white.
- **extends** lays the sheet over another one key by key. Lists are replaced as a whole; `~` takes away what the other
  sheet has.
- A required key may be left out only where the sheet below has it. “—” means that there is nothing unless you write
  it, or what the description says.

This page is generated; `make goldens` renews it.
""",
        "zh": """\
# 版式

*[English](style-sheets.md)*

版式 `styles/NAME.yaml` 决定报告的样子。要小改，就在别的版式的基础上只写不同的项：

```yaml
schema: 1
extends: plenary          # 也可以是 official、lectern、handout
description: 试印版
colours: {accent: "#0b5394"}
text:
  heading-1: {size: 20pt}
```

`reportgen styles` 列出全部版式，`reportgen styles --preview` 画出样子，
`reportgen build 2025 --style NAME` 用某个版式印。

编辑器有了 schema，就会提示和检查每一项：运行 `reportgen schema style > styles/style.schema.json`，
版式的第一行写 `# yaml-language-server: $schema=style.schema.json`。

- **长度**：`12pt`、`5mm`、`2em`（本段的字宽）、`1.5行`（页面行格的行）、`三号` `小四` 等字号、`0`。
  没有写明范围的是 0 到 550mm。
- **颜色**：带引号的 `"#9b1b1e"`，或 `accent 15%`：另一种颜色的百分之几，印在白纸上。
- **extends** 逐项盖在别的版式上；列表整个换掉；写 `~` 就去掉别的版式里的那一项。
- 必填的项，只有下面的版式里已有时才可以不写。“—”表示不写就没有，或照说明里讲的。

本页自动生成，用 `make goldens` 更新。
""",
    },
    "top": {"en": "All keys", "zh": "全部的项"},
    "key": {"en": "Key", "zh": "项"},
    "type": {"en": "Value", "zh": "值"},
    "default": {"en": "Default", "zh": "默认"},
    "about": {"en": "Description", "zh": "说明"},
    "role": {"en": "Role", "zh": "角色"},
    "like": {"en": "Like", "zh": "近似"},
    "required": {"en": "required", "zh": "必填"},
    "text": {"en": "text", "zh": "文字"},
    "length": {"en": "length", "zh": "长度"},
    "colour": {"en": "colour", "zh": "颜色"},
    "file": {"en": "file", "zh": "文件"},
    "whole": {"en": "whole number", "zh": "整数"},
    "real": {"en": "number", "zh": "数"},
    "list": {"en": "list: {}", "zh": "列表：{}"},
    "names": {"en": "NAME: {}", "zh": "名字: {}"},
    "roles": {"en": "ROLE: {}", "zh": "角色: {}"},
    "roles-of": {"en": "Roles of `{}`", "zh": "`{}` 里的角色"},
}
_CUSTOM: dict[type, str] = {Length: "length", Colour: "colour", WorkspaceFile: "file"}


def reference(language: Language) -> str:
    """The page in one language."""
    parts = [_word("head", language)]
    for record in RECORDS:
        parts += _section(record, language)
    return "\n".join(parts)


def _section(record: type[Struct], language: Language) -> Iterator[str]:
    """One record: its keys, and the roles its tables have."""
    name = ", ".join(f"`{path}`" for path in _paths(record)) or _word("top", language)
    yield f'<a id="{record.__name__}"></a>\n\n## {name}\n\n{_sentence(RECORDS[record], language)}\n'
    yield "\n".join(_table(("key", "type", "default", "about"), _rows(record, language), language))
    for key, description in FIELDS[record].items():
        if description.keys:
            yield f"### {_word('roles-of', language).format(key)}\n"
            heads = ("role", "about", "like") if PARENT_ROLES.keys() & description.keys else ("role", "about")
            yield "\n".join(_table(heads, _roles(description.keys, language), language))


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]], language: Language) -> Iterator[str]:
    yield f"| {' | '.join(_word(head, language) for head in heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(row[: len(heads)])} |"
    yield ""


def _rows(record: type[Struct], language: Language) -> Iterator[tuple[str, ...]]:
    shape = record_shape(record)
    defaults = {each.name: each.default for each in fields(record)}
    for key, field in shape.fields.items():
        kind = _kind(field.shape, language)
        if isinstance(field.shape, CustomShape) and field.shape.type is Length:
            kind += _range(record, key)
        default = _word("required", language) if field.required else _default(defaults[key])
        yield f"`{key}`", kind, default, _sentence(FIELDS[record][key], language)


def _roles(keys: Mapping[str, Description], language: Language) -> Iterator[tuple[str, ...]]:
    for role, description in keys.items():
        parent = next((f"`{parent}`" for child, parent in PARENT_ROLES.items() if child == role), "")
        yield f"`{role}`", _sentence(description, language), parent


def _kind(shape: Shape, language: Language) -> str:
    """What may be written, in words."""
    if isinstance(shape, RecordShape):
        short = f"{_kind(shape.fields[shape.shorthand].shape, language)} / " if shape.shorthand else ""
        return f"{short}[{{…}}](#{shape.type.__name__})"
    if isinstance(shape, ListShape):
        return _word("list", language).format(_kind(shape.of, language))
    if isinstance(shape, TableShape):
        keys = "names" if isinstance(shape.key, TextShape) else "roles"
        return _word(keys, language).format(_kind(shape.of, language))
    if isinstance(shape, CustomShape):
        return _word(_CUSTOM[shape.type], language)
    if isinstance(shape, ChoiceShape):
        return " ".join(f"`{value}`" for value in shape.values)
    if isinstance(shape, FlagShape):
        return "`true` `false`"
    if isinstance(shape, WholeShape | RealShape):
        return _word("whole" if isinstance(shape, WholeShape) else "real", language) + _bounds(shape)
    return _word("text", language)


def _bounds(shape: WholeShape | RealShape) -> str:
    if shape.least is None and shape.most is None:
        return ""
    return f" {shape.least:g}–{shape.most:g}" if shape.most is not None else f" ≥ {shape.least:g}"


def _range(record: type[Struct], key: str) -> str:
    least, most = length_range(record, key)
    usual = length_range(Struct, "")
    return "" if (least, most) == usual else f" {least}–{most}"


def _default(value: object) -> str:
    """A default that is written as one scalar; a space of its own width is named."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return "U+3000" if value == "\u3000" else f"`{value}`" if value else "—"
    return f"`{value:g}`" if isinstance(value, int | float) else f"`{value}`" if isinstance(value, Length) else "—"


def _paths(record: type[Struct]) -> list[str]:
    """Where in a style sheet such records are."""
    found: list[str] = []
    ways: list[tuple[str, Shape]] = [(key, field.shape) for key, field in record_shape(StyleSheet).fields.items()]
    for path, shape in ways:
        if isinstance(shape, RecordShape):
            found += [path] if shape.type is record else []
            ways += [(f"{path}.{key}", field.shape) for key, field in shape.fields.items()]
        elif isinstance(shape, ListShape):
            ways.append((path, shape.of))
        elif isinstance(shape, TableShape):
            ways.append((f"{path}.{'NAME' if isinstance(shape.key, TextShape) else 'ROLE'}", shape.of))
    return found


def _sentence(description: Description, language: Language) -> str:
    return (description.zh if language == "zh" else description.en).replace("|", "\\|").replace("*", "\\*")


def _word(key: str, language: Language) -> str:
    return _WORDS[key][language]


def main() -> None:
    """Writes both pages."""
    for name, language in DOCUMENTS.items():
        (_DOCS / name).write_text(reference(language), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
