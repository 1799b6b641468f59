"""Figures that follow from one another, sequences and years: what is told is in ⟦ ⟧, in sentences with their codes."""

import re

import pytest

from reportgen.diagnostics import apply_edits
from tests.rules.proofreading import report_of, reported_in
from tests.support import MINIMAL, examine

WRONG = """\
share-impossible: 重点提案办复率、⟦满意率均达104.5%⟧。
share-impossible: 委员⟦出席率提高到101%⟧，为历年最高。
share-impossible: 界别委员⟦占委员总人数的120%⟧。
sequence-broken: 一是队伍统一是前提；二是能力；⟦四是⟧作风。
share-impossible: 民营企业家⟦占比达108%⟧。
share-impossible: 建议⟦采纳率由96%提高到102%⟧。
share-impossible: 党员⟦占全体委员的118%⟧。
part-exceeds-whole: 立案498件，⟦其中，委员提案512件⟧。
part-exceeds-whole: 惠及群众5.8万人次，⟦其中老年人62000人次⟧。
part-exceeds-whole: 全年走访企业120家。⟦其中规上企业126家⟧，小微企业48家。
part-exceeds-whole: 现有委员300名，⟦其中中共党员318名⟧。
part-exceeds-whole: 走访86家企业，⟦其中92家⟧为规上企业。
parts-exceed-whole: 收到提案600件，⟦其中委员提案467件、集体提案138件⟧。
part-exceeds-whole: 走访企业120家，⟦其中规上企业130余家⟧。
part-exceeds-whole: 惠及群众5.8万人次，⟦其中老年人58501人次⟧。
parts-exceed-whole: 收到提案600件，立案590件，⟦其中委员提案467件、集体提案138件⟧。
parts-exceed-whole: 编发信息90篇，⟦其中经济类40篇、社会类40篇，其余20篇⟧为其他。
sum-differs: 开展调研⟦14次、视察8次，合计20次⟧。
sum-differs: 召开常委会会议⟦6次、主席会议12次、专题协商会5次，共计24次⟧。
sum-differs: 筹资⟦1.2亿元、0.8亿元，总计2.5亿元⟧。
sum-differs: 办理提案67件，重点提案⟦12件、界别提案20件、联名提案35件，共计77件⟧。
share-differs: 全年征集提案546件，立案498件，⟦占总数的95%⟧。
share-differs: 报送社情民意信息1280篇，被采用326篇，⟦采用率36%⟧。
share-differs: 500件提案办结。其中委员提案400件，⟦占84%⟧。
share-differs: 委员300名。其中中共党员178名，⟦占69.3%⟧；女委员126名，占42%。
share-differs: 走访企业120家（其中民营企业96家，⟦占88%⟧）。
growth-differs: 协商议事室由120个增加到150个，⟦增长30%⟧。
growth-differs: 从上年的200人次增至800人次，同比⟦增长4倍⟧。
growth-differs: 信访件由500件下降到400件，⟦下降25%⟧。
growth-differs: 由400件增加到500件，⟦下降25%⟧。
direction-reversed: 议事室⟦由150个增加至120个⟧。
direction-reversed: 满意率⟦由98.6%提高到96.2%⟧。
direction-reversed: 从2020年的⟦132件增加到2025年的86件⟧。
direction-reversed: 办理时限⟦由12天缩短到30天⟧。
direction-reversed: 排名由全省⟦第三位上升到全省第七位⟧。
sequence-broken: 一要讲政治，二要顾大局，⟦四要⟧守纪律。
sequence-broken: 第一，加强学习。第二，深入调研。⟦第二⟧，建言献策。
sequence-broken: 一是抓学习；⟦一是⟧抓协商；三是抓监督。
sequence-broken: 其一，站位要高；⟦其三⟧，作风要实。
sequence-miscounted: 突出抓好⟦两个方面⟧：一是抓学习，二是抓协商，三是抓监督。
sequence-miscounted: 提出⟦4点建议⟧：一是抓学习，二是抓协商，三是抓监督。
share-differs: 共有委员320名，其中中共党员128名，⟦占全体委员的42%⟧。
share-differs: 立案提案498件，其中集体提案77件，⟦占全部立案提案的18%⟧。
sum-differs: 委员提案⟦467件、集体提案88件，两项合计565件⟧。
growth-differs: 信息由400篇增加到500篇，⟦增幅达20%⟧。
direction-reversed: 办理时限⟦由12天压缩到30天⟧，排名从全省⟦第6提升到第11⟧。
sequence-miscounted: 从⟦三个层面发力⟧：一是市级，二是县级，三是乡级，四是村级。
share-impossible: 提案⟦办复率达 102 %⟧。
share-differs: 办复提案498件，占立案提案546件的⟦84%⟧；委员提案467件，占立案总数（546件）的⟦95%⟧。
share-differs: 立案提案 500 件，其中委员提案 400 件，⟦占 84%⟧。
direction-reversed: 提案从2024年的⟦546件，增加到2025年的498件⟧。
sum-differs: 重点提案⟦12件、界别提案20件和联名提案35件，共计77件⟧。
sequence-miscounted: 重点做了⟦三项工作⟧。一是抓学习。二是抓协商。三是抓监督。四是抓队伍。
sum-differs: 开展调研⟦14次，视察8次，合计20次⟧。
share-differs: 收到提案500件，立案提案450件。在立案提案中，委员提案400件，⟦占84%⟧。
share-differs: 收到提案476件。办结提案500件。其中委员提案400件，⟦占84%⟧。
share-differs: 联合提案1件占立案提案500件的⟦60%⟧。
share-differs: 500件中，委员提案400件，⟦占84%⟧。
share-differs: 收到提案400件，立案提案400件，⟦占84%⟧。
share-differs: 收到提案10件，其中委员提案3件，⟦占26%⟧。
sum-differs: 开展调研⟦14次、视察8次，合计123456789012345次⟧。
sum-differs: 走访企业5家；开展调研⟦14次、视察8次，合计20次⟧。
sum-differs: 召开会议⟦6次，视察12次，调研5次，共计24次⟧。
sum-differs: 办理提案67件，重点提案⟦12件、界别提案20件，共计77件⟧。
sequence-broken: 一是抓学习，其次抓调研；⟦一是⟧抓协商；三是抓监督。
sequence-broken: 一是抓学习，二是抓协商。一是抓监督；⟦一是⟧抓提案；三是抓信息。
direction-reversed: 议事室由原⟦150个增加到120个⟧。
direction-reversed: 综合排名由⟦第一位上升到全省第三位⟧。
direction-reversed: 综合排名由⟦第7位前移到全省第11位⟧。
growth-differs: 信息由500篇增加到604篇，⟦增长20%⟧。
growth-differs: 惠及群众由1.2万人次增加到1.5万人次，⟦增长35%⟧。
year-relative: ⟦今年⟧，我们走访企业120家，比去年更多。
year-relative: ⟦本年度⟧考核优秀，⟦明年⟧再接再厉。
"""
SOUND = """\
办复率、满意率均达100%，投资完成率达125%，预算执行率108%。
进出口总额占地区生产总值的132%，完成计划总数的120%，占计划总数的105%。
满意率比上年提高102个百分点，参训人数增长102%。
全年征集提案546件，比上年增加25件，其中委员提案467件。
召开常委会会议6次、主席会议12次，其中专题会议14次。
每年办理实事10件，其中民生实事8件。培训12期，其中线上培训1300人次。
他们参与其中，培训16人。走访企业120余家，其中民营企业近130家。
新增图书12万册，其中儿童读物4.2万册，藏书总量达86万册。
征集提案546件，立案498件，其中委员提案431件，办结提案498件。
重点提案12件、界别提案20件、联名提案35件，合计67件。
办理提案67件，其中重点提案12件、界别提案20件、联名提案35件，合计67件。
收到提案600件，立案590件，其中委员提案467件、集体提案128件。
收到提案600件，其中委员提案460余件、集体提案150件。
惠及群众5.8万人次，其中老年人58500人次。惠及群众58350人次，其中老年人5.84万人次。
收到提案600件，立案590件，其中委员提案467件、集体提案133件。
筹资1.24亿元、0.83亿元，总计2.1亿元。提案12件、信息20篇，共计40件次。
走访企业12家、农户20户，合计约40家。
全年征集提案546件，立案498件，占91.2%；并案35件，占6.4%。
委员300名，其中女委员126名，占42%，占全市女领导干部的3%。
走访企业126家，占规上企业总数的35%。
被采用326篇，采用率稳步提高，达36%。
议事室由120个增加到150个，年均增长30%。贷款由10亿元增加到12亿元，增长15%。
议事室由120个增加到150个，增长约30%；由120个增加到150个，增长25%。
办理效率由30分钟提高到8分钟，水质由4类提升到3类，由第12位提升至第7位。
比例由1:2.5提高到1:2，气温由-3.5℃升至-1℃，由每月8次增加到每周3次。
排名由全省第九位上升到第五位，名次由12位上升到5位。
一是讲政治，二是顾大局，三是守纪律。做好两项工作：一是抓学习；二是抓协商。
提出三点建议：一是A类企业扩面；二是提质；三是增效。把握两个重点：一是稳，二是进。
抓好两件事：一是改革，要求一是快，二是稳；二是开放。
第一产业增长3%，第二产业增长5%，第四季度回升。
三是抓监督，四是抓队伍。
十四届三次会议：一是听取报告，二是审议决议。三级政协组织：一是上下联动，二是左右协同。
办复提案498件，占立案提案546件的91.2%；委员提案467件，占立案总数（546件）的85.5%。
获得三项表彰。一是抓学习，二是抓协商。
近年来、一年来、五年来成效明显，精神文明年度考核优秀，如今年轻人回乡，过去年代不同。
去年代表团说：“今年比去年好，明年更好。”
工业提案12件产品、农业提案20件，合计40件。
委员提案400余件占立案提案500件的60%。
委员提案600件占立案提案500件的60%。
重点提案0件占立案提案500件的10%。
收到提案500件，立案450件，重点提案400件，占70%。
信息由400篇增加到400篇，增长20%。
委员120人参与其中，培训160人。
见www.a.example/3-5名单。
见https://a.example/3-5名单。
走访企业约120家，其中规上企业126家。
走访企业120家以上，其中规上企业126家。
开展调研14次、视察约8次，合计25次。
议事室由150个增加到约120个，平台由150个增加到120家。
排名由全省第三位上升到全省第三位，由全省第十十位上升到全省第三位。
气温由负5度上升到3度，刊物由第8期增加到5期，平台由150个增加到150个，平台由150个减少到150个。
信息由500篇增加到603篇，增长20%；惠及群众由1.2万人次增加到1.5万人次，增长34%。
比上年增加25件，其中委员提案467件。
培训1.2万人次，其中线上6000人次，占52%；培训1.2万人次，其中线上6000人次，占48%。
收到提案500件，其中委员提案403件，占80%。收到提案500件，其中委员提案402件，占81%。
收到方案600件。在立案提案中，委员提案400件，占84%。
筹资1.2亿元、0.8亿元，总计2.08亿元。
开展调研14次、视察8次，合计1234567890123456次。
开展调研14次、视察8次，合计20，另有会议30次。
做好两项工作：一是改革，做到三点，一是快，二是稳，三是准；二是开放。
抓好两件事：一是改革，做到两点，一是快，二是稳；二是开放。
"""


