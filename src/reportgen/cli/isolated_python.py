"""How other programs call this one so that no code of the folder they are in is imported."""

import subprocess
import sys
from pathlib import Path

from reportgen.workflows.git_texts import Program

_ISOLATED = ("-I", "-E -P", "-P")
"""Flags that keep Python from importing what lies in the current folder, safest first.

The first also shuts out packages installed for one user only and ``PYTHONPATH``, the second ``PYTHONPATH``.
"""


def isolated_python() -> Program:
    """The Python that runs this program, with the safest flags under which it still finds the program."""
    python = Path(sys.executable).absolute()
    for flags in _ISOLATED:
        command = [str(python), *flags.split(), "-c", "import reportgen.cli.app, reportgen.workflows.textconv"]
        tried = subprocess.run(command, cwd=python.parent, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - ours
        if tried.returncode == 0:
            break
    return Program(python.as_posix(), flags)
