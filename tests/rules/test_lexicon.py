"""The office's own words: how ``lexicon.yaml`` is read, and what it finds in texts; ⟦ ⟧ mark what is reported."""

import json
import re

import pytest
from msgspec import Struct

from reportgen.rules import Lexicon, read_lexicon
from reportgen.rules.lexicon import LONGEST_WORD, LexiconTerm
from reportgen.rules.lexicon_schema import FIELDS, RECORDS, lexicon_schema
from reportgen.source import Source
from reportgen.source.schema_builder import Description
from tests.agreement import check_description, unlike_in_javascript
from tests.editors import editor_of, seen_in_editor
from tests.rules.proofreading import reported_in

WORDS = """\
terms:
  - {term: 云溪市数据局, short: [市数据局], wrong: [市大数据局], since: 2025}
  - {term: 云溪市大数据发展局, until: 2024}
  - 赵明湖
orders:
  - [市委, 市人大常委会, 市政府, 市政协]
"""
TYPES: list[type[Struct]] = [Lexicon, LexiconTerm]
_DESCRIPTIONS = [*RECORDS.values(), *(said for fields in FIELDS.values() for said in fields.values())]
FAULTS = editor_of(lexicon_schema())


def _read(text: str) -> tuple[Lexicon | None, list[tuple[str, int, int]]]:
    """The words of a text, and the codes found with their lines and columns."""
    lexicon, found = read_lexicon(Source("lexicon.yaml", text))
    places = [(each.code, each.place) for each in found]
    return lexicon, [(code, place.line, place.column) if place else (code, 0, 0) for code, place in places]


def test_words_are_read_with_their_years() -> None:
    lexicon, found = _read(WORDS)
    assert found == []
    assert lexicon == Lexicon(
        terms=(
            LexiconTerm(term="云溪市数据局", short=("市数据局",), wrong=("市大数据局",), since=2025),
            LexiconTerm(term="云溪市大数据发展局", until=2024),
            LexiconTerm(term="赵明湖"),
        ),
        orders=(("市委", "市人大常委会", "市政府", "市政协"),),
    )
    assert [[each.is_used_in(year) for each in lexicon.terms] for year in (2024, 2025)] == [
        [False, True, True],
        [True, False, True],
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# nothing yet\n", []),
        ("terms:\n  - {trem: 数据局}\n", [("key-unknown", 2, 6)]),
        ("terms:\n  - {short: [数据局]}\n", [("key-missing", 2, 6)]),
        ("order:\n  - [市委, 市政府]\n", [("key-unknown", 1, 1)]),
        ("terms:\n  - {term: 数据局, since: 今年}\n", [("type-not-whole", 2, 24)]),
        ("terms:\n  - {term: 数据局, since: 二零二五, until: 2024}\n", [("type-not-whole", 2, 24)]),
        ("terms:\n  - {term: 数据局, since: 20}\n", [("number-out-of-range", 2, 24)]),
        (f"terms:\n  - {'长' * (LONGEST_WORD + 1)}\n", [("lexicon-word-invalid", 2, 5)]),
        ("terms:\n  - {term: 数据局, since: 2025, until: 2024}\n", [("lexicon-years-reversed", 2, 5)]),
        (
            "terms:\n  - {term: 数据局, short: [局]}\n  - {term: 大数据局, wrong: [局]}\n",
            [("lexicon-word-both", 3, 26)],
        ),
        ("terms:\n  - {term: 数据局, wrong: [数据局]}\n", [("lexicon-word-both", 2, 25)]),
        ("terms:\n  - {term: 数据局, since: 2025, until: 2025}\n", []),
        ("orders:\n  - [市委, 市政府, 市委]\n", [("lexicon-order-twice", 2, 15)]),
        ("orders: [市委, 市政府]\n", [("type-not-list", 1, 10), ("type-not-list", 1, 14)]),
        ("terms：\n  - 数据局\n", [("slip-colon", 1, 6)]),
    ],
)
def test_what_is_wrong_is_reported_where_it_is(text: str, found: list[tuple[str, int, int]]) -> None:
    assert _read(text)[1] == found


