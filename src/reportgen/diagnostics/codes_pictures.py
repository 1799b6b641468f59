"""Codes of pictures that style sheets name."""

from reportgen.diagnostics.code import Code, error, warning

PICTURE_CODES: dict[str, Code] = {
    "path-outside": error(
        "“{text}”不是工作文件夹里的文件", "“{text}” is not a file inside the workspace", "write-path"
    ),
    "logo-unplaced": warning(
        "cover 里没有 logo 这一行，徽标不会印出来",
        "cover has no line for the logo, so it will not be printed",
        "place-logo",
    ),
    "logo-coverless": warning(
        "这种版式没有单独的封面（cover_page: false），徽标不会印出来",
        "this style has no cover page (cover_page: false), so the logo will not be printed",
    ),
    "picture-missing": error("工作文件夹里没有图片 {file}", "no picture {file} in the workspace", "write-path"),
    "picture-unknown": error(
        "{file} 不是 PNG、JPEG 或 SVG 图片", "{file} is not a PNG, JPEG or SVG picture", "save-as-picture"
    ),
    "picture-misnamed": warning("{file} 里面其实是 {kind} 图片", "{file} actually contains {kind}", "rename-picture"),
    "picture-damaged": error("图片 {file} 已损坏，读不出来", "picture {file} is damaged", "save-picture-again"),
    "picture-too-large": error(
        "图片 {file} 超过 {largest} MB", "picture {file} is larger than {largest} MB", "shrink-picture"
    ),
    "picture-too-fine": error(
        "图片 {file} 超过 {most}00 万像素", "picture {file} has more than {most} million pixels", "shrink-picture"
    ),
    "picture-cmyk": error(
        "图片 {file} 是印刷用的四色（CMYK），换成屏幕颜色会走样",
        "picture {file} is in CMYK; its colours would change on conversion to RGB",
        "save-as-rgb",
    ),
    "svg-text": error(
        "{file} 里有文字，会随电脑上的字体变样",
        "{file} contains text, which looks different on computers with other fonts",
        "outline-text",
    ),
    "svg-outside": error(
        "{file} 用到了文件之外的内容：{what}", "{file} refers to content outside the file: {what}", "plain-drawing"
    ),
    "svg-unsupported": error(
        "{file} 里有不能印的“{what}”", "{file} contains “{what}”, which cannot be printed", "plain-drawing"
    ),
    "svg-too-complex": error(
        "{file} 太复杂：图形太多，或一层套一层",
        "{file} is too complex: too many shapes, or nested too deeply",
        "plain-drawing",
    ),
    "svg-sizeless": error(
        "{file} 没有写明大小，或者太扁、太长", "{file} has no size, or is far too wide or too tall", "size-drawing"
    ),
}
