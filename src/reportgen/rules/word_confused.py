"""A word that is taken for another that sounds alike: 截止目前 for 截至目前, 法制政府 for 法治政府 (P41).

Only where the words beside it leave no doubt: 社会和法制委员会, 报名截止后 and 快速反应 are right.

中文：两个音近的词用混了：截至（到某时为止）与截止（停止），必须与必需，法治与法制，权力与权利，反映与反应，启用与起用，爆发与暴发，像与象，
渡过与度过。只查前后的字能断定的。

Wrong:

    reviews:
      title: 工作回顾
      intro: 截止目前，提案全部办复。我们必需加快建设法制政府。

Right:

    reviews:
      title: 工作回顾
      intro: 截至目前，提案全部办复。我们必须加快建设法治政府，做好生活必需品保供。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.running_text import FIGURE
from reportgen.rules.word_slips import check_slips, word_slip

CODE = "word-confused"

_HAN = "\u4e00-\u9fff"
_MUST = (
    "坚持|加强|把|要|在|从|以|全面|认真|进一步|坚决|牢牢|始终|依法|严格|高度|充分|深入|切实|抓|做|完成|清醒|看到|注重|坚定|推动|落实|提高"
    "|保持|树立|按照|遵循|遵守|尽快|立足|增强|发挥|贯彻|服从|服务|坚守|正视|承担|加快|紧紧|准确|走|有|向|由|经过|经|先|更加|不断|紧扣|聚焦"
)
_OTHERS_RIGHTS = "者妇女儿童东民年人患工户主生"
_RULED = "(?<![不非司立])"
_LIKE = "[征棋牙形限素群山鼻脚腿数州]"
_NO_ELEPHANT = "形现大对气印景万抽表意海巴白小想图迹天乱假真镜险幻具洲野公母幼战病脉卦怪"
_HOLIDAY = "节|假期|寒假|暑假|周末|新年|一生|晚年|童年|时光|岁月|元宵|端午|重阳|中秋|国庆|除夕|元旦|生日|冬天|寒冬"
_THINGS = "系统|平台|软件|网站|设备|印章|公章|大厅|大楼|场馆|大桥|机场|客户端|小程序|号码|中心|专线|车站|航站楼|校区"

_SLIPS = (
    word_slip(
        "截止",
        "(?<!报名)(?<!申报)(?<!征集)(?<!投稿)(?<!受理)截止(?=\\d{1,4}[年月日]|[一二][〇○零一二三四五六七八九]{3}年"
        f"|目前|现在|今年|去年|今天|今日|昨[日天]|本月|上月|本年|上年|年底|月底|发稿|当前|{FIGURE})",
        "截至",
    ),
    word_slip("截至", "(?<=[日底末时])截至(?=[，。；、）])", "截止"),
    word_slip("必需", f"(?<![所为活产])必需(?={_MUST})(?!要素|有机|以外)", "必须"),
    word_slip("必须品", "必须品", "必需品"),
    word_slip("法制", f"{_RULED}法制(?=政府|社会(?![和与及、])|国家|思维|方式|轨道|中国)", "法治"),
    word_slip("权利", f"(?<![{_OTHERS_RIGHTS}])权利(?=运行|清单|机关|寻租)", "权力"),
    word_slip("权力", "(?<=公民)权力(?!机关|监督|运行)|(?<=民主)权力(?!机关|监督|运行|制约)", "权利"),
    word_slip(
        "反应",
        "(?<!快速)(?<!应急)(?<!不良)(?<!强烈)(?<!迅速)(?<!连锁)(?<!化学)(?<!过敏)反应"
        f"(?=[了出]?(?:社情民意|(?:[{_HAN}]{{0,4}}的?)(?:民意|诉求|呼声|心声|愿望|民情)))",
        "反映",
    ),
    word_slip("反应", f"(?<=向)([{_HAN}]{{2,10}})反应(?=情况|问题|了|诉求)", r"\1反映"),
    word_slip("起用", f"((?:{_THINGS})[^，。；：\\n]{{0,5}}?)(?<![年月日天时刻])起用", r"\1启用"),
    word_slip("暴发式", "暴发式", "爆发式"),
    word_slip(
        "爆发", "爆发(?=[了过]?(?:特大|严重|大)?(?:山洪|泥石流|洪水))|(?<=山洪)爆发|(?<=石流)爆发|(?<=洪水)爆发", "暴发"
    ),
    word_slip("暴发", "暴发(?=战争|革命|起义|战役)|(?<=战争)暴发|(?<=革命)暴发|(?<=起义)暴发", "爆发"),
    word_slip("学以至用", "学以至用", "学以致用"),
    word_slip("好象", f"好象(?!{_LIKE})", "好像"),
    word_slip("就象", f"(?<!成)就象(?!{_LIKE})", "就像"),
    word_slip(
        "象", f"(?<![{_NO_ELEPHANT}好就])象(?!{_LIKE})([^，。；：！？象\\n]{{1,10}}?)一样(?![多都])", r"像\1一样"
    ),
    word_slip("度过", "(?<![一再几多年])度过(?=[^，。；！？\\n]{0,6}难关)", "渡过"),
    word_slip("渡过", f"渡过(?=[^，。；！？河江海难\\n]{{0,10}}(?:{_HOLIDAY}))", "度过"),
    word_slip("渡假", "(?<![轮摆引])渡假", "度假"),
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The words that their neighbours show to be another."""
    return check_slips(context, CODE, _SLIPS)
