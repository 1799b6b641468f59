"""What a command does where an option is not given: ``defaults.txt``, a line a command."""

import inspect
from pathlib import Path

from reportgen.cli.app import COMMANDS
from reportgen.cli.lazy_commands import load
from tests.goldens import Goldens

GOLDEN = Path(__file__).with_name("defaults.txt")


def test_defaults_of_all_commands(goldens: Goldens) -> None:
    lines = []
    for entry in COMMANDS:
        run = load(entry, "en").spec.run
        parameters = inspect.signature(run).parameters.values()
        given = (f"{each.name}={each.default!r}" for each in parameters if each.default is not each.empty)
        lines.append(" ".join((f"{entry.name}:", *given)))
    goldens.check({GOLDEN: "\n".join(lines) + "\n"})
