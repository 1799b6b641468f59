"""Codes of printing: what a press would stop at, and PDFs that cannot be put on sheets."""

from reportgen.diagnostics.code import Code, environment_error, error, lasting_warning, remark, usage_error

PRESS_CODES: dict[str, Code] = {
    # Printing.
    "length-invalid": usage_error(
        "{option} 的“{text}”不对；请写毫米，如 0.1mm，至多 {most}mm",
        "“{text}” is not a length for {option}; write millimetres, such as 0.1mm, up to {most}mm",
    ),
    "signature-invalid": usage_error(
        "一帖 {pages} 页折不成；请写 4 的倍数，至多 {most}",
        "a signature of {pages} pages cannot be folded; write a multiple of 4, up to {most}",
    ),
    "ink-foreign": usage_error(
        "--ink black 只用于报告，如 reportgen print 2025 --ink black",
        "--ink black is for reports only, as in reportgen print 2025 --ink black",
    ),
    "pdf-protected": environment_error(
        "这个 PDF 设了密码或限制", "the PDF has a password or restrictions", "save-unprotected"
    ),
    "pdf-damaged": environment_error(
        "这个 PDF 已损坏，打不开", "the PDF is damaged and cannot be opened", "copy-pdf-again"
    ),
    "pdf-empty": environment_error("这个 PDF 没有页", "the PDF has no pages", "copy-pdf-again"),
    "pdf-too-long": environment_error(
        "这个 PDF 有 {pages} 页，至多 {most} 页", "the PDF has {pages} pages; the most is {most}", "split-pdf"
    ),
    "pdf-page-unreadable": environment_error("第 {page} 页读不出来", "page {page} cannot be read", "copy-pdf-again"),
    # What a press would stop at.
    "print-page-size": error(
        "第 {page} 页是 {size} mm，第 1 页是 {first} mm", "page {page} is {size} mm, page 1 is {first} mm", "one-size"
    ),
    "print-boxes": error(
        "第 {page} 页的裁切框、出血框和页面框没有里外套好",
        "the boxes of page {page} (trim, bleed, media) do not lie within each other",
        "export-again",
    ),
    "print-font-missing": error(
        "第 {page} 页的字体“{font}”没有嵌入，印出来可能是别的字体",
        "font “{font}” on page {page} is not embedded; another may print for it",
        "embed-fonts",
    ),
    "print-text-small": error(
        "第 {page} 页最小的字 {size}，不到 {least}", "the smallest text on page {page} is {size}, below {least}"
    ),
    "print-line-thin": error(
        "第 {page} 页最细的线 {size}，不到 {least}，印不出来",
        "the thinnest line on page {page} is {size}, below {least}, which does not print",
    ),
    "print-picture-coarse": error(
        "第 {page} 页的图片只有 {size}，不到 {least}，印出来发虚",
        "a picture on page {page} has {size}, below {least}, and prints blurred",
        "sharper-picture",
    ),
    "print-text-inks": error(
        "第 {page} 页的黑字或灰字用了几种墨（{inks}），套印不准就发虚",
        "black or grey text on page {page} is of several inks ({inks}), which prints blurred unless they register",
        "black-alone",
    ),
    "print-text-coloured": remark(
        "第 {page} 页的彩色字用了几种墨（{inks}）", "coloured text on page {page} is of several inks ({inks})"
    ),
    "print-ink-heavy": error(
        "第 {page} 页有的地方总墨量 {share}，超过 300%，干不了",
        "page {page} has up to {share} of ink in one place, over 300%, which does not dry",
        "less-ink",
    ),
    "print-transparency": error(
        "第 {page} 页用了透明，有的印刷机不认",
        "page {page} uses transparency, which some presses do not take",
        "flatten",
    ),
    "print-page-empty": lasting_warning("第 {page} 页是空白", "page {page} is empty"),
    "print-pages-uneven": lasting_warning(
        "共 {pages} 页，不是 4 的倍数；装订成册要补 {blanks} 页空白",
        "the number of pages, {pages}, is not a multiple of 4; for a booklet, add {blanks}",
    ),
}
