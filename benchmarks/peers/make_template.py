"""Makes the Word template that docxtpl fills: cover, contents, metrics, numbered sections.

Usage: python -m benchmarks.peers.make_template TEMPLATE
"""

import sys

from docx import Document
from docx.document import Document as Template
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

PARTS = (("一", "reviews"), ("二", "tasks"))


def main(path: str) -> None:
    """Writes the template."""
    template = Document()
    section = template.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    template.styles["Normal"].font.size = Pt(12)
    for text, style in (("{{ organization }}", "Subtitle"), ("{{ title }}", "Title"), ("{{ label }}", "Subtitle")):
        template.add_paragraph(text, style)
    template.add_paragraph("{{ year }}", "Title")
    template.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    add_contents(template)
    template.add_heading("数说{{ year }}年", 1)
    add_metrics(template)
    for number, part in PARTS:
        add_part(template, number, part)
    template.add_heading("三、{{ insights.title }}", 1)
    control(template, "for item in insights['items']")
    template.add_heading("（{{ loop.index }}）{{ item.title }}", 2)
    template.add_paragraph("{{ item.claim }}").runs[0].bold = True
    template.add_paragraph("{{ item.text }}")
    control(template, "endfor")
    template.save(path)


def add_contents(template: Template) -> None:
    """A field of contents, which Word fills when it opens the file."""
    template.add_paragraph("目录", "Title")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), 'TOC \\o "1-2" \\h')
    template.add_paragraph()._p.append(field)  # noqa: SLF001
    template.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_metrics(template: Template) -> None:
    """A table with a row a metric."""
    table = template.add_table(rows=4, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "数值"
    table.cell(1, 0).text = "{%tr for metric in metrics.values() %}"
    table.cell(2, 0).text, table.cell(2, 1).text = "{{ metric.label }}", "{{ metric.figure }}"
    table.cell(3, 0).text = "{%tr endfor %}"


def add_part(template: Template, number: str, part: str) -> None:
    """A part with its numbered sections and their items."""
    template.add_heading(f"{number}、{{{{ {part}.title }}}}", 1)
    template.add_paragraph(f"{{{{ {part}.intro }}}}")
    control(template, f"for section in {part}.sections")
    template.add_heading("（{{ loop.index }}）{{ section.title }}", 2)
    template.add_paragraph("{{ section.lead }}")
    control(template, "for item in section['items']")
    control(template, "if item is string")
    template.add_paragraph("{{ item }}", "List Number")
    control(template, "else")
    paragraph = template.add_paragraph()
    paragraph.add_run("{{ item.title }}").bold = True
    paragraph.add_run("{{ item.text }}")
    for end in ("endif", "endfor", "endfor"):
        control(template, end)


def control(template: Template, statement: str) -> None:
    """A paragraph that docxtpl takes as a statement and leaves out."""
    template.add_paragraph(f"{{%p {statement} %}}")


if __name__ == "__main__":
    main(sys.argv[1])
