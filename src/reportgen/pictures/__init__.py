"""Picture files that are not trusted, read into pixels: PNG, JPEG, SVG."""

from reportgen.pictures.model import Kind, Picture
from reportgen.pictures.reading import LARGEST_PICTURE, read_picture

__all__ = ["LARGEST_PICTURE", "Kind", "Picture", "read_picture"]
