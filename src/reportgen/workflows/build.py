"""Joins the stages: files of a workspace in, diagnostics and files out. Never prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Place, Severity, has_errors, in_order
from reportgen.report import Reading, Report, names_in_reports, read_report, resolve
from reportgen.rules import Ignored, RuleContext, Settings, apply_severities, check_rules, read_ignored, read_settings
from reportgen.source import Source, decode, find, parse
from reportgen.workspace.files import CommandError, Workspace, installed_font_files, write_files
from reportgen.writers.formats import format_named
from reportgen.writers.render import Progress, RenderJob, render

if TYPE_CHECKING:  # `check` of a sound report needs neither
    from reportgen.document import Document, Stamp
    from reportgen.fonts import Face, FontBook, FontLibrary
    from reportgen.pictures import Picture
    from reportgen.style import PreparedSheet, StyleSheet
    from reportgen.writers.text_places import Roots

FORMATS = ("docx", "pdf")
"""What is built unless other formats are asked for."""

DEFAULT_STYLE = "plenary"


class Checked(Struct, frozen=True):
    """A report read, and composed where that was asked for; no document where it, or its style sheet, has errors.

    ``lines`` are the lines of every file read, by the name shown for it, to show diagnostics in; ``texts`` the texts
    that outputs are made from, by the names a ``Stamp`` gives them.
    """

    year: int
    document: Document | None
    sheet: PreparedSheet | None
    reading: Reading | None
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]
    texts: Mapping[str, str]
    logo: LoadedLogo


class LoadedLogo(Struct, frozen=True):
    """The picture a style sheet names for the cover and its file; both None where it names none or has errors."""

    picture: Picture | None = None
    content: bytes | None = None
    found: tuple[Diagnostic, ...] = ()


class LoadedStyle(Struct, frozen=True):
    """A style sheet, None where it has errors, and what was found in it; ``texts`` of it and those it extends."""

    sheet: PreparedSheet | None
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]
    texts: Mapping[str, str]


class Output(Struct, frozen=True):
    """One file written. ``pages`` is 0 where the format knows none."""

    year: int
    format: str
    path: str
    size: int
    pages: int


class WriteResult(Struct, frozen=True):
    """What a build wrote, nothing where anything found is an error, and what it found."""

    outputs: tuple[Output, ...]
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]


class FontUse(Struct, frozen=True):
    """The faces of a style sheet, of those roles that have one, and the characters of a report that others lend.

    ``lent`` is by role and character, None where no face has it. ``composed`` tells whether a report was looked at.
    """

    sheet: PreparedSheet | None
    book: FontBook | None
    lent: Mapping[tuple[str, str], Face | None]
    composed: bool
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]


class BuildResult(Struct, frozen=True):
    """The bytes of every format, none where anything found is an error.

    ``stamp`` of what could be read; None of what is made of two reports.
    """

    contents: Mapping[str, bytes]
    pages: int
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]
    stamp: Stamp | None


class CheckOptions(Struct, frozen=True):
    """How to check: under which style sheet, as a draft that may have leftovers, with warnings as errors.

    Without a style sheet, under the usual one, which then is not itself checked where it is the program's.
    """

    style: str | None = None
    draft: bool = False
    strict: bool = False


class Request(Struct, frozen=True):
    """What to build: how to check first, the formats, and the folder; the year's own under ``build/`` where None.

    ``attach_source``: the report and its style sheets travel inside the PDF. ``font_folders`` are where installed fonts
    may be looked for; without any, the same input gives the same bytes on every machine. ``draft``: the number that
    the pages of a draft show, 0 for what is final.
    """

    manner: CheckOptions = CheckOptions()
    formats: tuple[str, ...] = FORMATS
    folder: Path | None = None
    font_folders: tuple[Path, ...] = ()
    attach_source: bool = False
    draft: int = 0


def check(workspace: Workspace, year: int, manner: CheckOptions) -> Checked:
    """Reads a year's report; everything wrong with it, and with a style sheet of the workspace's own, is found."""
    return _Checker(workspace, year, manner).check(composing=False)


def load_style(workspace: Workspace, name: str) -> LoadedStyle:
    """Reads a style sheet of the workspace or of the program."""
    lines: dict[str, Sequence[str]] = {}
    texts: dict[str, str] = {}

    def load(wanted: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        try:
            shown, content = workspace.read_style(wanted)
        except CommandError as missing:
            return None, (missing.diagnostic,)
        source, found = decode(shown, content)
        if source is not None:
            lines[source.file] = source.lines
            texts[f"style:{wanted}"] = source.text
        return source, found

    from reportgen.style import read_style

    sheet, found = read_style(name, load)
    return LoadedStyle(sheet, found, lines, texts)


def load_logo(workspace: Workspace, sheet: PreparedSheet) -> LoadedLogo:
    """Reads the picture of a style sheet's logo."""
    logo = sheet.style.logo
    if logo is None:
        return LoadedLogo()
    from reportgen.pictures import LARGEST_PICTURE, read_picture

    file = logo.file
    try:
        content = workspace.read_inside(file.path, LARGEST_PICTURE)
    except CommandError as refused:
        place = refused.diagnostic.place or file.place
        return LoadedLogo(found=(replace(refused.diagnostic, place=place),))
    if content is None:
        return LoadedLogo(found=(Diagnostic("picture-missing", file.place, {"file": file.path}),))
    look = sheet.looks.block("cover-logo")
    picture, found = read_picture(content, file.path, logo.height.points(look.size, look.line))
    return LoadedLogo(picture, content if picture else None, found)


