"""The JSON Schema of ``reportgen.yaml``, for editors. Kept apart so that ``check`` does not pay for it."""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.diagnostics import CODES
from reportgen.report.office import Office
from reportgen.rules.settings_types import NamedFormat, NamedStyle, Settings
from reportgen.source.schema_builder import Description, Schema, SchemaBuilder, with_definitions

RECORDS: dict[type[Struct], Description] = {
    Settings: Description(
        "设置",
        "工作文件夹的设置，放在 data 文件夹旁边；每一项都可以不写。",
        "The settings of a workspace, beside data/; all of them are optional.",
    ),
    Office: Description("单位", "哪个单位的报告。", "Whose reports these are."),
}
FIELDS: dict[type[Struct], dict[str, Description]] = {
    Settings: {
        "style": Description(
            "版式",
            "build 不写 --style 时用的版式；写几个，就一次都生成。",
            "The style of a build without --style; of several, each is built.",
            ("plenary", ["plenary", "official"]),
        ),
        "styles_by_year": Description(
            "各年的版式",
            "某些年的报告用别的版式。",
            "The styles of some years, where they are others.",
            ({2024: "official"},),
        ),
        "formats": Description(
            "格式",
            "build 不写 --format 时生成的格式。",
            "The formats of a build without --format.",
            (["docx", "pdf"], "docx"),
        ),
        "fonts": Description(
            "字体",
            "bundled：只用 fonts 文件夹里的和程序自带的字体；system：也用电脑里装的字体。",
            "With system, installed fonts print too; else those of the folder fonts and of the program.",
            ("system",),
        ),
        "office": Description("单位", "哪个单位的报告。", "Whose reports these are."),
        "checks": Description(
            "检查",
            "各种问题的轻重；off 就不查。",
            "The severity of each kind of finding; off leaves it out.",
            ({"metric-unused": "off"},),
        ),
    },
    Office: {
        "name": Description(
            "单位名称",
            "报告没写 organization 时，封面上印的单位。",
            "The organization printed on the cover of a report that names none.",
            ("政协云溪市委员会",),
        ),
        "author": Description(
            "作者",
            "Word、PDF 文件属性里的作者；不写，就是作报告的单位。",
            "The author in the properties of Word and PDF files; without it, the organization.",
            ("政协云溪市委员会办公室",),
        ),
        "keep": Description(
            "不拆开的名称",
            "不在行末拆开的名称，如人名、活动名。",
            "Names that no line may part, such as those of persons.",
            (["卡尔·海因里希"],),
        ),
    },
}


def settings_schema(formats: Sequence[str]) -> Schema:
    """The schema of settings, for a program that writes these formats."""
    custom: dict[type, Schema] = {
        NamedStyle: {"type": ["string"], "pattern": r"\S"},
        NamedFormat: {"type": ["string"], "enum": [*formats]},
    }
    records = SchemaBuilder(RECORDS, FIELDS, custom, {}, null_records=True).definitions()
    top = records.pop(Settings.__name__)
    settable = sorted(name for name, code in CODES.items() if not code.fixed)
    top["properties"]["checks"]["propertyNames"] = {"enum": settable}
    return with_definitions(top, records)
