"""Which encoding the bytes of a page speak for: well-formed UTF-8, or what yields frequent characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from crawler.text.encodings import decode_as

_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
    "由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问"
    "意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山"
    "统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东"
    "导器压志世金增争济油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示"
    "议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫究观越织装网站首页闻视频版编"
    "辑责任来源摄图片京沪记者昨习近总书记主席委员长府院"
    "這為個國時來們於對會發動過說產種後學經進著裡現實兩體機當點從業應開還間樣與關線內數質氣變條沒結問義無軍黨員長頭"
    "資邊級統較將組見計別論農幾區強決戰則據處隊給門規熱領東導壓爭濟術極聯認權證轉單風場車務萬達積議聲報類離華確張馬節"
    "話況傳許廣記觀織裝網頁聞視頻編輯責攝圖灣臺總書"
    "、。，：；！？（）“”‘’《》【】「」『』…—－·　〉〈％"
    "のにはをたがでてとしれさあいうえおかきくけこすせそちつなぬねひふへほまみむめもやゆよらりるろわんだどばびぶべぼじずぜぞ"
    "ごぎげゃゅょっアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズデド"
    "バビブベボパピプペポャュョッー"
    "이다는의에을가를고하지한사기로대인도서자은어리나아시해정수라일들부원전장과만여오보구제주그스상조공국있중계했위성신"
    "동유용선경미비발화분방실물연무무세면소관내모회안되문생당학교적진니까행마우체통후각요민권"
)
"""The characters that texts in Chinese, Japanese and Korean are mostly made of."""

_RUN = re.compile(rb"[\x80-\xff][0-9\x40-\xff]*")
"""Bytes between which no encoding has a sequence that goes on: second bytes are digits or 0x40 and above."""

_WESTERN = re.compile(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")

_ASCII = bytes(range(0x80))
_BEYOND_ASCII = bytes(range(0x80, 0x100))

_SAMPLE = 400
"""Runs that are looked at: some two thousand characters of a Chinese page."""

_MULTIBYTE = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
_LEGIBLE = 0.2
"""Share of frequent characters from which a text counts as read rightly; wrong readings reach 0.1."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a sample reads in one encoding."""

    name: str
    frequent: float
    """Share of frequent characters among those beyond ASCII."""
    malformed: float
    """Share of malformed sequences."""

    @property
    def score(self) -> float:
        return self.frequent - 4 * self.malformed


def most_plausible(body: bytes, declared: Iterable[str]) -> str:
    """Return the encoding, by standard name, in which bytes that are no UTF-8 are most likely written.

    `declared` are standard names in order of authority. A declared encoding needs less evidence than
    another; a declared single-byte one, which any bytes fit, gives way to legible Chinese.
    """
    named = tuple(name for name in declared if name != "utf-8" and not name.startswith("utf-16"))
    sample = b" ".join(islice(_runs(body), _SAMPLE))
    readings = {name: _read(sample, name) for name in (*named, *_MULTIBYTE) if name in _MULTIBYTE}
    best = max(readings.values(), key=lambda reading: reading.score + 0.15 * (reading.name in named))
    if best.score >= _LEGIBLE:
        return best.name
    return next((name for name in named if name not in readings or _fits(readings[name])), _fallback(body))


def is_utf16(body: bytes) -> str | None:
    """Return the flavour of UTF-16 that bytes with NULs are in: every other byte of markup is zero."""
    head = body[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16le" if odd > even else "utf-16be"


def is_mostly_utf8(body: bytes, text: str) -> bool:
    """Tell UTF-8 with broken bytes from another encoding. `text` is the body with U+FFFD for errors."""
    malformed = text.count("\ufffd")
    wellformed = len(text) - len(body.translate(None, _BEYOND_ASCII)) - malformed
    return wellformed >= 2 * malformed


def accidental_utf8(body: bytes, text: str, declared: Iterable[str]) -> str | None:
    """Return the declared encoding of a few Chinese characters that happen to be well-formed UTF-8.

    `text` is the body read as UTF-8, where such characters are a hotch-potch of Greek, Hebrew, Arabic …
    None: it is UTF-8 indeed.
    """
    legacy = [name for name in declared if name in _MULTIBYTE]
    if not legacy or len(body) - len(text) > 16:
        return None
    beyond = body.translate(None, _ASCII).decode("utf-8")
    exotic = sum("\u0250" <= character < "\u0800" for character in beyond)
    if 2 * exotic < len(beyond) or max(beyond) >= "\u0800":
        return None
    sample = b" ".join(_runs(body))
    return next((name for name in legacy if _read(sample, name).score >= _LEGIBLE), None)


def _runs(body: bytes) -> Iterator[bytes]:
    return (match[0] for match in _RUN.finditer(body))


def _read(sample: bytes, name: str) -> _Reading:
    beyond = [character for character in decode_as(sample, name) if character > "\x7f"]
    count = len(beyond) or 1
    frequent = sum(map(_FREQUENT.__contains__, beyond))
    return _Reading(name, frequent / count, beyond.count("\ufffd") / count)


def _fits(reading: _Reading) -> bool:
    return reading.malformed <= 0.05


def _fallback(body: bytes) -> str:
    """Return windows-1252 where high bytes stand alone between letters, as accents do; otherwise UTF-8."""
    high = len(_HIGH.findall(body, 0, 1 << 16))
    alone = sum(len(match) for match in _WESTERN.findall(body, 0, 1 << 16))
    return "windows-1252" if alone >= 0.8 * high else "utf-8"
