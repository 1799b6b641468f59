"""Untrusted picture files (PNG, JPEG, SVG), read into pixels."""

from reportgen.pictures.picture import Kind, Picture
from reportgen.pictures.picture_reader import LARGEST_PICTURE, read_picture

__all__ = ["LARGEST_PICTURE", "Kind", "Picture", "read_picture"]
