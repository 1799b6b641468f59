"""The Markdown writer."""

from reportgen.markdown.writer import write_markdown

__all__ = ["write_markdown"]
