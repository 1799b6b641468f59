"""Tracked changes as LibreOffice, a program we did not write, accepts and rejects them."""

import re
from itertools import takewhile
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from reportgen.docx.redline import WordFile, write_redline
from tests.docx.made import made_from
from tests.docx.office import run_macro
from tests.docx.test_redline import FIXTURES, REPORT, REVISION, WITHOUT_ITEMS, edited, redlined, turned
from tests.docx.test_redline_cards import CARDS
from tests.support import MINIMAL, examine, sheet_named

SETTLE = """
Sub Settle(source As String, target As String, command As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, options())
  If command <> "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    Dim nothing()
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, nothing())
  End If
  options(0).Name = "FilterName"
  options(0).Value = "Text (encoded)"
  document.storeToURL(target, options())
  document.close(True)
End Sub
"""


SETTLED = {
    "cards": (
        MINIMAL + CARDS,
        MINIMAL
        + CARDS.replace("  数3: {label: 指标33, value: 300, unit: 件}\n", "").replace("value: 400", "value: 450"),
        "plenary",
    ),
    "corrections": (*FIXTURES["corrections"], "plenary"),
    "plenary": (*FIXTURES["years"], "plenary"),
    "classic": (*FIXTURES["corrections"], "classic"),
    "minutes": (*FIXTURES["years"], "lectern"),
    "years": (*FIXTURES["years"], "official"),
    "turned": (REPORT, turned().replace("改造五处", "办实事六处"), "official"),
    "parted": (
        REPORT,
        edited(("八场。\n\n            听众", "八场。听众"), ("换新颜, text: 改造", "换新颜, text: 新改造")),
        "official",
    ),
    "levels": (REPORT, WITHOUT_ITEMS, "official"),
    "met": (
        REPORT,
        edited(
            ("        - id: 宣讲\n", "        - {title: 新添, text: 新添的话。}\n        - id: 宣讲\n"),
            ("二十场。", "二十场，都好。"),
        ),
        "official",
    ),
    "added": (
        REPORT,
        edited(("        - {id: 菜场, title: ", "        - 新添一条\n        - {id: 菜场, title: 新的")),
        "official",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("backwards", [False, True])
def test_libreoffice_accepts_and_rejects_as_we_say(tmp_path: Path, *, backwards: bool) -> None:
    """A program we did not write does what the buttons say: its text, with all numbers, is that of either file."""
    calls = ""
    names = []
    for name, (one, other, style) in SETTLED.items():
        old, new = (other, one) if backwards else (one, other)
        before, after, made = redlined(old, new, style)
        wanted = {"old": (before, ""), "new": (after, "")}
        wanted["accepted"] = (made.data, ".uno:AcceptAllTrackedChanges")
        wanted["rejected"] = (made.data, ".uno:RejectAllTrackedChanges")
        for kind, (data, command) in wanted.items():
            source = tmp_path / f"{name}-{kind}.docx"
            source.write_bytes(data)
            names.append(source.stem)
            calls += f'  Settle("{source.as_uri()}", "{source.with_suffix(".txt").as_uri()}", "{command}")\n'
    run_macro(tmp_path, f"{SETTLE}\nSub Main\n{calls}End Sub\n")
    texts = {name: _without_contents((tmp_path / f"{name}.txt").read_text("utf-8-sig")) for name in names}
    for name in SETTLED:
        assert texts[f"{name}-accepted"] == texts[f"{name}-new"]
        assert texts[f"{name}-rejected"] == texts[f"{name}-old"]
        assert texts[f"{name}-new"] != texts[f"{name}-old"]


TITLED = f"""schema: 1
year: 2025
title: 工作报告
reviews:
  title: 回顾
  sections:
    - {{title: 一节, lead: {"说了又说。" * 300}}}
tasks: {{title: 任务, items: [乙]}}
insights: {{title: 感悟, items: [丙]}}
"""


@pytest.mark.slow
@pytest.mark.parametrize("style", ["plenary", "classic"])
def test_libreoffice_settles_headers_on_every_page(tmp_path: Path, style: str) -> None:
    """Only sections that begin on right-hand pages have copies without changes, whatever names them."""
    sheet = replace(sheet_named(style), header=sheet_named("classic").header, body_start="page")
    files = []
    for title in ("工作报告", "履职总结"):
        document = examine(TITLED.replace("工作报告", title), style=sheet).composed
        files.append(WordFile(made_from(document, sheet).data, document))
    source = tmp_path / "redline.docx"
    source.write_bytes(write_redline(files[0], files[1], REVISION).data)
    calls = "".join(
        f'  Settle("{source.as_uri()}", "{(tmp_path / name).as_uri()}.pdf", ".uno:{name}AllTrackedChanges")\n'
        for name in ("Accept", "Reject")
    )
    code = SETTLE.replace("Text (encoded)", "writer_pdf_Export")
    run_macro(tmp_path, f"{code}\nSub Main\n{calls}End Sub\n")
    for name, wanted, other in (("Accept", "履职总结", "工作报告"), ("Reject", "工作报告", "履职总结")):
        with PdfDocument(tmp_path / f"{name}.pdf") as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert len(pages) >= 4
        assert all(wanted in page for page in pages)
        assert not [page for page in pages if other in page]


def _without_contents(text: str) -> list[str]:
    """The lines of a text but for empty ones and the contents; no indents, no numbers of pages that lines refer to."""
    written = [line.strip() for line in text.splitlines() if line.strip()]
    start = next((number for number, line in enumerate(written, 1) if re.fullmatch(r"目\s*录", line)), 0)
    entries = takewhile(_ENTRY.search, written[start:]) if start else ()
    return [re.sub(r"\t\d*$", "", line) for line in (*written[:start], *written[start + len(list(entries)) :])]


_ENTRY = re.compile(r"\t\d+$")
"""How lines of contents end."""
