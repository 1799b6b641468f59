"""A preview that runs as a process, for tests that look at its page."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from playwright.sync_api import Page, expect

PATIENCE = 60.0
"""Seconds in which anything a test waits for has happened on any machine."""

expect.set_options(PATIENCE * 1000)


class Preview:
    """A process of ``reportgen preview``, its folder, and the address of its page."""

    def __init__(self, folder: Path, *arguments: str, lang: str = "en") -> None:
        self.folder = folder
        self.report = folder / "data" / "2025.yaml"
        self.lines: Queue[str] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reportgen", "preview", "2025", "--no-browser", "--lang", lang, *arguments],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = re.search(r"http://\S+", self.until("http://"))[0]  # type: ignore[index]

    def until(self, pattern: str) -> str:
        """The next line that is printed with a pattern in it."""
        while True:
            line = self.lines.get(timeout=PATIENCE)
            if re.search(pattern, line):
                return line

    def stop(self) -> None:
        """Ends the process, unless it has ended."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip())


@contextmanager
def previewing(folder: Path, *arguments: str, lang: str = "en") -> Iterator[Preview]:
    """A preview of a workspace while a test runs."""
    preview = Preview(folder, *arguments, lang=lang)
    try:
        yield preview
    finally:
        preview.stop()


def shown(page: Page, url: str) -> Page:
    """A page with the preview on it, its first tile drawn."""
    page.goto(url)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Waits until the page shows what the program last said."""
    expect(page.locator("body")).to_have_attribute("data-revision", re.compile("[0-9]+"))
    expect(page.locator(".paper img[src]").first).to_be_visible()
