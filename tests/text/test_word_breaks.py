"""Where words end: the places where a title may turn over (T9), and names."""

import pytest

from reportgen.text.word_breaks import title_breaks, word_spans


def test_breaks_lie_between_words_and_part_no_verb_from_what_it_acts_on() -> None:
    assert [*title_breaks("提案信息畅通汇集民意“快车道”")] == [4, 6, 10]


@pytest.mark.parametrize(
    "title",
    [
        "举办长治市委员会|会议",
        "长治市委员会的|工作",
        "在长治市委员会|领导|下",
        "加强和改进人民政协|工作",
        "长治市|建设|工作",
    ],
)
def test_a_place_stays_with_the_body_that_is_named_for_it(title: str) -> None:
    pieces = title.split("|")
    assert [*title_breaks("".join(pieces))] == [sum(map(len, pieces[:each])) for each in range(1, len(pieces))]


def test_names_with_an_interpunct_are_one_word() -> None:
    text = "卡尔·海因里希先生和阿不都热依木·买买提委员在长治·"
    found = [text[start:end] for start, end in word_spans(text)]
    assert found == ["卡尔·海因里希", "先生", "阿不都热依木·买买提", "委员", "长治·"]


def test_a_name_that_begins_with_one_character_leaves_the_word_before_it_alone() -> None:
    text = "委员王·彼得讲话"
    assert [text[start:end] for start, end in word_spans(text)] == ["委员", "王·彼得", "讲话"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市政协主席周䶮作报告", "周䶮"),
        ("由张䶮、李𬭼同志主持", "李𬭼"),
        ("王䶮㛃、邓䶮莎等委员", "邓䶮莎"),
        ("由龚琳娜同志主持", "龚琳娜"),
        ("彭德清委员讲话", "彭德清"),
    ],
)
def test_names_that_the_word_list_takes_apart_are_one_word(text: str, name: str) -> None:
    assert [found for start, end in word_spans(text) if name in (found := text[start:end])] == [name]
