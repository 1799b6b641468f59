"""Begins a workspace from nothing: an example of a report, settings, schemas, and what an editor and git need."""

from collections.abc import Mapping
from importlib.resources import files
from json import dumps
from pathlib import Path

from reportgen.workspace.files import DATA, SCHEMA, Workspace, bare_workspace
from reportgen.workspace.writing import NewFile, create_files

_SETTINGS_SCHEMA = "reportgen.schema.json"
_STARTERS = {
    "README.md": "README.md",
    "reportgen.yaml": "reportgen.yaml",
    "gitignore": ".gitignore",
    "settings.json": ".vscode/settings.json",
    "tasks.json": ".vscode/tasks.json",
    "extensions.json": ".vscode/extensions.json",
}
"""Files of the program, and where they go in a workspace."""


def begin_workspace(folder: Path, year: int, command: str) -> tuple[Workspace, tuple[str, ...]]:
    """Makes the files of a workspace, all or none; the workspace, and the display names of the files.

    The example, of ``year``, is left out where there are reports. ``command`` is what an editor runs the program by.

    Raises:
        CommandError: ``file-there``, or a file cannot be written.

    """
    workspace = bare_workspace(folder)
    texts = _texts(year, command, with_example=not workspace.years())
    create_files((NewFile(folder / name, name, text.encode()) for name, text in texts.items()), folder)
    return workspace, tuple(texts)


def _texts(year: int, command: str, *, with_example: bool) -> Mapping[str, str]:
    """The files by their names from the root."""
    from reportgen.report.json_schema import json_schema
    from reportgen.rules.settings_schema import settings_schema
    from reportgen.source.schema_builder import schema_text
    from reportgen.writers.formats import REPORT_FORMATS

    example = {f"data/{year}.yaml": _starter("report.yaml", year, command)} if with_example else {}
    return {
        **example,
        f"{DATA}/{SCHEMA}": schema_text(json_schema()),
        _SETTINGS_SCHEMA: schema_text(settings_schema(REPORT_FORMATS)),
        **{place: _starter(name, year, command) for name, place in _STARTERS.items()},
    }


def _starter(name: str, year: int, command: str) -> str:
    """A file of the program with its placeholders filled in; it has @COMMAND@ in JSON only."""
    text = (files("reportgen.workflows") / "starter" / name).read_text("utf-8")
    words = {"@LAST@": str(year - 1), "@YEAR@": str(year), "@NEXT@": str(year + 1)}
    words["@COMMAND@"] = dumps(command, ensure_ascii=False)[1:-1]
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text
