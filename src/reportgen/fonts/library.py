"""Where faces come from: the workspace's own files, installed files where these are allowed, bundled files."""

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.fonts.font_files import EMBEDDABLE, REGULAR, FaceFile, folded
from reportgen.style import FaceChoice

_NEAR = 50
"""The largest difference to a weight that is asked for (350 is sold as 400, 250 as 300)."""


class FontLibrary(Struct, frozen=True):
    """The faces of each place, in the order of search; ``found`` reports files that are not fonts."""

    workspace: tuple[FaceFile, ...] = ()
    installed: tuple[FaceFile, ...] = ()
    bundled: tuple[FaceFile, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    def find(self, choice: FaceChoice) -> tuple[FaceFile | None, tuple[FaceFile, ...]]:
        """The file of a face, None if no place has an embeddable one; and those that may not be embedded."""
        refused: list[FaceFile] = []
        for place in (self.workspace, self.installed, self.bundled):
            fitting = _fitting(place, folded(choice.name), choice.weight)
            usable = [file for file in fitting if file.embedding in EMBEDDABLE]
            if usable:
                return usable[0], tuple(refused)
            refused += fitting[:1]
        return None, tuple(refused)

    def stand_ins(self) -> tuple[FaceFile, ...]:
        """Fallbacks for characters no named face has: the workspace's files, upright regular ones first; bundled.

        Of the bundled ones only the regular, which have every character of the bold.
        """
        own = sorted(self.workspace, key=lambda file: (file.slanted, _distance(file, REGULAR)))
        bundled = (file for file in self.bundled if file.weight == REGULAR)
        return tuple(file for file in (*own, *bundled) if file.embedding in EMBEDDABLE)

    def names(self) -> tuple[str, ...]:
        """The names of all faces but installed ones, which are too many to list."""
        return tuple(dict.fromkeys(file.name for file in (*self.workspace, *self.bundled)))


def _fitting(files: tuple[FaceFile, ...], name: str, weight: int | None) -> list[FaceFile]:
    """The files of one place with a name and a weight, best first."""
    named = [file for file in files if name in file.full_names or name in file.families]
    if weight is not None:
        named = [file for file in named if _distance(file, weight) <= (0 if file.weights else _NEAR)]
    return sorted(named, key=lambda file: _preference(file, name, weight))


def _preference(file: FaceFile, name: str, weight: int | None) -> tuple[bool, bool, float, bool]:
    """The order of preference: full name matches, upright, nearest weight, a static font."""
    other_name = weight is None and name not in file.full_names
    return other_name, file.slanted, _distance(file, weight or REGULAR), file.weights is not None


def _distance(file: FaceFile, weight: int) -> float:
    """The distance from a weight to the nearest one of a file."""
    least, most = file.weights or (file.weight, file.weight)
    return max(least - weight, weight - most, 0)
