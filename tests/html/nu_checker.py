"""The Nu HTML checker, which is what the W3C checks pages with."""

import json
import subprocess
from pathlib import Path

from tests.support import outside_program


def checked(folder: Path) -> list[str]:
    """What the checker says of the pages of a folder; npm's ``vnu-jar`` is the program."""
    program = [outside_program("vnu"), "--format", "json", "--exit-zero-always", "--stdout"]
    files = sorted(map(str, folder.glob("*.html")))
    done = subprocess.run([*program, *files], capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]
