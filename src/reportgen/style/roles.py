"""The roles of paragraphs and runs, and the other words that a style sheet chooses from."""

from typing import Literal, NamedTuple, get_args

Align = Literal["justify", "left", "centre", "right"]
PageStart = Literal["none", "page", "odd"]
TextStart = Literal["none", "fit", "page", "odd"]
"""Where a text begins; ``fit``: on a new page where less than four tenths are left of this one."""
ItemForm = Literal["run-in", "points", "headings", "statements"]
PartDepth = Literal["all", "heads", "title"]
ReportField = Literal["organization", "session", "title", "label", "speaker", "place", "date"]
"""The fields of a report that the cover and the last page can show."""
CoverField = Literal["logo", ReportField]
ColophonField = Literal[ReportField, "month"]
FramingField = Literal["salutation", "opening", "closing"]
"""The fields of a report that frame its parts."""
SignatureField = Literal["signature", "date"]
"""The fields of a report that stand under its text, where it is signed."""
ColumnText = Literal[
    "salutation", "opening", "reviews", "tasks", "insights", "closing", "signature", "glossary",
]  # fmt: skip
"""The texts of a report that may be set beside a side column."""
Side = Literal["left", "centre", "right", "outside"]
ChartPlace = Literal["page", "card", "side"]
"""Where a chart is drawn: across the page, or small, on a card or beside a section."""
GridKind = Literal["cards", "figure_rows", "plan", "task_rows"]
"""What a grid is: the year in figures, a row for each of few figures, next year's tasks at a glance, the points of
one of them; each has its style in the sheet."""

BlockRole = Literal[
    "base", "body", "body-title", "salutation", "intro", "lead", "item", "text", "point", "claim", "closing",
    "heading-1", "heading-2", "heading-3", "contents-title", "contents-1", "contents-2", "contents-3",
    "cover-logo", "cover-organization", "cover-session", "cover-title", "cover-label", "cover-speaker", "cover-place",
    "cover-date", "cover-mark",
    "table-head", "table-cell", "card-figure", "card-label", "card-change", "card-note",
    "row-figure", "row-label", "row-change", "row-item", "row-note", "card-legend",
    "plan-ordinal", "plan-title", "plan-point",
    "task", "task-intro", "task-lead", "task-point", "task-text",
    "caption", "chart-label", "chart-year", "glossary", "band", "statement", "statement-claim", "statement-text",
    "item-title", "sentence", "signature", "signature-date", "annex-note", "annex-note-next", "annex-label",
    "annex-title", "colophon-title", "colophon", "header", "footer", "minutes", "draft-mark", "line-number",
    "watermark", "side-ordinal", "side-number", "side-label", "side-figure", "side-change",
]  # fmt: skip
"""The role of a paragraph; all others inherit from ``base``."""

RoleArea = Literal["type-area", "cover", "contents", "apart"]
"""Where text of a role is set; ``apart`` is in cells, pictures and margins, not from edge to edge of the type area."""

TitleTurn = Literal["none", "words", "centred", "shaped", "clauses"]
"""How text of a role turns over: anywhere, between words, the same but shaped where it is centred, always shaped, or by
clauses (T9)."""


class RoleTraits(NamedTuple):
    """Properties of a role that no style sheet changes.

    ``depth`` in the outline: headings 1 to 3, items 4, points 5; 0 for what is not part of it. ``listed``: its
    paragraphs are entries of a list, even where an entry has several. ``beside_parts``: it belongs to no part of the
    report.
    """

    area: RoleArea = "type-area"
    depth: int = 0
    turn: TitleTurn = "none"
    listed: bool = False
    beside_parts: bool = False


HeadingLevel = Literal[1, 2, 3]
HEADING_DEPTH: int = max(get_args(HeadingLevel))
"""The deepest level of headings."""

_TEXT, _APART, _COVER = RoleTraits(), RoleTraits("apart"), RoleTraits("cover", turn="shaped")
_HEADINGS = [RoleTraits(depth=level, turn="centred") for level in range(1, HEADING_DEPTH + 1)]
_LABEL = RoleTraits("apart", turn="words")
_BESIDE = RoleTraits(beside_parts=True)