@pytest.mark.parametrize("struct", TYPES, ids=lambda struct: struct.__name__)
def test_every_field_of_the_types_is_described(struct: type[Struct]) -> None:
    assert list(FIELDS[struct]) == list(struct.__struct_fields__)


@pytest.mark.parametrize("said", _DESCRIPTIONS, ids=lambda said: said.name)
def test_a_description_is_a_sentence_in_each_language(said: Description) -> None:
    check_description(said)


def test_every_pattern_is_one_that_javascript_reads_alike() -> None:
    assert unlike_in_javascript(lexicon_schema()) == []


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [
        (WORDS, True),
        ("terms: []\n", True),
        ("terms: [{wrong: [数据]}]\n", False),
        ("terms: [{term: ' '}]\n", False),
        (f"terms: [{'长' * (LONGEST_WORD + 1)}]\n", False),
        ("terms: [{term: 数据局, since: 25}]\n", False),
        ("orders: [市委]\n", False),
        ("order: [[市委]]\n", False),
    ],
)
def test_an_editor_finds_what_the_program_finds(text: str, is_sound: bool) -> None:
    assert (FAULTS(seen_in_editor(text)) == []) == is_sound
    assert (_read(text)[1] == []) == is_sound


OWN = """\
terms:
  - {term: 政协云溪市委员会, short: [市政协], wrong: [云溪政协, 云溪市政协会]}
  - {term: 云溪市数据局, short: [市数据局], wrong: [市大数据局], since: 2025}
  - {term: 云溪市大数据发展局, short: [市大数据发展局], until: 2024}
  - {term: 云溪市低空经济局, since: 2026}
  - {term: 云溪市筹备办公室, since: 2024, until: 2024}
  - {term: 专题议政性常委会会议, wrong: [专题议政常委会议]}
  - {term: “四个一线”实践活动}
  - {term: 赵明湖, wrong: [赵明胡]}
  - {term: 市政府}
orders:
  - [市委, 市人大常委会, 市政府, 市政协]
  - [李成舟, 赵明湖, 孙一泓]
"""
IN_TEXTS = """\
word-forbidden: 政协云溪市委员会与⟦市大数据局⟧共建平台。
word-forbidden: ⟦云溪市政协会⟧召开⟦专题议政常委会议⟧，由⟦赵明胡⟧主持。
word-forbidden: 他说：“⟦市大数据局⟧来人了。”
word-forbidden: 推动市大数据局部署到位，推动全市大数据局面打开，建成市大数据局域网。
word-forbidden: 赴青石市大数据局考察，与邻市大数据局结对；走访⟦市大数据局⟧，云溪⟦市大数据局⟧派员。
word-forbidden: 云溪市数据局、云溪市大数据发展局、市数据局均无误写。
word-nearly-known: 召开⟦专题议政性常委会议⟧两次，⟦专题议政性常务委会会议⟧一次。
word-nearly-known: 开展⟦“四个一线”实线活动⟧，⟦云溪市数剧局⟧参加。
word-nearly-known: ⟦李成州⟧⟦孙一弘⟧参加，召开⟦专提议政性常委会会议⟧一次，赵湖同志主持。
word-nearly-known: 推动云溪市数据局部署到位。
word-nearly-known: 市政府⟦云溪市数剧局⟧参加，⟦云溪市数剧局⟧市政府参加。
word-nearly-known: 主席⟦李成州⟧、副主席⟦孙一弘⟧、⟦赵小明湖⟧。
word-nearly-known: 西溪市数据局、云溪县数据局、省人大常委会、全国人大常委会、人大常委会、市政协、市政工程。
word-nearly-known: “五个一线”实践活动、大明湖、赵明同志、云溪市数据中心、专题议政性常委会。
word-nearly-known: 赴青石市大数据局考察，赵明三位委员，云溪市大数据局。
word-nearly-known: 赵明湖、李成舟、孙一泓、云溪市数据局、政协云溪市委员会、专题议政性常委会会议。
word-short-first: ⟦市政协⟧坚持党的领导。政协云溪市委员会团结带领委员，市政协不断进步。
word-short-first: ⟦市政协⟧坚持党的领导，市政协不断进步。
word-short-first: 政协云溪市委员会坚持党的领导，市政协不断进步。
order-differs: ⟦市政府、市委⟧重视，⟦市政协和市人大常委会⟧联合视察，⟦赵明湖、李成舟及孙一泓⟧带队。
order-differs: 市委、市政府重视，市政协与市政府联合视察，李成舟、孙一泓带队，市政府、市委办公室牵头。
order-differs: 市政协和市政府有关部门会商。
order-differs: 市政府、市委党校，青石市政府、市委。
order-differs: 市政府各部门，市委高度重视；市政协、赵明湖、市委一起；市委、市人大常委会、市政府、市政协领导。
word-of-other-year: 会同⟦市大数据发展局⟧、⟦云溪市低空经济局⟧推进。
word-of-other-year: 赴青石市大数据发展局考察，与市大数据发展局（现市数据局）共建。
word-of-other-year: 原市大数据发展局移交档案。2024年，市大数据发展局获奖。市大数据发展局更名为市数据局。
word-of-other-year: 去年，云溪市筹备办公室很忙。上年，云溪市筹备办公室很忙。今年，⟦云溪市筹备办公室⟧撤销。
"""


