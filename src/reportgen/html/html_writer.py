"""Document + FittedSheet → one HTML page that needs no other file, to be opened in a browser or sent by mail."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from reportgen.document import (
    ELEMENTS,
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    FittedSheet,
    Grid,
    Heading,
    Inlines,
    Paragraph,
    Run,
    Table,
    TextBlock,
    text_block,
)
from reportgen.style import BlockRole, FontStyle, RunRole


def write_html(document: Document, sheet: FittedSheet) -> str:
    """The document as a page, looking as its style sheet says; contents and charts are left out."""
    body = "\n".join(line for block in document.blocks for line in _block(block))
    title = escape(document.metadata.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{document.metadata.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{_rules(document, sheet)}\n</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Cover):
        yield from (_paragraph("p", line) for line in block.paragraphs)
    elif isinstance(block, Heading):
        yield _paragraph(f"h{block.level}", block)
    elif isinstance(block, Paragraph):
        yield _paragraph("p", block)
    elif isinstance(block, Table):
        yield f"<table>\n<caption>{escape(block.title)}</caption>"
        yield f"<thead>{_row('th', block.head)}</thead>\n<tbody>"
        yield from (_row("td", row) for row in block.rows)
        yield "</tbody>\n</table>"
    elif isinstance(block, Grid):
        for entry in block.entries:
            yield f"<div>{''.join(_paragraph('p', paragraph) for paragraph in entry.paragraphs)}</div>"
    elif isinstance(block, Contents | Chart):
        return
    else:
        assert_never(block)


def _paragraph(tag: str, block: TextBlock) -> str:
    anchor = f' id="{block.anchor}"' if isinstance(block, Heading) else ""
    ordinal = escape(block.ordinal.text) if block.ordinal else ""
    return f'<{tag}{anchor} class="{block.role}">{ordinal}{_inlines(block.inlines)}</{tag}>'


def _row(tag: str, cells: tuple[Inlines, ...]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return f"<tr>{''.join(f'<{tag}{scope}>{_inlines(cell)}</{tag}>' for cell in cells)}</tr>"


def _inlines(inlines: Inlines) -> str:
    return "".join(_run(run) for run in inlines)


def _run(run: Run) -> str:
    text = escape(run.text).replace("\u2028", "<br>")
    if not run.roles:
        return text
    tag = next((tag for role, tag in ELEMENTS.items() if role in run.roles), "span")
    return f'<{tag} class="{" ".join(run.roles)}">{text}</{tag}>'


def _rules(document: Document, sheet: FittedSheet) -> str:
    """The style rules of what the document has, in points as the sheet gives them."""
    base, tables, colours = sheet.looks.block("base"), sheet.style.tables, sheet.style.colours
    rule = f"{tables.rule.points(line=base.line):.2f}pt solid #{colours[tables.colour].hexadecimal}"
    head = f"; background: #{colours[tables.head_fill].hexadecimal}" if tables.head_fill else ""
    inset = tables.inset.points(base.size, base.line)
    lines = [
        f"main {{ max-width: {sheet.area.width:.0f}pt; margin: {base.line:.0f}pt auto; {_block_rule(sheet, 'base')} }}",
        "table { width: 100%; table-layout: fixed; border-collapse: collapse }",
        f"table {{ {_block_rule(sheet, 'table-cell')} }}",
        f"th {{ {_block_rule(sheet, 'table-head')}{head} }}",
        f"th, td {{ border-bottom: {rule}; padding: {inset:.1f}pt; text-align: left; vertical-align: top }}",
        "caption { position: absolute; clip-path: inset(50%) }",
    ]
    shares = next((each.columns for each in document.blocks if isinstance(each, Table)), ())
    total = sum(float(getattr(tables, column)) for column in shares)
    for number, column in enumerate(shares, 1):
        lines.append(f"th:nth-child({number}) {{ width: {getattr(tables, column) / total:.1%} }}")
    roles = dict.fromkeys(text.role for text in map(text_block, document.blocks) if text)
    lines += [f".{role} {{ {_block_rule(sheet, role)} }}" for role in roles]
    lines += [f".{role} {{ {_run_rule(sheet, role)} }}" for role in sorted(sheet.style.runs)]
    return "\n".join(lines)


def _block_rule(sheet: FittedSheet, role: BlockRole) -> str:
    look = sheet.looks.block(role)
    said = [
        f"font: {look.size:.1f}pt/{look.line / look.size:.2f} {_family(sheet.style.fonts[look.font])}",
        f"color: #{look.colour.hexadecimal}",
    ]
    if look.fill:
        said.append(f"background: #{look.fill.hexadecimal}; padding: {look.pad:.1f}pt")
    if look.first_line:
        said.append(f"text-indent: {look.first_line:.1f}pt")
    return "; ".join(said)


def _run_rule(sheet: FittedSheet, role: RunRole) -> str:
    style, look = sheet.style.runs[role], sheet.looks.run("base", (role,))
    said = [f"font-family: {_family(sheet.style.fonts[look.font])}"] if style.font else []
    said += ["font-weight: bold"] if style.bold else []
    said += [f"color: #{look.colour.hexadecimal}"] if style.colour else []
    said += [f"background: #{look.fill.hexadecimal}"] if look.fill else []
    if role in ("inserted", "deleted"):
        said.append("text-decoration: none")
    return "; ".join(said)


def _family(style: FontStyle) -> str:
    names = dict.fromkeys((style.word_latin, style.word, *(face.name for face in style.faces)))
    return ", ".join(f"'{name}'" for name in names)
