"""The document as a Word file, built on python-docx from a template of our own."""

from reportgen.docx.redline import write_redline
from reportgen.docx.revisions import Revision
from reportgen.docx.writer import write_docx

__all__ = ["Revision", "write_docx", "write_redline"]
