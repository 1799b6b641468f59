"""What commands print besides findings, whose sentences are in ``diagnostics``. Words in braces are filled in."""

from reportgen.text.wording import Wording, same

WROTE = Wording("已生成 {path}（{size} KB）", "wrote {path} ({size} KB)")
STOOD_IN = Wording(
    "没有 {names}，PDF 里用程序自带的 Noto 代替；把这些字体放进 fonts 文件夹，就用它们",
    "the PDF has the program's Noto fonts in place of {names}; to use these, put them into the folder fonts",
)
ENUMERATION = Wording("、", ", ")
NOTHING_WRITTEN = Wording(
    "有错误，没有生成文件；原有文件未动。", "nothing written because of errors; existing files are unchanged"
)
NOTHING_WRITTEN_OF = Wording(
    "{name} 年：有错误，没有生成文件；原有文件未动。",
    "{name}: nothing written because of errors; existing files are unchanged",
)
SUMMARY = Wording(
    "{errors} 个错误，{warnings} 个警告，{notes} 条提示",
    "{errors:error|errors}, {warnings:warning|warnings}, {notes:note|notes}",
)
STAGES = {
    "read": Wording("读取文件", "reading files"),
    "layout": Wording("排版", "laying out pages"),
    "preview": Wording("画图片", "drawing pages"),
    "write": Wording("写入文件", "writing files"),
}
"""What a build does, by the names of its stages; the others are named after formats."""

RENDERING = Wording("生成 {format}", "making the {format}")

WATCHING = Wording(
    "正在看着 {names} 用到的文件，一保存就重新生成；按 Ctrl-C 结束",
    "watching the files of {names}, and building on every save; Ctrl-C ends it",
)
REBUILT = Wording("{time}  {name}：{seconds} 秒，{pages} 页，{found}", "{time}  {name}: {seconds} s, {pages}, {found}")
NOT_REBUILT = Wording(
    "{time}  {name}：{seconds} 秒，{found}；没有生成，原有文件未动",
    "{time}  {name}: {seconds} s, {found}; nothing written, existing files are unchanged",
)
PREVIEWING = Wording("在浏览器里看：{url}  按 Ctrl-C 结束", "the preview is at {url}  Ctrl-C ends it")
PORT_TAKEN = Wording("端口 {taken} 有程序占用，改用 {port}", "port {taken} is taken; using {port}")
PAGES = Wording("{pages}", "{pages:page|pages}")
COLON = Wording("：", ": ")
LIST_ALL = Wording("逐条看：{command}", "to see each: {command}")

TIMES = Wording("{subject}：{stages}；共 {total} 秒", "{subject}: {stages}; {total} s in all")
STAGE_TIME = Wording("{stage} {seconds} 秒", "{stage} {seconds} s")
UNOPENED = Wording("打不开 {path}：没有能打开它的程序", "could not open {path}: no program for it was found")

NO_PROBLEMS = Wording("{file}：没有问题", "{file}: no problems")
FIXABLE = Wording("其中 {count} 处可以这样一次改正：{command}", "{count} of them can be fixed with: {command}")
FIXABLE_LATER = Wording(
    "先改正其余的错误，其中 {count} 处就可以这样一次改正：{command}",
    "once the other errors are fixed, {count} of them can be fixed with: {command}",
)

FORMATTED = Wording("已整理 {file}", "formatted {file}")
ALREADY_FORMATTED = Wording("{file}：格式已统一，无需整理", "{file}: already formatted")
NOT_FORMATTED_YET = Wording("{file}：需要整理", "{file}: would be reformatted")
NOT_FORMATTED = Wording("{file}：未整理，文件未动", "{file}: not formatted; the file is unchanged")
BYTES_ONLY = Wording("{file}：只改行尾或编码", "{file}: only line endings or the encoding would change")
REPLACED = same("{line}:{column} {old} → {new}")

BUNDLED = Wording("（自带）", "(bundled)")
EXTENDS = Wording("{path}（在 {base} 上改）", "{path} (extends {base})")

FONT_COLUMNS = (
    Wording("用途", "role"),
    Wording("首选", "preferred"),
    Wording("实际使用", "used"),
    Wording("文件", "file"),
    Wording("粗细", "weight"),
    Wording("类型", "type"),
    Wording("嵌入", "embedding"),
    Wording("许可", "licence"),
    Wording("DOCX 里的名称", "name in DOCX"),
)
SCRIPTS = {
    "han": Wording("", ""),
    "bold": Wording("（粗体）", " (bold)"),
    "latin": Wording("（西文）", " (Latin)"),
    "figures": Wording("（数字）", " (figures)"),
}
VARIABLE = Wording("（可变）", ", variable")
BUNDLED_FILE = Wording("（自带）", " (bundled)")
ALL_CHARACTERS = Wording(
    "{year} 年的报告：所用的字，各自的字体里都有。", "report of {year}: every character is in the font it is meant for"
)
SUBSTITUTES = Wording(
    "{year} 年的报告：这些字，本来的字体里没有，改用：",
    "report of {year}: characters their font does not have, and the font that prints them:",
)
NO_FONT = Wording("哪种字体都没有", "no font has it")

