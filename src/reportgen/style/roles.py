"""What paragraphs and stretches of text are, and the other words a style sheet chooses from."""

from typing import Literal

Align = Literal["justify", "left", "centre", "right"]
PageStart = Literal["none", "page", "odd"]
ItemForm = Literal["run-in", "points", "headings", "statements"]
PartDepth = Literal["all", "heads", "title"]
ReportField = Literal["organization", "session", "title", "label", "speaker", "place", "date"]
CoverField = Literal["logo", "organization", "session", "title", "label", "speaker", "place", "date"]
Side = Literal["left", "centre", "right", "outside"]

BlockRole = Literal[
    "base", "body", "salutation", "intro", "lead", "item", "text", "point", "claim", "closing",
    "heading-1", "heading-2", "heading-3", "contents-title", "contents-1", "contents-2", "contents-3",
    "cover-logo", "cover-organization", "cover-session", "cover-title", "cover-label", "cover-speaker", "cover-place",
    "cover-date",
    "table-head", "table-cell", "card-figure", "card-label", "card-change", "plan-ordinal", "plan-title", "plan-point",
    "caption", "chart-label", "glossary", "band", "statement", "statement-claim", "statement-text",
    "item-title", "sentence", "annex-note", "annex-label", "annex-title", "colophon-title", "colophon",
    "header", "footer", "minutes", "draft-mark", "line-number", "watermark",
]  # fmt: skip
"""What a paragraph is; ``base`` lends its fields to all others."""

PARENT_ROLES: dict[BlockRole, BlockRole] = {
    "band": "heading-1", "statement": "heading-2", "statement-claim": "claim", "statement-text": "text",
    "annex-title": "heading-1", "annex-note": "body", "colophon-title": "colophon", "plan-title": "heading-2",
    "item-title": "item",
}  # fmt: skip
"""The roles that lend what others leave out, before ``base`` does."""

HEADING_ROLES: dict[int, BlockRole] = {1: "heading-1", 2: "heading-2", 3: "heading-3"}
CONTENTS_ROLES: dict[int, BlockRole] = {1: "contents-1", 2: "contents-2", 3: "contents-3"}
"""The roles of headings, and of their entries in the contents, by level."""

RunRole = Literal[
    "strong", "run-in", "claim", "metric", "ordinal", "badge", "note-mark", "term", "inserted", "deleted",
    "card-unit",
]  # fmt: skip
"""What a stretch of text is, on top of its paragraph."""
