"""The files of a style sheet to a PreparedSheet: merged with what it extends, every name in it checked."""

from collections.abc import Iterator, Mapping
from functools import partial

from reportgen.diagnostics import Diagnostic, FieldPath, has_errors
from reportgen.source import Node, Reader, Scalar, Source, field_names, find, merge, parse
from reportgen.style.colours import Colour, colour_reader
from reportgen.style.cover_types import GroundStyle
from reportgen.style.fixed_words import check_words
from reportgen.style.grid_types import GridStyle
from reportgen.style.lengths import Length, read_length
from reportgen.style.limits import check_measures
from reportgen.style.ordinals import ordinal_format
from reportgen.style.prepared import PreparedSheet, SheetNodes, prepare, prepare_printable
from reportgen.style.ready_styles import Load, ready_style
from reportgen.style.renamed_keys import with_new_names
from reportgen.style.sheet_types import StyleSheet
from reportgen.style.workspace_file import WorkspaceFile, read_workspace_file
from reportgen.text.similarity import nearest

_MOST_EXTENDED = 16
"""Sheets below a sheet; whoever reads one has to look into each."""


def read_style(name: str, load: Load) -> tuple[PreparedSheet | None, tuple[Diagnostic, ...]]:
    """A style sheet by name with those it extends; no sheet if anything found is an error."""
    ready = ready_style(name, load)
    if ready is None:
        return read_style_anew(name, load)
    return prepare_printable(ready.style, SheetNodes(partial(_root_of, name, ready.sources))), ()


def _root_of(name: str, sources: Mapping[str, Source]) -> Node:
    """The nodes of a sheet that is sound."""
    root, _ = _load_merged(name, lambda each: (sources[each], ()), ())
    assert root is not None
    return root


def read_style_anew(name: str, load: Load) -> tuple[PreparedSheet | None, tuple[Diagnostic, ...]]:
    """Reads a style sheet as ``read_style`` gives it, whether or not there is a ready-made one."""
    root, found = _load_merged(name, load, ())
    if root is None:
        return None, found
    reader = _reader(root)
    sheet = reader.read(root, StyleSheet)
    found = (*found, *reader.found)
    if sheet is not None:
        found = (*found, *_check_base(sheet, root))
        found = (*found, *_check_names(sheet, root), *_check_ordinals(sheet, root), *check_words(sheet, root))
    if sheet is None or has_errors(found):
        return None, found
    prepared = prepare(sheet, root)
    found = (*found, *check_measures(prepared), *_check_logo(sheet, root))
    return (None if has_errors(found) else prepared), found


def _load_merged(name: str, load: Load, under: tuple[str, ...]) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    source, found = load(name)
    if source is None or has_errors(found):
        return None, found
    root, parsed = parse(source, field_names(StyleSheet))
    found = (*found, *parsed)
    if root is None or has_errors(found):
        return None, found
    root, renamed = with_new_names(root)
    found = (*found, *renamed)
    extends = find(root, ("extends",))
    if not isinstance(extends, Scalar) or extends.absent or extends is root:
        return root, found
    if extends.text in (*under, name):
        place = extends.place(("extends",))
        return None, (*found, Diagnostic("style-extends-itself", place, {"name": name}))
    if len(under) == _MOST_EXTENDED:
        place = extends.place(("extends",))
        return None, (*found, Diagnostic("style-extends-deep", place, {"most": str(_MOST_EXTENDED)}))
    base, inherited = _load_merged(extends.text, load, (*under, name))
    inherited = tuple(_at_its_name(each, extends) for each in inherited)
    if base is None:
        return None, (*inherited, *found, *_faults_of_its_own(root))
    return merge(base, root), (*inherited, *found)


def _faults_of_its_own(root: Node) -> Iterator[Diagnostic]:
    """What is wrong with a sheet whatever it extends."""
    reader = _reader(root)
    reader.read(root, StyleSheet)
    return (each for each in reader.found if each.code not in ("key-missing", "colour-unreadable"))


def _reader(root: Node) -> Reader:
    return Reader({Length: read_length, Colour: colour_reader(root), WorkspaceFile: read_workspace_file})


def _at_its_name(found: Diagnostic, extends: Scalar) -> Diagnostic:
    """The diagnostic; at the name that a sheet extends where there is no such sheet."""
    if found.code != "style-unknown" or found.place is not None:
        return found
    near = nearest(extends.text, str(found.words.get("known", "")).split())
    words = {**found.words, "near": near or ""}
    place = extends.place(("extends",))
    return Diagnostic(found.code, place, words, ("nearest",) if near else found.hints)


