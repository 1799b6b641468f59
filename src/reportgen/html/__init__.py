"""The HTML writer."""

from reportgen.html.writer import write_html

__all__ = ["write_html"]
