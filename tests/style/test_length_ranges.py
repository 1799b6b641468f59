"""The range of every length of a style sheet: its ends are valid, and a hundredth beyond them is reported."""

import re

import pytest

from tests.style.test_changed_sheets import found

CHART = "colour: grey, past: grey, axis: grey"
WIDEST = "550mm"
"""Word's largest paper has 22 inches."""

BORDER, BORDERS = "0.1pt", "12pt"
"""The thickest border that Word draws."""


@pytest.mark.parametrize(
    ("change", "least", "most"),
    [
        ("page: {width: @}", "50mm", WIDEST),
        ("page: {height: @}", "50mm", WIDEST),
        ("page: {top: @}", "0pt", WIDEST),
        ("page: {left: @}", "0pt", WIDEST),
        ("page: {line: @}", "1pt", WIDEST),
        ("text: {body: {size: @}}", "1pt", "400pt"),
        ("text: {body: {line: @}}", "1pt", WIDEST),
        ("text: {body: {before: @}}", "0pt", WIDEST),
        ("text: {body: {after: @}}", "0pt", WIDEST),
        ("text: {body: {hang: @}}", "0pt", WIDEST),
        ("text: {body: {first_line: @}}", "0pt", WIDEST),
        ("text: {body: {left: @}}", "-550mm", WIDEST),
        ("text: {body: {right: @}}", "-550mm", WIDEST),
        ("text: {body: {pad: @}}", "0pt", "31pt"),
        ("text: {body: {rule: {colour: grey, gap: 0pt, thickness: @}}}", BORDER, BORDERS),
        ("runs: {metric: {pad: @}}", "0pt", "31pt"),
        ("runs: {metric: {size: @}}", "1pt", "400pt"),
        ("runs: {metric: {rise: @}}", "-1em", "1em"),
        ("runs: {metric: {dots: {size: @}}}", "0.01em", "1em"),
        ("contents: {title: 目录, closest: @}", "1pt", WIDEST),
        ("contents: {title: 目录, leader: {dot: @}}", "0.01em", "1em"),
        ("contents: {title: 目录, leader: {pitch: @}}", "0.05em", "10em"),
        ("contents: {title: 目录, leader: {gap: @}}", "0pt", WIDEST),
        ("tables: {rule: @, colour: grey}", BORDER, BORDERS),
        ("cards: {title: 数, inset: 0pt, rule_colour: grey, rule: @}", BORDER, BORDERS),
        ("cards: {title: 数, inset: 0pt, chart: {width: @, height: 2em}}", "6em", WIDEST),
        ("figure_rows: {inset: 0pt, rule_colour: grey, rule: @}", BORDER, BORDERS),
        ("plan: {inset: 0pt, rule_colour: grey, rule: @}", BORDER, BORDERS),
        ("task_rows: {inset: 0pt, rule_colour: grey, rule: @}", BORDER, BORDERS),
        ("cover_ground: {colour: grey, height: @}", "1mm", WIDEST),
        ("cover_ground: {colour: grey, height: 90mm, rule: @}", BORDER, BORDERS),
        ("colophon_ground: {colour: grey, height: @}", "1mm", WIDEST),
        (f"metrics: {{chart: {{{CHART}, rule: @}}}}", BORDER, BORDERS),
        (f"metrics: {{chart: {{{CHART}, stroke: @}}}}", BORDER, BORDERS),
        (f"metrics: {{chart: {{{CHART}, dot: @}}}}", "1pt", "72pt"),
        (f"metrics: {{chart: {{{CHART}, slot: @}}}}", "1em", WIDEST),
        (f"metrics: {{chart: {{{CHART}, bar: @}}}}", "0.1em", WIDEST),
        (f"small_charts: {{{CHART}, rule: @}}", BORDER, BORDERS),
        (f"small_charts: {{{CHART}, stroke: @}}", BORDER, BORDERS),
        (f"small_charts: {{{CHART}, dot: @}}", "1pt", "72pt"),
        (f"small_charts: {{{CHART}, last_dot: @}}", "1pt", "72pt"),
        ("loosest: @", "0.01em", "2em"),
    ],
)
def test_the_ends_of_a_range_will_do_and_nothing_beyond(change: str, least: str, most: str) -> None:
    message = f"cannot be printed; expected {least} to {most}"
    for end in (least, most):
        assert message not in "\n".join(found(change.replace("@", end)))
    for end, beyond in ((least, -0.01), (most, 0.01)):
        value, unit = re.fullmatch(r"([-0-9.]+)(\w+)", end).groups()  # type: ignore[union-attr]
        text = f"{float(value) + beyond:.2f}"
        (told,) = (line for line in found(change.replace("@", f"{text}{unit}")) if message in line)
        assert f"at {text}{unit}: “{text}{unit}” {message}" in told
