"""Where words end: the places where a title may turn over (T9), and names."""

import pytest

from reportgen.text.word_breaks import sure_breaks, title_breaks, word_spans


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


@pytest.mark.parametrize(
    "title",
    [
        "学习王小明|委员¦先进事迹",
        "举办杨得志|将军¦生平|展览",
        "在政协|副|主席|李娜|领导|下",
        "毛泽东|同志¦诗词¦研讨",
        "关于进一步加强|“三农”|工作的|建议",
        "“基层¦治理¦创新”|调研",
        "开展|“大¦调研”|活动",
        "《提案¦工作¦条例》|实施",
        "十四届五次会议‖胜利|召开，‖委员们|积极|建言",
        "三十名委员|参加|调研",
        "两次到企业¦调研",
        "积极|稳妥|推进改革",
        "推动人民¦民主¦建设",
        "做好|新|一年工作的|意见",
        "委员和群众¦代表",
        "坚持|以人民|为中心的|发展¦思想",
        "二、‖提案：‖办理；‖会议。",
    ],
)
def test_a_title_turns_over_after_clauses_then_between_phrases_then_in_terms(title: str) -> None:
    """‖ costs nothing, | two squares of an em, ¦ twelve."""
    costs = {"‖": 0.0, "|": 2.0, "¦": 12.0}
    expected: dict[int, float] = {}
    text = ""
    for character in title:
        if character in costs:
            expected[len(text)] = costs[character]
        else:
            text += character
    assert title_breaks(text) == expected
    assert sure_breaks(text) == tuple(place for place, cost in expected.items() if not cost)


def test_names_with_an_interpunct_are_one_word() -> None:
    text = "卡尔·海因里希先生和阿不都热依木·买买提委员在长治·"
    found = [text[start:end] for start, end in word_spans(text)]
    assert found == ["卡尔·海因里希", "先生", "阿不都热依木·买买提", "委员", "长治·"]


def test_a_name_that_begins_with_one_character_leaves_the_word_before_it_alone() -> None:
    text = "委员王·彼得讲话"
    assert [text[start:end] for start, end in word_spans(text)] == ["委员", "王·彼得", "讲话"]


@pytest.mark.parametrize(
    "words",
    [
        "王小明|李娜|委员",
        "陶大伟|同志",
        "王主席|讲话",
        "诸葛|恪|同志",
        "李|和|委员",
        "赵|也|同志",
        "王|的|讲话",
        "王|A",
        "A|王小明",
        "提案|一律|办结",
        "周䶮|在|会上",
        "周䶮琳娜|委员",
        "安娜丽莎|委员",
        "巴桑罗布|主席",
        "王·明|委员",
    ],
)
def test_a_surname_takes_what_may_be_a_name(words: str) -> None:
    text = words.replace("|", "")
    assert [text[start:end] for start, end in word_spans(text)] == [each for each in words.split("|") if len(each) > 1]


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
