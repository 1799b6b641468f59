"""Why a picture was not read."""


class PictureRefusedError(Exception):
    """A picture cannot be printed; the code of the finding, and the words of its sentence but for the file's name."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
