"""What ``check`` prints of its codes and rules, for which it reads no report."""

from reportgen.cli.code_pages import explain
from reportgen.cli.console import Console
from reportgen.cli.rule_list import rule_lines
from reportgen.cli.usage_errors import UsageError
from reportgen.diagnostics import CODES, Diagnostic
from reportgen.text.similarity import nearest


def explain_code(console: Console, code: str) -> int:
    """Prints the page of one code.

    Raises:
        UsageError: ``code-unknown``.

    """
    page = explain(code, console.language)
    if page is None:
        near = nearest(code, CODES, 0.4)
        words = {"text": code, "near": near or ""}
        raise UsageError(Diagnostic("code-unknown", None, words, ("nearest",) if near else ()))
    console.line(page)
    return 0


def list_rules(console: Console) -> int:
    """Prints every rule with its weight, what it reports and its source."""
    for line in rule_lines(console.language):
        console.line(line)
    return 0
