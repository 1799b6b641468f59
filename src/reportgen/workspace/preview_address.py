"""The port and the token of the preview, so that a page left open finds the program when it is there again."""

import secrets
from contextlib import suppress
from pathlib import Path

from msgspec import DecodeError, Struct, json

from reportgen.workspace.files import BUILD, Workspace
from reportgen.workspace.journal import write_new
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError

_FILE = ".preview.json"
_TOKEN_BYTES = 24
_OWNER_ONLY = 0o600
FIRST_PORT = 8765


class PreviewAddress(Struct, frozen=True):
    """Where the page is, and what its address has to contain."""

    port: int = FIRST_PORT
    token: str = ""

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"


def last_address(workspace: Workspace) -> PreviewAddress:
    """The address of the last preview of a workspace, else a new one."""
    try:
        kept = json.decode(read_file(_path(workspace), _FILE, inside=workspace.root), type=PreviewAddress)
    except (CommandError, DecodeError):
        kept = PreviewAddress()
    is_whole = len(kept.token) >= _TOKEN_BYTES and kept.token.replace("-", "").replace("_", "").isalnum()
    return (
        kept if is_whole and 0 < kept.port < 65536 else PreviewAddress(FIRST_PORT, secrets.token_urlsafe(_TOKEN_BYTES))
    )


def keep_address(workspace: Workspace, address: PreviewAddress) -> None:
    """Writes the address for the next preview, for its owner's eyes; where that cannot be, the next one has another."""
    path = _path(workspace)
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        write_new(path, json.encode(address), _OWNER_ONLY)


def _path(workspace: Workspace) -> Path:
    return workspace.root / BUILD / _FILE
