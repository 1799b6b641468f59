"""What drawings cost before they are drawn: the same however it is declared, each copy again, and refused at limits."""

import pytest
from lxml import etree

from reportgen.pictures.drawing_weight import weigh
from reportgen.pictures.refusal import PictureRefusedError

RECT = '<rect width="9" height="9"/>'
THOUSAND = f'<g id="a">{"<g/>" * 998}</g>'
"""Elements, with the one they are in; with each reference to them there are as many more."""

LINKS = '<mask id="m"/><linearGradient id="g"/>'


def passes(inner: str) -> int | str:
    """How often a drawing fills the canvas; the code where it is refused."""
    try:
        return weigh(etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'))
    except PictureRefusedError as refused:
        return refused.code


def outline(numbers: int) -> str:
    return f'<path d="M{" 0" * numbers}"/>'


def nested(levels: int) -> str:
    return "<g>" * levels + "</g>" * levels


def gradient(stops: int) -> str:
    return f"<linearGradient>{'<stop/>' * stops}</linearGradient>"


@pytest.mark.parametrize(
    ("most", "more"),
    [
        (nested(31), nested(32)),
        (outline(400_000), outline(400_001)),
        (gradient(64), gradient(65)),
        (gradient(64).replace("linear", "radial"), gradient(65).replace("linear", "radial")),
        (THOUSAND + '<use href="#a"/>' * 49, THOUSAND + '<use href="#a"/>' * 49 + "<g/>"),
    ],
    ids=["levels", "numbers", "stops", "stops of rings", "elements"],
)
def test_one_more_than_a_logo_may_have_is_refused(most: str, more: str) -> None:
    assert isinstance(passes(most), int)
    assert passes(more) == "svg-too-complex"


@pytest.mark.parametrize(
    ("numbers", "cost"), [(0, 3), (29, 3), (30, 4), (59, 4), (60, 5)]
)  # fmt: skip
def test_an_outline_costs_a_pass_for_each_thirty_numbers(numbers: int, cost: int) -> None:
    assert passes(outline(numbers)) == cost


@pytest.mark.parametrize(
    ("inner", "cost"),
    [
        ("<g/>", 0),
        ("<defs/>", 0),
        ("<rect/>", 1),
        ("<line/>", 1),
        ("<path/>", 3),
        ("<circle/>", 3),
        ("<ellipse/>", 3),
        ("<polyline/>", 3),
        ("<polygon/>", 3),
        (f'<polygon points="{"0 " * 29}"/>', 3),
        (f'<polyline points="{"0 " * 30}"/>', 4),
        ("<svg/>", 350),  # clipped, on a layer of its own
        ("<symbol/>", 350),
        ("<svg><symbol/></svg>", 700),
    ],
)
def test_a_shape_costs_as_many_passes_as_were_measured(inner: str, cost: int) -> None:
    """As often as resvg fills the canvas with one colour in the same time."""
    assert passes(inner) == cost


@pytest.mark.parametrize(
    ("name", "value", "plain", "cost"),
    [
        ("opacity", "0.5", "1", 130),
        ("opacity", ".99", "1.0", 130),
        ("mask", "url(#m)", "none", 280),
        ("clip-path", "url(#m)", "none", 280),
        ("mix-blend-mode", "multiply", "normal", 130),
        ("isolation", "isolate", "auto", 130),
        ("fill", "url(#g)", "red", 50),
        ("stroke", "url(#g)", "none", 50),
        ("fill-opacity", "50%", "1", 50),
        ("stroke-opacity", "0", "1.00", 50),
        ("fill", "#ff000080", "#ff0000", 50),
        ("stroke", "#f008", "#f00", 50),
        ("color", "rgb(9 9 9 / 50%)", "rgb(9 9 9)", 50),
        ("fill", "rgba(9, 9, 9, 0.5)", "rgb(9, 9, 9)", 50),
        ("stroke-dasharray", "2 1", "none", 300),
    ],
)
def test_a_declaration_costs_the_same_however_it_is_written(name: str, value: str, plain: str, cost: int) -> None:
    """As an attribute, in a style, through a class: what was measured beside the same without it."""
    declared = [
        RECT.replace("/", f' {name}="{value}"/'),
        RECT.replace("/", f' style="fill:red;{name}: {value}"/'),
        RECT.replace("/", ' class="b a"/') + f"<style>.a {{{name}: {value}}}</style>",
        RECT.replace("/", ' class="a"/') + f"<style>.b, rect.a {{ {name.upper()}: {value} }}</style>",
    ]
    assert [passes(LINKS + each) for each in declared] == [1 + cost] * 4
    assert passes(LINKS + RECT.replace("/", f' {name}="{plain}"/')) == 1


def test_dashes_cost_more_the_longer_the_outline() -> None:
    """Three hundred passes a shape, and twenty for each number of its outline, in whatever group it is."""
    dashed = "<g stroke-dasharray='2 1'>{}</g>"
    assert [passes(dashed.format(outline(numbers))) for numbers in (0, 1, 3)] == [303, 323, 363]
    assert passes(dashed.format(f"<g>{outline(1)}{outline(2)}</g>")) == 2 * 303 + 3 * 20


def test_what_an_element_and_its_classes_declare_is_paid_together() -> None:
    style = (
        "<style>.a {opacity: .5} .b {fill-opacity: .5} .a {isolation: isolate} rect {mask: none; opacity: .2}</style>"
    )
    assert passes(style + RECT.replace("/", ' class="a b" stroke-dasharray="1"/')) == 1 + 130 + 50 + 130 + 130 + 300


def test_what_each_shape_of_a_group_pays_and_what_the_group_pays_once() -> None:
    one, three = (f"<g {{}}>{RECT * count}</g>" for count in (1, 3))
    paints = 'fill-opacity=".5"'
    layer = 'opacity=".5"'
    assert (passes(one.format("")), passes(three.format(""))) == (1, 3)
    assert passes(three.format(paints)) == 3 * int(passes(one.format(paints)))
    assert int(passes(three.format(layer))) == int(passes(one.format(layer))) + 2


@pytest.mark.parametrize("by", ['href="#a"', 'xlink:href="#a"', "style=\"fill: url( '#a')\""])
def test_each_copy_is_paid_again(by: str) -> None:
    space = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    drawing = f'<g id="a"{space}>{RECT * 5}</g>'
    fill = 0 if "href" in by else int(passes(drawing + f"<g {by}/>")) - 10
    assert passes(drawing) == 5
    assert passes(drawing + f"<g{space} {by}/>" * 3) == 20 + 3 * fill


@pytest.mark.parametrize("selector", ["rect", "*", "g rect"])
def test_rules_for_elements_are_paid_by_every_shape(selector: str) -> None:
    style = f"<style>{selector} {{opacity: .5}}</style>"
    one = int(passes(RECT.replace("/", ' opacity=".5"/')))
    assert passes(style + RECT * 2) == 2 * one
    assert passes(style.replace("opacity: .5", "mask: url(#m)") + RECT) == "svg-unsupported"
