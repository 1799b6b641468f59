"""The address of the preview: the same again, unless what is kept of it could not be one of ours."""

import stat
import sys
from pathlib import Path

import pytest

from reportgen.workspace.files import Workspace
from reportgen.workspace.preview_address import FIRST_PORT, PreviewAddress, keep_address, last_address

TOKEN = "aB3-_" * 6


def test_the_first_preview_has_a_known_port_for_firewalls(tmp_path: Path) -> None:
    assert last_address(Workspace(tmp_path, tmp_path)).url.startswith("http://127.0.0.1:8765/")


def test_an_address_is_found_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    for address in (PreviewAddress(9000, TOKEN), PreviewAddress(9001, TOKEN[::-1])):
        keep_address(workspace, address)
        assert last_address(workspace) == address
    (kept,) = (tmp_path / "build").iterdir()
    assert PreviewAddress(9000, "abc").url == "http://127.0.0.1:9000/abc/"
    assert sys.platform == "win32" or stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("port", "token", "known"),
    [
        (1, TOKEN, True),
        (65535, TOKEN, True),
        (0, TOKEN, False),
        (-1, TOKEN, False),
        (65536, TOKEN, False),
        (9000, "x" * 24, True),
        (9000, "x" * 23, False),
        (9000, "", False),
        (9000, "x" * 30 + "/../", False),
        (9000, "x" * 30 + "?", False),
        (9000, "-" * 30, False),
    ],
)
def test_a_port_or_a_token_that_is_none_is_not_taken(tmp_path: Path, port: int, token: str, known: bool) -> None:
    workspace, address = Workspace(tmp_path, tmp_path), PreviewAddress(port, token)
    keep_address(workspace, address)
    found = last_address(workspace)
    assert (found == address) is known
    if not known:
        assert found.port == FIRST_PORT
        assert last_address(workspace).token != found.token


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"port": "9000"}', b"\xff"])
def test_a_file_that_is_no_address_is_passed_over(tmp_path: Path, content: bytes) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    keep_address(workspace, PreviewAddress(9000, TOKEN))
    (kept,) = (tmp_path / "build").iterdir()
    kept.write_bytes(content)
    assert last_address(workspace).port == FIRST_PORT
    assert len(last_address(workspace).token) >= 24


def test_where_it_cannot_be_kept_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", "utf-8")
    keep_address(Workspace(tmp_path, tmp_path), PreviewAddress(9000, TOKEN))
    assert last_address(Workspace(tmp_path, tmp_path)).port == FIRST_PORT
