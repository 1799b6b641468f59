"""The HTML writer."""

from reportgen.html.html_writer import write_html

__all__ = ["write_html"]
