"""What the commands say of themselves, in both languages. Findings have their sentences in ``diagnostics/codes.py``."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportgen.diagnostics import Language


class Texts(NamedTuple):
    """Every text of the command line that is no finding."""

    program: str
    build: str
    check: str
    fmt: str
    schema: str
    styles: str
    styles_bundled: str
    styles_extend: str
    preview: str
    year_of_preview: str
    styles_to_preview: str
    preview_out: str
    preview_wanted: str
    fonts: str
    verify: str
    file: str
    attach_source: str
    made_from: str
    as_it_stands: str
    year: str
    style: str
    style_too: str
    format: str
    form: str
    draft: str
    draft_number: str
    strict: str
    explain: str
    year_wanted: str
    out: str
    root: str
    quiet: str
    json: str
    lang: str
    version: str
    wrote: str
    sound: str
    summary: str
    mendable: str
    mendable_later: str
    nothing_written: str
    stages: dict[str, str]
    rendering: str
    only_check: str
    diff: str
    ime: str
    punctuation: str
    encoding: str
    formatted: str
    in_form: str
    not_in_form: str
    not_formatted: str
    bytes_only: str
    change: str
    font_places: str
    year_of_fonts: str
    fonts_head: tuple[str, ...]
    fonts_kinds: dict[str, str]
    fonts_bundled: str
    fonts_variable: str
    fonts_all_there: str
    fonts_lent: str
    fonts_nowhere: str
    compare: str
    old: str
    new: str
    only: str
    exit_code: str
    diff_format: str
    diff_out: str
    compared: str
    no_changes: str
    redline: str
    author: str
    revision_date: str
    follow: str
    old_tasks: str
    new_reviews: str
    followed: str
    no_promises: str
    metrics: str
    years_or_all: str
    metrics_format: str
    metrics_out: str
    metrics_head: tuple[str, ...]
    no_metrics: str
    begin: str
    new_year: str
    from_year: str
    begun: str
    git_setup: str
    hook: str
    undo: str
    set_up: str
    undone: str
    textconv: str


_ZH = Texts(
    program="把每年一份的 YAML 文件编成可以付印的报告（DOCX 和 PDF）。",
    build="生成某一年（或几年）的报告。",
    check="检查某一年（或几年）的文件，不生成报告。",
    fmt="把某一年（或几年）的文件整理成统一格式，不改变内容。",
    schema="输出报告文件的 JSON Schema，供编辑器提示和检查。",
    styles="列出可用的版式；加 --preview，把报告在每种版式里的样子画成图片。",
    styles_bundled="（自带）",
    styles_extend="（在 {base} 上改）",
    preview="每种版式画一张图片：报告的各页依次排开。",
    year_of_preview="年份，如 2025：画哪一年的报告；默认是最近一年。",
    styles_to_preview="只画这些版式，用逗号隔开。",
    preview_out="图片放在哪个文件夹；默认 build/styles。",
    preview_wanted="年份、--style、--out 要和 --preview 一起用",
    verify="核对一个 PDF、DOCX 或 HTML 文件：是不是由现在的数据和版式生成的；不是，就列出哪里变了。",
    file="要核对的文件。",
    attach_source="把报告的 YAML 和版式附在 PDF 里（PDF/A-3a）。",
    made_from="由 {year} 年的报告生成：版式 {style}，reportgen {version}，出处 {hash}",
    as_it_stands="数据和版式都没有变，文件与现在生成的一样。",
    fonts="列出版式的每种用途印成哪种字体、来自哪个文件；写上年份，还列出报告里哪些字要用别的字体印。",
    year="年份，如 2025；可写多个。",
    style="版式名。",
    style_too="同时检查这个版式。",
    format="要生成的格式，用逗号隔开。",
    form="以什么形式列出问题。",
    draft="当作草稿：没补上的内容只作警告。",
    draft_number="印成第 N 稿：每页有稿次、水印和行号，外边留宽；没补上的内容只作警告。",
    strict="把警告当作错误。",
    explain="说明某一种问题，如 metric-unused。",
    year_wanted="请写年份，如 2025",
    out="输出文件夹；默认 build/年份。",
    root="放报告的文件夹（其中有 data）；默认从当前文件夹向上找。",
    quiet="只报告问题。",
    json="以 JSON 输出，供程序读取。",
    lang="提示语言：zh 或 en；默认随系统。",
    version="显示版本。",
    wrote="已生成 {path}（{size} KB）",
    sound="{file}：没有问题",
    summary="{errors} 个错误，{warnings} 个警告，{notes} 条提示",
    mendable="其中 {count} 处可以这样一次改正：{command}",
    mendable_later="先改正其余的错误，其中 {count} 处就可以这样一次改正：{command}",
    nothing_written="有错误，没有生成文件；原有文件未动。",
    stages={
        "read": "读取文件",
        "layout": "排版",
        "preview": "画图片",
        "write": "写入文件",
    },
    rendering="生成 {format}",
    only_check="只看是否需要整理，不改文件；需要时以 1 退出。",
    diff="显示会改动的行，不改文件。",
    ime="同时改正输入法造成的误写。",
    punctuation="同时把中文里的半角标点改成全角。",
    encoding="文件是其他编码时，改存为 UTF-8。",
    formatted="已整理 {file}",
    in_form="{file}：格式已统一，无需整理",
    not_in_form="{file}：需要整理",
    not_formatted="{file}：未整理，文件未动",
    bytes_only="{file}：只改行尾或编码",
    change="{line}:{column} {old} → {new}",
    font_places="bundled：用 fonts 文件夹里的和程序自带的字体；"
    "system：也用这台电脑里装的（换一台电脑，排出来可能不同）。",
    year_of_fonts="年份，如 2025：查看这份报告里哪些字字体没有。",
    fonts_head=("用途", "首选", "实际使用", "文件", "粗细", "类型", "嵌入", "许可", "DOCX 里的名称"),
    fonts_kinds={"han": "", "latin": "（西文）", "figures": "（数字）"},
    fonts_bundled="（自带）",
    fonts_variable="（可变）",
    fonts_all_there="{year} 年的报告：所用的字，各自的字体里都有。",
    fonts_lent="{year} 年的报告：这些字，本来的字体里没有，改用：",
    fonts_nowhere="哪种字体都没有",
    compare="比较两份报告：增删、移动、改题、改写、数据变动，以及上年任务的落实。",
    old="原来的报告：年份（2024）、git 里的旧版（HEAD~3:2025）或文件。",
    new="现在的报告，写法相同。",
    only="只看这些变化，用逗号隔开："
    "added, removed, moved, renamed, reworded, renumbered, metric, relinked, kept, forgotten。",
    exit_code="有不同时以 1 退出。",
    diff_format="terminal（默认）、json、{shown} 直接显示；{files} 生成对照表文件，可用逗号隔开写几种。",
    diff_out="对照表放在哪个文件夹；默认 build/年份。",
    compared="{old} → {new}：{count} 处不同",
    no_changes="{old} → {new}：没有不同",
    redline="生成带修订痕迹的 Word 文件：全部接受就是新稿，全部拒绝就是原稿。",
    author="修订人；默认是报告的单位。",
    revision_date="修订日期，如 2026-01-08；默认是新稿的日期。",
    follow="逐项核对上年的任务：今年的回顾里哪些有回应，哪些没有。",
    old_tasks="定任务的那一年，如 2025；也可写 git 里的旧版或文件。",
    new_reviews="作回顾的那一年，如 2026；写法相同。",
    followed="{old} → {new}：{count} 项任务，{kept} 项已有回应，{forgotten} 项没有",
    no_promises="{old} 里没有任务可核对",
    metrics="列出各年的指标，最近一年增减多少、变化多大。",
    years_or_all="年份，如 2023 2024 2025；不写就列出所有年份。",
    metrics_format="terminal、json、{shown} 直接显示；{files} 生成文件，可用逗号隔开写几种。",
    metrics_out="文件放在哪个文件夹；默认 build。",
    metrics_head=("指标", "单位", "增减", "变化", "走势"),
    no_metrics="没有指标",
    begin="由上年的报告起草下一年的文件：任务变成待写的回顾，数变成往年数，待填的都标出来。",
    new_year="要起草的年份，如 2026。",
    from_year="由哪一年起草，总是它的上一年。",
    begun="已起草 {file}；填好“待填”的地方，用 reportgen check {year} --draft 看还剩哪些",
    git_setup="让本仓库的 git diff、log -p、show 用句子和指标显示改动。",
    hook="另装提交前的检查：改动的年份先过 check 和 fmt --check。",
    undo="撤销以前的设置。",
    set_up="已设置；现在 git diff、git log -p、git show 显示的是句子和指标，git difftool -t reportgen 显示逐项变化",
    undone="已撤销",
    textconv="把报告文件显示成一句一行的文字，供 git 使用。",
)

_EN = Texts(
    program="Compiles one YAML file a year into a report fit to print (DOCX and PDF).",
    build="Build the report of one or more years.",
    check="Check the file of one or more years without building.",
    fmt="Put the file of one or more years into the one form, without changing what it says.",
    schema="Print the JSON Schema of report files, for editors.",
    styles="List the styles there are; with --preview, draw the report in each of them.",
    styles_bundled="(bundled)",
    styles_extend=" (extends {base})",
    preview="Draw a picture of each style: all pages of the report, one after the other.",
    year_of_preview="A year such as 2025: the report to draw; the latest unless given.",
    styles_to_preview="Only these styles, separated by commas.",
    preview_out="Folder for the pictures; build/styles unless given.",
    preview_wanted="a year, --style and --out go with --preview",
    verify="Say whether a PDF, DOCX or HTML file was made from the current data and style, and what differs if not.",
    file="The file to look at.",
    attach_source="Put the report's YAML and its style sheets into the PDF (PDF/A-3a).",
    made_from="made from the report of {year}: style {style}, reportgen {version}, source {hash}",
    as_it_stands="Data and style are the same, and so is the file.",
    fonts="List the face each role of a style prints in and its file; with a year, the characters other faces lend.",
    year="A year such as 2025; several may be given.",
    style="The name of a style.",
    style_too="Check this style as well.",
    format="Formats to build, separated by commas.",
    form="The form findings are listed in.",
    draft="Take it as a draft: what is still to be filled in is only a warning.",
    draft_number="Print it as draft N: its number, a watermark and line numbers on the pages, a wide outer margin; "
    "what is still to be filled in is only a warning.",
    strict="Take warnings as errors.",
    explain="Explain one kind of finding, such as metric-unused.",
    year_wanted="name a year such as 2025",
    out="Folder for the outputs; build/YEAR unless given.",
    root="The folder of the reports (with data in it); found upwards from the current folder unless given.",
    quiet="Report problems only.",
    json="Print JSON, for programs.",
    lang="Language of messages: zh or en; the system's unless given.",
    version="Show the version.",
    wrote="wrote {path} ({size} KB)",
    sound="{file}: no problems",
    summary="errors: {errors}, warnings: {warnings}, notes: {notes}",
    mendable="mended at once with: {command} ({count} of them)",
    mendable_later="put the other errors right first; then mended at once with: {command} ({count} of them)",
    nothing_written="There are errors: nothing was written, and the files there are untouched.",
    stages={
        "read": "reading",
        "layout": "laying out",
        "preview": "drawing pages",
        "write": "writing",
    },
    rendering="making the {format}",
    only_check="Only tell whether the file is in form, with exit status 1 where it is not; write nothing.",
    diff="Show the lines that would change; write nothing.",
    ime="Mend slips of input methods as well.",
    punctuation="Make half-width marks in Chinese text full-width as well.",
    encoding="Save a file of another encoding as UTF-8.",
    formatted="formatted {file}",
    in_form="{file}: in form already",
    not_in_form="{file}: not in form",
    not_formatted="{file}: not formatted; the file is untouched",
    bytes_only="{file}: line ends or encoding only",
    change="{line}:{column} {old} → {new}",
    font_places="bundled: the fonts of the folder fonts and the program's; system: installed ones too (another machine "
    "may then lay out differently).",
    year_of_fonts="A year such as 2025: look for characters of its report that faces lack.",
    fonts_head=("role", "wanted", "used", "file", "weight", "kind", "embedding", "licence", "name in DOCX"),
    fonts_kinds={"han": "", "latin": " (Latin)", "figures": " (figures)"},
    fonts_bundled=" (bundled)",
    fonts_variable=", variable",
    fonts_all_there="report of {year}: the faces have every character.",
    fonts_lent="report of {year}: characters that the face wanted lacks, and the one that prints them:",
    fonts_nowhere="none has it",
    compare="Compare two reports: what came, went, moved, was renamed or reworded, figures, and last year's tasks.",
    old="The old report: a year (2024), a year in git's past (HEAD~3:2025), or a file.",
    new="The new report, named in the same ways.",
    only="Only these changes, separated by commas: added, removed, moved, renamed, reworded, renumbered, metric, "
    "relinked, kept, forgotten.",
    exit_code="End with 1 where the reports differ.",
    diff_format="terminal (the default), json, {shown} are shown; {files} are written as files; "
    "several separated by commas.",
    diff_out="Folder for the files; build/YEAR unless given.",
    compared="{old} → {new}: {count} changes",
    no_changes="{old} → {new}: no changes",
    redline="Write a Word file with tracked changes: all accepted it is the new report, all rejected the old one.",
    author="Who made the changes; the reporting organization unless given.",
    revision_date="When, such as 2026-01-08; the date of the new report unless given.",
    follow="Check last year's tasks one by one: which of them this year's reviews report on, and which not.",
    old_tasks="The year of the tasks, such as 2025; or a year in git's past, or a file.",
    new_reviews="The year of the reviews, such as 2026, named in the same ways.",
    followed="{old} → {new}: {count} tasks, {kept} reported on, {forgotten} not",
    no_promises="{old} has no tasks to check",
    metrics="List the metrics of all years, with the last year's difference and rate.",
    years_or_all="Years such as 2023 2024 2025; all there are unless given.",
    metrics_format="terminal, json, {shown} are shown; {files} are written as files; several separated by commas.",
    metrics_out="Folder for the files; build unless given.",
    metrics_head=("metric", "unit", "difference", "rate", "course"),
    no_metrics="no metrics",
    begin="Begin next year's file from last year's: tasks become reviews to write, numbers history, all gaps marked.",
    new_year="The year to begin, such as 2026.",
    from_year="The year to begin from: always the one before.",
    begun="began {file}; fill in what is marked 待填, and see what is left with reportgen check {year} --draft",
    git_setup="Let git diff, git log -p and git show speak in sentences and metrics, in this repository only.",
    hook="Check before each commit as well: check and fmt --check of the years it touches.",
    undo="Take back what was set up.",
    set_up="set up: git diff, git log -p and git show now speak in sentences and metrics, "
    "git difftool -t reportgen in changes",
    undone="taken back",
    textconv="Show a report file as text, a sentence a line, for git.",
)


def texts(language: "Language") -> Texts:
    """The texts of a language."""
    return _ZH if language == "zh" else _EN
