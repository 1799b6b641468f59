"""What ``git-setup`` writes for git. Texts for a shell hold no path: it reads them from git's own configuration.

The program runs with flags that keep Python from importing what lies in the current folder, the top of the work tree.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reportgen.workspace.files import DATA, LEXICON, SETTINGS, STYLES

HOOK_HEAD = "#!/bin/sh\n"

_PYTHON = '"$(git config --local --get reportgen.python)"'
_FOLDER = '"$(git config --local --get reportgen.folder)"'

_PICTURES = ("'*.png'", "'*.jpg'", "'*.jpeg'", "'*.svg'")
"""For the shell to leave to git: a style sheet may name a picture anywhere."""

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
        """Checks the years that a commit touches, as git is about to keep them; stops none without the program.

        What lies in the folder may differ from that, so the check has a copy of the index, outside of the folder.
        """
        return f"""\
reportgen_copy() (
  folder={_FOLDER}
  GIT_DIR=$(git rev-parse --absolute-git-dir) GIT_WORK_TREE=$PWD
  export GIT_DIR GIT_WORK_TREE
  cd "$folder" &&
    git ls-files -z -- {" ".join((DATA, STYLES, SETTINGS, LEXICON, *_PICTURES))} |
    git checkout-index -z --stdin --prefix="$1/"
)
reportgen_check() {{
  folder={_FOLDER}
  years=$(git diff --cached --name-only --no-ext-diff --no-renames --diff-filter=AM --relative="${{folder#./}}" |
    sed -n 's|^{DATA}/\\([12][0-9][0-9][0-9]\\)\\.yaml$|\\1|p')
  [ -z "$years" ] && return 0
  if ! {_PYTHON} {self.flags} -c 'import reportgen' 2>/dev/null; then
    echo 'reportgen: the program is gone; this commit was not checked (找不到程序，没有检查)' >&2
    return 0
  fi
  copy=$(mktemp -d) || return 1
  reportgen_copy "$copy" &&
    {self._called} check --root="$copy/${{folder#./}}" --draft --format summary -- $years
  status=$?
  rm -rf "$copy"
  return $status
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
