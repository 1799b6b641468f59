"""What a person can send when the program fails: where in the code, with which versions, and no word of the report."""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from reportgen import __version__
from reportgen.cli.command_help import PROGRAM
from reportgen.diagnostics import Diagnostic
from reportgen.workspace.writing import leave_file
from reportgen.writers.formats import FORMATS

_FILE = "reportgen-error.txt"
_PROMISE = (
    "请把这个文件发给维护者。里面没有报告的文字，也没有文件名和姓名。",
    "Please send this file to the maintainers. It has no words of the report, and no names of files or people.",
)
_PACKAGES = "site-packages"
_MOST_FRAMES = 40


class Crash(Struct, frozen=True):
    """A failure that is a bug: what and where in a word, and the text of its report."""

    problem: str
    text: str


def describe(failure: Exception) -> Crash:
    """A failure as a crash: its kind, its place in the code, and a report for the maintainers."""
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    text = "\n".join((*_PROMISE, "", *_versions(), _command(sys.argv[1:]), *_causes(failure), ""))
    return Crash(f"{type(failure).__name__} {where}", text)


def report_crash(crash: Crash) -> Diagnostic:
    """Writes the report of a crash into the current folder, else that of temporary files, and says so.

    Where neither takes a file, the diagnostic itself is to be sent.
    """
    report = leave_file(_folders(), _FILE, crash.text.encode())
    words = {"problem": crash.problem, "file": str(report)}
    return Diagnostic("internal", None, words, ("send-report" if report else "send-line",))


def _folders() -> Iterator[Path]:
    import tempfile

    with suppress(OSError):
        yield Path.cwd()
    with suppress(OSError):
        yield Path(tempfile.gettempdir())


def _versions() -> Iterator[str]:
    import importlib.metadata
    import platform

    yield f"{PROGRAM} {__version__}, Python {platform.python_version()}, {platform.platform()}"
    with suppress(importlib.metadata.PackageNotFoundError):
        names = [re.split(r"[^\w-]", each)[0] for each in importlib.metadata.requires(PROGRAM) or () if ";" not in each]
        yield ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)


def _command(arguments: Sequence[str]) -> str:
    """The command line with only what the program itself has given names to, and years."""
    from reportgen.cli.app import COMMANDS

    known = {each.name for each in (*COMMANDS, *FORMATS)}
    return " ".join((PROGRAM, *(_shown(each, known) for each in arguments)))


def _shown(argument: str, known: Collection[str]) -> str:
    option = re.match(r"--?[a-z-]+", argument)
    if option:
        return option.group()
    is_known = re.fullmatch(r"[0-9]{1,4}", argument) or all(each in known for each in argument.split(","))
    return argument if is_known else "…"


def _causes(failure: BaseException | None) -> Iterator[str]:
    """Each failure, the last first, by its kind and its places; its message may quote the report."""
    import traceback

    seen: set[int] = set()
    while failure is not None and id(failure) not in seen:
        seen.add(id(failure))
        yield ""
        yield type(failure).__name__
        frames = traceback.extract_tb(failure.__traceback__)
        yield from (f"  {_place(each.filename)}:{each.lineno} {each.name}" for each in frames[-_MOST_FRAMES:])
        failure = failure.__cause__ or failure.__context__


def _place(file: str) -> str:
    """The path of a module without the folders of this computer."""
    parts = Path(file).parts
    for root in (_PACKAGES, "src"):
        if root in parts:
            return "/".join(parts[parts.index(root) + 1 :])
    return "/".join(parts[-2:])
