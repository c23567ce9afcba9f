"""Which character encoding a page is really in, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.text.encodings import codec_of, encoding_of
from crawler.text.gb18030 import decode_gb18030

PRESCAN = 65536  # bytes: some sites put a screenful of comments and scripts before their meta charset
SAMPLE = 65536  # bytes that are enough to tell Chinese encodings apart
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
WEAK = frozenset({"utf-8", "windows-1252", "iso-8859-15"})
"""Encodings that templates and servers declare by default, whatever the page is in."""
CHINESE = frozenset({"gbk", "gb18030", "big5"})

HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
SKIPPED = re.compile(
    rb"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>", re.DOTALL | re.IGNORECASE
)
META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)[^>]*>", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:+-]+)", re.IGNORECASE)
HIGH_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# The level-1 characters of GB2312 stand in rows B0 to D7, the frequent ones of Big5 in rows A4 to C6. The
# commonest words tell the two apart where their ranges overlap.
COMMON = {
    "gb18030": ("的", "一", "是", "在", "不", "了", "有", "人", "中", "国", "为", "这", "我", "，", "。"),
    "big5": ("的", "一", "是", "在", "不", "了", "有", "人", "中", "國", "為", "這", "我", "，", "。"),
}
DAMAGE = 0.02  # share of broken sequences up to which a page counts as damaged UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page and how it was decoded."""

    text: str
    """The text, without byte order mark."""
    declared: str | None
    """The label that the page or the HTTP header declares, as printed; None where neither does."""
    found: str
    """Encoding that the bytes themselves speak for (a name of the Encoding standard)."""
    used: str
    """Encoding that the text was decoded with (a name of the Encoding standard)."""
    replaced: int
    """How many malformed sequences became U+FFFD."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode the bytes of a page. `content_type` is the HTTP header's value.

    A byte order mark decides. Then the bytes speak: what is UTF-8 throughout is UTF-8, whatever is declared.
    Otherwise the declared encoding is used, header before meta, unless it is one that is declared by
    default and the bytes look Chinese.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], _declared_label(body, content_type), name, name)
    label = _declared_label(body, content_type)
    named = encoding_of(label) if label else None
    if body.isascii() and (named is None or not named.startswith(("iso-2022", "utf-16"))):
        return Decoded(_clean(body.decode("ascii")), label, "utf-8", named or "utf-8", 0)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        found = _guess(body[:SAMPLE], named)
        return _decoded(body, label, found, found)
    return Decoded(_clean(text), label, "utf-8", "utf-8", 0)


def _declared_label(body: bytes, content_type: str | None) -> str | None:
    """The label in the HTTP header, in the first meta tag that is markup, or in the XML declaration."""
    header = HEADER.search(content_type) if content_type else None
    if header and encoding_of(header[1]):
        return header[1]
    head = body[:PRESCAN]
    found = META.search(head)
    if found and SKIPPED.search(head, 0, found.start()):
        found = META.search(SKIPPED.sub(b"", head))
    found = found or XML.search(head)
    if found:
        return found[1].decode("ascii", "replace")
    return header[1] if header else None


def _guess(sample: bytes, named: str | None) -> str:
    """The encoding of bytes that are no valid UTF-8."""
    if _is_damaged_utf8(sample):
        return "utf-8"
    if sample[:200].count(0) > len(sample[:200]) // 4:
        return "utf-16le" if sample[1:200:2].count(0) > sample[0:200:2].count(0) else "utf-16be"
    if named is None or named in WEAK or named in CHINESE:
        return _guess_chinese(sample, named)
    return named


def _is_damaged_utf8(sample: bytes) -> bool:
    good = len(UTF8_SEQUENCE.findall(sample))
    broken = sample.decode("utf-8", "replace").count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    return good > 0 and broken <= max(2, DAMAGE * good)


def _guess_chinese(sample: bytes, named: str | None) -> str:
    """GB18030 or Big5, by their commonest characters; Latin text where the high bytes stand alone."""
    high = sum(byte >= 0x80 for byte in sample)
    paired = 2 * len(HIGH_PAIR.findall(sample))
    if named == "windows-1252" and paired and not _reads_chinese(sample):
        return "windows-1252"
    if paired < 0.5 * high:
        return named if named in WEAK and named != "utf-8" else "windows-1252"
    scores = {name: _commonness(sample, name) for name in COMMON}
    if named == "big5" or scores["big5"] > scores["gb18030"]:
        return "big5" if scores["big5"] >= scores["gb18030"] else "gb18030"
    return "gbk" if named == "gbk" else "gb18030"


def _reads_chinese(sample: bytes) -> bool:
    return max(_commonness(sample, name) for name in COMMON) > 0.02


def _commonness(sample: bytes, name: str) -> float:
    """Share of the commonest characters among those that an encoding makes of the bytes."""
    text = sample.decode(codec_of(name), "replace")
    wide = sum(character > "\x7f" for character in text)
    return sum(text.count(character) for character in COMMON[name]) / wide if wide else 0.0


def _decoded(body: bytes, label: str | None, found: str, used: str) -> Decoded:
    codec = codec_of(used)
    text = decode_gb18030(body) if codec == "gb18030" else body.decode(codec, "replace")
    return Decoded(_clean(text), label, found, used, text.count("\ufffd"))


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd") if "\0" in text else text