COMPARED = Wording("{old} → {new}：{counts}", "{old} → {new}: {counts}")
CHANGES = Wording("{count} 处不同", "{count:change|changes}")
RENUMBERED = Wording("{count} 处序号变动", "{count:renumbering|renumberings}")
TASKS = Wording("上年任务 {count} 项", "{count:task|tasks} of last year")
COMMA = Wording("，", ", ")
NO_CHANGES = Wording("{old} → {new}：没有不同", "{old} → {new}: no changes")
FOLLOWED = Wording(
    "{old} → {new}：{count} 项任务，{kept} 项已有回应，{forgotten} 项没有",
    "{old} → {new}: {count:task|tasks}, {kept} reported on, {forgotten} not",
)
NO_TASKS = Wording("{old} 里没有任务可核对", "{old} has no tasks to follow")

METRIC_COLUMNS = (
    Wording("单位", "unit"),
    Wording("增减", "difference"),
    Wording("变化", "change"),
    Wording("走势", "trend"),
)
METRIC = Wording("指标", "metric")
NO_METRICS = Wording("没有指标", "no metrics")

BEGUN = Wording("已在 {folder} 建好：", "began {folder} with:")
NEXT_STEPS = Wording("接着运行：", "next, run:")
STARTED = Wording("已起草 {file}", "started {file}")
CARRIED_OVER = Wording(
    "带过来的：上年任务 {tasks} 项，成了待写的回顾；指标 {metrics} 个，上年的数记作往年数；"
    "名词解释 {terms} 条，在注释里",
    "carried over: {tasks:task|tasks} of last year as reviews to write, {metrics:metric|metrics} with the past number, "
    "{terms:term|terms} of the glossary as comments",
)
IDS_WRITTEN = Wording(
    "{file} 里没有编号的任务补上了编号（id），回顾才能回应：{ids}",
    "ids written into {file} for tasks that had none, so that reviews can follow them: {ids}",
)
SCHEMA_MADE = Wording("已生成 {file}，编辑器用它提示", "made {file}, which editors use for hints")
WAITING = Wording(
    "等着填的：{count} 处，都标着“待填”或“待核对”；date（日期）定了再写",
    "to fill in: {count:place|places} marked 待填 or 待核对; write date when it is fixed",
)
AFTER_NEW = (
    Wording(
        "接着：reportgen check {year} --draft，看还有哪些没填",
        "next: reportgen check {year} --draft shows what is left",
    ),
    Wording(
        "　　　reportgen follow {before} {year}，看上年的任务写到了没有",
        "      reportgen follow {before} {year} shows which tasks of last year are reported on",
    ),
    Wording(
        "　　　reportgen build {year} --draft 1，印第一稿",
        "      reportgen build {year} --draft 1 prints the first draft",
    ),
)

MADE_FROM = Wording(
    "由 {year} 年的报告生成{draft}：版式 {style}，reportgen {version}，出处 {hash}",
    "made from the report of {year}{draft}: style {style}, reportgen {version}, source {hash}",
)
MADE_AS_DRAFT = Wording("，第 {draft} 稿", ", draft {draft}")
MADE_FROM_BOTH = {
    "comparison": Wording(
        "{old} 年和 {year} 年报告的对照表：版式 {style}，reportgen {version}，出处 {hash}",
        "comparison of the reports of {old} and {year}: style {style}, reportgen {version}, source {hash}",
    ),
    "ledger": Wording(
        "{old} 年的任务在 {year} 年的落实台账：版式 {style}，reportgen {version}，出处 {hash}",
        "ledger of the tasks of {old} in {year}: style {style}, reportgen {version}, source {hash}",
    ),
    "redline": Wording(
        "由 {old} 年的报告改到 {year} 年的修订痕迹：版式 {style}，reportgen {version}，出处 {hash}",
        "tracked changes from the report of {old} to that of {year}: style {style}, reportgen {version}, source {hash}",
    ),
}
ORIGIN_COMMITTED = Wording(
    "数据：{file}，与现在的一样，已提交（{commit}，{day}）", "data: {file}, as it is now, committed ({commit}, {day})"
)
ORIGIN_CURRENT = Wording("数据：{file}，与现在的一样，还没有提交", "data: {file}, as it is now, not committed")
ORIGIN_PAST = Wording(
    "数据：{file} 在提交 {commit}（{day}）时的样子；现在的不同",
    "data: {file} as of commit {commit} ({day}); it has changed",
)
ORIGIN_LOST = Wording(
    "数据：{file} 当时的样子，现在没有，git 的历史里也没有",
    "data: {file} as it was then is neither here nor in the history of git",
)
WAS_SOUND = Wording("文件和当时的数据给出的一样，没有改过。", "the file is what the data gave then; it was not edited")
DIFFERING = Wording("与数据给出的不同（{count} 段）：", "not what the data give ({count:paragraph|paragraphs}):")
DIFFERING_NOW = Wording(
    "现在的数据给出的不同（{count} 段）：", "the data now give other words ({count:paragraph|paragraphs}):"
)
DIFFERING_MORE = Wording("  ……还有 {count} 段，用 --json 看全部", "  … and {count} more; --json lists all")
UP_TO_DATE = Wording(
    "数据和版式都没有变，文件与现在生成的一样。",
    "data and style are unchanged; a new build gives the same file",
)
AS_MADE = Wording("文件和这两份报告给出的一样。", "the file is what the two reports give")

