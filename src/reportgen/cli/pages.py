"""Placeholder until the pages of codes are merged."""


def explain(code: str, language: str) -> str | None:
    """Nothing yet."""
    del code, language
    return None
