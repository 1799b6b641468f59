"""Codes of output: the printed page, fonts, files made earlier, formatting."""

from reportgen.diagnostics.code import Code, environment_error, error, note, warning

OUTPUT_CODES: dict[str, Code] = {
    # The page.
    "character-left-to-word": warning(
        "字体里没有“{character}”（{code_point}）这个字，Word 会用它自己的字体",
        "no font has “{character}” ({code_point}); Word will use a font of its own",
        "bring-face",
    ),
    "character-missing": error(
        "字体里没有“{character}”（{code_point}）这个字，印出来会是空框",
        "no font has “{character}” ({code_point}); it would print as an empty box",
        "bring-face",
    ),
    # Fonts.
    "font-file-damaged": warning(
        "{file} 不是字体文件，或已损坏，没有用它", "{file} is damaged or not a font file; it was not used"
    ),
    "font-file-restricted": warning(
        "字体“{name}”（{file}）{permission}，不能放进 PDF，没有用它",
        "font “{name}” ({file}) {permission}, so it cannot go into a PDF and was not used",
        "other-face",
    ),
    "font-file-unusable": environment_error(
        "字体文件 {file} 已损坏，取不出要印的字",
        "font file {file} is damaged; cannot extract the characters to print",
        "other-face",
    ),
    "line-loose": warning(
        "“{line}…”这一行排不满：字距拉得太开，或者行尾空着",
        "line “{line}…” cannot be filled: its characters are spread too far apart, or it ends short",
        "ease-line",
    ),
    "date-missing": note(
        "没有写日期（date），定稿上就不印日期",
        "report has no date, so its final version prints none",
    ),
    "pages-too-many": warning(
        "印出来有 {pages} 页，版式“{style}”至多 {most} 页",
        "report has {pages} pages; style “{style}” allows at most {most}",
        "fewer-pages",
    ),
    # A file made earlier.
    "file-unstamped": error(
        "这个文件里没有出处记录：不是 reportgen 生成的，或者被别的程序另存过",
        "file does not record what it was made from: not made by reportgen, or saved again by another program",
    ),
    "source-changed": error(
        "{source} 和做这个文件时不一样了", "{source} has changed since this file was made", "build-again"
    ),
    "version-other": warning(
        "这个文件由 reportgen {made} 生成，现在的是 {here}",
        "file was made by reportgen {made}; this is version {here}",
        "build-again",
    ),
    "words-changed": error(
        "文件里有 {count} 段文字不是数据给出的：生成以后改过",
        "paragraphs whose words are not what the data give: {count}; the file was edited after it was made",
        "take-back",
    ),
    "file-changed": warning(
        "文字没有变，但文件与现在生成的不同：另存过，改了样子，或用了别的字体",
        "the words are what the data give, but a new build differs from this file: "
        "it was saved again, its looks were edited, or it was made with other fonts",
    ),
    # Formatting a file.
    "fmt-unsure": error(
        "整理后的文件读出来与原来不同，文件未动；请把这个文件交给维护者",
        "formatting would change what the file says, so it was left unchanged; please send the file to the maintainers",
    ),
    "fmt-encoding": error("文件不是 UTF-8 编码，未动", "file is not in UTF-8 and was left unchanged"),
}
