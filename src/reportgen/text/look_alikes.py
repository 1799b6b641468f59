"""Characters that only look like those people mean: other code points, which no search finds and no font may have."""

from collections.abc import Iterable

from reportgen.text.lazy_pattern import LazyPattern

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

_SMALL_MARKS = dict(zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞﹪｡､", "，、．；：？！（）〔〕%。、", strict=True))

_PLAIN = {**dict(zip(_RADICALS, _IDEOGRAPHS, strict=True)), **_SMALL_MARKS}
_DOTS = "・･•‧"
_DASH = "ー"
_LETTERS = "A-Za-z\u0370-\u04ff"
_WIDE = [each for each in map(chr, range(0xFF10, 0xFF5B)) if each.isalnum()]
_SUSPECTS = frozenset((*_SMALL_MARKS, *_DOTS, _DASH, *_LATIN, *_WIDE))
_LOOK_ALIKE = LazyPattern(
    f"[⺁-⿕\uf900-\ufaff\U0002f800-\U0002fa1f]+|[{''.join(_SMALL_MARKS)}{_DOTS}{_DASH}]"
    f"|(?<![{_LETTERS}])(?=[A-Za-z]*[{''.join(_LATIN)}])[A-Za-z{''.join(_LATIN)}]{{2,}}(?![{_LETTERS}])"
    "|[０-９Ａ-Ｚａ-ｚ]+"
)


def may_look_alike(characters: Iterable[str]) -> bool:
    """Whether any of some characters can be one that only looks like another."""
    return any(
        "\u2e80" <= each <= "\u2fd5" or "\uf900" <= each <= "\ufaff" or each >= "\U0002f800" or each in _SUSPECTS
        for each in characters
        if not each.isascii()
    )


def look_alikes(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a text that only look right, each with its plain characters (P20, P62)."""
    if text.isascii():
        return []
    found = ((match.start(), match.end(), _plain(match.group())) for match in _LOOK_ALIKE.finditer(text))
    return [
        (start, end, plain)
        for start, end, plain in found
        if text[start:end] != plain and (text[start] not in _DOTS + _DASH or _is_between_han(text, start))
    ]


def _is_between_han(text: str, offset: int) -> bool:
    """Whether the characters on both sides of one are Han."""
    return offset > 0 and all(
        "\u3400" <= each <= "\u9fff" for each in (text[offset - 1], text[offset + 1 : offset + 2])
    )


def _plain(text: str) -> str:
    """What a look-alike should have been; itself where it is one of the twelve unified characters among them."""
    if text in _DOTS:
        return "·"
    if text == _DASH:
        return "一"
    if text[0].isascii() or text[0] in _LATIN:
        return "".join(_LATIN.get(character, character) for character in text)
    from unicodedata import normalize

    return "".join(_PLAIN.get(character) or normalize("NFKC", character) for character in text)