def _check_base(sheet: StyleSheet, root: Node) -> Iterator[Diagnostic]:
    """Reports missing fields of ``base``, which all other texts need, and fixed lengths in relative units."""
    base = sheet.text.get("base")
    for at, length in _fixed_lengths(sheet):
        if length.unit in ("em", "line"):
            node = find(root, at)
            text = node.text if isinstance(node, Scalar) else ""
            yield Diagnostic("length-relative", node.place(at), {"text": text}, ("write-length",))
    for key, value in (("font", base and base.font), ("size", base and base.size)):
        if value is None:
            path: FieldPath = ("text", "base")
            yield Diagnostic("key-missing", find(root, path).place(path), {"key": key}, ("add-key",))


def _fixed_lengths(sheet: StyleSheet) -> Iterator[tuple[FieldPath, Length]]:
    """The lengths that define ems and lines, and that of a table's rule, which belongs to no text."""
    for name in sheet.page.__struct_fields__:
        length = getattr(sheet.page, name)
        if isinstance(length, Length):
            yield ("page", name), length
    yield ("tables", "rule"), sheet.tables.rule
    base = sheet.text.get("base")
    if base and base.size:
        yield ("text", "base", "size"), base.size


def _check_names(sheet: StyleSheet, root: Node) -> Iterator[Diagnostic]:
    for kind, known, uses in (
        ("colour-unknown", sheet.colours, _colour_uses(sheet)),
        ("font-unknown", sheet.fonts, _font_uses(sheet)),
    ):
        for path, name in uses:
            if name is not None and name not in known:
                words = {"name": name, "known": " ".join(known)}
                yield Diagnostic(kind, find(root, path).place(path), words, ("known-names",))


def _colour_uses(sheet: StyleSheet) -> Iterator[tuple[FieldPath, str | None]]:
    for role, text in sheet.text.items():
        yield ("text", role, "colour"), text.colour
        yield ("text", role, "fill"), text.fill
        yield ("text", role, "rule", "colour"), text.rule.colour if text.rule else None
    for run_role, run in sheet.runs.items():
        yield ("runs", run_role, "colour"), run.colour
        yield ("runs", run_role, "fill"), run.fill
    chart = sheet.metrics.chart if sheet.metrics else None
    keys = ("colour", "past", "axis", "line_colour")
    if chart:
        yield from ((("metrics", "chart", key), getattr(chart, key)) for key in keys)
    small = sheet.small_charts
    if small:
        yield from ((("small_charts", key), getattr(small, key)) for key in keys)
    for name in ("cards", "figure_rows", "plan", "task_rows"):
        grid: GridStyle | None = getattr(sheet, name)
        if grid is not None:
            yield (name, "fill"), grid.fill
            yield (name, "rule_colour"), grid.rule_colour
    for name in ("cover_ground", "colophon_ground"):
        ground: GroundStyle | None = getattr(sheet, name)
        if ground is not None:
            yield (name, "colour"), ground.colour
    yield ("tables", "colour"), sheet.tables.colour
    yield ("tables", "head_fill"), sheet.tables.head_fill


def _font_uses(sheet: StyleSheet) -> Iterator[tuple[FieldPath, str | None]]:
    for role, text in sheet.text.items():
        yield ("text", role, "font"), text.font
    for run_role, run in sheet.runs.items():
        yield ("runs", run_role, "font"), run.font


def _check_logo(sheet: StyleSheet, root: Node) -> Iterator[Diagnostic]:
    """Reports a logo that prints nowhere because no line of a cover shows it."""
    path: FieldPath = ("logo",)
    if sheet.logo is None:
        return
    place = find(root, path).place(path)
    if not sheet.cover_page:
        yield Diagnostic("logo-coverless", place)
    elif all(line.field != "logo" for line in sheet.cover):
        yield Diagnostic("logo-unplaced", place)


def _check_ordinals(sheet: StyleSheet, root: Node) -> Iterator[Diagnostic]:
    formats: list[tuple[FieldPath, str | None]] = [(("body_page_number",), sheet.body_page_number)]
    for name in ("reviews", "tasks", "insights"):
        part = sheet.part(name)
        formats.append(((name, "ordinal"), part.ordinal))
        formats.append(((name, "sections", "ordinal"), part.sections.ordinal))
        formats.append(((name, "items", "ordinal"), part.items.ordinal))
    if sheet.contents:
        formats.append((("contents", "page_number"), sheet.contents.page_number))
    if sheet.cards:
        formats.append((("cards", "ordinal"), sheet.cards.ordinal))
    if sheet.metrics:
        formats.append((("metrics", "ordinal"), sheet.metrics.ordinal))
    if sheet.glossary:
        formats.append((("glossary", "ordinal"), sheet.glossary.ordinal))
        formats.append((("glossary", "mark"), sheet.glossary.mark))
    for path, text in formats:
        if text is not None and ordinal_format(text) is None:
            yield Diagnostic("ordinal-unreadable", find(root, path).place(path), {"text": text})
