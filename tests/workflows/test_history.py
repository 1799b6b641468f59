"""Texts of a file as its bytes or the history have them."""

import pytest

from reportgen.workflows.history import decoded
from reportgen.workspace.refusals import CommandError


def test_bytes_are_text_or_are_refused_as_what_they_are() -> None:
    assert decoded("2025.yaml", b"year: 2025\r\n").text == "year: 2025\r\n"
    with pytest.raises(CommandError) as told:
        decoded("2025.yaml", b"PK\x03\x04\x14\xe5\xff" * 9)
    assert told.value.diagnostic.code == "encoding-unknown"
