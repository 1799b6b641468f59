"""Character entities of HTML, which no report means."""

import re

ENTITY = re.compile(
    "&(?:nbsp|gt|lt|amp|quot|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|ndash|times"
    r"|#\d+|#x[0-9A-Fa-f]+);"
)
