"""The Markdown writer."""

from reportgen.markdown.markdown_writer import write_markdown

__all__ = ["write_markdown"]
