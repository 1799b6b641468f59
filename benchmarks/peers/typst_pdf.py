"""Typst: ``report.typ`` reads the YAML itself.

Usage, in a workspace: python -m benchmarks.peers.typst_pdf FONTS
"""

import sys

import typst


def write_pdf(fonts: str) -> None:
    """Compiles the workspace's report.typ with the program's own faces, as strict as reportgen's PDF."""
    typst.compile(
        "report.typ",
        output="typst.pdf",
        root=".",
        font_paths=[fonts],
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
    )


if __name__ == "__main__":
    write_pdf(sys.argv[1])
