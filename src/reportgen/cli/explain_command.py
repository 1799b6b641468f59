"""``reportgen check --explain``."""

from reportgen.cli.code_pages import explain
from reportgen.cli.console import Console
from reportgen.diagnostics import CODES, Diagnostic
from reportgen.workspace.files import CommandError


def run_explain(console: Console, code: str) -> int:
    """Prints the page of one code.

    Raises:
        CommandError: ``code-unknown``.

    """
    from difflib import get_close_matches

    page = explain(code, console.language)
    if page is None:
        near = get_close_matches(code, CODES, n=1, cutoff=0.4)
        words = {"text": code, "near": "".join(near)}
        raise CommandError(Diagnostic("code-unknown", None, words, ("nearest",) if near else ()))
    console.say(page)
    return 0
