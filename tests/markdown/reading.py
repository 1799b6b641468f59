"""What a reader of a Markdown page sees: rendered by a reader of Markdown that others wrote."""

from markdown_it import MarkdownIt

from tests.html.reading import Page

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


def markdown_text(text: str) -> str:
    """The text of a Markdown page in one line."""
    return Page(f"<main>{_MARKDOWN.render(text)}</main>".replace("<br />", "<br>")).text
