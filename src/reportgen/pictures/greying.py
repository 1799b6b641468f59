"""Pictures for one ink."""

from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from reportgen.pictures.picture import Picture


def in_greys(picture: Picture) -> Picture:
    """A picture in shades of grey; its transparency stays."""
    if picture.kind == "jpeg" and picture.whole:
        image: Image.Image = Image.open(BytesIO(picture.whole))
    elif picture.is_grey:
        return picture
    else:
        image = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels)
    return replace(picture, kind="png", is_grey=True, pixels=image.convert("L").tobytes(), whole=b"")
