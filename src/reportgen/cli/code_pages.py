"""What there is to read about each code: its page on the terminal, and all pages as one document of ``docs/``."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple

from reportgen.cli.help_page import HEADING_COLON
from reportgen.diagnostics import CODES, FIX_KINDS, HINTS, Language, Severity, Wording
from reportgen.diagnostics.examples import EXAMPLES, Example
from reportgen.diagnostics.render import COLON, HELP, SEVERITY_NAMES
from reportgen.rules.checking import RULES
from reportgen.rules.sources import source_of, without_numbers
from reportgen.text.characters import code_point

THEMES: dict[str, Wording] = {
    "workspace-missing": Wording("文件、文件夹和命令", "Files, folders, commands"),
    "encoding-unknown": Wording("读取文件", "Reading a file"),
    "key-unknown": Wording("字段和值", "Fields and values"),
    "report-without-parts": Wording("报告的内容", "What a report must be"),
    "metric-name-invalid": Wording("指标、引用和文字", "Metrics, references, texts"),
    "look-alike": Wording("文字里的字符和记号", "Characters and marks in texts"),
    "share-impossible": Wording("文字里的数、序号和年份", "Figures, ordinals and years in texts"),
    "stop-doubled": Wording("校对：标点、数字、用字", "Proofreading: marks, figures, words"),
    "lexicon-word-invalid": Wording("本单位的词表", "The lexicon of an office"),
    "check-unknown": Wording("文件夹的设置", "The settings of a workspace"),
    "style-extends-itself": Wording("版式", "Style sheets"),
    "character-left-to-word": Wording("印出来的页面", "The page"),
    "font-file-damaged": Wording("字体", "Fonts"),
    "file-unstamped": Wording("核对生成的文件", "Verifying a file"),
    "fmt-unsure": Wording("整理文件", "Formatting a file"),
    "length-invalid": Wording("印刷文件", "Print files"),
    "print-page-size": Wording("印前检查", "What a press would stop at"),
}
"""The parts of the table, each named for the code it begins with."""

_SPACE = Wording("", " ")
_BETWEEN = Wording("、", ", ")
_WRONG = Wording("错误的写法", "Wrong")
_RIGHT = Wording("正确的写法", "Right")
_SOURCE = Wording("依据：", "Source: ")
_FIXED = Wording("这一项不能关掉。", "It cannot be turned off.")
_FMT = Wording("{command} 能改。", "{command} repairs it.")
_DRAFT = Wording("写草稿时（--draft）只作警告。", "In a draft (--draft) it is a warning.")
_OFF = Wording("不需要这一项时，可以关掉", "It can be turned off")
_OFF_EVERYWHERE = Wording(
    "对整个文件夹：在 reportgen.yaml 里写 {setting}", "for the whole workspace: in reportgen.yaml write {setting}"
)
_OFF_HERE = Wording("只对一行：在行末写 {comment}", "for one line: at its end write {comment}")
_TITLE = Wording("检查项目", "What is checked")
_LEAD = Wording(
    "每一项的名称、轻重、原因和改法。`reportgen check --explain 名称` 在终端里显示其中一项。本页由程序生成，请勿手改"
    "（`make goldens` 更新）。",
    "Every finding by name: how much it matters, why, and what to do. `reportgen check --explain NAME` shows one of "
    "them on the terminal. This page is generated; do not edit it (`make goldens` renews it).",
)
_RULE = re.compile(
    r"(?P<en>.*?)\n\n中文：(?P<zh>.*?)\n\nWrong(?: \((?P<note>.*?)\))?:\n\n(?P<wrong>.*?)\n\nRight:\n\n(?P<right>.*)",
    re.DOTALL,
)
_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")


class Page(NamedTuple):
    """Why a finding matters with an example; ``note`` says what else the wrong piece needs to be wrong, in English.

    ``source`` is where a rule comes from, with its number in the law; empty for others.
    """

    example: Example
    note: str = ""
    source: Wording = Wording("", "")


def page_of(code: str) -> Page | None:
    """The page of a code: its own example, or the docstring of its rule; None where there is neither."""
    if code in EXAMPLES:
        return Page(EXAMPLES[code])
    page = next((rule.page.strip() for rule in RULES if code in rule.codes), "")
    match = _RULE.fullmatch(page)
    if match is None:
        return None
    why = Wording(_joined(match["zh"]), _joined(without_numbers(match["en"])))
    source = Wording(source_of(page, "zh"), source_of(page, "en"))
    return Page(Example(why, _dedented(match["wrong"]), _dedented(match["right"])), match["note"] or "", source)


def explain(code: str, language: Language) -> str | None:
    """The page of one code for the terminal, without a final line end; None for a code that is not in the table."""
    if code not in CODES:
        return None
    severity = SEVERITY_NAMES[Severity(CODES[code].severity)].pick(language)
    lines = [f"{severity}[{code}]{COLON.pick(language)}{sentence_of(code, language)}"]
    lines += (f"  = {HELP.pick(language)}{COLON.pick(language)}{hint}" for hint in _hints(code, language))
    page = page_of(code)
    if page is not None:
        lines += ("", page.example.why.pick(language).replace("``", ""))
        lines += ("", f"{_SOURCE.pick(language)}{page.source.pick(language)}") if page.source.zh else ()
        for title, piece in _pieces(page, language):
            lines += ("", title, *(f"    {line}" for line in piece.splitlines()))
    status, ways = _turning_off(code, language)
    lines += (line.replace("`", "") for line in _repair(code, language))
    return "\n".join((*lines, "", status, *(f"    {way.format(**_typed(code))}" for way in ways)))


def checks_page(language: Language) -> str:
    """The document of all codes, in Markdown."""
    lines = [f"# {_TITLE.pick(language)}", "", _LEAD.pick(language), "", *_contents(language)]
    for theme, codes in _themes().items():
        lines += ("", f"## {THEMES[theme].pick(language)}")
        for code in codes:
            lines += ("", f"### {code}", "", *_section(code, language))
    return "\n".join(lines) + "\n"


def _themes() -> dict[str, list[str]]:
    """The codes of each theme, in the order of the table."""
    themes: dict[str, list[str]] = {}
    for code in CODES:
        if code in THEMES:
            themes[code] = []
        next(reversed(themes.values())).append(code)
    return themes


def _contents(language: Language) -> Iterator[str]:
    """The table of contents: every theme with its codes."""
    colon = HEADING_COLON.pick(language)
    for theme, codes in _themes().items():
        heading = THEMES[theme].pick(language)
        links = _BETWEEN.pick(language).join(f"[{code}](#{code})" for code in codes)
        yield f"- **[{heading}](#{_anchor(heading)})**{colon}{_SPACE.pick(language)}{links}"


def _anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")


def _section(code: str, language: Language) -> Iterator[str]:
    """One code of the document, line by line."""
    severity = SEVERITY_NAMES[Severity(CODES[code].severity)].pick(language)
    yield f"**{severity}**{COLON.pick(language)}{_escaped(sentence_of(code, language))}"
    hints = [f"- {HELP.pick(language)}{COLON.pick(language)}{_escaped(hint)}" for hint in _hints(code, language)]
    yield from ("", *hints) if hints else ()
    page = page_of(code)
    if page is not None:
        yield from ("", _escaped(page.example.why.pick(language)).replace("``", "`"))
        source = _escaped(page.source.pick(language))
        yield from ("", f"{_SOURCE.pick(language)}{source}") if source else ()
        for title, piece in _pieces(page, language):
            yield from ("", title, "", "```yaml", piece, "```")
    status, ways = _turning_off(code, language)
    yield from _repair(code, language)
    typed = {name: f"`{word}`" for name, word in _typed(code).items()}
    yield from ("", status)
    yield from ("", *(f"- {way.format(**typed)}" for way in ways)) if ways else ()


def _pieces(page: Page, language: Language) -> Iterator[tuple[str, str]]:
    """The wrong and the right piece with their titles, where there are any."""
    colon = HEADING_COLON.pick(language)
    if page.example.wrong:
        note = f" ({page.note})" if page.note and language == "en" else ""
        yield f"{_WRONG.pick(language)}{note}{colon}", shown(page.example.wrong.rstrip())
        yield f"{_RIGHT.pick(language)}{colon}", shown(page.example.right.rstrip())


def _repair(code: str, language: Language) -> tuple[str, ...]:
    """Which option of ``fmt`` repairs a code, where one does; empty before it."""
    kind = FIX_KINDS.get(code)
    return ("", _FMT.pick(language).format(command=f"`reportgen fmt --{kind}`")) if kind else ()


def _turning_off(code: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """Whether a code can be turned off, in a sentence, and the ways to do so."""
    row = CODES[code]
    if row.fixed:
        return _FIXED.pick(language), ()
    draft = _DRAFT.pick(language) + _SPACE.pick(language) if row.draft != row.severity == "error" else ""
    status = f"{draft}{_OFF.pick(language)}{HEADING_COLON.pick(language)}"
    return status, (_OFF_EVERYWHERE.pick(language), _OFF_HERE.pick(language))


def _typed(code: str) -> dict[str, str]:
    """What is typed to turn a code off."""
    return {"setting": f"checks: {{{code}: off}}", "comment": f"# reportgen: ignore {code}"}


def sentence_of(code: str, language: Language) -> str:
    """The sentence of a code with … for each word that a finding fills in."""
    return _without_words(CODES[code].wording.pick(language))


def _hints(code: str, language: Language) -> list[str]:
    return [_without_words(HINTS[hint].pick(language)) for hint in CODES[code].hints]


def _without_words(sentence: str) -> str:
    """A sentence of the table with … for each word that a finding fills in."""
    parts = Formatter().parse(sentence)
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in parts)


def shown(piece: str) -> str:
    """A piece of a file with its tabs, odd spaces and invisible characters made visible."""
    return "".join(
        character if character.isprintable() or character == "\n" else _name(character) for character in piece
    )


def _name(character: str) -> str:
    return "<Tab>" if character == "\t" else f"<{code_point(character)}>"


def _escaped(text: str) -> str:
    """A plain text escaped for Markdown."""
    return re.sub(r"([*<])", r"\\\1", text)


def _joined(text: str) -> str:
    """The paragraphs of a docstring, each on one line: a line end between Han leaves no space."""
    return "\n\n".join(_BETWEEN_HAN.sub("", each).replace("\n", " ") for each in text.split("\n\n"))


def _dedented(text: str) -> str:
    return "".join(f"{line.removeprefix('    ')}\n" for line in text.splitlines())