@pytest.mark.parametrize("line", IN_TEXTS.splitlines())
def test_words_are_found_in_texts(line: str) -> None:
    code, marked = line.split(": ", 1)
    text = re.sub("[⟦⟧]", "", marked)
    shown = list(text)
    for each in sorted(reported_in(text, lexicon=OWN), reverse=True, key=lambda each: each.start):
        if each.code == code:
            shown[each.start : each.end] = ["⟦", *shown[each.start : each.end], "⟧"]
    assert "".join(shown) == marked


def test_what_is_nearly_a_name_may_be_the_last_of_a_report() -> None:
    (found,) = reported_in("召开专题议政性常委会议", "task", lexicon=OWN)
    assert (found.code, found.start, found.end) == ("word-nearly-known", 2, 11)


def test_a_forbidden_form_is_replaced_by_the_right_one_it_resembles_most() -> None:
    reported = reported_in("云溪市数据局来信。市大数据局、市大数据发展局、赵明胡回信。", lexicon=OWN)
    right = ["市数据局", "市数据局", "赵明湖"]
    assert [[edit.text for edit in each.edits] for each in reported] == [[each] for each in right]


@pytest.mark.slow
def test_many_words_in_a_long_text_cost_no_more_for_each() -> None:
    """Every place of a text is looked at once, whatever the words have in common."""
    words = "".join(f"  - {{term: 云溪市委{'一' * (number % 40)}{number}办公室}}\n" for number in range(3000))
    assert reported_in("云溪市委一一" * 3000, lexicon=f"terms:\n{words}") == []


@pytest.mark.parametrize(("until", "since"), [(0, 1), (1, 0)])
def test_a_short_form_of_two_names_is_that_of_the_year(until: int, since: int) -> None:
    entries = [""] * 2
    entries[until] = "  - {term: 大数据发展局, short: [发展局], until: 2024}\n"
    entries[since] = "  - {term: 高质量发展局, short: [发展局], since: 2025}\n"
    (found,) = reported_in("发展局参加。", lexicon="terms:\n" + "".join(entries))
    assert found.code == "word-short-first"


@pytest.mark.parametrize(("text", "count"), [("市政协、市政府来信。", 1), ("市政府、市政协来信。", 0)])
def test_of_two_orders_of_the_same_names_the_first_counts(text: str, count: int) -> None:
    lexicon = "orders:\n  - [市委, 市政府, 市政协]\n  - [市政协, 市政府, 市委]\n"
    assert len(reported_in(text, lexicon=lexicon)) == count


