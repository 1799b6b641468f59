"""Which diagnostics ``fmt`` may fix, and with which option."""

from typing import Literal

FixKind = Literal["ime", "punctuation"]
"""``fmt --ime``: marks an input method left where YAML or a reference needs another; ``fmt --punctuation``: prose."""

FIX_KINDS: dict[str, FixKind] = {
    "slip-bracket": "ime",
    "slip-colon": "ime",
    "slip-colon-space": "ime",
    "slip-comma": "ime",
    "slip-dash": "ime",
    "slip-hash": "ime",
    "slip-invisible": "ime",
    "slip-number-comma": "ime",
    "slip-quotes-inside": "ime",
    "slip-reference": "ime",
    "slip-space": "ime",
    "slip-space-text": "ime",
    "slip-tab": "ime",
    "type-not-text": "ime",
    "punctuation-half-width": "punctuation",
    "punctuation-quotes": "punctuation",
}
"""By code. Edits of any other code only let YAML read on: they guess what the author meant."""