GIT_READY = Wording(
    "已设置；现在 git diff、git log -p、git show 显示的是句子和指标，git difftool -t reportgen 显示逐项变化",
    "done: git diff, git log -p and git show now show sentences and metrics, git difftool -t reportgen the changes",
)
GIT_DISPLAY = {
    "works": Wording(
        "显示：管用，git diff、git log -p、git show 显示句子和指标",
        "display: works; git diff shows sentences and metrics",
    ),
    "missing": Wording("显示：还没有设置，运行 reportgen git-setup", "display: not set up; run reportgen git-setup"),
    "outdated": Wording(
        "显示：不管用，是给别的版本、别处的 Python 或别的文件夹设置的，或者后来改过；再运行一次 reportgen git-setup",
        "display: set up for another version, Python or folder, or changed since; run reportgen git-setup again",
    ),
}
GIT_HOOK = {
    "works": Wording("提交前的检查：管用，将要提交的年份先过 check --draft", "check before commits: works"),
    "missing": Wording(
        "提交前的检查：没有装，要装就运行 reportgen git-setup --hook",
        "check before commits: not installed; reportgen git-setup --hook installs it",
    ),
    "outdated": Wording(
        "提交前的检查：是旧的，再运行一次 reportgen git-setup",
        "check before commits: outdated; run reportgen git-setup again",
    ),
    "foreign": Wording(
        "提交前的检查：没有装，仓库已有别的 pre-commit 钩子，要检查就把 reportgen check --draft 加进去",
        "check before commits: not installed, as there is a pre-commit hook of someone else; to check, add reportgen "
        "check --draft to it",
    ),
    "idle": Wording(
        "提交前的检查：装了，但不能运行，执行 chmod +x .git/hooks/pre-commit",
        "check before commits: installed but cannot run; run chmod +x .git/hooks/pre-commit",
    ),
}
GIT_RESTORED = Wording("已撤销", "undone")

COMPLETION_INSTALLED = Wording(
    "已为 {shell} 装上命令补全（{path}）；新开的终端里有效",
    "installed completion for {shell} ({path}); it takes effect in new terminals",
)

IMPORTED = Wording("已写入 {file}", "wrote {file}")
TALLY = Wording(
    "读了 {read} 段：放进字段 {placed} 段，没有归处 {doubtful} 段，目录、页码、空行 {dropped} 段，丢失 0 段",
    "{read:paragraph|paragraphs} read: {placed} in fields, {doubtful} without a field, {dropped} empty or contents and "
    "page numbers, 0 lost",
)
DOUBTS = Wording(
    "没有归处的，留在注释里（# import:），请放到该放的地方：",
    "without a field, kept as comments (# import:); move them:",
)
DOUBT = same("  {file}:{line}  {text}")
UNSEEN = Wording("没有收进来：{kind} {text}", "not taken in: {kind} {text}")
UNSEEN_KINDS = {
    "hidden": Wording("隐藏的文字", "hidden text"),
    "picture": Wording("图片", "a picture"),
    "chart": Wording("图表", "a chart"),
    "object": Wording("对象", "an object"),
}
AFTER_IMPORT = Wording(
    "接着：看一遍 {file}，再运行 reportgen check {year} --draft",
    "next: look through {file}, then run reportgen check {year} --draft",
)

