"""Diagnostics as values, the table of their codes, and the formats they are rendered in."""

from reportgen.diagnostics.codes import CODES
from reportgen.diagnostics.diagnostic import (
    Diagnostic,
    Edit,
    FieldPath,
    Place,
    Severity,
    apply_edits,
    has_errors,
    in_order,
)
from reportgen.diagnostics.findings import Findings
from reportgen.diagnostics.fix_kinds import FIX_KINDS, FixKind
from reportgen.diagnostics.hints import HINTS, KINDS, PERMISSIONS
from reportgen.diagnostics.limiting import limited
from reportgen.diagnostics.machine import render_github, render_json, render_sarif
from reportgen.diagnostics.render import Paint, render_concise, render_full, render_path
from reportgen.text.wording import Language, Wording

__all__ = [
    "CODES",
    "FIX_KINDS",
    "HINTS",
    "KINDS",
    "PERMISSIONS",
    "Diagnostic",
    "Edit",
    "FieldPath",
    "Findings",
    "FixKind",
    "Language",
    "Paint",
    "Place",
    "Severity",
    "Wording",
    "apply_edits",
    "has_errors",
    "in_order",
    "limited",
    "render_concise",
    "render_full",
    "render_github",
    "render_json",
    "render_path",
    "render_sarif",
]
