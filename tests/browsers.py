"""A real browser for tests: Chromium, driven by Playwright, and axe-core in it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import outside_program

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
"""Names of the program, any of which will do on a user's machine."""

_PATIENCE = 30_000
"""Milliseconds for whatever a test waits for."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser without a window; the test is skipped where there is none, except where the project is checked."""
    found = next((name for name in _CHROMIUM if shutil.which(name)), _CHROMIUM[0])
    program = outside_program(found)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])  # CI runs as root
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Browser, *, width: int = 1280, dark: bool = False) -> Iterator[Page]:
    """A page as high as wide windows are, in light or dark colours."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", locale="zh-CN"
    )
    context.set_default_timeout(_PATIENCE)
    yield context.new_page()
    context.close()


def accessibility_faults(page: Page) -> list[str]:
    """What axe-core finds wrong in a page: rule, element, and what it says of it."""
    page.evaluate(_axe())
    result = page.evaluate("() => axe.run(document)")
    return [
        f"{rule['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@cache
def _axe() -> str:
    """The script of axe-core, npm's ``axe-core``."""
    npm = outside_program("npm")
    root = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=True).stdout.strip()
    script = Path(root) / "axe-core" / "axe.min.js"
    if not script.exists():
        if os.environ.get("CI"):
            pytest.fail("axe-core is missing")
        pytest.skip("axe-core is missing (npm install --global axe-core)")
    return script.read_text("utf-8")
