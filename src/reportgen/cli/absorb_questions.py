"""Goes through changes with a person, one by one: y, n, a for all others, q for none of the others."""

from collections.abc import Sequence

from reportgen.cli import messages
from reportgen.cli.change_output import show_change
from reportgen.cli.console import Console
from reportgen.diagnostics import FieldPath
from reportgen.manuscript.absorbed import Absorbed

_TAKE, _LEAVE, _TAKE_ALL, _LEAVE_ALL = "y", "n", "a", "q"


class Questions:
    """Asks on a terminal; an answer to all others holds for the files that follow too."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._standing = ""

    def choose(self, documents: tuple[tuple[str, Absorbed], ...]) -> Sequence[frozenset[FieldPath]]:
        """The units of each file that are not to be made.

        Raises:
            EOFError: the input ended before all was decided.

        """
        chosen: list[frozenset[FieldPath]] = []
        for document, absorbed in documents:
            if len(documents) > 1 and absorbed.changes:
                self._console.say(messages.RETURNED, file=document)
            chosen.append(frozenset(self._refused(absorbed)))
        return chosen

    def _refused(self, absorbed: Absorbed) -> list[FieldPath]:
        """Changes of one unit are made together, so they are asked about together."""
        refused: list[FieldPath] = []
        units = list(dict.fromkeys(change.unit for change in absorbed.changes))
        for number, unit in enumerate(units, start=1):
            if not self._standing:
                for change in absorbed.changes:
                    if change.unit == unit:
                        show_change(self._console, change)
            answer = self._standing or self._answer(number, len(units))
            if answer in (_TAKE_ALL, _LEAVE_ALL):
                self._standing = answer
            refused += (unit,) if answer in (_LEAVE, _LEAVE_ALL) else ()
        return refused

    def _answer(self, number: int, count: int) -> str:
        while True:
            typed = self._console.ask(messages.QUESTION, number=number, count=count).strip().lower()
            for letter, words in messages.ANSWERS.items():
                if typed in (letter, *words):
                    return letter
            self._console.say(messages.ANSWERS_ARE)
