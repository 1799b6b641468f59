"""HTML pages and articles, written as the table of formats calls for them."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.html import write_html
from reportgen.writers.formats import ARTICLE, ARTICLE_PICTURES
from reportgen.writers.typesetting import WriterJob


def html_file(job: WriterJob) -> bytes:
    """The HTML page."""
    return write_html(job.document, job.sheet, job.logo).encode()


def article_files(job: WriterJob) -> Mapping[str, bytes]:
    """The article for an editor, and after it the files of its pictures, by their endings."""
    from reportgen.html.article_writer import write_article

    article = write_article(job.document, job.sheet, job.logo)
    pictures = {ARTICLE_PICTURES.format(number): picture for number, picture in enumerate(article.pictures, 1)}
    return {ARTICLE: article.page.encode(), **pictures}
