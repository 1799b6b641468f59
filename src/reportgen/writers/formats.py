"""The one table of formats: what the commands write and show, and which writer makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:  # of which the table of formats needs none
    from reportgen.document import Document

Needs = Literal["document", "style", "files", "layout", "metrics"]
"""What a writer is called with.

``document``: a ``Document``, to text that can also be shown in a terminal. ``style``: a ``WriterJob``, to bytes.
``files``: a ``WriterJob``, to the bytes of several files by their endings, the format's own first.
``layout``: a ``WriterJob`` and its ``Layout``, pages and fonts, to bytes. ``metrics``: a ``SeriesTable``, to bytes.
"""


class Format(NamedTuple):
    """A format: its name on the command line, the ending of its files, what its writer needs, and where that is.

    ``writer`` is ``module:function``, imported only when something is written. ``embeds_fonts``: a character that no
    font has cannot print; Word brings fonts of its own. ``numbered`` is the ending of its other files, which count from
    1; empty where it has none.
    """

    name: str
    ending: str
    needs: Needs
    writer: str
    embeds_fonts: bool = False
    numbered: str = ""


ARTICLE, ARTICLE_PICTURES = "wechat.html", "wechat-{}.png"
"""The endings of an article for the editor of 微信公众号, and of its pictures."""

FORMATS = (
    Format("docx", "docx", "layout", "reportgen.writers.docx_file:docx_file"),
    Format("pdf", "pdf", "layout", "reportgen.writers.pdf_file:pdf_file", embeds_fonts=True),
    Format("html", "html", "style", "reportgen.writers.html_files:html_file"),
    Format("wechat", ARTICLE, "files", "reportgen.writers.html_files:article_files", numbered=ARTICLE_PICTURES),
    Format("markdown", "md", "document", "reportgen.markdown:write_markdown"),
    Format("txt", "txt", "document", "reportgen.writers.text_output:write_text"),
    Format("csv", "csv", "metrics", "reportgen.writers.spreadsheet:write_csv"),
    Format("xlsx", "xlsx", "metrics", "reportgen.writers.spreadsheet:write_xlsx"),
)


def format_names(*needs: Needs) -> tuple[str, ...]:
    """The names of the formats whose writers need one of these."""
    return tuple(each.name for each in FORMATS if each.needs in needs)


REPORT_FORMATS = format_names("document", "style", "files", "layout")
"""What a report is built in."""

DEFAULT_FORMATS = ("docx", "pdf")
"""What it is built in where neither the command line nor the settings name formats."""

SHOWN_FORMATS = format_names("document")
"""Text that a command which shows its result prints, and does not write to a file."""

DOCUMENT_FILES = format_names("style", "layout")
"""What a comparison or ledger is written in."""

METRICS_FILES = format_names("metrics")
"""What a table of metrics is written in."""


def format_named(name: str) -> Format:
    """The format of a name in the table."""
    return next(each for each in FORMATS if each.name == name)


def needs_layout(names: Iterable[str]) -> bool:
    """Whether any of some formats has pages, for which fonts are opened."""
    return any(format_named(name).needs == "layout" for name in names)


def load_writer(format_: Format) -> Callable[..., Any]:
    """Imports the writer of a format.

    Raises:
        CommandError: ``format-unknown``, the format having no writer.

    """
    module, _, function = format_.writer.partition(":")
    try:
        writer: Callable[..., Any] | None = getattr(import_module(module), function, None)
    except ModuleNotFoundError as missing:
        if missing.name != module:
            raise  # a library that the writer needs
        writer = None
    if writer is None:
        from reportgen.diagnostics import Diagnostic
        from reportgen.workspace.refusals import CommandError

        known = " ".join(each.name for each in FORMATS if each is not format_)
        raise CommandError(Diagnostic("format-unknown", None, {"name": format_.name, "known": known}, ("known-names",)))
    return writer


def render_text(document: Document, name: str) -> str:
    """A document in one of the formats that need nothing else, as text to be shown."""
    text: str = load_writer(format_named(name))(document)
    return text
