"""Fixtures of all hostile tests."""

from tests.hostile.repositories import git_settings

__all__ = ["git_settings"]
