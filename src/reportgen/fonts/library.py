"""Where faces can be had: the workspace's own files, installed ones where these are allowed, the program's."""

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.fonts.font_files import EMBEDDABLE, REGULAR, FaceFile, folded
from reportgen.style import FaceChoice

_NEAR = 50
"""Weight classes apart; what a file of a named weight may differ by (350 is sold as 400, 250 as 300)."""


class FontLibrary(Struct, frozen=True):
    """The faces of each place, in the order places are searched; ``found`` tells of files that are no fonts."""

    workspace: tuple[FaceFile, ...] = ()
    installed: tuple[FaceFile, ...] = ()
    bundled: tuple[FaceFile, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    def find(self, choice: FaceChoice) -> tuple[FaceFile | None, tuple[FaceFile, ...]]:
        """The file of a face, None where no place has one that may stand in a PDF; and those that may not."""
        refused: list[FaceFile] = []
        for place in (self.workspace, self.installed, self.bundled):
            fitting = _fitting(place, folded(choice.name), choice.weight)
            usable = [file for file in fitting if file.embedding in EMBEDDABLE]
            if usable:
                return usable[0], tuple(refused)
            refused += fitting[:1]
        return None, tuple(refused)

    def stand_ins(self) -> tuple[FaceFile, ...]:
        """What may print characters no named face has: all files of the workspace, the plainest first, and ours."""
        own = sorted(self.workspace, key=lambda file: (file.slanted, _distance(file, REGULAR)))
        return tuple(file for file in (*own, *self.bundled) if file.embedding in EMBEDDABLE)

    def names(self) -> tuple[str, ...]:
        """The faces at hand without those installed, which are too many to list."""
        return tuple(dict.fromkeys(file.name for file in (*self.workspace, *self.bundled)))


def _fitting(files: tuple[FaceFile, ...], name: str, weight: int | None) -> list[FaceFile]:
    """The files of one place that have a name and can have a weight, best first."""
    named = [file for file in files if name in file.full_names or name in file.families]
    if weight is not None:
        named = [file for file in named if _distance(file, weight) <= (0 if file.weights else _NEAR)]
    return sorted(named, key=lambda file: _preference(file, name, weight))


def _preference(file: FaceFile, name: str, weight: int | None) -> tuple[bool, bool, float, bool]:
    """What makes a file the better one: its full name is meant, it is upright, near in weight, of that weight only."""
    other_name = weight is None and name not in file.full_names
    return other_name, file.slanted, _distance(file, weight or REGULAR), file.weights is not None


def _distance(file: FaceFile, weight: int) -> float:
    """How far the nearest weight of a file lies from one."""
    least, most = file.weights or (file.weight, file.weight)
    return max(least - weight, weight - most, 0)
