"""Why a file was refused, in both languages: the system's own words come in whatever language it was installed in."""

import errno
import stat
from collections.abc import Mapping

from reportgen.diagnostics import Diagnostic, Place
from reportgen.text.wording import Wording


class CommandError(Exception):
    """A command cannot go on, for the reason its diagnostic gives: a file is missing, the disk is full, git refuses."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class IrregularFileError(OSError):
    """What a path leads to is not a file but a pipe, a device or the like; ``kind`` is its type in ``st_mode``."""

    def __init__(self, kind: int) -> None:
        super().__init__(errno.EINVAL, "not a regular file")
        self.kind = kind


class OutsideError(OSError):
    """The links of a path lead out of the folder that the file must be in."""

    def __init__(self) -> None:
        super().__init__(errno.EXDEV, "outside the workspace")


_KINDS = {
    stat.S_IFIFO: Wording("管道", "a pipe"),
    stat.S_IFSOCK: Wording("套接字", "a socket"),
    stat.S_IFCHR: Wording("设备", "a device"),
    stat.S_IFBLK: Wording("磁盘设备", "a disk device"),
}
_OTHER_KIND = Wording("系统的特殊文件", "a special file of the system")

_REASONS = {
    "EACCES": Wording("没有权限", "permission denied"),
    "EPERM": Wording("没有权限", "permission denied"),
    "EROFS": Wording("磁盘是只读的", "the disk is read-only"),
    "ENOSPC": Wording("磁盘满了", "the disk is full"),
    "EDQUOT": Wording("磁盘配额用完了", "the disk quota is used up"),
    "EFBIG": Wording("文件太大", "the file is too large"),
    "EISDIR": Wording("这是文件夹，不是文件", "it is a folder, not a file"),
    "ENOTDIR": Wording("路径里有一段不是文件夹", "part of the path is not a folder"),
    "EEXIST": Wording("同名的文件已经有了", "a file of that name exists"),
    "ENOENT": Wording("没有这个文件或文件夹", "no such file or folder"),
    "ENAMETOOLONG": Wording("文件名太长", "the file name is too long"),
    "EINVAL": Wording("文件名里有不能用的字符", "the file name has a character that is not allowed"),
    "ELOOP": Wording("链接绕成了圈", "its links lead in a circle"),
    "EBUSY": Wording("文件正在被其他程序使用", "another program is using the file"),
    "ETXTBSY": Wording("文件正在被其他程序使用", "another program is using the file"),
    "EMFILE": Wording("打开的文件太多", "too many files are open"),
    "ENFILE": Wording("打开的文件太多", "too many files are open"),
    "EIO": Wording("磁盘读写出错", "the disk could not be read or written"),
    "ENODEV": Wording("找不到这个磁盘", "the disk is not there"),
    "ENXIO": Wording("找不到这个磁盘", "the disk is not there"),
    "ESTALE": Wording("网络文件夹断开了", "the network folder is no longer connected"),
    "ETIMEDOUT": Wording("网络文件夹没有回应", "the network folder does not answer"),
    "EHOSTUNREACH": Wording("网络文件夹连不上", "the network folder cannot be reached"),
}
"""By the name of the error, since not every system has them all."""

_OUTSIDE = Wording("这是链接，通到工作文件夹外面", "it is a link that leads out of the workspace")


def refusal(code: str, shown: str, failure: OSError, *hints: str) -> Diagnostic:
    """A finding about a file the system refused to read or write; ``shown`` is the file's name for people."""
    return Diagnostic(code, Place(shown), {"file": shown, "reason": _reason(failure)}, hints)


def _reason(failure: OSError) -> str | Wording:
    match failure:
        case OutsideError():
            return _OUTSIDE
        case IrregularFileError():
            kind = _KINDS.get(failure.kind, _OTHER_KIND)
            return Wording(f"这是{kind.zh}，不是文件", f"it is {kind.en}, not a file")
        case _:
            name = errno.errorcode.get(failure.errno or 0, "")
            return _REASONS.get(name) or failure.strerror or type(failure).__name__


def output_refusal(failure: OSError) -> Diagnostic:
    """A finding about results that standard output or standard error did not take."""
    return Diagnostic("output-cut", None, {"reason": _reason(failure)})


def reading_refusal(
    shown: str, failure: OSError, words: Mapping[str, str] | None = None, hints: tuple[str, ...] = ()
) -> Diagnostic:
    """A finding about a file that cannot be read; words and hints are for when it is missing."""
    place = Place(shown)
    match failure:
        case FileNotFoundError():
            return Diagnostic("file-missing", place, {"file": shown, **(words or {})}, hints)
        case IsADirectoryError():
            return Diagnostic("file-is-folder", place, {"file": shown})
        case IrregularFileError():
            return Diagnostic("file-irregular", place, {"file": shown, "kind": _KINDS.get(failure.kind, _OTHER_KIND)})
        case OutsideError():
            return Diagnostic("file-outside", place, {"file": shown})
        case _:
            return refusal("file-unreadable", shown, failure)
