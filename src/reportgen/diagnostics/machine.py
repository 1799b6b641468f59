"""Diagnostics for programs: JSON, SARIF 2.1.0 (OASIS), and GitHub workflow commands."""

from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.render import hints_of, sentence_of, short
from reportgen.text.wording import Language

_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def render_json(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    """The diagnostic as an object of plain values, ready for a JSON encoder."""
    place = diagnostic.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "path": [short(step) if isinstance(step, str) else step for step in place.path] if place else [],
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": sentence_of(diagnostic, language),
        "hints": hints_of(diagnostic, language),
    }


def render_github(diagnostic: Diagnostic, language: Language) -> str:
    """One workflow command, which GitHub shows beside the line."""
    place = diagnostic.place
    properties = {"title": diagnostic.code}
    if place is not None:
        properties = {"file": place.file, **properties}
        if place.line:
            numbers = {
                "line": place.line,
                "col": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            }
            properties.update({name: str(number) for name, number in numbers.items()})
    listed = ",".join(f"{name}={text.translate(_PROPERTY)}" for name, text in properties.items())
    return f"::{_GITHUB[diagnostic.severity]} {listed}::{_message(diagnostic, language).translate(_MESSAGE)}"


def render_sarif(found: Iterable[Diagnostic], version: str, language: Language) -> dict[str, object]:
    """All diagnostics as one SARIF log; columns count characters, as in all our formats."""
    diagnostics = tuple(found)
    codes = sorted({each.code for each in diagnostics})
    driver = {"name": "reportgen", "version": version, "rules": [{"id": code} for code in codes]}
    results = [_result(each, codes.index(each.code), language) for each in diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _result(diagnostic: Diagnostic, index: int, language: Language) -> dict[str, object]:
    from urllib.parse import quote

    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": _message(diagnostic, language)},
    }
    place = diagnostic.place
    if place is not None:
        location: dict[str, object] = {"artifactLocation": {"uri": quote(place.file)}}
        if place.line:
            location["region"] = {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            }
        result["locations"] = [{"physicalLocation": location}]
    return result


def _message(diagnostic: Diagnostic, language: Language) -> str:
    return "\n".join((sentence_of(diagnostic, language), *hints_of(diagnostic, language)))