def make(workspace: Workspace, year: int, request: Request, progress: Progress) -> BuildResult:
    """Makes the outputs of a year without writing them; none unless report, style sheet and fonts are sound."""
    progress("read")
    checker = _Checker(workspace, year, request.manner)
    checked = checker.check(composing=True)
    from reportgen.document import stamp_of

    style = request.manner.style or DEFAULT_STYLE
    stamp = stamp_of(__version__, year, style, checked.texts, request.draft, checked.logo.content)
    if checked.document is None or checked.sheet is None or checked.reading is None:
        return BuildResult({}, 0, checked.found, checked.lines, stamp)
    if request.draft and checked.sheet.style.draft is None:
        place = Place(workspace.shown(workspace.style_paths()[style]))
        unstyled = Diagnostic("draft-unstyled", place, {"style": style})
        return BuildResult({}, 0, checker.settled((unstyled,)), checked.lines, stamp)
    metadata = replace(checked.document.metadata, stamp=stamp.text(), short_hash=stamp.short(), draft=request.draft)
    document = replace(checked.document, metadata=metadata)
    sources = _file_names(checked.texts, year) if request.attach_source else {}
    job = RenderJob(document, checked.sheet, checked.reading, request.formats, sources, checked.logo.picture)
    rendered = render(job, lambda: fonts_at_hand(workspace, request.font_folders), progress)
    found = checker.settled(
        (*rendered.found, *_too_many_pages(rendered.pages, style, checked.sheet.style, checked.reading))
    )
    return BuildResult({} if has_errors(found) else rendered.contents, rendered.pages, found, checked.lines, stamp)


def _too_many_pages(pages: int, style: str, sheet: StyleSheet, reading: Reading) -> Iterator[Diagnostic]:
    most = sheet.page.max_pages
    if most is not None and pages > most:
        words = {"pages": str(pages), "most": str(most), "style": style}
        yield Diagnostic("pages-too-many", Place(reading.root.source.file), words)


def _file_names(texts: Mapping[str, str], year: int) -> dict[str, str]:
    """Texts by the names their files have where they travel with a PDF."""
    names = {"report": f"{year}.yaml", "last-year": f"{year - 1}.yaml"}
    return {names.get(name, f"{name.removeprefix('style:')}.yaml"): text for name, text in sorted(texts.items())}


