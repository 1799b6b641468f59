"""Words of English that mirrors Chinese word for word: in no message, and in no page that people read."""

import re

# What to write instead: “x” is not a year; duplicate “x”; reported, printed; fix; expected; separate; decrease,
# calculate; space; internal error; usually; it is unclear.
MIRRORED = re.compile(
    r"(?<!there )\b(?:is|are) (?:no(?! longer)|none)\b|\bholds? nothing\b"
    r"|\b(?:stands?|stood|standing)\b"
    r"|\b(?:said|told|tells? of)\b"
    r"|\b(?:mend(?:s|ed|ing)?|puts? right)\b"
    r"|\bwanted\b"
    r"|\bparted\b|\bdoes not part\b"
    r"|\blessen\b|\breckon(?:s|ed)?\b"
    r"|\bblanks?\b(?! pages?)"
    r"|\b(?:fault )?of ours\b|\bcannot be had\b|\bat hand\b|\bin the one form\b"
    r"|\bmost often\b|\bnobody\b",
    re.IGNORECASE,
)
