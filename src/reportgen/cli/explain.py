"""``reportgen check --explain``."""

from reportgen.cli.console import Console
from reportgen.cli.pages import explain
from reportgen.diagnostics import CODES, Diagnostic
from reportgen.workspace import WorldError


def run_explain(console: Console, code: str) -> int:
    """Prints the page of one code.

    Raises:
        WorldError: ``code-unknown``.

    """
    from difflib import get_close_matches

    page = explain(code, console.language)
    if page is None:
        near = get_close_matches(code, CODES, n=1, cutoff=0.4)
        words = {"text": code, "near": "".join(near)}
        raise WorldError(Diagnostic("code-unknown", None, words, ("nearest",) if near else ()))
    console.say(page)
    return 0
