"""Pictures for one ink."""

from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from reportgen.pictures.picture import Picture


def in_greys(picture: Picture) -> Picture:
    """A picture in shades of grey; its transparency stays."""
    if picture.is_grey and not picture.whole:
        return picture
    size = picture.width, picture.height
    if picture.kind == "jpeg" and picture.whole:
        image: Image.Image = Image.open(BytesIO(picture.whole))
    else:
        image = Image.frombytes("L" if picture.is_grey else "RGB", size, picture.pixels)
    return replace(picture, kind="png", is_grey=True, pixels=image.convert("L").tobytes(), whole=b"")
