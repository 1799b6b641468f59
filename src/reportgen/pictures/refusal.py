"""Why a picture was refused."""


class PictureRefusedError(Exception):
    """A picture that cannot be printed: the code of the diagnostic, and its words but for the file's name."""

    def __init__(self, code: str, **words: str) -> None:
        self.code = code
        self.words = words
