"""The files of a command, written all together or not at all."""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Findings
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, remove_file, write_files
from reportgen.writers.formats import Format, format_named

if TYPE_CHECKING:
    from reportgen.document import Document
    from reportgen.layout import Layout


class BuildResult(Struct, frozen=True):
    """The bytes of every format by its name, none if anything found is an error; ``pages`` is 0 without a layout.

    ``stood_in`` are the preferred faces that others print for; ``beside`` the other files of formats that have several,
    by format and ending. ``layout`` is that of ``document``.
    """

    contents: Mapping[str, bytes]
    findings: Findings
    pages: int = 0
    stood_in: tuple[str, ...] = ()
    beside: Mapping[tuple[str, str], bytes] = {}
    layout: Layout | None = None
    document: Document | None = None


class Output(Struct, frozen=True):
    """One file written; ``pages`` is 0 if its format has none."""

    year: int
    format: str
    path: str
    size: int
    pages: int


class WriteResult(Struct, frozen=True):
    """The files a command wrote, none if anything found is an error, and the preferred faces that others print for.

    Raises:
        ValueError: neither a file nor an error (a bug: the command would report success without having written).

    """

    outputs: tuple[Output, ...]
    findings: Findings
    stood_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.outputs and not self.findings.has_errors:
            raise ValueError("outputs")


def write_outputs(workspace: Workspace, result: BuildResult, year: int, stem: Path) -> WriteResult:
    """Writes the files of a build, each format with its own ending after the stem."""
    return write_results(workspace, {stem: result}, year, result.findings)


def write_results(
    workspace: Workspace, results: Mapping[Path, BuildResult], year: int, findings: Findings
) -> WriteResult:
    """Writes the files of several builds by their stems, all or none; ``findings`` are those of all of them."""
    contents: dict[Path, bytes] = {}
    outputs: list[Output] = []
    for stem, result in results.items():
        for name, content in result.contents.items():
            format_ = format_named(name)
            path = stem.with_name(f"{stem.name}.{format_.ending}")
            contents[path] = content
            pages = result.pages if format_.needs == "layout" else 0
            outputs.append(Output(year, name, str(path), len(content), pages))
        for (name, ending), content in result.beside.items():
            path = stem.with_name(f"{stem.name}.{ending}")
            contents[path] = content
            outputs.append(Output(year, name, str(path), len(content), 0))
    refused = write_all(workspace, contents)
    if refused.diagnostics:
        return WriteResult((), findings + refused)
    for stem, result in results.items():
        for name in result.contents:
            _remove_further(workspace, stem, format_named(name), {ending for _, ending in result.beside})
    stood_in = tuple(dict.fromkeys(face for result in results.values() for face in result.stood_in))
    return WriteResult(tuple(outputs), findings, stood_in)


def _remove_further(workspace: Workspace, stem: Path, format_: Format, written: Container[str]) -> None:
    """Removes the numbered files that an earlier build had and this one has not, up to the first that is not there."""
    for number in count(1) if format_.numbered else ():
        ending = format_.numbered.format(number)
        if ending not in written and not remove_file(stem.with_name(f"{stem.name}.{ending}"), workspace.root):
            return


def write_all(workspace: Workspace, contents: Mapping[Path, bytes]) -> Findings:
    """Writes some files, all or none; what keeps them from being written."""
    try:
        files = (NewFile(path, workspace.shown(path), content) for path, content in contents.items())
        write_files(files, workspace.root)
    except CommandError as refused:
        return Findings((refused.diagnostic,))
    return Findings()
