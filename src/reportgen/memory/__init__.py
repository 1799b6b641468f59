"""What a long-running process keeps from one build for the next: a value, handed to those who can use it."""

from reportgen.memory.memory import NOTHING_KEPT, Memory

__all__ = ["NOTHING_KEPT", "Memory"]