def _lines(table: str) -> list[str]:
    return table.splitlines()


@pytest.mark.parametrize("line", _lines(WRONG))
def test_what_is_wrong_is_reported_at_its_stretch(line: str) -> None:
    code, marked = line.split(": ", 1)
    text = re.sub("[⟦⟧]", "", marked)
    found = [each for each in reported_in(text) if each.code == code]
    shown = list(text)
    for each in reversed(found):
        shown[each.start : each.end] = ["⟦", *shown[each.start : each.end], "⟧"]
    assert "".join(shown) == marked


@pytest.mark.parametrize("text", _lines(SOUND))
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert [each for each in reported_in(text) if each.code != "year-relative"] == []


OWN = """\
schema: 1
year: 2025
title: 市政协十四届五次会议工作报告
session: {}
reviews:
  title: 工作回顾
  intro: {}
"""
LAST = "schema: 1\nyear: 2024\ntitle: 市政协{}工作报告\nreviews:\n  title: 工作回顾\n  intro: 甲。\n"


@pytest.mark.parametrize(
    ("session", "text", "codes"),
    [
        ("政协第十四届云溪市委员会第五次会议", "市政协十四届四次会议以来，工作有新进展。", []),
        ("政协云溪市第十四届委员会第5次全体会议", "现向市政协十四届五次会议报告工作。", []),
        ("政协第十四届云溪市委员会第四次会议", "甲。", ["session-differs"]),
        ("政协第十三届云溪市委员会第五次会议", "甲。", ["session-differs"]),
        ("市政协全体会议", "向市政协十四届四次会议报告工作。", ["session-stale"]),
        ("市政协全体会议", "十四届三次会议以来，工作有新进展。", ["session-stale"]),
        ("市政协全体会议", "十四届一次会议以来、市委十二届三次会议以来，学习十四届三次会议精神。", []),
        ("十四届五次会议", "甲。", []),
        ("市政协全体会议", "向市政协十四届四次会议提交提案。", []),
        ("政协第十十届云溪市委员会第五次会议", "甲。", []),
    ],
)
def test_a_session_is_this_one_or_the_last(session: str, text: str, codes: list[str]) -> None:
    assert examine(OWN.format(session, text)).codes == codes


