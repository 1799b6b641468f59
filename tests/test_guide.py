"""README and the user guides are true: their examples, commands, options, settings and links."""

import re
from pathlib import Path

import pytest
import yaml

from reportgen.cli.app import COMMANDS, program
from reportgen.cli.lazy_commands import load
from reportgen.diagnostics import Diagnostic, Language, has_errors, render_full
from reportgen.rules import read_lexicon, read_settings
from reportgen.source import Source, decode
from reportgen.style import read_style
from tests.diagnostics.test_examples import LEXICON
from tests.english import MIRRORED
from tests.support import ROOT, SHEETS, examine

READMES: dict[str, Language] = {"README.md": "en", "README.zh.md": "zh"}
GUIDES = ("docs/guide.md", "docs/guide.zh.md")
PAGES = (*READMES, *GUIDES)

_YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?:`|^ {4})((?:reportgen|\.venv\S+|--)[^`\n]*)", re.MULTILINE)
_SETTING = re.compile(r"^\| `([a-z_]+: [\[{0-9].*?)` \|", re.MULTILINE)


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _commands() -> dict[str, set[str]]:
    """The commands that help lists, with their options."""
    listed = [load(entry, "en") for entry in COMMANDS if not entry.hidden]
    return {
        each.entry.name: {option for parameter in each.parameters for option in parameter.click.opts} for each in listed
    }


def _options_of_the_program() -> set[str]:
    """The options that need no command."""
    return {option for parameter in program("en").parameters for option in parameter.click.opts}


def _read_sheet(text: str) -> tuple[Diagnostic, ...]:
    """What is found in a style sheet with this text."""

    def load(name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        content = text.encode() if name == "own" else (SHEETS / f"{name}.yaml").read_bytes()
        return decode(f"styles/{name}.yaml", content)

    return read_style("own", load)[1]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short(name: str) -> None:
    assert len(_page(name).splitlines()) <= 150


def test_both_readmes_say_the_same() -> None:
    """What is code in both, as far as it has no names to fill in, and where they lead."""

    def facts(name: str) -> set[str]:
        page = _page(name)
        code = {each for each in re.findall("`([^`\\n]+)`", page) if each.isascii() and not re.search("[A-Z]{4}", each)}
        links = {each.replace(".zh.md", ".md") for each in re.findall(r"\]\(([^)#]+)", page)}
        return code | links | set(re.findall("^    (make .*?) *#", page, re.MULTILINE))

    english, chinese = map(facts, READMES)
    assert english == chinese
    assert {"make report YEAR=2026", "redhat.vscode-yaml", r"py -m venv .venv"} <= english
    for page, words in (("README.md", "A colon is an ASCII one"), ("README.zh.md", "冒号用英文的")):
        assert words in _page(page)


@pytest.mark.parametrize("name", PAGES)
def test_the_example_is_a_sound_report(name: str) -> None:
    examined = examine(_YAML.findall(_page(name))[0])
    assert not has_errors(examined.found), examined.listing()
    assert set(examined.codes) <= {"metric-unused"}


@pytest.mark.parametrize("name", READMES)
def test_the_error_shown_is_what_the_program_reports(name: str) -> None:
    page = _page(name)
    report = _YAML.findall(page)[0].replace("征集提案【提案】", "征集提案【提安】")
    examined = examine(report, file="data/2025.yaml")
    (found,) = [each for each in examined.found if each.code == "metric-unknown"]
    shown = render_full(found, {"data/2025.yaml": report.splitlines()}, READMES[name])
    assert f"\n```\n{shown}\n```\n" in page


@pytest.mark.parametrize("name", READMES)
def test_the_table_lists_every_command(name: str) -> None:
    assert set(re.findall(r"^\| `reportgen ([a-z-]+)", _page(name), re.MULTILINE)) == set(_commands())


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_option_exists(name: str) -> None:
    commands = _commands()
    typed = [line.split("#")[0].split() for line in _CODE.findall(_page(name))]
    ours = [line[1:] for line in typed if line and re.fullmatch(r"(?:.*[/\\])?reportgen", line[0]) and len(line) > 1]
    assert len(ours) > 10
    for command, *arguments in ours:
        if command.startswith("--"):
            assert command in _options_of_the_program(), command
        elif command not in ("COMMAND", "命令"):
            assert {word for word in arguments if word.startswith("--")} <= commands[command], command
    options = {word for line in typed for word in line if word.startswith("--")}
    assert options <= {"--help"}.union(_options_of_the_program(), *commands.values())


@pytest.mark.parametrize("name", GUIDES)
def test_settings_of_style_sheets_can_be_read(name: str) -> None:
    settings = _SETTING.findall(_page(name))
    assert len(settings) >= 10
    lectern = [setting for setting in settings if setting.startswith("speech")]
    for extended, lines in (("lectern", lectern), ("plenary", [each for each in settings if each not in lectern])):
        for line in lines:
            base = "official" if "仿宋" in line else extended
            assert not _read_sheet(f"extends: {base}\n{line}\n"), line


@pytest.mark.parametrize("name", GUIDES)
def test_style_sheets_shown_can_be_read(name: str) -> None:
    sheets = [piece for piece in _YAML.findall(_page(name)) if "extends:" in piece]
    assert len(sheets) == 2
    assert [found for sheet in sheets for found in _read_sheet(sheet)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_lexicon_shown_is_that_of_the_pages_of_checks(name: str) -> None:
    assert [piece for piece in _YAML.findall(_page(name)) if piece.startswith("terms:")] == [LEXICON]
    assert read_lexicon(Source("lexicon.yaml", LEXICON))[1] == ()


@pytest.mark.parametrize("name", PAGES)
def test_every_piece_of_yaml_is_yaml(name: str) -> None:
    for piece in _YAML.findall(_page(name)):
        assert isinstance(yaml.safe_load(piece), dict)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files_and_headings(name: str) -> None:
    page = ROOT / name
    for link, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", _page(name)):
        target = page.parent / link if link else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), anchor


def _anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md", "docs/commands.md", "CHANGELOG.md"])
def test_pages_do_not_mirror_the_chinese(name: str) -> None:
    assert [line for line in _page(name).splitlines() if MIRRORED.search(line)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_settings_shown_can_be_read(name: str) -> None:
    (piece,) = [piece for piece in _YAML.findall(_page(name)) if piece.startswith("style:")]
    settings, found = read_settings(Source("reportgen.yaml", piece))
    assert found == ()
    assert set(yaml.safe_load(piece)) == set(settings.__struct_fields__)
