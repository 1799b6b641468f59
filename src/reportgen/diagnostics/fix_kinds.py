"""Which diagnostics ``fmt`` may fix, and with which option."""

from typing import Literal

FixKind = Literal["ime", "punctuation", "ordinals"]
"""``fmt --ime``: marks an input method left where YAML or a reference needs another; ``fmt --punctuation``: prose;
``fmt --ordinals``: ordinals and bullets before what the style sheet numbers."""

FIX_KINDS: dict[str, FixKind] = {
    "slip-block-mark": "ime",
    "slip-bracket": "ime",
    "slip-colon": "ime",
    "slip-colon-space": "ime",
    "slip-comma": "ime",
    "slip-dash": "ime",
    "slip-hash": "ime",
    "slip-invisible": "ime",
    "slip-invisible-name": "ime",
    "slip-number-comma": "ime",
    "slip-quotes-inside": "ime",
    "slip-reference": "ime",
    "slip-space": "ime",
    "slip-space-text": "ime",
    "slip-tab": "ime",
    "indent-tabs": "ime",
    "type-not-text": "ime",
    "look-alike": "punctuation",
    "punctuation-half-width": "punctuation",
    "stop-doubled": "punctuation",
    "punctuation-quotes": "punctuation",
    "bullet-typed": "ordinals",
    "ordinal-typed": "ordinals",
}
"""By code. Edits of any other code only let YAML read on: they guess what the author meant."""
