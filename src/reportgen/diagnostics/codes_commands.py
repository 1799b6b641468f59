"""Codes of commands: files, folders, git, and what is typed on the command line."""

from reportgen.diagnostics.code import Code, environment_error, error, usage_error

COMMAND_CODES: dict[str, Code] = {
    "workspace-missing": usage_error(
        "在 {folder} 及其上级文件夹里找不到 data 文件夹", "no data folder in {folder} or any parent folder"
    ),
    "root-without-data": usage_error("{folder} 里没有 data 文件夹", "no data folder in {folder}"),
    "redline-not-word": usage_error(
        "--redline 生成的是 Word 文件，{file} 不能这样结尾",
        "--redline writes a Word file, so {file} cannot end like that",
    ),
    "file-missing": usage_error("没有文件 {file}", "file not found: {file}"),
    "file-is-folder": environment_error("{file} 是文件夹，不是文件", "{file} is a folder, not a file"),
    "file-irregular": environment_error(
        "{file} 不是文件，是{kind}，没有读", "{file} is {kind}, not a file; it was not read"
    ),
    "file-outside": environment_error(
        "{file} 是链接，通到工作文件夹外面，没有读",
        "{file} is a link that leads out of the workspace; it was not read",
        "copy-inside",
    ),
    "folder-gone": environment_error(
        "当前所在的文件夹已经不在了", "the current folder no longer exists", "other-folder"
    ),
    "file-unreadable": environment_error("无法读取 {file}：{reason}", "cannot read {file}: {reason}"),
    "file-unwritable": environment_error(
        "无法写入 {file}：{reason}；原有文件未动",
        "cannot write {file}: {reason}; existing files are unchanged",
    ),
    "file-modified": environment_error(
        "{file} 在处理时被别的程序改动过，没有写入；请再运行一次",
        "{file} was changed by another program meanwhile and was left as it is; run the command again",
    ),
    "output-cut": environment_error(
        "屏幕或所接的文件写不进去，显示得不全：{reason}",
        "what was to be shown is not complete, because it could not be written: {reason}",
    ),
    "file-too-large": error("文件有 {size} MB，上限 {largest} MB", "file is too large: {size} MB; limit {largest} MB"),
    "year-invalid": usage_error(
        "“{text}”不是年份；请写四位数字，如 2026", "“{text}” is not a year; write four digits, such as 2026"
    ),
    "years-missing": usage_error(
        "{folder} 里没有 {first} 年到 {last} 年的报告", "no reports from {first} to {last} in {folder}"
    ),
    "file-there": usage_error("{file} 已经有了，不会覆盖", "{file} already exists and was not overwritten"),
    "report-there": usage_error(
        "{file} 已经有了，不会覆盖；要覆盖，加 --force",
        "{file} already exists and was not overwritten; to overwrite it, add --force",
    ),
    "archive-unreadable": environment_error(
        "这个 Word 文件打不开：{reason}", "cannot open this Word file: {reason}", "fetch-again"
    ),
    "document-foreign": usage_error(
        "不是 reportgen 生成的文件；先用 reportgen import 变成报告文件，再用 reportgen diff 比较",
        "the file was not made by reportgen; use reportgen import, then reportgen diff",
    ),
    "base-unknown": usage_error(
        "找不到生成它时的 {file}：现在的不是，git 里也没有；用 --base 指明（HEAD~3 或文件）",
        "{file} as it was then is neither the present one nor in git; name it with --base (HEAD~3 or a file)",
    ),
    "documents-apart": usage_error(
        "不是 {year} 年的报告；几个文件一起收回，要是同一年的",
        "the file is not of the report of {year}; files absorbed together must be of one year",
    ),
    "ask-unattended": usage_error(
        "--ask 要在终端里一处一处地答，不能加 --json、--quiet；全收就用 --write",
        "--ask needs answers from a terminal, without --json or --quiet; to take all changes, use --write",
    ),
    "metric-unproposed": usage_error(
        "没有提到可设的指标“{name}”；有：{names}", "no metric “{name}” is proposed; proposed: {names}"
    ),
    "absorb-missing": usage_error(
        "{file} 没有收回过，不用撤销", "nothing was absorbed into {file}, so there is nothing to undo"
    ),
    "document-damaged": environment_error("文件损坏，读不出来", "the file is damaged and cannot be read", "save-anew"),
    "document-encrypted": environment_error("文件加了密码", "the file is protected by a password", "remove-password"),
    "office-missing": environment_error(
        "这种文件要由 LibreOffice 转换，这台电脑里没有",
        "this kind of file is converted by LibreOffice, which is not installed",
        "save-as-word",
    ),
    "office-failed": environment_error(
        "LibreOffice 转换不了这个文件", "the file could not be converted by LibreOffice", "save-as-word"
    ),
    "date-invalid": usage_error(
        "“{text}”不是日期，写 2026-01-08 这样的", "“{text}” is not a date; expected one such as 2026-01-08"
    ),
    "report-unnamed": usage_error(
        "“{text}”不是年份、git 里的旧版（如 HEAD~3:2025）或文件",
        "“{text}” is not a year, an earlier version in git (such as HEAD~3:2025) or a file",
    ),
    "years-apart": usage_error(
        "{new} 年不是 {old} 年的下一年：上年的任务由下一年的回顾来回应",
        "{new} is not the year after {old}: the tasks of a year are followed up in the next year's reviews",
    ),
    "reports-missing": usage_error("{folder} 的 data 文件夹里还没有报告", "no reports in the data folder of {folder}"),
    "git-missing": environment_error("这台电脑里找不到 git", "git not found on this computer", "install-git"),
    "repository-missing": usage_error("{folder} 不在 git 仓库里", "{folder} is not in a git repository"),
    "git-busy": environment_error(
        "git 正在修改 {file}，请稍后再试；若 git 没有运行，请删去 {file}.lock",
        "git is changing {file}; try again later, or delete {file}.lock if git is not running",
    ),
    "hook-there": usage_error(
        "{file} 已经有了，不会改动；请自己把 reportgen check 加进去",
        "{file} already exists and was not changed; add reportgen check to it yourself",
    ),
    "hooks-elsewhere": usage_error(
        "git 设置里把钩子放在仓库外的 {folder}，不会改动那里",
        "git is configured to keep hooks in {folder}, outside the repository; nothing was changed there",
    ),
    "revision-unknown": usage_error("git 里没有“{revision}”这个版本", "unknown git revision “{revision}”"),
    "file-not-then": usage_error("{revision} 那时还没有 {file}", "{file} did not exist at {revision}"),
    "jobs-invalid": usage_error(
        "“{number}”不是份数，--jobs 后面写 1 到 999", "“{number}” is not a number of jobs; --jobs takes 1 to 999"
    ),
    "draft-invalid": usage_error(
        "“{number}”不是稿次，--draft 后面写 1 到 99", "“{number}” is not a draft number; --draft takes 1 to 99"
    ),
    "style-unknown": usage_error("没有名为“{name}”的版式", "unknown style “{name}”"),
    "format-unknown": usage_error("不认识格式“{name}”", "unknown format “{name}”"),
    "value-unknown": usage_error("{option} 不能写“{name}”", "invalid value “{name}” for {option}"),
    "code-unknown": usage_error("没有名为“{text}”的检查", "unknown check “{text}”"),
    "command-unknown": usage_error("没有命令“{text}”", "unknown command “{text}”"),
    "option-unknown": usage_error("没有选项 {text}", "unknown option {text}"),
    "option-dash": usage_error("“{text}”里的横线不是英文减号", "“{text}” begins with a dash, not with hyphens"),
    "option-value-missing": usage_error("{option} 后面要写：{value}", "missing value for {option}: {value}"),
    "option-without-value": usage_error("{option} 后面不能写内容", "{option} does not take a value"),
    "option-needed": usage_error("“{name}”要和 {option} 一起用", "“{name}” requires {option}"),
    "argument-missing": usage_error("还要写{name}", "missing argument: {name}"),
    "argument-unexpected": usage_error("“{text}”是多余的", "unexpected arguments: “{text}”"),
    "shell-unknown": usage_error("不能为“{name}”装命令补全", "cannot install completion for the shell “{name}”"),
    "usage-wrong": usage_error("命令写法有误：{problem}", "invalid usage: {problem}"),
    "process-ended": environment_error(
        "生成 {name} 年报告的进程中途结束了（{reason}）",
        "the process that was building {name} ended ({reason})",
        "fewer-jobs",
    ),
    "internal": environment_error(
        "程序自身出错（{problem}）",
        "internal error ({problem})",
    ),
}
