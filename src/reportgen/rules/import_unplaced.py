"""A text that ``reportgen import`` found no field for, kept in its place as a comment, ``# import: …``.

Move it into a field and delete the comment, or delete both: a comment is not printed.

中文：导入时认不出归处的文字，留在原处的注释“# import: …”里，不会印出来。请放进该放的地方，或删去这行注释。

Wrong:

    reviews:
      title: 工作回顾
      items: [办好提案]
    # import: 附件

Right:

    reviews:
      title: 工作回顾
      items: [办好提案]
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.source.comments import comments

CODE = "import-unplaced"

MARK = "# import: "
"""What such a comment begins with; the text follows."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The comments that an import left."""
    root = context.reading.root
    if MARK not in root.source.text:
        return
    for comment in comments(root):
        if comment.text.startswith(MARK):
            place = root.source.place(comment.start + len(MARK), comment.start + len(comment.text))
            yield Diagnostic(CODE, place, {"text": comment.text.removeprefix(MARK)})
