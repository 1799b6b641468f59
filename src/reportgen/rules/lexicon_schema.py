"""The JSON Schema of ``lexicon.yaml``, for editors. Kept apart so that ``check`` does not pay for it."""

from msgspec import Struct

from reportgen.rules.lexicon import Lexicon, LexiconTerm
from reportgen.source.schema_builder import Description, Schema, SchemaBuilder, with_definitions

RECORDS: dict[type[Struct], Description] = {
    Lexicon: Description(
        "词表", "本单位的用词，放在 data 文件夹旁边。", "The office's own words; the file lies beside data/."
    ),
    LexiconTerm: Description(
        "用词",
        "一个名称怎样写；直接写文字就是 term。",
        "How a name is written; a plain string is the term itself.",
        ("赵明湖", {"term": "云溪市数据局", "short": ["市数据局"], "wrong": ["市大数据局"], "since": 2025}),
    ),
}
FIELDS: dict[type[Struct], dict[str, Description]] = {
    Lexicon: {
        "terms": Description(
            "用词", "名称、术语、人名，一个一条。", "Names of bodies and persons, and other terms, one per entry."
        ),
        "orders": Description(
            "排列次序",
            "并列时总按这个次序写的名称，如四套班子、几位领导。",
            "Names that are always listed in this order, such as those of leaders.",
            ([["市委", "市人大常委会", "市政府", "市政协"]],),
        ),
    },
    LexiconTerm: {
        "term": Description("全称", "规范的写法。", "The full form.", ("云溪市数据局",)),
        "short": Description(
            "简称",
            "可以用的简称，第一次出现应写全称。",
            "Short forms that are allowed after the full form.",
            (["市数据局"],),
        ),
        "wrong": Description("误写", "不能用的写法。", "Forms that are never right.", (["市大数据局"],)),
        "since": Description("起", "从哪一年的报告起用。", "The year of the first report that uses it.", (2025,)),
        "until": Description("止", "用到哪一年的报告为止。", "The year of the last report that uses it.", (2024,)),
    },
}


def lexicon_schema() -> Schema:
    """The schema of lexicons."""
    records = SchemaBuilder(RECORDS, FIELDS, {}, {}).definitions()
    return with_definitions(records.pop(Lexicon.__name__), records)
