"""Documents of other office programs, turned into Word files by LibreOffice where it is installed."""

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.signals import deferred_signals

_PATIENCE = 120
"""Seconds until LibreOffice is stopped; it takes five."""

_LOOKS = 1200
"""Times it is looked after meanwhile."""


def converted_to_word(path: Path, shown: str, program: str | None) -> bytes:
    """A document as LibreOffice saves it for Word, with a profile of its own; macros never run there.

    Its exit status says nothing, so the file it should have written is looked for.

    Raises:
        CommandError: ``office-missing``, or ``office-failed``: it wrote nothing.

    """
    if program is None:
        raise CommandError(Diagnostic("office-missing", Place(shown)))
    with deferred_signals() as stop_if_received, tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()
        command = (program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx")
        _run([*command, "--outdir", folder, str(path.absolute())], stop_if_received)
        written = next(Path(folder).glob("*.docx"), None)
        if written is None:
            raise CommandError(Diagnostic("office-failed", Place(shown)))
        return written.read_bytes()


def _run(command: Sequence[str], stop_if_received: Callable[[], None]) -> None:
    """Runs a program, and ends it when it takes too long or the user no longer waits."""
    try:
        running = subprocess.Popen(  # noqa: S603 - arguments are a list, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:
        return
    with running:
        try:
            for _ in range(_LOOKS):
                stop_if_received()
                with suppress(subprocess.TimeoutExpired):
                    running.wait(_PATIENCE / _LOOKS)
                    break
        finally:
            running.kill()
