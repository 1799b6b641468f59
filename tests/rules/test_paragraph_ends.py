"""Rules judge a paragraph by itself: what one begins, the next does not end."""

import pytest

from tests.rules.test_proofread_prose import slips
from tests.support import MINIMAL, examine

_LONGEST = 60


@pytest.mark.parametrize("place", range(1, _LONGEST))
def test_nothing_is_found_across_the_end_of_a_paragraph_or_text(place: int) -> None:
    """All sentences with a slip, each cut in two at a place: both halves in one text, then each in its own."""
    cut = [(each[:place], each[place:]) for _, each in slips() if place < len(each)]
    halves = "".join(f"    - >-\n      {one}\n\n      {other}\n    - {one!r}\n    - {other!r}\n" for one, other in cut)
    codes = {code for code, _ in slips()}
    for each in examine(f"{MINIMAL}  items:\n{halves}").found:
        assert each.code not in codes or (each.place and each.place.line == each.place.end_line), each
