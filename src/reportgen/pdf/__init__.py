"""A Layout painted on a ReportLab canvas."""

from reportgen.pdf.lazy import defer_import, stand_in

defer_import("PIL.Image")  # ReportLab imports it at once, and only pictures need it: 10 ms
# What ReportLab would run of the user's home, the current folder and its own, to change what it does.
for module in ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings"):
    stand_in(module)

from reportgen.pdf.attachments import Attachment  # noqa: E402 - after the above, which must come first
from reportgen.pdf.pdf_writer import write_pdf  # noqa: E402

__all__ = ["Attachment", "write_pdf"]
