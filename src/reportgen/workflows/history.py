"""What files were at earlier commits, found by the digests of a stamp: the texts, and the inputs of a build."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import EARLIER, LAST_YEAR, REPORT, STYLE, Stamp, stamp_of
from reportgen.source import Source, decode
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.report_files import ReportFile, read_report_source
from reportgen.workflows.style_files import StyleFiles, read_style_files
from reportgen.workspace.files import DATA, STYLES, Workspace
from reportgen.workspace.git import committed_on, file_at, files_at, revisions_of
from reportgen.workspace.refusals import CommandError

_MOST_REVISIONS = 500
"""Commits of the report's file that are looked through for the one a finished file was made from."""

_SHORT = 9
_MOST_FOLDERS = 50
"""Commits at which all reports of earlier years are read, for those that were there."""


class Commit(Struct, frozen=True):
    """A commit by its whole name, and the day it was made."""

    name: str
    day: datetime.date | None

    @property
    def short(self) -> str:
        """Its name as people write it."""
        return self.name[:_SHORT]


def decoded(file: str, content: bytes) -> Source:
    """The text of a file.

    Raises:
        CommandError: its bytes are no text.

    """
    source, found = decode(file, content)
    if source is None:
        raise CommandError(found[0])
    return source


def past_texts(workspace: Workspace, path: str) -> Iterator[Source]:
    """The texts of a file at the commits that changed it, the newest first; none outside a repository."""
    return (source for _, source in _past(workspace, path))


def commit_of(workspace: Workspace, path: str, digest: str) -> Commit | None:
    """The newest commit that made a file what a stamp has the digest of; None where the history has none."""
    for revision, source in _past(workspace, path):
        if with_digest((source,), digest):
            return Commit(revision, committed_on(workspace.root, revision))
    return None


def _past(workspace: Workspace, path: str) -> Iterator[tuple[str, Source]]:
    for revision in commits_of(workspace, path):
        with suppress(CommandError):
            yield revision, decoded(f"{revision[:_SHORT]}:{path}", file_at(workspace.root, revision, path))


def commits_of(workspace: Workspace, path: str) -> tuple[str, ...]:
    """The commits that changed a file or a folder, the newest first; none outside a repository."""
    try:
        return tuple(revisions_of(workspace.root, path, _MOST_REVISIONS))
    except CommandError:
        return ()


def with_digest(sources: Iterable[Source], digest: str | None) -> Source | None:
    """The first of some texts that a stamp has the digest of."""
    return next((each for each in sources if digests_of({REPORT: each.text})[REPORT] == digest), None)


def digests_of(texts: Mapping[str, str]) -> dict[str, str]:
    """The digests of inputs, as a stamp has them."""
    return dict(stamp_of("", 0, "", texts).inputs)


def inputs_then(workspace: Workspace, inputs: Inputs, stamp: Stamp) -> Inputs:
    """Inputs as they were when a file was made with them, as far as they are in the history of git.

    What was added since is left out; what cannot be found is as it is now.
    """
    digests = dict(stamp.inputs)
    last_year = inputs.last_year if LAST_YEAR in digests else None
    if last_year is not None and last_year.source is not None:
        sources = chain((last_year.source,), past_texts(workspace, f"{DATA}/{stamp.year - 1}.yaml"))
        then = with_digest(sources, digests[LAST_YEAR])
        last_year = last_year if then is None else read_report_source(then, stamp.year - 1)
    earlier = _earlier_years(workspace, inputs, digests[EARLIER]) if EARLIER in digests else ()
    return replace(inputs, last_year=last_year, earlier=earlier, style=_style_then(workspace, inputs, digests))


def _earlier_years(workspace: Workspace, inputs: Inputs, digest: str) -> tuple[ReportFile, ...]:
    """The reports of the years before last, at the commit where they were those of the stamp."""
    texts = {name: text for name, text in inputs.texts.items() if name.startswith(f"{EARLIER}:")}
    if texts and digests_of(texts)[EARLIER] == digest:
        return inputs.earlier
    for revision in commits_of(workspace, DATA)[:_MOST_FOLDERS]:
        found = {}
        for name in files_at(workspace.root, revision, DATA):
            year = name.removesuffix(".yaml")
            if name.endswith(".yaml") and year.isdecimal() and int(year) < inputs.year - 1:
                path = f"{DATA}/{name}"
                found[year] = decoded(f"{revision[:_SHORT]}:{path}", file_at(workspace.root, revision, path))
        if found and digests_of({f"{EARLIER}:{year}": each.text for year, each in found.items()})[EARLIER] == digest:
            return tuple(read_report_source(source, int(year)) for year, source in sorted(found.items()))
    return inputs.earlier


def _style_then(workspace: Workspace, inputs: Inputs, digests: Mapping[str, str]) -> StyleFiles | None:
    """The style sheet as it was, with those it extends; those of the program are as they are."""
    style = inputs.style
    if style is None:
        return None
    now = digests_of(style.texts)
    then: dict[str, Source] = {}
    for name, digest in digests.items():
        kind, _, sheet = name.partition(":")
        if f"{kind}:" == STYLE and now.get(name) != digest:
            found = with_digest(past_texts(workspace, f"{STYLES}/{sheet}.yaml"), digest)
            then |= {sheet: found} if found else {}
    return read_style_files(workspace, style.name, then) if then else style
