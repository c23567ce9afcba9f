"""Pictures for tests, made on the spot: of every format, with embedded texts, and of every kind of malice."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><body><h1>Not found</h1></body></html>"


def drawn(seed: int = 0, size: tuple[int, int] = (320, 240), mode: str = "RGB") -> Image.Image:
    """Return a picture of coloured boxes; each seed gives another one, and any size the same view."""
    dice = random.Random(seed)
    image = Image.new("RGB", (64, 48), "lightblue")
    draw = ImageDraw.Draw(image)
    for _ in range(12):
        left, top = dice.randrange(56), dice.randrange(40)
        colour = tuple(dice.randrange(256) for _ in range(3))
        draw.rectangle((left, top, left + dice.randrange(8, 30), top + dice.randrange(8, 24)), fill=colour)
    return image.resize(size).convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the bytes of a picture in a format."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(seed: int = 0, **options: Any) -> bytes:
    """Return the bytes of a JPEG."""
    return encoded(drawn(seed), **options)


def with_exif(tags: dict[int, Any], seed: int = 0) -> bytes:
    """Return a JPEG with tags of Exif."""
    exif = Image.Exif()
    exif.update(tags)
    return encoded(drawn(seed), exif=exif)


def with_iptc(fields: list[tuple[int, int, bytes]], seed: int = 0) -> bytes:
    """Return a JPEG with fields of IPTC in a resource of Photoshop, as agencies write them."""
    data = b"".join(struct.pack(">BBBH", 0x1C, *field[:2], len(field[2])) + field[2] for field in fields)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(data)) + data + b"\0" * (len(data) % 2)
    content = b"Photoshop 3.0\0" + resource
    segment = b"\xff\xed" + struct.pack(">H", len(content) + 2) + content
    plain = jpeg(seed)
    return plain[:2] + segment + plain[2:]


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """Return a PNG of few bytes that states billions of pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def scan_bomb(scans: int, size: tuple[int, int] = (320, 240)) -> bytes:
    """Return a progressive JPEG whose last pass over all pixels is repeated."""
    plain = encoded(drawn(0, size, "L"), progressive=True)
    last = plain[plain.rindex(b"\xff\xc4") : -2]
    return plain[:-2] + last * scans + plain[-2:]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
