"""One module a command: read everything, then the pure stages, return what was written and found."""
