"""How a number prints: ``约3.2万``, ``500余``, ``3400多万``; the unit after it is not part of it."""

import re

FIGURE = (
    r"(?P<before>[约近超逾]?)(?P<digits>[+-]?\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>万亿|[万亿]?)(?P<after>[余多]?)(?P<late>万亿|[万亿]?)"
)
PRINTED_FIGURE = re.compile(FIGURE)
