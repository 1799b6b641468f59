"""The writers of HTML: a page for the web, and an article for an editor, which draws and is imported by itself."""

from reportgen.html.html_writer import write_html

__all__ = ["write_html"]
