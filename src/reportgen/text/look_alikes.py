"""Characters that only look like those people mean: other code points, which no search finds and no font may have."""

import re
import unicodedata

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺"
    "⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""What the radicals are as characters of their own (Unicode, EquivalentUnifiedIdeograph)."""

_LATIN = dict(zip("АВЕКМНОРСТУХаеорсухіѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxisABEZHIKMNOPTYXo", strict=True))
"""Cyrillic and Greek letters that are drawn as Latin ones."""

_SMALL_MARKS = dict(zip("﹐﹑﹒﹔﹕﹖﹗｡､", "，、．；：？！。、", strict=True))

_PLAIN = {**dict(zip(_RADICALS, _IDEOGRAPHS, strict=True)), **_SMALL_MARKS}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_LETTERS = "A-Za-z\u0370-\u04ff"
_LOOK_ALIKE = re.compile(
    f"[⺁-⿕\uf900-\ufaff\U0002f800-\U0002fa1f{''.join(_SMALL_MARKS)}]"
    f"|(?<=[{_HAN}])[・･•‧](?=[{_HAN}])"
    f"|(?<=[{_HAN}])ー(?=[{_HAN}])"
    f"|(?<![{_LETTERS}])(?=[A-Za-z]*[{''.join(_LATIN)}])[A-Za-z{''.join(_LATIN)}]{{2,}}(?![{_LETTERS}])"
    "|[０-９Ａ-Ｚａ-ｚ]+"
)


def look_alikes(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a text that only look right, each with its plain characters (P20, P62)."""
    if text.isascii():
        return []
    found = ((match.start(), match.end(), _plain(match.group())) for match in _LOOK_ALIKE.finditer(text))
    return [each for each in found if text[each[0] : each[1]] != each[2]]


def _plain(text: str) -> str:
    """What a look-alike should have been; itself where it is one of the twelve unified characters among them."""
    if text in _PLAIN:
        return _PLAIN[text]
    if text in "・･•‧":
        return "·"
    if text == "ー":
        return "一"
    if text[0].isascii() or text[0] in _LATIN:
        return "".join(_LATIN.get(character, character) for character in text)
    return unicodedata.normalize("NFKC", text)
