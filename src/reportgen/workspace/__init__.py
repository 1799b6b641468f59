"""The outside world: files, folders and git."""
