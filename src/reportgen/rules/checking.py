"""All rules, in one list, and what they find.

The list is explicit. A rule's docstring is its page: what and why in English and Chinese, a wrong and a right example.
"""

from collections.abc import Callable, Iterator
from types import ModuleType

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules import (
    and_so_on,
    block_mark,
    bracket_empty,
    brackets,
    change_impossible,
    colon_governing,
    colon_of_time,
    copy_stale,
    dash_or_ellipsis,
    date_form,
    date_impossible,
    date_stale,
    day_dot,
    direction_reversed,
    document_number,
    entries_joined,
    escape_typed,
    fall_in_times,
    fixed_wording,
    follows_unknown,
    growth_differs,
    history_differs,
    import_unplaced,
    look_alike,
    markup_left,
    metric_contradicted,
    metric_doubtful,
    metric_label_twice,
    metric_typed,
    metric_unused,
    misspelling,
    more_misplaced,
    number_form,
    numeral_comma,
    numeral_mixed,
    order_differs,
    ordinal_comma,
    ordinal_typed,
    part_too_large,
    particle,
    parts_differ,
    percent_full_width,
    percentage_points,
    pinyin_left,
    placeholder_left,
    plan_name,
    promise_forgotten,
    punctuation_half_width,
    punctuation_quotes,
    quotes_listed,
    range_dash,
    range_scale,
    scale_too_large,
    semicolon_items,
    sequence_broken,
    session_number,
    share_differs,
    share_impossible,
    stop_at_quote,
    stop_doubled,
    structure_in_text,
    sum_differs,
    text_end,
    title_marks,
    two_counted,
    unit_scaled,
    unit_twice,
    vague_twice,
    word_confused,
    word_doubled,
    word_forbidden,
    word_nearly_known,
    word_of_other_year,
    word_preferred,
    word_short_first,
    year_in_title,
    year_relative,
    year_stale,
)
from reportgen.rules.context import RuleContext


class Rule(Struct, frozen=True):
    """A rule: the codes it reports, its page, and the check itself."""

    codes: tuple[str, ...]
    page: str
    check: Callable[[RuleContext], Iterator[Diagnostic]]


def _rule(module: ModuleType) -> Rule:
    return Rule(getattr(module, "CODES", None) or (module.CODE,), module.__doc__ or "", module.check)


RULES = tuple(
    _rule(module)
    for module in (
        change_impossible,
        history_differs,
        metric_unused,
        metric_contradicted,
        metric_doubtful,
        metric_typed,
        metric_label_twice,
        parts_differ,
        scale_too_large,
        unit_scaled,
        unit_twice,
        follows_unknown,
        promise_forgotten,
        copy_stale,
        year_in_title,
        placeholder_left,
        import_unplaced,
        bracket_empty,
        punctuation_half_width,
        punctuation_quotes,
        ordinal_typed,
        more_misplaced,
        look_alike,
        escape_typed,
        markup_left,
        pinyin_left,
        structure_in_text,
        block_mark,
        entries_joined,
        share_impossible,
        part_too_large,
        sum_differs,
        share_differs,
        growth_differs,
        direction_reversed,
        sequence_broken,
        year_relative,
        year_stale,
        session_number,
        date_stale,
        stop_doubled,
        stop_at_quote,
        quotes_listed,
        colon_governing,
        and_so_on,
        numeral_comma,
        range_dash,
        semicolon_items,
        day_dot,
        title_marks,
        brackets,
        document_number,
        ordinal_comma,
        colon_of_time,
        dash_or_ellipsis,
        text_end,
        percent_full_width,
        range_scale,
        vague_twice,
        numeral_mixed,
        two_counted,
        percentage_points,
        fall_in_times,
        date_form,
        date_impossible,
        number_form,
        plan_name,
        word_forbidden,
        word_nearly_known,
        word_short_first,
        order_differs,
        word_of_other_year,
        misspelling,
        word_confused,
        word_preferred,
        word_doubled,
        particle,
        fixed_wording,
    )
)


def check_rules(context: RuleContext) -> tuple[Diagnostic, ...]:
    """The diagnostics of all rules."""
    found = [each for rule in RULES for each in rule.check(context)]
    structure = (each.place for each in found if each.code == structure_in_text.CODE)
    swallowed = {place.path: place.line for place in structure if place}
    return tuple(each for each in found if not _is_swallowed(each, swallowed)) if swallowed else tuple(found)


def _is_swallowed(found: Diagnostic, swallowed: dict[FieldPath, int]) -> bool:
    """Whether a diagnostic is of lines that became part of a text by their indent: once moved, they are none of it."""
    place = found.place
    line = swallowed.get(place.path) if place and found.code != structure_in_text.CODE else None
    return place is not None and line is not None and place.line >= line
