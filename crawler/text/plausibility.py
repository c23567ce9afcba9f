"""Estimates the encoding of bytes: well-formed UTF-8, or the one with the most frequent characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

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
    "оеаинтсрвлкмдпуяыьгзбчй"
    "المنيتوربعهسدفقكحجشطخصةىأإ"
)
"""The most frequent characters of texts in Chinese, Japanese, Korean, Russian and Arabic."""

_RUN = re.compile(rb"[\x80-\xff][0-9\x40-\xff]*+")
"""Bytes between which no encoding has an open sequence: second bytes are digits or 0x40 and above."""

_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])")
_SAFE = re.compile(rb"[\x00-/:-?]")
_HIGH = re.compile(rb"[\x80-\xff]")

_ASCII = bytes(range(0x80))
_BEYOND_ASCII = bytes(range(0x80, 0x100))

_RUNS = 20
"""Runs that are read at each place."""

_MULTIBYTE = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
_SINGLE_BYTE = ("windows-1251", "koi8-r", "windows-1256")
_PLAIN = 0.35
"""Minimum share at which a declared encoding, or one for Chinese, Japanese or Korean, needs no comparison."""
_LEGIBLE = 0.2
"""Minimum share of frequent characters in a correct reading; wrong readings reach 0.1."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of a sample in one encoding; all counts are of characters beyond ASCII."""

    name: str
    characters: int
    frequent: int
    malformed: int

    def score(self, doubt: int = 0) -> float:
        """Return the share of frequent characters, lowered by malformed ones and by `doubt` unseen ones."""
        return (self.frequent - 4 * self.malformed) / (self.characters + doubt or 1)


def most_plausible(body: bytes, declared: Iterable[str]) -> str:
    """Return the most likely encoding, by standard name, of bytes that are no UTF-8.

    `declared` are standard names in order of authority. A declared encoding needs less evidence than another;
    a declared single-byte one, which any bytes fit, gives way to legible Chinese.
    """
    named = tuple(name for name in declared if name != "utf-8" and not name.startswith("utf-16"))
    sample = _sample(body)
    trusted = next((name for name in named if name in _MULTIBYTE), None)
    if trusted and _read(sample, trusted).score() >= _PLAIN:
        return trusted
    western = _is_western(sample)
    everything = sorted({*_MULTIBYTE, *named} if western else {*_MULTIBYTE, *_SINGLE_BYTE, *named})
    for candidates, enough in ((_MULTIBYTE, _PLAIN), (everything, _LEGIBLE)):
        readings = (_read(sample, name) for name in candidates)
        best = max(readings, key=lambda reading: _evidence(reading, named))
        if _evidence(best, named) >= enough:
            return best.name
    return next((name for name in named if _fits(sample, name)), "windows-1252" if western else "utf-8")


def is_utf16(body: bytes) -> str | None:
    """Return the variant of UTF-16 of bytes with NULs: every other byte of markup is zero."""
    head = body[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 3 or max(even, odd) * 10 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16le" if odd > even else "utf-16be"


def is_mostly_utf8(body: bytes, start: int) -> bool:
    """Return whether bytes are UTF-8 with broken bytes. `start` is the position of the first broken one.

    Two pieces that agree decide; otherwise the whole is read.
    """
    middle = len(body) // 2
    pieces = (body[start : start + 4096], body[middle : middle + 4096])
    return any(map(_is_rather_utf8, pieces)) and _is_rather_utf8(body)


def _is_rather_utf8(piece: bytes) -> bool:
    text = piece.decode("utf-8", "replace")
    malformed = text.count("\ufffd")
    wellformed = len(text) - len(piece.translate(None, _BEYOND_ASCII)) - malformed
    return wellformed >= 2 * malformed


def accidental_utf8(body: bytes, text: str, declared: Iterable[str]) -> str | None:
    """Return the declared encoding of a few Chinese characters that happen to be well-formed UTF-8.

    `text` is the body read as UTF-8, in which such characters are a mixture of Greek, Hebrew, Arabic … None
    if it really is UTF-8.
    """
    legacy = [name for name in declared if name in _MULTIBYTE]
    if not legacy or len(body) - len(text) > 16:
        return None
    beyond = body.translate(None, _ASCII).decode("utf-8")
    if not _is_hotchpotch(beyond):
        return None
    sample, enough = _sample(body), _LEGIBLE if len(beyond) > 2 else 0.0  # two characters prove nothing
    return next((name for name in legacy if _read(sample, name).score() >= enough), None)


def _is_hotchpotch(beyond: str) -> bool:
    """Return whether letters are of several scripts, rather than accents, signs, and words of one script."""
    exotic = [character for character in beyond if character >= "\u0250"]
    scripts = {ord(character) >> 8 for character in exotic}
    return 2 * len(exotic) >= len(beyond) and max(beyond) < "\u0800" and len(scripts) > (len(exotic) > 2)


def _sample(body: bytes) -> bytes:
    """Return some of the text beyond ASCII, from four places of a page that is not small."""
    quarters = (1, 2, 3) if len(body) > 8192 else ()
    safe = (_SAFE.search(body, len(body) * quarter // 4) for quarter in quarters)
    starts = (0, *(match.end() for match in safe if match))
    first = {match.start() for match in (_HIGH.search(body, start) for start in starts) if match}
    return b" ".join(_piece(body, start) for start in sorted(first))


def _piece(body: bytes, start: int) -> bytes:
    """Return some runs after a byte that ends any sequence; only the last one may be truncated."""
    return b" ".join(_RUN.findall(body, start, start + 1024)[:_RUNS])[:240]


def _read(sample: bytes, name: str) -> _Reading:
    beyond = [character for character in decode_as(sample, name) if character > "\x7f"]
    frequent = sum(map(_FREQUENT.__contains__, beyond))
    return _Reading(name, len(beyond), frequent, beyond.count("\ufffd"))


def _evidence(reading: _Reading, named: tuple[str, ...]) -> float:
    """Return the score of a reading: a declared encoding needs least evidence, gb18030 little."""
    doubt, bonus = (0, 0.15) if reading.name in named else (2 if reading.name == "gb18030" else 8, 0.0)
    chance = 0.0 if reading.name in _MULTIBYTE else 0.4  # any bytes fit, a third of them frequent
    return reading.score(doubt) + bonus - chance


def _fits(sample: bytes, name: str) -> bool:
    """Return whether a declared encoding is possible although no text is legible."""
    reading = _read(sample, name)
    return reading.malformed <= 0.05 * reading.characters


def _is_western(sample: bytes) -> bool:
    """Return whether high bytes stand alone between letters, as accents do."""
    alone = sum(map(len, _ALONE.findall(sample)))
    return alone >= 0.8 * len(_HIGH.findall(sample))
