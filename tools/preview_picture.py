"""Draws docs/images/preview.png, the preview in a browser as README shows it. ``make gallery`` renews it; look at it.

Needs Chromium. The report is the real one, with a slip put in so that there is a finding.
"""

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from reportgen.workspace.writing import NewFile, write_files
from tests.browsers import open_browser
from tests.live.previews import previewing, shown

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "preview.png"
SIZE = {"width": 1180, "height": 760}
COLOURS = 64
SLIP = ("全年征集提案", "全年，，征集提案")


def main() -> None:
    """Starts a preview, clicks a finding, and keeps what the window shows."""
    with tempfile.TemporaryDirectory() as name, open_browser() as browser:
        folder = Path(name) / "报告"
        shutil.copytree(ROOT / "data", folder / "data")
        report = folder / "data" / "2025.yaml"
        report.write_text(report.read_text("utf-8").replace(*SLIP, 1), "utf-8")
        with previewing(folder, lang="zh") as preview:
            page = browser.new_context(viewport=SIZE, locale="zh-CN").new_page()  # type: ignore[arg-type]
            shown(page, preview.url)
            page.locator("#findings button.warning").click()
            expect(page.locator(".pointed")).to_have_count(1)
            page.wait_for_timeout(1000)
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    content = BytesIO()
    picture.save(content, "PNG", optimize=True)
    write_files([NewFile(PICTURE, PICTURE.name, content.getvalue())])
    print(f"{PICTURE.name} {len(content.getvalue()) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
