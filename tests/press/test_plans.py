"""What is asked of print files, as the files to make: which pages on which paper."""

import pytest

from reportgen.press.plans import Plan, Wish, plans
from reportgen.style.lengths import POINTS_PER_MILLIMETRE

A4 = (210 * POINTS_PER_MILLIMETRE, 297 * POINTS_PER_MILLIMETRE)
LYING = A4[1], A4[0]


def shown(plan: Plan) -> str:
    """A plan in a line: kind, paper in millimetres, cells, creep and bleed, and the pages of its sides from 1."""
    press = plan.press
    width, height = (round(side / POINTS_PER_MILLIMETRE) for side in press.paper)
    more = (
        " folded" if press.folded else "",
        f" creep {press.creep / POINTS_PER_MILLIMETRE:g}" if press.creep else "",
        f" bleed {press.bleed / POINTS_PER_MILLIMETRE:g}" if press.bleed else "",
    )
    sides = " ".join(
        ",".join("-" if spot.page is None else str(spot.page + 1) for spot in side.spots) for side in plan.sides
    )
    return f"{plan.kind} {width}×{height} {press.across}×{press.down}{''.join(more)}: {sides}"


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), []),
        (Wish(black=True), ["pages 210×297 1×1: 1 2 3 4 5 6"]),
        (Wish(bleed=3), ["pages 210×297 1×1 bleed 3: 1 2 3 4 5 6"]),
        (Wish(paper="a3"), ["pages 297×420 1×1: 1 2 3 4 5 6"]),
        (Wish(booklet=True), ["booklet 420×297 2×1 folded: 6,1 2,- -,3 4,5"]),
        (Wish(booklet=True, back_is_last=False), ["booklet 420×297 2×1 folded: -,1 2,- 6,3 4,5"]),
        (Wish(booklet=True, paper="a4", creep=0.1), ["booklet 297×210 2×1 folded creep 0.1: 6,1 2,- -,3 4,5"]),
        (Wish(signatures=4), ["signatures 420×297 2×1 folded: 4,1 2,3 6,5 -,-"]),
        (Wish(up=2), ["2-up 297×210 2×1: 1,2 3,4 5,6"]),
        (Wish(up=2, paper="8k", bleed=3), ["2-up 370×260 2×1 bleed 3: 1,2 3,4 5,6"]),
        (Wish(up=4), ["4-up 210×297 2×2: 1,2,3,4 5,6"]),
        (Wish(up=4, paper="b4"), ["4-up 257×364 2×2: 1,2,3,4 5,6"]),
        (
            Wish(up=2, booklet=True, black=True),
            ["booklet 420×297 2×1 folded: 6,1 2,- -,3 4,5", "2-up 297×210 2×1: 1,2 3,4 5,6"],
        ),
        (
            Wish(booklet=True, separate_cover=True),
            ["cover 420×297 2×1 folded: 6,1 2,-", "booklet 420×297 2×1 folded: -,3 4,5"],
        ),
    ],
)
def test_a_wish_as_files(wish: Wish, expected: list[str]) -> None:
    assert [shown(plan) for plan in plans(wish, 6, A4)] == expected


@pytest.mark.parametrize(
    ("paper", "millimetres"),
    [
        ("a3", "297×420"),
        ("a4", "210×297"),
        ("a5", "148×210"),
        ("b4", "257×364"),
        ("b5", "182×257"),
        ("8k", "260×370"),
        ("16k", "185×260"),
    ],
)
def test_papers_are_as_large_as_those_of_copiers_and_presses(paper: str, millimetres: str) -> None:
    assert shown(plans(Wish(paper=paper), 1, A4)[0]) == f"pages {millimetres} 1×1: 1"


@pytest.mark.parametrize(("wish", "turned"), [(Wish(booklet=True), False), (Wish(booklet=True, duplex="long"), True)])
def test_backs_are_turned_for_the_long_edge_alone(wish: Wish, *, turned: bool) -> None:
    (plan,) = plans(wish, 4, A4)
    assert [[spot.turned for spot in side.spots] for side in plan.sides] == [[False] * 2, [turned] * 2]


def test_lying_pages_lie_on_their_paper() -> None:
    assert shown(plans(Wish(paper="a3"), 1, LYING)[0]) == "pages 420×297 1×1: 1"
    assert shown(plans(Wish(up=2, paper="a4"), 2, LYING)[0]) == "2-up 297×210 2×1: 1,2"
    assert shown(plans(Wish(paper="a4"), 1, (A4[0], A4[0]))[0]) == "pages 210×297 1×1: 1"


def test_a_cover_of_nothing_else_has_no_inside() -> None:
    made = plans(Wish(booklet=True, signatures=4, separate_cover=True), 4, A4)
    assert [plan.kind for plan in made] == ["cover"]
