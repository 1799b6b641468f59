"""Formats a year's file: read, put into the standard format, written if it still means the same. Never prints."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings, FixKind, Place, apply_edits, has_errors, in_order
from reportgen.formatting import AppliedFix, apply_fixes, format_text, same_meaning
from reportgen.source import Source
from reportgen.workflows.report_files import ReportFile, read_report_file, read_report_source
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, replace_file


class FormatOptions(Struct, frozen=True):
    """How to format: what to fix first (``ime``, ``punctuation``), whether to change the encoding, and to write."""

    fixes: tuple[FixKind, ...] = ()
    encoding: bool = False
    write: bool = True


class FormatResult(Struct, frozen=True):
    """What became of a file: its lines before and after, its text, the fixes made in it, whether it differs.

    With any finding the file is untouched, and there is no text.
    """

    file: str
    before: Sequence[str]
    after: Sequence[str]
    text: str = ""
    fixes: tuple[AppliedFix, ...] = ()
    changed: bool = False
    written: bool = False
    findings: Findings = Findings()


class FormattedText(Struct, frozen=True):
    """A text in the standard format with the fixes made in it; or no text, and what prevents it."""

    source: Source | None
    fixes: tuple[AppliedFix, ...] = ()
    found: tuple[Diagnostic, ...] = ()


_AMBIGUOUS = (
    "key-unknown",
    "key-misplaced",
    "slip-colon-missing",
    "slip-dash-missing",
    "type-not-text",
    "type-not-list",
    "type-not-mapping",
)
"""Errors that leave open what belongs where; other errors of content do not concern the format."""

_MOST_ROUNDS = 20
"""Fixing one mistake may reveal the next, which it hid; each round reads the text anew."""


def format_report(workspace: Workspace, year: int, options: FormatOptions) -> FormatResult:
    """Formats the file of a year. It is written only if it then reads as the same report."""
    path = workspace.report_path(year)
    name = workspace.shown(path)
    try:
        content = workspace.read_report(year)
    except CommandError as missing:
        return FormatResult(name, (), (), findings=Findings((missing.diagnostic,)))
    file = read_report_file(name, content, year)
    result = format_file(file, content, year, options)
    if not (result.changed and options.write):
        return result
    try:
        replace_file(NewFile(path, name, result.text.encode()), content, workspace.root)
    except CommandError as refused:
        return _untouched(file, (refused.diagnostic,))
    return replace(result, written=True)


def format_file(file: ReportFile, content: bytes, year: int, options: FormatOptions) -> FormatResult:
    """Formats what was read of a file, without writing; ``content`` are its bytes."""
    found = file.file_diagnostics
    if file.source is None:
        return FormatResult(file.name, (), (), findings=Findings(found))
    if not options.encoding and any(each.code == "encoding-other" for each in found):
        return _untouched(file, (Diagnostic("fmt-encoding", Place(file.name), {}, ("pass-encoding",)),))
    if has_errors(found):
        return _untouched(file, (*found, *_all_diagnostics(file)))
    formatted = _formatted(file, year, options.fixes)
    if formatted.source is None:
        return _untouched(file, (*found, *formatted.found))
    before, after = file.source, formatted.source
    changed = after.text.encode() != content
    return FormatResult(file.name, before.lines, after.lines, after.text, formatted.fixes, changed)


def format_source(source: Source, year: int, kinds: tuple[FixKind, ...] = ()) -> FormattedText:
    """A text in the standard format, mistakes of the given kinds fixed first.

    No text if it is ambiguous what the file means, or whether the result means the same (``fmt-unsure``).
    """
    return _formatted(read_report_source(source, year), year, kinds)


def _formatted(file: ReportFile, year: int, kinds: tuple[FixKind, ...]) -> FormattedText:
    """A file that has been read, in the standard format as ``format_source`` gives it."""
    before, fixes = _fixed(file, year, kinds)
    fixed = before.source
    if fixed is None or before.reading is None or _is_ambiguous(before):
        return FormattedText(None, found=_all_diagnostics(file))
    after = Source(fixed.file, apply_edits(fixed.text, format_text(fixed, before.reading.root)))
    if after.text == fixed.text:
        return FormattedText(fixed, fixes)
    again = read_report_source(after, year)
    if again.reading is None or _is_ambiguous(again) or not same_meaning(before.reading, again.reading):
        return FormattedText(None, found=(Diagnostic("fmt-unsure", Place(fixed.file)),))
    return FormattedText(after, fixes)


def can_format_after(file: ReportFile, year: int, kinds: tuple[FixKind, ...]) -> bool:
    """Whether a file can be formatted once mistakes of some kinds are fixed, as far as reading it shows."""
    if file.source is None or has_errors(file.file_diagnostics):
        return False
    return not _is_ambiguous(_fixed(file, year, kinds)[0])


def _untouched(file: ReportFile, found: tuple[Diagnostic, ...]) -> FormatResult:
    lines = file.source.lines if file.source else ()
    return FormatResult(file.name, lines, lines, findings=Findings(in_order(found), file.lines))


def _is_ambiguous(file: ReportFile) -> bool:
    """Whether it is not certain what a file means."""
    if file.reading is None or has_errors(file.yaml_diagnostics):
        return True
    return any(each.code in _AMBIGUOUS for each in file.reading.found)


def _all_diagnostics(file: ReportFile) -> tuple[Diagnostic, ...]:
    """The diagnostics of a text as ``check`` gives them without last year's report."""
    if file.reading is None:
        return file.yaml_diagnostics
    from reportgen.rules.checking import check_rules  # which a file that can be formatted does not need
    from reportgen.rules.context import RuleContext

    return (*file.yaml_diagnostics, *file.reading.found, *check_rules(RuleContext(file.reading, None)))


def _fixed(file: ReportFile, year: int, kinds: tuple[FixKind, ...]) -> tuple[ReportFile, tuple[AppliedFix, ...]]:
    """A file with the mistakes of the given kinds fixed, read anew after each round, and every fix made."""
    fixes: list[AppliedFix] = []
    for _ in range(_MOST_ROUNDS if kinds else 0):
        if file.source is None:
            break
        fixed = apply_fixes(file.source, _all_diagnostics(file), kinds)
        if not fixed.fixes:
            break
        fixes += fixed.fixes
        file = read_report_source(Source(file.source.file, fixed.text), year)
    return file, tuple(fixes)
