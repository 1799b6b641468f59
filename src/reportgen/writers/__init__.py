"""A document to the bytes of each format."""