PROPOSED = Wording("可以设为指标的数，和文中的位置：", "numbers that could be metrics, and where they are:")
NONE_PROPOSED = Wording("没有看到可以设为指标的数", "no numbers that could be metrics")
PROPOSED_METRIC = Wording("{name}：{printed}，{places} 处", "{name}: {printed}, {places:place|places}")
PROPOSED_KNOWN = Wording(
    "{name}：{printed}，已是指标，可以引用的有 {places} 处",
    "{name}: {printed}, a metric already, {places:place|places} could refer to it",
)
TAKE_METRICS = Wording(
    "要设为指标，把名称写给 --take，连同 --force 再导入一次，如 --force --take {names}；全部设为指标写 --take all",
    "to make them metrics, import once more with their names: --force --take {names}, or --take all",
)

CHANGED = same("{where}")
CHANGED_BY = Wording("  （{author}）", "  ({author})")
CHANGED_LINE = same("  {mark} {text}")
MOVED_HERE = Wording("  挪到这里：{text}", "  moved here: {text}")
BY_HAND = Wording("要您来定的：", "left to you:")
HAND = Wording("  {where}：{reason}：{text}", "  {where}: {reason}: {text}")
HAND_REASONS = {
    "changed-on-both-sides": Wording("报告文件里这里也改了", "also changed in the report file"),
    "two-ways": Wording("几处改得不一样", "changed in several ways"),
    "derived": Wording("这是算出来的", "worked out from other numbers"),
    "unit": Wording("单位改了", "the unit was changed"),
    "number": Wording("这个数写不回指标", "the metric cannot print this number"),
    "printed-only": Wording("只在印稿上，不在报告文件里", "printed only, not in the report file"),
    "no-field": Wording("不知道该放在哪里", "no field for it"),
    "comment": Wording("批注", "comment"),
    "unsound": Wording("写进去，报告就有错误", "the report would have an error"),
}
QUOTED = Wording("{where}“{text}”", "{where} “{text}”")
NOTED = Wording("批注 {notes} 条写成了注释", "{notes:comment|comments} written as YAML comments")
QUESTION = Wording("第 {number} 处，共 {count} 处，收吗？[y/n/a/q]", "change {number} of {count}: take it? [y/n/a/q]")
ANSWERS = {"y": ("yes", "是", "收"), "n": ("no", "否", "不收"), "a": ("all", "全收"), "q": ("quit", "退出")}
ANSWERS_ARE = Wording(
    "y 收，n 不收，a 这处和其余全收，q 这处和其余都不收；Ctrl-C 一处也不写",
    "y takes it, n leaves it, a takes it and all others, q leaves it and all others; Ctrl-C writes nothing",
)
NOTHING_CHOSEN = Wording("没有答完，什么也没有写", "not all questions were answered; nothing was written")
LOOKS = Wording("只改了样子，字没有动，不收：", "only looks different, and is not taken back:")
LOOK_MADE = Wording("  {where}：加了{trait}：{text}", "  {where}: now {trait}: {text}")
LOOK_TAKEN_OFF = Wording("  {where}：去了{trait}：{text}", "  {where}: no longer {trait}: {text}")
TRAITS = {
    "bold": Wording("粗体", "bold"),
    "italic": Wording("斜体", "in italics"),
    "underlined": Wording("下划线", "underlined"),
    "struck": Wording("删除线", "struck through"),
    "highlight": Wording("底色", "highlighted"),
    "colour": Wording("颜色", "in another colour"),
}
ABSORBED = Wording(
    "已写入 {file}：{changes} 处；要您来定的 {hands} 处", "wrote {file}: {changes:change|changes}, {hands} left to you"
)
ABSORBABLE = Wording(
    "{file}：{changes} 处可以写入，加 --write 就写；要您来定的 {hands} 处",
    "{file}: {changes:change|changes} to write with --write, {hands} left to you",
)
RETURNED = Wording("{file}：", "{file}:")
UNDONE = Wording("{file} 回到了收回以前的样子；再撤销一次，又到现在", "{file} is as it was before the last absorb")
NOTHING_ABSORBED = Wording(
    "{file}：没有可以写入的；要您来定的 {hands} 处", "{file}: nothing to write, {hands} left to you"
)
WROTE_SHEETS = Wording("已生成 {path}（{sides:面|面}，{size} KB）", "wrote {path} ({sides:side|sides}, {size} KB)")
PRINTED_PAGE = Wording(
    "第 {page} 页　{width} × {height} mm　墨：{inks}", "page {page}: {width} × {height} mm, ink: {inks}"
)
NO_INK = Wording("无", "none")
INKS_PER_CENT = Wording("{inks}，最多 {most}%", "{inks}, up to {most}%")
PRESS_STOPS_AT_NOTHING = Wording("没有发现印刷会遇到的问题", "found nothing that a press would stop at")
