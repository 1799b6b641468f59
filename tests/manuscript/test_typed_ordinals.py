"""Ordinals typed at the start of a paragraph: which are read, with their form and number, and what is left as text."""

import pytest

from reportgen.manuscript.typed_ordinals import read_ordinal

READ = """
第一，甲      FIRST 1
其二，甲      FIRST 2
首先，甲      FIRST 1
其次，甲      FIRST 2
再次，甲      FIRST 3
最后，甲      FIRST 4
一是甲       ONE_IS 1
三、甲       HAN 3
十二、甲      HAN 12
（二）甲      HAN_BRACKET 2
㈢甲        HAN_BRACKET 3
3.甲       DIGIT 3
⒍甲        DIGIT 6
（4）甲      DIGIT_BRACKET 4
⑸甲        DIGIT_BRACKET 5
⑦甲        CIRCLE 7
❸甲        CIRCLE 3
•甲        BULLET 0
"""


@pytest.mark.parametrize("row", READ.strip().split("\n"))
def test_form_and_number_of_an_ordinal(row: str) -> None:
    text, form, number = row.split()
    found = read_ordinal(text)
    assert found is not None
    assert (found.form.name, str(found.number), text[found.end :]) == (form, number, "甲")


@pytest.mark.parametrize("text", ["第一产业", "一、二产业", "3.5亿", "首先说明", "甲一、乙"])
def test_what_is_no_ordinal(text: str) -> None:
    assert read_ordinal(text) is None
