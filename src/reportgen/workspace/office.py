"""Documents of other office programs, turned into Word files by LibreOffice where it is installed."""

import subprocess
import tempfile
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place
from reportgen.workspace.refusals import CommandError

_PATIENCE = 120
"""Seconds until LibreOffice is stopped; it takes five."""


def converted_to_word(path: Path, shown: str, program: str | None) -> bytes:
    """A document as LibreOffice saves it for Word, with a profile of its own; macros never run there.

    Its exit status says nothing, so the file it should have written is looked for.

    Raises:
        CommandError: ``office-missing``, or ``office-failed``: it wrote nothing.

    """
    if program is None:
        raise CommandError(Diagnostic("office-missing", Place(shown)))
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()
        command = (program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx")
        try:
            subprocess.run(  # noqa: S603 - arguments are a list, no shell
                [*command, "--outdir", folder, str(path.absolute())],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
            written = next(Path(folder).glob("*.docx"), None)
        except (OSError, subprocess.TimeoutExpired):
            written = None
        if written is None:
            raise CommandError(Diagnostic("office-failed", Place(shown)))
        return written.read_bytes()
