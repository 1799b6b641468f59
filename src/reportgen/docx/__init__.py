"""The document as a Word file, built on python-docx from a template of our own; ``redline`` compares two of them."""

from reportgen.docx.docx_writer import write_docx

__all__ = ["write_docx"]