@pytest.mark.parametrize(("before", "behind", "is_stale"), [(11, 0, True), (12, 0, False), (0, 6, True), (0, 7, False)])
def test_how_near_what_says_that_a_report_is_made_to_a_session_is(before: int, behind: int, is_stale: bool) -> None:
    text = f"向{'全' * before}十四届四次会议{'作' * behind}报告工作。"
    assert (examine(OWN.format("市政协全体会议", text)).codes == ["session-stale"]) == is_stale


@pytest.mark.parametrize("typed", ["【培训】", "【培训：数值】人次"])
def test_a_reference_counts_with_what_it_prints(typed: str) -> None:
    found = examine(report_of(f"培训委员{typed}，其中女委员1400人次。", setup="metrics-a")).found
    assert [each.words["whole"] for each in found if each.code == "part-exceeds-whole"] == ["1300人次"]


def test_a_reference_to_a_label_names_a_whole() -> None:
    text = "【提案：名称】500件，委员提案400件，占征集提案的84%。"
    assert "share-differs" in {each.code for each in reported_in(text, setup="metrics-a")}


@pytest.mark.parametrize(("others", "count"), [(29, 1), (30, 0)])
def test_of_many_figures_before_a_part_the_last_thirty_may_be_its_whole(others: int, count: int) -> None:
    found = reported_in(f"收到提案500件{'、会议1次' * others}，其中委员提案400件，占84%。")
    assert [each.code for each in found] == ["share-differs"] * count