def build(workspace: Workspace, year: int, request: Request, progress: Progress) -> WriteResult:
    """Builds the outputs of a year. Nothing is written unless report, style sheet and fonts are sound."""
    made = make(workspace, year, request, progress)
    if not made.contents:
        return WriteResult((), made.found, made.lines)
    progress("write")
    folder = request.folder or workspace.output_folder(year)
    return write_outputs(workspace, made, year, folder / "report")


def write_outputs(workspace: Workspace, made: BuildResult, year: int, stem: Path) -> WriteResult:
    """Writes what was made, each format with its own ending after the stem: all or none."""
    files = [
        (format_, stem.with_name(f"{stem.name}.{format_.ending}"), content)
        for format_, content in ((format_named(name), content) for name, content in made.contents.items())
    ]
    try:
        write_files((path, workspace.shown(path), content) for _, path, content in files)
    except CommandError as refused:
        return WriteResult((), (*made.found, refused.diagnostic), made.lines)
    outputs = tuple(
        Output(year, format_.name, str(path), len(content), made.pages if format_.needs == "layout" else 0)
        for format_, path, content in files
    )
    return WriteResult(outputs, made.found, made.lines)


class _Checker:
    """Reads one year, remembering the files it read and what it found."""

    def __init__(self, workspace: Workspace, year: int, manner: CheckOptions) -> None:
        self._workspace = workspace
        self._year = year
        self._manner = manner
        self._found: list[Diagnostic] = []
        self._lines: dict[str, Sequence[str]] = {}
        self.texts: dict[str, str] = {}
        self._ignored: dict[str, tuple[Ignored, ...]] = {}
        self._settings = Settings()

    def check(self, *, composing: bool) -> Checked:
        """The report; composed under its style sheet where asked for, and where only composing finds everything."""
        self._read_settings()
        reading = self.read()
        previous = self._previous() if reading else None
        if reading is not None:
            self._found += check_rules(RuleContext(reading, previous))
        report = reading.report if reading else None
        sheet: PreparedSheet | None = None
        document: Document | None = None
        if composing or self._has_own_style() or (report is not None and report.glossary):
            sheet = self._sheet()
        logo = load_logo(self._workspace, sheet) if sheet else LoadedLogo()
        self._found += logo.found
        if reading and report and sheet and not has_errors(self.settled()):
            document = self._compose(reading, report, previous, sheet)
        return Checked(self._year, document, sheet, reading, self.settled(), self._lines, self.texts, logo)

    def settled(self, later: Sequence[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """Everything found, and what later stages found, in order and as grave as the workspace makes it."""
        draft, strict = self._manner.draft, self._manner.strict
        found = (*self._found, *later)
        return in_order(apply_severities(found, self._settings, self._ignored, draft=draft, strict=strict))

    def _has_own_style(self) -> bool:
        """Whether the style sheet was asked for, or is not the program's, which is sound."""
        if self._manner.style is not None:
            return True
        path = self._workspace.style_paths().get(DEFAULT_STYLE)
        return path is None or not path.is_relative_to(self._workspace.builtin_styles)

    def read(self) -> Reading | None:
        """The year's file as far as it can be read."""
        try:
            content = self._workspace.read_report(self._year)
        except CommandError as missing:
            self._found.append(missing.diagnostic)
            return None
        source = self._decode(self._workspace.shown(self._workspace.report_path(self._year)), content)
        if source is None:
            return None
        self.texts["report"] = source.text
        root, found = parse(source, names_in_reports())
        self._found += found
        if root is None:
            return None
        self._ignored[source.file], found = read_ignored(source, root)
        self._found += found
        reading = read_report(root, self._year)
        self._found += reading.found
        return reading

    def _read_settings(self) -> None:
        file = self._workspace.read_settings()
        source = self._decode(*file) if file else None
        if source is not None:
            self._settings, found = read_settings(source)
            self._found += found

    def _decode(self, file: str, content: bytes) -> Source | None:
        source, found = decode(file, content)
        self._found += found
        if source is not None:
            self._lines[source.file] = source.lines
        return source

    def _previous(self) -> Report | None:
        """Last year's report where it can be read; its own faults are for its own check."""
        year = self._year - 1
        if not self._workspace.report_path(year).is_file():
            return None
        checker = _Checker(self._workspace, year, self._manner)
        reading = checker.read()
        if "report" in checker.texts:
            self.texts["last-year"] = checker.texts["report"]
        return reading.report if reading else None

    def _sheet(self) -> PreparedSheet | None:
        loaded = load_style(self._workspace, DEFAULT_STYLE if self._manner.style is None else self._manner.style)
        self._found += loaded.found
        self._lines.update(loaded.lines)
        self.texts.update(loaded.texts)
        return loaded.sheet

    def _compose(self, reading: Reading, report: Report, previous: Report | None, sheet: PreparedSheet) -> Document:
        from reportgen.document import compose

        composition = compose(resolve(report, previous, sheet.style.numbers.grouping), sheet)
        for index in composition.unnumbered_terms:
            place = find(reading.root, ("glossary", index, "term")).place(("glossary", index, "term"))
            self._found.append(Diagnostic("glossary-unnumbered", place, {"term": report.glossary[index].term}))
        return composition.document


def fonts_of(workspace: Workspace, year: int | None, manner: CheckOptions, font_folders: Iterable[Path]) -> FontUse:
    """The faces of a style sheet and, with a year, what its report needs that they lack."""
    from reportgen.document import fit
    from reportgen.fonts import open_fonts
    from reportgen.fonts.describing import lending
    from reportgen.layout import lay_out
    from reportgen.writers.text_places import missing_characters

    if year is None:
        loaded = load_style(workspace, manner.style or DEFAULT_STYLE)
        checked = Checked(0, None, loaded.sheet, None, loaded.found, loaded.lines, loaded.texts, LoadedLogo())
    else:
        checked = _Checker(workspace, year, manner).check(composing=True)
    if checked.sheet is None:
        return FontUse(None, None, {}, False, checked.found, checked.lines)
    library = fonts_at_hand(workspace, font_folders)
    book, found = open_fonts(checked.sheet.style, library)
    found = tuple(each for each in checked.found if each.severity is Severity.ERROR) + found
    if book is None:
        without = {str(each.words["name"]) for each in found if each.code == "face-unknown"}
        book = _book_without(checked.sheet.style, without, library)
        return FontUse(checked.sheet, book, {}, False, in_order(found), checked.lines)
    if checked.document is None or checked.reading is None:
        return FontUse(checked.sheet, book, {}, False, in_order(found), checked.lines)
    noting = lending(book)
    layout = lay_out(checked.document, fit(checked.sheet, checked.document), noting)
    roots: Roots = {"report": checked.reading.root, "sheet": checked.sheet.root}
    found += missing_characters(layout.missing, roots)
    return FontUse(checked.sheet, book, noting.lent, True, in_order(found), checked.lines)


def _book_without(sheet: StyleSheet, roles: set[str], library: FontLibrary) -> FontBook | None:
    """The faces of a style sheet but those of some roles."""
    from msgspec.structs import replace

    from reportgen.fonts import open_fonts

    fonts = {role: font for role, font in sheet.fonts.items() if role not in roles}
    return open_fonts(replace(sheet, fonts=fonts), library)[0]


def fonts_at_hand(workspace: Workspace, font_folders: Iterable[Path]) -> FontLibrary:
    """The faces in the workspace, in folders of installed ones, and the program's."""
    from reportgen.fonts import font_library

    return font_library(workspace.font_files(), installed_font_files(font_folders))
