"""Our lines in files of others: put in at either end, and taken out again to the byte."""

import pytest

from reportgen.workspace.marked_block import with_block, with_block_first, without_block

MARK = "# reportgen git-setup:"
LINES = "*.yaml diff=reportgen\n"
BLOCK = f"{MARK} begin\n{LINES}{MARK} end\n"
NEW = f"{MARK} begin (new file)\n{LINES}{MARK} end\n"
ENDED = f"{MARK} begin (and the line end before)\n{LINES}{MARK} end\n"
HEAD = "#!/bin/sh\n"


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        (None, NEW, NEW),
        ("", BLOCK, BLOCK),
        ("a\n", f"a\n{BLOCK}", f"{BLOCK}a\n"),
        ("a\nb", f"a\nb\n{ENDED}", f"{BLOCK}a\nb"),
        ("a\r\n", f"a\r\n{BLOCK}", f"{BLOCK}a\r\n"),
        ("\ufeffa\n", f"\ufeffa\n{BLOCK}", f"\ufeff{BLOCK}a\n"),
        ("\ufeffa\ufeff", f"\ufeffa\ufeff\n{ENDED}", f"\ufeff{BLOCK}a\ufeff"),
    ],
)
def test_lines_come_last_or_first_and_can_be_taken_out(text: str | None, last: str, first: str) -> None:
    assert with_block(text, LINES) == last
    assert with_block_first(text, LINES) == first
    assert without_block(last) == text
    assert without_block(first) == text


def test_a_new_file_has_a_head_and_goes_with_its_block() -> None:
    text = with_block(None, LINES, HEAD)
    assert text == HEAD + NEW
    assert without_block(text, HEAD) is None
    assert without_block(f"{text}added\n", HEAD) == f"{HEAD}added\n"
    assert without_block(text) == HEAD


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"a\n{BLOCK}b\n", "a\nb\n"),
        (f"a\n{ENDED}b\n", "a\nb\n"),
        (f"{NEW}b\n", "b\n"),
        (f"{BLOCK}a\n{BLOCK}", "a\n"),
        (BLOCK.replace("\n", "\r\n"), ""),
        (NEW.replace("\n", "\r\n"), None),
        (f"a\n{ENDED}".replace("\n", "\r\n"), "a\r"),
        (BLOCK.removesuffix("\n"), ""),
        (f"{MARK} begin\na\n", f"{MARK} begin\na\n"),
        (f"{MARK} begin\na\n{BLOCK}", f"{MARK} begin\na\n"),
        (f"x {BLOCK}", f"x {BLOCK}"),
        ("a\n", "a\n"),
        ("", ""),
        (None, None),
    ],
)
def test_what_was_added_around_a_block_stays(text: str | None, before: str | None) -> None:
    """A mark without its second one is a line like any other."""
    assert without_block(text) == before
