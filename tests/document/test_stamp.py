"""What a file says of what it was made from: every input once, the same whatever cannot change what is printed."""

import pytest

from reportgen.document.stamp import Compared, ComparisonKind, Stamp, read_stamp, stamp_of

TEXTS = {"report": "甲\n乙\n", "style:official": "a: 1\n", "earlier:2022": "丙\n", "earlier:2023": "丁\n"}


def stamped(more: dict[str, str] | None = None, *, draft: int = 0, logo: bytes | None = None) -> Stamp:
    return stamp_of("1.0", 2025, "official", {**TEXTS, **(more or {})}, draft, logo)


def test_every_input_has_a_digest_and_those_of_earlier_years_have_one_together() -> None:
    stamp = stamped(logo=b"")
    assert [name for name, _ in stamp.inputs] == ["earlier", "logo", "report", "style:official"]
    assert {len(digest) for _, digest in stamp.inputs} == {16}
    assert len(stamp.short()) == 7


@pytest.mark.parametrize(
    ("other", "differing"),
    [
        (stamped(), ()),
        (stamped({"report": "甲\r\n乙\r\n"}), ()),
        (stamp_of("1.0", 2025, "official", dict(reversed(TEXTS.items()))), ()),
        (stamped(draft=2), ()),
        (stamped({"report": "甲\n乙"}), ("report",)),
        (stamped({"earlier:2022": "丙。\n"}), ("earlier",)),
        (stamped({"earlier:2023": "丁。\n"}), ("earlier",)),
        (stamped({"earlier:2024": "戊\n"}), ("earlier",)),
        (stamped({"last-year": "戊\n"}), ("last-year",)),
        (stamped(logo=b"\x89PNG"), ("logo",)),
        (stamped(logo=b""), ("logo",)),
    ],
)
def test_a_digest_changes_with_its_input_alone(other: Stamp, differing: tuple[str, ...]) -> None:
    """Not with the ends of lines, nor with the order of files; the seven digits on pages change with any."""
    assert other.differing(stamped()) == stamped().differing(other) == differing
    assert (other.short() == stamped().short()) == (not differing)


@pytest.mark.parametrize(
    "stamp",
    [
        stamped(),
        stamped(draft=12),
        stamped(logo=b"\x89PNG"),
        Stamp("1.0", 2025, "own", ()),
        Stamp("1.0", 2025, "own", (("report", "0af"),), compared=Compared(ComparisonKind.LEDGER, 2024)),
        Stamp("1.0", 2025, "own", (), 3, Compared(ComparisonKind.COMPARISON, 2023, ("added", "moved"))),
    ],
)
def test_a_stamp_is_read_as_it_was_written(stamp: Stamp) -> None:
    assert read_stamp(stamp.text()) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "",
        "reportgen/1.0 2025",
        "reportgen/1.0 25 official report=0af",
        "other/1.0 2025 official report=0af",
        " reportgen/1.0 2025 official report=0af",
        "reportgen/1.0 2025 official report=xyz",
        "reportgen/1.0 2025 official report=",
        "reportgen/1.0 2025 official report=0af and more",
        "reportgen/1.0 2025 official draft-123",
        "reportgen/1.0 2025 official summary:2024 report=0af",
    ],
)
def test_what_is_no_stamp_of_ours(text: str) -> None:
    assert read_stamp(text) is None