ROLES: dict[BlockRole, RoleTraits] = {
    "base": _TEXT,
    "body": _TEXT,
    "body-title": RoleTraits(turn="shaped", beside_parts=True),
    "salutation": _TEXT,
    "intro": _TEXT,
    "lead": _TEXT,
    "item": RoleTraits(depth=4),
    "text": _TEXT,
    "point": RoleTraits(depth=5, listed=True),
    "claim": _TEXT,
    "closing": _TEXT,
    "heading-1": _HEADINGS[0],
    "heading-2": _HEADINGS[1],
    "heading-3": _HEADINGS[2],
    "contents-title": RoleTraits("contents", turn="centred"),
    "contents-1": RoleTraits("contents", turn="words"),
    "contents-2": RoleTraits("contents", turn="words"),
    "contents-3": RoleTraits("contents", turn="words"),
    "cover-logo": _COVER,
    "cover-organization": _COVER,
    "cover-session": _COVER,
    "cover-title": _COVER,
    "cover-label": _COVER,
    "cover-speaker": _COVER,
    "cover-place": _COVER,
    "cover-date": _COVER,
    "cover-mark": _APART,
    "table-head": _LABEL,
    "table-cell": _LABEL,
    "card-figure": _LABEL,
    "card-label": _LABEL,
    "card-change": _LABEL,
    "card-note": _APART,
    "row-figure": _LABEL,
    "row-label": _LABEL,
    "row-change": _LABEL,
    "row-item": _LABEL,
    "row-note": _APART,
    "card-legend": _TEXT,
    "plan-ordinal": _APART,
    "plan-title": RoleTraits("apart", turn="clauses"),
    "plan-point": RoleTraits("apart", turn="clauses"),
    "task": RoleTraits(depth=2, turn="clauses"),
    "task-intro": _TEXT,
    "task-lead": _TEXT,
    "task-point": _APART,
    "task-text": _APART,
    "caption": RoleTraits(turn="words"),
    "chart-label": _LABEL,
    "chart-year": _LABEL,
    "glossary": RoleTraits(listed=True),
    "band": _HEADINGS[0],
    "statement": _HEADINGS[1],
    "statement-claim": RoleTraits(turn="centred"),
    "statement-text": _TEXT,
    "item-title": RoleTraits(depth=4),
    "sentence": _TEXT,
    "signature": _BESIDE,
    "signature-date": _BESIDE,
    "annex-note": _BESIDE,
    "annex-note-next": _BESIDE,
    "annex-label": _BESIDE,
    "annex-title": _HEADINGS[0],
    "colophon-title": RoleTraits(turn="centred", beside_parts=True),
    "colophon": _BESIDE,
    "header": _LABEL,
    "footer": _LABEL,
    "minutes": _APART,
    "draft-mark": _LABEL,
    "line-number": _APART,
    "watermark": _APART,
    "side-ordinal": _APART,
    "side-number": _APART,
    "side-label": _LABEL,
    "side-figure": _LABEL,
    "side-change": _LABEL,
}
"""Every role: a test compares this and every other table by role with ``BlockRole``."""

PARENT_ROLES: dict[BlockRole, BlockRole] = {
    "band": "heading-1", "statement": "heading-2", "statement-claim": "claim", "statement-text": "text",
    "annex-title": "heading-1", "annex-note": "body", "annex-note-next": "body",
    "colophon-title": "colophon", "plan-title": "heading-2",
    "task": "heading-2", "task-intro": "intro", "task-lead": "lead", "task-point": "point", "task-text": "text",
    "item-title": "item", "signature-date": "signature", "chart-year": "chart-label",
    "row-figure": "card-figure", "row-change": "card-change", "row-item": "card-change",
    "card-note": "card-change", "row-note": "card-note", "card-legend": "card-change",
}  # fmt: skip
"""Parent roles: fields that a role leaves out come from its parent, then from ``base``."""

COVER_ROLES: dict[CoverField, BlockRole] = {
    "logo": "cover-logo",
    "organization": "cover-organization",
    "session": "cover-session",
    "title": "cover-title",
    "label": "cover-label",
    "speaker": "cover-speaker",
    "place": "cover-place",
    "date": "cover-date",
}
FRAMING_ROLES: dict[FramingField, BlockRole] = {"salutation": "salutation", "opening": "body", "closing": "closing"}
SIGNATURE_ROLES: dict[SignatureField, BlockRole] = {"signature": "signature", "date": "signature-date"}
"""The roles that fields of the report print in."""

COLOPHON_ROLES: tuple[BlockRole, ...] = ("colophon-title", "colophon")
"""The roles of the lines of the last page."""

HEADING_ROLES: dict[int, BlockRole] = {1: "heading-1", 2: "heading-2", 3: "heading-3"}
CONTENTS_ROLES: dict[int, BlockRole] = {1: "contents-1", 2: "contents-2", 3: "contents-3"}
"""The roles of headings, and of their entries in the contents, by level."""

SIDE_ROLES: dict[int, BlockRole] = {1: "side-ordinal", 2: "side-number"}
"""The roles of ordinals in the side column, by the level of their heading."""

SIDE_COLUMN_ROLES: tuple[BlockRole, ...] = (*SIDE_ROLES.values(), "side-label", "side-figure", "side-change")
"""The roles of all that is in the side column."""

RunRole = Literal[
    "strong", "run-in", "claim", "metric", "ordinal", "badge", "note-mark", "term", "inserted", "deleted",
    "card-unit", "row-unit", "side-unit", "adverse", "item-page", "task-ordinal", "task-head", "cover-name",
    "page-number", "contents-page", "contents-page-after",
]  # fmt: skip
"""The role of a run of text, on top of its paragraph's."""

UNIT_ROLES: frozenset[RunRole] = frozenset(("card-unit", "row-unit", "side-unit"))
"""What is set smaller beside a large number, and stays with it."""
