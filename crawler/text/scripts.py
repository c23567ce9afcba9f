"""Lists scripts, and the letters that distinguish languages of one script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

NAMES = 0.015  # share of a text's letters that may be from other alphabets, in names
COST = 0.25  # letters of a text that each letter of an alphabet must explain: otherwise the largest would win


@dataclass(frozen=True)
class Script:
    """A script and its languages."""

    letters: str
    """Ranges of its characters, as in a class of a regular expression."""
    language: str
    """The language of a text that has no letter of `alphabets`, as a BCP 47 tag."""
    alphabets: Mapping[str, str] = field(default_factory=dict)
    """Per language, letters that not all languages of the script have. The declared language is believed if
    they cover the text. Otherwise, the smallest alphabet that covers it decides."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Runs of the script's characters."""
        return re.compile(f"[{self.letters}]+")

    @cached_property
    def primary(self) -> str:
        """Primary subtag of its first language."""
        return self.language.partition("-")[0]

    def language_of(self, text: str, declared: str | None) -> str:
        """Return the language of a text in this script; `declared` is a primary subtag."""
        languages = {self.language: "", **self.alphabets}
        special = set("".join(languages.values()))
        own = [letter for letter in text.lower() if letter in special]
        most = max(1.0, NAMES * sum(map(len, self.pattern.findall(text))))
        foreign = {tag: sum(each not in known for each in own) for tag, known in languages.items()}
        for tag in languages:
            if foreign[tag] <= most and tag.partition("-")[0] == declared:
                return tag
        if len(own) <= most:
            return self.language
        return min(languages, key=lambda tag: foreign[tag] + COST * len(languages[tag]))


_RUSSIAN = "ыэёъ"
_CYRILLIC = {
    "ru": _RUSSIAN,
    "bg": "ъ",
    "uk": "іїєґ",
    "be": "ыэёіў",
    "sr": "јљњћђџ",
    "mk": "јљњќѓџѕ",
    "mn": f"{_RUSSIAN}өү",
    "ky": f"{_RUSSIAN}ңөү",
    "kk": f"{_RUSSIAN}әғқңөұүһі",
    "tt": f"{_RUSSIAN}әөүҗңһ",
    "ba": f"{_RUSSIAN}әғҙҡңөҫүһ",
    "tg": "эёъғӣқӯҳҷ",
    "uz-Cyrl": "эёъўқғҳ",
}
_PERSIAN = "یکپچژگ"
_KURDISH = f"{_PERSIAN}ێۆەڕڵڤھ"
_ARABIC = {
    "fa": _PERSIAN,
    "ur": f"{_PERSIAN}ٹڈڑںےہھۓۂ",
    "ps": f"{_PERSIAN}ټډړږښځڅګڼۍې",
    "ckb": _KURDISH,
    "ku-Arab": _KURDISH,
    "kk-Arab": "پچگڭھۇۋەٴ",
    "ky-Arab": "پچگڭۅۉۇۋە",
    "ug": "پچژگڭھېۆۈۇۋە",
    "sd": "ٿڀٺٽڄڃچڇڌڊڏڍڙڦڪگڳڱڻپھی",
}
SCRIPTS = (
    Script("぀-ヿ", "ja"),
    Script("가-힣", "ko"),
    Script("一-鿿", "zh"),
    Script("؀-ۿݐ-ݿ", "ar", _ARABIC),
    Script("Ѐ-ԯ", "ru", _CYRILLIC),
    Script("Ͱ-Ͽ", "el"),
    Script("֐-׿", "he", {"yi": "װױײ"}),
    Script("ༀ-࿿", "bo", {"dz": ""}),
    Script("ꀀ-꓆", "ii"),
    Script("᠀-᢯", "mn-Mong", {"mnc": "", "sjo": ""}),
    Script("ऀ-ॿ", "hi", {"mr": "ळ", "ne": "", "sa": "ळ"}),
    Script("ঀ-৿", "bn", {"as": "ৰৱ"}),
    Script("਀-੿", "pa"),
    Script("઀-૿", "gu"),
    Script("஀-௿", "ta"),
    Script("ఀ-౿", "te"),
    Script("ಀ-೿", "kn"),
    Script("ഀ-ൿ", "ml"),
    Script("඀-෿", "si"),
    Script("฀-๿", "th"),
    Script("຀-໿", "lo"),
    Script("က-႟", "my"),
    Script("ក-៿", "km"),
    Script("Ⴀ-ჿ", "ka"),
    Script("԰-֏", "hy"),
    Script("ሀ-᎟", "am", {"ti": ""}),
)
"""Scripts in the order in which they are tried: Japanese and Korean texts also have Chinese characters."""
