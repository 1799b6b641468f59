"""A Layout painted on a ReportLab canvas."""

from reportgen.pdf.writer import write_pdf

__all__ = ["write_pdf"]
