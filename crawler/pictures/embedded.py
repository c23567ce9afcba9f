"""Reads caption, credit and rights that the maker of a picture wrote into its file (IPTC, XMP, Exif)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from PIL import Image, IptcImagePlugin

from crawler.text.charset import decode
from crawler.text.spaces import folded

LONGEST = 5000
"""Characters of a text; IPTC allows 2,000 for a caption. The rest is cut."""
_UTF_8 = b"\x1b%G"
"""Value of IPTC's coded character set if its texts are in UTF-8."""
_IPTC = {
    "charset": (1, 90),
    "caption": (2, 120),
    "byline": (2, 80),
    "credit": (2, 110),
    "rights": (2, 116),
}
"""Numbers of the fields (IPTC-IIM 4.2)."""
_EXIF = {"caption": 270, "byline": 315, "rights": 33432}
"""Numbers of the tags ImageDescription, Artist and Copyright."""
_DC, _PHOTOSHOP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/photoshop/1.0/"
_XMP = {
    "caption": f"{{{_DC}}}description",
    "byline": f"{{{_DC}}}creator",
    "credit": f"{{{_PHOTOSHOP}}}Credit",
    "rights": f"{{{_DC}}}rights",
}
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]+")
_OF_CAMERAS = frozenset(
    (
        "default",
        "dcim",
        "digital camera",
        "exif_jpeg_picture",
        "kodak digital still camera",
        "minolta digital camera",
        "olympus digital camera",
        "samsung",
        "screenshot",
        "sony dsc",
        "untitled",
        "无标题",
    )
)
"""Captions that cameras and programs write into every file, in lower case."""

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class EmbeddedTexts:
    """The texts in a file; None for a missing one."""

    caption: str | None = None
    credit: str | None = None
    """The names of its makers, then the agency: `Lin Wu/Xinhua`."""
    rights: str | None = None


def embedded_texts(image: Image.Image) -> EmbeddedTexts:
    """Return the texts in the file of an image. IPTC goes before XMP, and XMP before Exif."""
    texts = {**_of_exif(image), **_of_xmp(image), **_of_iptc(image)}
    names = dict.fromkeys(filter(None, (texts.get("byline"), texts.get("credit"))))
    return EmbeddedTexts(texts.get("caption"), "/".join(names) or None, texts.get("rights"))


def _of_iptc(image: Image.Image) -> Texts:
    if image.format not in ("JPEG", "MPO"):
        return {}
    fields: dict[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    is_utf_8 = fields.get(_IPTC["charset"]) == _UTF_8
    return _filled(
        (name, ", ".join(_decoded(value, is_utf_8) for value in _listed(fields.get(number))))
        for name, number in _IPTC.items()
        if name != "charset"
    )


def _listed(value: Any) -> list[bytes]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, bytes)]


def _decoded(value: bytes, is_utf_8: bool) -> str:
    return value.decode("utf-8", "replace") if is_utf_8 else decode(value).text


def _of_exif(image: Image.Image) -> Texts:
    """Return the texts in Exif, whose encoding nothing states."""
    exif = image.getexif()
    values = ((name, exif.get(number)) for name, number in _EXIF.items())
    return _filled(
        (name, decode(value.encode("latin-1", "ignore")).text)
        for name, value in values
        if isinstance(value, str)
    )


def _of_xmp(image: Image.Image) -> Texts:
    packet = image.info.get("xmp")
    root = _parsed(packet) if isinstance(packet, bytes) else None
    if root is None:
        return {}
    return _filled((name, ", ".join(_values(root, tag))) for name, tag in _XMP.items())


def _parsed(packet: bytes) -> etree._Element | None:
    """Return the root of an XMP packet, parsed without entities and network; None for a damaged one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(packet.strip(b"\0 \n"), parser) if packet.strip(b"\0 \n") else None


def _values(root: etree._Element, tag: str) -> Iterator[str]:
    """Yield the values of a property: items of a list, text of an element, or an attribute.

    Of the languages of a text, the first one counts.
    """
    for element in root.iter(tag):
        items = [item.text or "" for item in element.iter(_ITEM)]
        yield from items if tag == _XMP["byline"] else items[:1] or [element.text or ""]
        return
    yield from (value for each in root.iter() if (value := each.get(tag)))


def _filled(texts: Iterable[tuple[str, str]]) -> Texts:
    cleaned = ((name, folded(_CONTROLS.sub(" ", text))[:LONGEST]) for name, text in texts)
    return {name: text for name, text in cleaned if text and text.casefold() not in _OF_CAMERAS}