@pytest.mark.parametrize("among", ["，其中", "其中"])
def test_the_whole_of_a_share_is_what_is_before_its_list(among: str) -> None:
    (found,) = reported_in(f"收到提案500件{among}立案450件，委员提案400件，占84%。")
    assert [edit.text for edit in found.edits] == ["占80%"]


@pytest.mark.parametrize(("last", "codes"), [("十四届四次会议", []), ("十四届五次会议", ["session-stale"])])
def test_a_session_is_not_that_of_last_year(last: str, codes: list[str]) -> None:
    found = examine(OWN.format("十四届五次会议", "甲。"), last_year=LAST.format(last)).codes
    assert [each for each in found if each != "copy-stale"] == codes


@pytest.mark.parametrize(
    ("date", "is_sound"),
    [
        ("2025-01-16", False),
        ("2025-09-30", False),
        ("2025-10-01", True),
        ("2025-12-20", True),
        ("2026年1月16日", True),
        ("2027-01-01", False),
    ],
)
def test_a_report_is_delivered_after_its_year(date: str, is_sound: bool) -> None:
    report = f"schema: 1\nyear: 2025\ntitle: 报告\ndate: {date}\nreviews:\n  title: 工作回顾\n  intro: 甲。\n"
    assert (examine(report).codes == []) == is_sound


