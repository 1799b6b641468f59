"""What ``check --rules`` prints: every rule with its weight, what it reports and where it comes from."""

from reportgen.cli.code_pages import page_of, sentence_of
from reportgen.diagnostics import CODES, Language, Severity, Wording
from reportgen.diagnostics.render import SEVERITY_NAMES
from reportgen.rules.checking import RULES
from reportgen.writers.text_tables import aligned

_HEADINGS = (
    Wording("名称", "name"),
    Wording("轻重", "weight"),
    Wording("查什么", "what it reports"),
    Wording("依据", "source"),
)


def rule_lines(language: Language) -> list[str]:
    """The rules as lines of a table, in the order in which they run; a rule of several codes has a line for each."""
    rows = [tuple(heading.pick(language) for heading in _HEADINGS)]
    rows += [_row(code, language) for rule in RULES for code in rule.codes]
    return aligned(rows)


def _row(code: str, language: Language) -> tuple[str, ...]:
    page = page_of(code)
    weight = SEVERITY_NAMES[Severity(CODES[code].severity)].pick(language)
    return code, weight, sentence_of(code, language), page.source.pick(language) if page else ""
