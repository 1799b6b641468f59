"""A Layout painted on a ReportLab canvas."""

from reportgen.pdf.lazy import defer_import

defer_import("PIL.Image")  # ReportLab imports it at once, and only pictures need it: 10 ms

from reportgen.pdf.attachments import Attachment  # noqa: E402 - after the above, which must come first
from reportgen.pdf.pdf_writer import write_pdf  # noqa: E402

__all__ = ["Attachment", "write_pdf"]
