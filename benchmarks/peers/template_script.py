"""docxtpl, then Typst: both files, unchecked.

Usage, in a workspace: python -m benchmarks.peers.template_script TEMPLATE FONTS
"""

import sys
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.report_values import read_report
from benchmarks.peers.typst_pdf import write_pdf

if __name__ == "__main__":
    template = DocxTemplate(sys.argv[1])
    template.render(read_report(Path("data/2025.yaml")), autoescape=True)
    template.save("docxtpl.docx")
    write_pdf(sys.argv[2])
