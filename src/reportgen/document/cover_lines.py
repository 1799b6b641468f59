"""Lines of a cover: their names, what of them is on the ground behind it, and where they begin."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.document.block_types import Cover, CoverBlock, Inlines, Metadata, Ordinal, Paragraph
from reportgen.document.furniture import furniture_runs
from reportgen.document.origins import Origin, in_sheet
from reportgen.style import COVER_ROLES, BlockRole, PreparedSheet

_LOGO: BlockRole = COVER_ROLES["logo"]


def cover_name(text: str, origin: Origin) -> Ordinal | None:
    """The name before a line of the cover; None without one."""
    return Ordinal(text, "cover", text, 0, origin, "cover-name") if text else None


def on_ground(line: Paragraph) -> Paragraph:
    """A line in the one colour that stands out from the ground: numbers of metrics do not have their own."""
    runs = (replace(run, roles=tuple(role for role in run.roles if role != "metric")) for run in line.inlines)
    return replace(line, inlines=tuple(runs))


def ground_mark(cover: Cover, sheet: PreparedSheet, metadata: Metadata) -> Inlines:
    """The mark on the ground behind a cover: in a draft its watermark, which the ground would hide."""
    draft = sheet.style.draft
    if draft is None or not metadata.draft:
        return cover.mark
    return furniture_runs(draft.watermark, metadata, in_sheet("draft", "watermark"))


def cover_tops(cover: Cover, sheet: PreparedSheet) -> Iterator[float | None]:
    """How far below the head of the paper each line begins at the least, in points; None right below the one before."""
    tops = {COVER_ROLES[line.field]: line.at for line in sheet.style.cover if line.at is not None}
    for line in cover.lines:
        top = tops.get(_role(line))
        yield top.points(line=sheet.looks.line()) if top else None


def parted_by_ground(cover: Cover, sheet: PreparedSheet) -> tuple[tuple[CoverBlock, ...], tuple[CoverBlock, ...]]:
    """The lines on the ground behind a cover, and those below it."""
    ground = sheet.style.cover_ground
    height = ground.height.points(line=sheet.looks.line()) if ground else 0.0
    tops = enumerate(cover_tops(cover, sheet))
    first = next((place for place, top in tops if top is not None and top >= height), len(cover.lines))
    count = first if ground else 0
    return cover.lines[:count], cover.lines[count:]


def _role(line: CoverBlock) -> BlockRole:
    return line.role if isinstance(line, Paragraph) else _LOGO
