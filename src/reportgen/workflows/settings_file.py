"""The settings of a workspace, read, and what they settle that the command line leaves open."""

from collections.abc import Sequence

from msgspec import Struct, json

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.report.office import UNNAMED, Office
from reportgen.rules import Settings, read_settings
from reportgen.workflows.own_files import read_own_file
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers.formats import DEFAULT_FORMATS

DEFAULT_STYLE = "plenary"
"""The style where neither the command line nor the settings name one."""


class SettingsFile(Struct, frozen=True):
    """The settings of the workspace, the defaults if it has no file of them."""

    settings: Settings = Settings()
    findings: Findings = Findings()


def read_settings_file(workspace: Workspace) -> SettingsFile:
    """Reads ``reportgen.yaml``.

    Raises:
        CommandError: it is there and cannot be opened.

    """
    settings, findings = read_own_file(workspace.read_settings(), read_settings)
    return SettingsFile(settings or Settings(), findings)


def styles_of(workspace: Workspace, settings: Settings, year: int) -> tuple[str, ...]:
    """The styles a year is built in where none is asked for, each once.

    Raises:
        CommandError: ``style-unknown``, at its place in the settings.

    """
    named = settings.styles_of(year)
    known = workspace.style_paths() if named else {}
    for each in named:
        if each.name not in known:
            words = {"name": each.name, "known": " ".join(known)}
            raise CommandError(Diagnostic("style-unknown", each.place, words, ("known-names",)))
    return tuple(dict.fromkeys(each.name for each in named)) or (DEFAULT_STYLE,)


def style_of(workspace: Workspace, year: int, asked: str | None) -> str:
    """The style asked for, else the first that the settings have for a year.

    Raises:
        CommandError: as ``read_settings_file`` and ``styles_of``.

    """
    return styles_of(workspace, read_settings_file(workspace).settings, year)[0] if asked is None else asked


def office_text(office: Office) -> str:
    """What outputs are made from that the settings say, as YAML; empty where they say nothing."""
    if office == UNNAMED:
        return ""
    return f"office: {json.encode(office).decode()}\n"


def formats_of(settings: Settings, known: Sequence[str]) -> tuple[str, ...]:
    """The formats built where none is asked for, each once.

    Raises:
        CommandError: ``format-unknown``, at its place in the settings.

    """
    for each in settings.formats or ():
        if each.name not in known:
            words = {"name": each.name, "known": " ".join(known)}
            raise CommandError(Diagnostic("format-unknown", each.place, words, ("known-names",)))
    return tuple(dict.fromkeys(each.name for each in settings.formats or ())) or DEFAULT_FORMATS
