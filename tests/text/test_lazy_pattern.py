"""Patterns compiled when they are first used."""

from reportgen.text.lazy_pattern import LazyPattern


def test_it_finds_what_the_pattern_finds_and_compiles_once() -> None:
    lazy = LazyPattern("(?P<digit>[0-9])|甲")
    assert "compiled" not in vars(lazy)
    compiled = lazy.compiled
    text = "甲1乙2"
    assert [each.span() for each in lazy.finditer(text, 1)] == [each.span() for each in compiled.finditer(text, 1)]
    assert lazy.match(text, 1, 2) is not None
    assert lazy.match(text, 2) is None
    assert lazy.search(text, 2) is not None
    assert lazy.fullmatch(text, 0, 1) is not None
    assert lazy.split("a1b") == compiled.split("a1b")
    assert lazy.sub("-", text) == "--乙-"
    assert lazy.compiled is compiled


def test_it_is_not_compiled_for_a_text_without_its_signs() -> None:
    lazy = LazyPattern("(?P<mark>《[^》]*》)", signs="》")
    text = "《甲"
    assert not list(lazy.finditer(text))
    assert lazy.match(text) is lazy.search(text) is lazy.fullmatch(text) is None
    assert lazy.split(text) == [text]
    assert lazy.sub("", text) == text
    assert "compiled" not in vars(lazy)
    assert lazy.sub("", "《甲》乙") == "乙"
    assert "compiled" in vars(lazy)
    assert lazy.search(text) is None
