"""What ``git-setup`` writes for git. Texts for a shell hold no path: it reads them from git's own configuration.

The program runs with flags that keep Python from importing what lies in the current folder, the top of the work tree.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reportgen.workspace.files import DATA

HOOK_HEAD = "#!/bin/sh\n"

_PYTHON = '"$(git config --local --get reportgen.python)"'
_FOLDER = '"$(git config --local --get reportgen.folder)"'

_FIELDS_OF_PATTERNS = "\\*?["
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
"""How git writes signs in quotes, in its configuration and in attributes."""


class Program(NamedTuple):
    """The Python that runs this program, and the flags that it is called with, such as ``-I``."""

    python: str
    flags: str

    @property
    def _called(self) -> str:
        return f"{_PYTHON} {self.flags} -m reportgen"

    def textconv(self) -> str:
        """Shows a file as a report, as it is where the program is gone; git puts the file after it."""
        return f'f() {{ {self._called} textconv -- "$1" 2>/dev/null || cat -- "$1"; }}; f'

    def difftool(self) -> str:
        """Compares two files as reports, as texts where they are none or the program is gone."""
        plain = "git diff --no-index --no-ext-diff --no-textconv"
        return f'{self._called} diff --root={_FOLDER} -- "$LOCAL" "$REMOTE" || {plain} -- "$LOCAL" "$REMOTE"'

    def hook(self) -> str:
        """Checks the years that a commit touches, as they lie in the workspace; stops none without the program."""
        return f"""\
reportgen_check() {{
  folder={_FOLDER}
  years=$(git diff --cached --name-only --no-ext-diff --no-renames --diff-filter=AM --relative="${{folder#./}}" |
    sed -n 's|^{DATA}/\\([12][0-9][0-9][0-9]\\)\\.yaml$|\\1|p')
  [ -z "$years" ] && return 0
  if ! {_PYTHON} {self.flags} -c 'import reportgen' 2>/dev/null; then
    echo 'reportgen: the program is gone; this commit was not checked (找不到程序，没有检查)' >&2
    return 0
  fi
  {self._called} check --root="$folder" --quiet -- $years &&
    {self._called} fmt --root="$folder" --check -- $years
}}
reportgen_check || exit 1
"""


def attributes_line(prefix: str) -> str:
    """Which files are reports; ``prefix`` is where the workspace is in the repository."""
    pattern = "".join(f"\\{sign}" if sign in _FIELDS_OF_PATTERNS else sign for sign in f"/{prefix}{DATA}/")
    return f"{_in_quotes(f'{pattern}*.yaml')} diff=reportgen\n"


def configuration(program: Program, prefix: str, *, sets_quoted_paths: bool) -> str:
    """The settings; ``xfuncname`` puts the heading above each piece of a difference."""
    sections: list[tuple[str, Iterable[tuple[str, str]]]] = [
        ('diff "reportgen"', (("textconv", program.textconv()), ("xfuncname", "^##+ (.*)$"))),
        ('difftool "reportgen"', (("cmd", program.difftool()),)),
        ("reportgen", (("python", program.python), ("folder", f"./{prefix}"))),
    ]
    if sets_quoted_paths:
        sections.append(("core", (("quotepath", "false"),)))
    return "".join(
        f"[{name}]\n" + "".join(f"\t{key} = {_in_quotes(value)}\n" for key, value in entries)
        for name, entries in sections
    )


def _in_quotes(text: str) -> str:
    return f'"{text.translate(_QUOTED)}"'