@pytest.mark.parametrize(("others", "count"), [(29, 1), (30, 0)])
def test_of_names_that_begin_alike_thirty_are_looked_for(others: int, count: int) -> None:
    terms = "".join(f"  - 协商议事{chr(0x5000 + number)}制度\n" for number in range(others))
    lexicon = f"terms:\n{terms}  - 协商议政新规程\n".replace("协商议事", "协商议")
    assert len(reported_in("学习协商议政新归程。", lexicon=lexicon)) == count


@pytest.mark.parametrize(("lists", "count"), [(19, 1), (20, 0)])
def test_a_name_is_looked_up_in_twenty_lists(lists: int, count: int) -> None:
    others = "".join(f"  - [甲局, 第{number}所]\n" for number in range(lists))
    assert len(reported_in("乙局、甲局来信。", lexicon=f"orders:\n{others}  - [甲局, 乙局]\n")) == count


def test_names_that_no_list_has_together_are_in_no_order() -> None:
    lexicon = "orders:\n  - [市委, 市政府]\n  - [市委, 市政协]\n"
    assert reported_in("市委、市政府、市政协来信，市委、市政协、市政府回信。", lexicon=lexicon) == []


def test_without_places_of_ours_a_part_of_another_citys_name_is_left_alone() -> None:
    lexicon = "terms:\n  - {term: 市数据局, wrong: [市大数据局]}\n"
    assert [each.start for each in reported_in("青石市大数据局来信，市大数据局回信。", lexicon=lexicon)] == [10]


@pytest.mark.parametrize(("count", "right"), [(39, "云溪市数据管理局"), (40, None)])
def test_of_many_names_that_begin_in_a_year_the_first_are_compared(count: int, right: str | None) -> None:
    """Forty of them: the name that follows is behind so many others."""
    others = "".join(f"  - {{term: 第{number}中学, since: 2025}}\n" for number in range(count))
    lexicon = f"terms:\n{others}  - {{term: 云溪市数据管理局, since: 2025}}\n  - {{term: 云溪市数据局, until: 2024}}\n"
    (found,) = reported_in("云溪市数据局参加。", lexicon=lexicon)
    assert (found.edits[0].text == "云溪市数据管理局") == (right is not None)


def test_a_name_of_the_future_is_replaced_by_the_one_that_ends_when_it_begins() -> None:
    lexicon = (
        "terms:\n  - {term: 云溪市低空经济局, since: 2026, until: 2030}\n  - {term: 云溪市低空产业局, until: 2025}\n"
    )
    (found,) = reported_in("云溪市低空经济局参加。", lexicon=lexicon)
    assert [each.text for each in found.edits] == ["云溪市低空产业局"]


@pytest.mark.parametrize(("between", "count"), [(115, 0), (116, 1)])
def test_how_far_a_year_is_before_a_name_of_that_year(between: int, count: int) -> None:
    found = reported_in(f"2024年{'，' * between}市大数据发展局获奖。", lexicon=OWN)
    assert [each.code for each in found].count("word-of-other-year") == count


@pytest.mark.parametrize(
    "term",
    [
        *RECORDS[LexiconTerm].examples,
        *({"term": "甲局", key: value} for key, said in FIELDS[LexiconTerm].items() for value in said.examples),
    ],
    ids=str,
)
def test_every_example_of_a_term_is_right(term: object) -> None:
    assert _read(f"terms:\n  - {json.dumps(term, ensure_ascii=False)}\n")[1] == []


def test_a_word_that_is_right_and_wrong_is_told_with_the_line_where_it_is_right() -> None:
    text = "terms:\n  - {term: 数据局, short: [局]}\n  - {term: 大数据局, wrong: [局]}\n"
    (found,) = read_lexicon(Source("lexicon.yaml", text))[1]
    assert found.words == {"word": "局", "line": "2"}
