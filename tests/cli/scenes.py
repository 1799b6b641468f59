"""Scenes: text files of what a person has and types, and of all that the program answers.

``>> NAME`` begins a file of the workspace (``>> NAME in gbk``: in another encoding), ``$ reportgen …`` a command line,
``.. `` a remark. Under a command line is what it printed, with ``! `` before the lines of standard error, and its exit
status where it is not 0. What follows ``<<<`` on a command line is typed at its questions, a line a word.

``>> NAME.docx`` is a copy of the Word file in the line below, edited as the other lines say: ``old → new``,
``words ← text`` for a comment of 主任 on their paragraph, ``words = bold`` for the look of its runs.
"""

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reportgen.cli import app

CHANGING = re.compile(
    r"[0-9.]+(?= s\b| 秒)|[1-9][0-9]*(?= KB)|(?<=\"bytes\": )[0-9]{4,}|(?<=reportgen )[0-9.]+[0-9]|"
    r"(?<=\"version\": \")[0-9.]+|(?:(?<=source )|(?<=出处 )|(?<=\"hash\": \"))[0-9a-f]+|"
    r"(?<=\n  )/.*(?=reportgen build\n)|(?<=\")/[^\"]*/"
)
"""Times, sizes, versions, stamps and folders of this machine, which say nothing about a command."""

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


class Ran(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    output: str
    errors: str


class _EndError(BaseException):
    """The end of the program, with its exit status."""


class _Keyboard(io.StringIO):
    """What is typed at a terminal."""

    def isatty(self) -> bool:
        return True


class Runner:
    """Runs the program in this process, in a folder, on one processor and in English."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = patch

    def __call__(self, *arguments: str, typed: str = "", **variables: str) -> Ran:
        """One command line; ``typed`` is what a person types at its questions."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
        with self._patch.context() as patch:
            for name, value in {**ENVIRONMENT, **variables}.items():
                patch.setenv(name, value)
            patch.setattr(os, "_exit", _end)
            patch.setattr(os, "cpu_count", lambda: 1)
            patch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
            patch.setattr(sys, "argv", ["reportgen", *arguments])
            patch.setattr(sys, "stdin", _Keyboard(typed) if typed else io.StringIO())
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            patch.chdir(self.folder)
            with pytest.raises((_EndError, SystemExit)) as end:
                app.run()
        printed = (stream.detach().getvalue().decode() for stream in streams)
        return Ran(end.value.args[0], *printed)


def _end(status: int) -> None:
    raise _EndError(status)


def played(scene: str, run: Runner) -> str:
    """A scene as it goes now."""
    return "\n".join(line for head, body in _blocks(scene) for line in (head, *_now(head, body, run)))


def _blocks(scene: str) -> Iterator[tuple[str, list[str]]]:
    """The heads of a scene, each with the lines below it."""
    head, body = "", list[str]()
    for line in scene.splitlines():
        if line.startswith((">> ", "$ ", ".. ")):
            if head:
                yield head, body
            head, body = line, []
        else:
            body.append(line)
    yield head, body


def _now(head: str, body: list[str], run: Runner) -> list[str]:
    """The lines below a head, after what it says was done."""
    kind, _, text = head.partition(" ")
    if kind == ">>" and text.endswith(".docx"):
        _edit(run.folder / text, run.folder / body[0], list(filter(None, body[1:])))
    elif kind == ">>":
        name, _, encoding = text.partition(" in ")
        path = run.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(body).rstrip("\n") + "\n", encoding or "utf-8", newline="\n")
    if kind != "$":
        return body
    line, _, typed = text.partition(" <<< ")
    ran = run(*shlex.split(line)[1:], typed="".join(f"{word}\n" for word in typed.split()))
    errors = "".join(f"! {each}".rstrip() + "\n" for each in ran.errors.splitlines())
    printed = CHANGING.sub("…", f"\n{ran.output}{errors}".replace(str(run.folder), "…"))[1:]
    return [*printed.splitlines(), *([f"exit status {ran.status}"] if ran.status else []), ""]


def _edit(path: Path, original: Path, edits: list[str]) -> None:
    """Writes an edited copy of a Word file."""
    document = Document(str(original))
    for words, sign, new in (re.split(" ([→←=]) ?", edit) for edit in edits):
        paragraph = next(each for each in document.element.body.iter(qn("w:p")) if words in _text(each))
        runs = Paragraph(paragraph, document._body).runs
        if sign == "→":
            for each in paragraph.iter(qn("w:t")):
                each.text = each.text.replace(words, new)
        elif sign == "←":
            if not hasattr(document, "add_comment"):
                pytest.skip("python-docx writes comments from 1.2 on")
            document.add_comment(runs, new, author="主任")._comment_elm.set(qn("w:date"), "2026-01-08T09:30:00Z")
        else:
            for run in runs:
                setattr(run, new, True)
    document.save(str(path))


def _text(paragraph: Any) -> str:
    return "".join(each.text for each in paragraph.iter(qn("w:t")))
