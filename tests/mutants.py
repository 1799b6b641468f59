"""Damaged copies of report files, as hands and programs damage them; the same number gives the same damage."""

import random
from collections.abc import Callable

SLIPS = "：，、；－—“”‘’［］｛｝〔〕【】＃　\u00a0\u200b\ufeff\t:,-#'\"[]{}&*!|>%@`?\\~<=\x00\x85\u2028\ufffd\ud800"
WIDE = str.maketrans(":,-#[]{}\"'", "：，－＃［］｛｝“‘")


def mutant(content: str, number: int) -> bytes:
    """The file with one to four changes; some are saved in another encoding, some with bytes of it changed."""
    chance = random.Random(number)
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_CHANGES)(content, chance)
    encoding = chance.choices(("utf-8", "gb18030", "utf-16"), (12, 1, 1))[0]
    encoded = bytearray(content.encode(encoding, "surrogatepass" if encoding != "gb18030" else "ignore"))
    for _ in range(chance.choice((0, 0, 0, 0, 1, 3)) if encoded else 0):
        encoded[chance.randrange(len(encoded))] = chance.randrange(256)
    return bytes(encoded)


def damaged(content: bytes, number: int) -> bytes:
    """The bytes of a file that is not text with one to four changes, as disks, transfers and attackers make them."""
    chance = random.Random(number)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randint(0, len(changed)), chance.choice((1, 1, 2, 4, 64, 1000))
        match chance.choice(("value", "value", "number", "zeros", "delete", "double", "cut", "noise")):
            case "value":
                changed[at : at + 1] = bytes((chance.randrange(256),))
            case "number":  # a length or an offset far too large, or negative
                changed[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x00"))
            case "zeros":
                changed[at : at + length] = bytes(length)
            case "delete":
                del changed[at : at + length]
            case "double":
                changed[at:at] = changed[at : at + length]
            case "cut":
                del changed[at:]
            case _:
                changed[at : at + length] = chance.randbytes(length)
    return bytes(changed)


def _insert(content: str, chance: random.Random) -> str:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(SLIPS) + content[at:]


def _delete(content: str, chance: random.Random) -> str:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 1, 2, 30)) :]


def _widen(content: str, chance: random.Random) -> str:
    """One mark, or those of a line, typed with a Chinese keyboard."""
    return _on_line(content, chance, lambda line: line.translate(WIDE))


def _indent(content: str, chance: random.Random) -> str:
    blanks = chance.choice((" ", "   ", "\t", "　", "\u00a0"))
    return _on_line(content, chance, lambda line: blanks + line if chance.random() < 0.6 else line[1:])


def _unquote(content: str, chance: random.Random) -> str:
    return _on_line(content, chance, lambda line: line.replace(chance.choice("\"'{}[]:->"), "", 1))


def _double(content: str, chance: random.Random) -> str:
    return _on_line(content, chance, lambda line: f"{line}\n{line}")


def _conflict(content: str, chance: random.Random) -> str:
    return _on_line(content, chance, lambda line: f"<<<<<<< HEAD\n{line}\n=======\n{line} 2\n>>>>>>> b")


def _swap(content: str, chance: random.Random) -> str:
    lines = content.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _cut(content: str, chance: random.Random) -> str:
    return content[: chance.randint(0, len(content))]


def _ends(content: str, chance: random.Random) -> str:
    return content.replace("\n", chance.choice(("\r\n", "\r")))


def _on_line(content: str, chance: random.Random, change: Callable[[str], str]) -> str:
    lines = content.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = change(lines[at])
    return "\n".join(lines)


_OFTEN = (_insert, _delete, _widen, _indent)
_CHANGES = (*_OFTEN, *_OFTEN, _unquote, _double, _swap, _conflict, _cut, _ends)