@pytest.mark.parametrize(
    ("part", "intro", "is_sound"),
    [
        ("reviews", "2024年，在市委领导下，工作有新进展。", False),
        ("reviews", "2025年，在市委领导下，工作有新进展。", True),
        ("reviews", "2024年，我们播种；2025年，我们收获。", True),
        ("reviews", "回顾2024年，工作有新进展。", True),
        ("tasks", "2025年是关键之年，要开好局。", False),
        ("tasks", "2026年是关键之年，要开好局。", True),
        ("insights", "2024年，工作有新进展。", True),
    ],
)
def test_an_introduction_begins_with_the_year_of_its_part(part: str, intro: str, is_sound: bool) -> None:
    report = f"schema: 1\nyear: 2025\ntitle: 报告\n{part}:\n  title: 标题\n  intro: {intro}\n"
    assert (examine(report).codes == []) == is_sound


@pytest.mark.parametrize(("lead", "count"), [("2024年，我们很忙。", 1), ("2025年，我们很忙。", 0)])
def test_the_lead_of_a_section_begins_with_the_year_of_its_part(lead: str, count: int) -> None:
    report = f"{MINIMAL}  sections: [{{title: 一节, lead: '{lead}', items: [一条]}}]\n"
    assert examine(report).codes.count("year-stale") == count


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("信息由400篇增加到500篇，增幅达20%。", "增幅达25%"),
        ("信息由400篇增加到500篇，下降了20%。", "增长了25%"),
        ("信息由1000篇增加到1006篇，下降5.0%。", "增长0.6%"),
        ("信息由400篇减少到300篇，增长20%。", "下降25%"),
        ("信息由3篇增加到4篇，增长20%。", "增长33%"),
        ("信息由3篇增加到4篇，增长20.0%。", "增长33.3%"),
    ],
)
def test_a_right_rate_has_the_words_and_the_digits_of_the_typed_one(text: str, right: str) -> None:
    (found,) = reported_in(text)
    assert [edit.text for edit in found.edits] == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("征集提案【提案】，比上年增长12.5%。", "【提案：变化】"),
        ("征集提案【提案】，比2024年增加30件。", "增加25件"),
        ("委员满意率【满意率】，同比降低2.4个百分点。", "提高2.4个百分点"),
        ("委员满意率【满意率】，同比提高4个百分点。", "提高2个百分点"),
        ("委员满意率【满意率】，同比提高3个百分点。", None),
        ("委员满意率【满意率】，同比提高9%。", None),
        ("征集提案【提案】，比上年增长4.8%。", None),
        ("征集提案【提案】，比上年增加25件。", None),
        ("征集提案【提案】，比2023年增长12.5%。", None),
        ("报送信息【信息】，比上年增长12.5%。", None),
        ("征集提案【提案】，比上年增长12.5%（按可比口径）。", None),
    ],
)
def test_a_change_beside_a_metric_is_that_of_its_history(text: str, right: str | None) -> None:
    edits = [edit.text for each in reported_in(text, setup="metrics-a") for edit in each.edits]
    assert edits == ([right] if right else [])


@pytest.mark.parametrize(
    ("before", "typed", "count"),
    [
        (522, "4%", 0),
        (521, "4%", 1),
        (522, "4.5%", 0),
        (522, "4.4%", 1),
        (522, "4.7%", 0),
        (522, "4.8%", 1),
        (480, "13.6%", 0),
        (480, "13.5%", 1),
        (0, "5%", 0),
    ],
)
def test_how_far_a_typed_rate_may_be_from_that_of_the_metric(before: int, typed: str, count: int) -> None:
    """Half of its last digit and a tenth: 546 are 4.6 % more than 522, and 13.75 % more than 480."""
    metrics = f"metrics:\n  提案: {{label: 征集提案, value: 546, unit: 件, history: {{2024: {before}}}}}\n"
    found = examine(f"{metrics}{MINIMAL}  intro: 征集提案【提案】，比上年增长{typed}。\n").codes
    assert found.count("growth-differs") == count


