"""Inspects the bytes of a picture: true type and size, perceptual hash, embedded texts.

Nothing is believed but the bytes. Only the decoders of a few formats run, and none before the size in the
file's head is known to be within the bound.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from dataclasses import dataclass
from io import BytesIO

import imha
from PIL import Image, ImageOps, UnidentifiedImageError

from crawler.items import PictureFile
from crawler.pictures.embedded import EmbeddedTexts, embedded_texts
from crawler.pictures.names import ENDINGS, path_of
from crawler.reasons import Cause, Reason

_TYPES = {
    "AVIF": "image/avif",
    "BMP": "image/bmp",
    "GIF": "image/gif",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # several pictures in one file of JPEG, as some cameras write it
    "PNG": "image/png",
    "WEBP": "image/webp",
}
"""Media type by Pillow's name of the format; no other decoder runs."""
_DECODERS = tuple(name for name in _TYPES if name != "MPO")
_SVG = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml|<!--|<!doctype\s+svg|<svg\b)", re.IGNORECASE)
_HEAD = 4096  # bytes in which an SVG names itself
_SCAN = b"\xff\xda"
"""Marker of a JPEG before each pass over its pixels."""
_PASSES = 16
"""Passes over as many pixels as are allowed. A progressive JPEG has about 10; thousands would take hours."""
_SMALL = (256, 256)  # pixels; a hash needs no more, and a JPEG is decoded eight times faster

warnings.simplefilter("error", Image.DecompressionBombWarning)  # Pillow itself refuses only twice the bound


class UnusablePictureError(Exception):
    """The bytes are no picture that is kept. Raised by `inspect_picture`."""

    def __init__(self, cause: Cause) -> None:
        self.reason = Reason(cause)
        super().__init__(self.reason.words)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The properties that decoding shows."""

    format: str
    width: int
    height: int
    phash: str
    texts: EmbeddedTexts


def inspect_picture(body: bytes, most: int) -> PictureFile:
    """Return the description of a picture of at most `most` pixels. Raises `UnusablePictureError`."""
    seen = _seen(body, most)
    digest = hashlib.sha256(body).hexdigest()
    kind = _TYPES[seen.format]
    return PictureFile(
        path=path_of(digest, ENDINGS[kind]),
        sha256=digest,
        type=kind,
        width=seen.width,
        height=seen.height,
        size=len(body),
        phash=seen.phash,
        caption=seen.texts.caption,
        credit=seen.texts.credit,
        rights=seen.texts.rights,
    )


def _seen(body: bytes, most: int) -> _Seen:
    Image.MAX_IMAGE_PIXELS = most
    try:
        return _decoded(body, most)
    except UnidentifiedImageError:
        raise UnusablePictureError(_cause_of_other(body)) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnusablePictureError(Cause.PICTURE_PIXELS) from None
    except Exception as error:  # decoders raise any error for damaged bytes: struct.error, SyntaxError …
        raise UnusablePictureError(Cause.PICTURE_DAMAGED) from error


def _decoded(body: bytes, most: int) -> _Seen:
    with Image.open(BytesIO(body), formats=_DECODERS) as image:
        name, (width, height) = str(image.format), image.size
        if _TYPES[name] == "image/jpeg" and width * height * body.count(_SCAN) > most * _PASSES:
            raise Image.DecompressionBombError
        texts = embedded_texts(image)
        image.thumbnail(_SMALL)
        small = _on_white(ImageOps.exif_transpose(image))
    return _Seen(name, width, height, imha.dhash(small).hex(), texts)


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture without transparency, as pages show it."""
    if not image.has_transparency_data:
        return image
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")


def _cause_of_other(body: bytes) -> Cause:
    """Return the cause for bytes of no known format: an SVG, whose scripts would run in browsers, or else."""
    head = body[:_HEAD]
    is_svg = _SVG.match(head) and b"<svg" in head.lower()
    return Cause.PICTURE_SVG if is_svg else Cause.NOT_A_PICTURE
