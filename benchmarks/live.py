"""Times the preview as people see it, in Chromium: the first page, and a save until it shows. Wall time.

Usage: python -m benchmarks.live PROGRAM WORKSPACE
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

RUNS = 11
SENTENCE = "全年征集提案"
DRAWN = ".paper img[src]"


def main(program: str, folder: Path) -> None:
    """Starts a preview, and prints the median of some runs in milliseconds."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("preview: no Chromium here")
        return
    command = [program, "preview", "2025", "--no-browser", "--lang", "en"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        found = re.search(r"http://\S+", next(line for line in process.stdout if "http://" in line))
        assert found
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            first = [first_page(page, found[0]) for _ in range(RUNS)]
            saves = [save(page, folder / "data" / "2025.yaml", number) for number in range(RUNS)]
            browser.close()
        process.kill()
    for label, times in (("preview, first page shown", first), ("preview, a save until it shows", saves)):
        print(f"{label:<32}{statistics.median(times) * 1000:>9.0f} ms")


def first_page(page: Page, url: str) -> float:
    """Seconds from the address to a drawn page."""
    began = time.perf_counter()
    page.goto(url)
    drawn(page)
    return time.perf_counter() - began


def save(page: Page, report: Path, number: int) -> float:
    """Seconds from a save to the changed words on a page whose pictures are drawn."""
    text = re.sub(
        f"{SENTENCE[:2]}(第[0-9]+次)?{SENTENCE[2:]}", f"全年第{number}次征集提案", report.read_text("utf-8"), count=1
    )
    beside = report.with_suffix(".new")
    beside.write_text(text, "utf-8")
    began = time.perf_counter()
    beside.replace(report)
    page.locator("svg text", has_text=f"第{number}次").wait_for(state="attached")
    drawn(page)
    return time.perf_counter() - began


def drawn(page: Page) -> None:
    """Waits until every picture that was asked for is there."""
    page.locator(DRAWN).first.wait_for()
    while not page.evaluate(f"() => [...document.querySelectorAll({DRAWN!r})].every(each => each.complete)"):
        time.sleep(0.005)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