@pytest.mark.parametrize(
    ("before", "typed", "right"),
    [("98.6", "提高", "降低2.4个百分点"), ("96.2", "提高", "提高0.0个百分点"), ("96.2", "降低", "降低0.0个百分点")],
)
def test_the_verb_of_a_right_change_turns_where_the_change_does(before: str, typed: str, right: str) -> None:
    metrics = f"metrics:\n  满意: {{label: 委员满意率, value: 96.2, unit: '%', history: {{2024: {before}}}}}\n"
    found = examine(f"{metrics}{MINIMAL}  intro: 委员满意率【满意】，同比{typed}5.5个百分点。\n").found
    assert [edit.text for each in found if each.code == "growth-differs" for edit in each.edits] == [right]


@pytest.mark.parametrize(
    ("more", "count"),
    [("", 1), (", change: 增长5.2%", 0), (", change: none", 0), (", rank: true", 0), (", qualifier: 余", 0)],
)
def test_a_change_beside_a_metric_that_is_no_plain_number_is_not_calculated(more: str, count: int) -> None:
    metrics = f"metrics:\n  提案: {{label: 征集提案, value: 546, unit: 件, history: {{2024: 521}}{more}}}\n"
    found = examine(f"{metrics}{MINIMAL}  intro: 征集提案【提案】，比上年增加30件。\n").codes
    assert found.count("growth-differs") == count


@pytest.mark.parametrize(
    ("last_year", "right"),
    [
        ("value: 500, unit: 件", "增加46件"),
        ("value: 0.05万, unit: 件", "增加46件"),
        ("value: 500, unit: 件, qualifier: 余", None),
        ("value: 待填, unit: 件", None),
        ("value: 500, unit: 篇", None),
    ],
)
def test_a_change_beside_a_metric_is_that_from_last_years_report(last_year: str, right: str | None) -> None:
    """Where that has an exact number of the same unit; what this year's remembers does not count then."""
    metrics = "metrics:\n  提案: {{label: 征集提案, {}}}\n"
    this = metrics.format("value: 546, unit: 件, history: {2024: 521}") + MINIMAL
    last = metrics.format(last_year) + MINIMAL.replace("2025", "2024")
    examined = examine(f"{this}  intro: 征集提案【提案】，比上年增加30件。\n", last_year=last)
    found = [each for each in examined.found if each.code == "growth-differs"]
    assert [edit.text for each in found for edit in each.edits] == ([right] if right else [])


@pytest.mark.parametrize(
    ("part", "typed", "right"),
    [
        ("reviews", "2024年，我们很忙。", "2025年，我们很忙。"),
        ("reviews", "2024年是关键之年。", "2025年是关键之年。"),
        ("reviews", "2024年,我们很忙。", "2025年,我们很忙。"),
        ("reviews", "2024年以来，我们很忙。", "2025年以来，我们很忙。"),
        ("tasks", "2025年，我们要做。", "2026年，我们要做。"),
        ("tasks", "2026年，我们要做。", None),
        ("reviews", "2023年，我们很忙。", None),
        ("reviews", "2024年，打下基础；2025年，我们很忙。", None),
        ("reviews", "回望2024年，我们很忙。", None),
        ("reviews", "2024年度，我们很忙。", None),
    ],
)
def test_an_introduction_that_begins_with_the_year_before_is_a_copy(part: str, typed: str, right: str | None) -> None:
    head = f"schema: 1\nyear: 2025\ntitle: 报告\n{part}:\n  title: 一年工作\n  intro: "
    found = [each for each in examine(f"{head}{typed}\n").found if each.code == "year-stale"]
    assert [apply_edits(head + typed, each.edits) for each in found] == ([head + right] if right else [])
