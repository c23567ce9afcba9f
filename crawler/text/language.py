"""Detects the language of a text, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from crawler.text.scripts import SCRIPTS

SAMPLE = 300  # characters of a text that are enough to recognise a script
WORDS_SAMPLE = 1500  # characters that are enough to recognise a language by its words
LETTERS = re.compile(r"[^\W\d_]+")
ASCII_LETTERS = re.compile(r"[a-z]+")
"""As LETTERS, for text in lower case without other characters, in half of the time."""
SCRIPT_SHARE = 0.15  # share of the letters; Chinese and Japanese are denser than the Latin names among them
TRADITIONAL = frozenset(
    "國會來時對說們這個為後發學經過動務開進關體長東車書馬讓還與業產樣從應數點點當實現問間電話視聽風飛魚鳥麗廣場場區號記"
    "議論談訪調證設計認識總統選舉黨軍衛戰爭權條約華臺灣萬億歲歷紀錄術藝義幾處據臨舊聯繼續縣鄉鎮讀寫買賣費資價貿易銀錢財"
)
SIMPLIFIED = frozenset(
    "国会来时对说们这个为后发学经过动务开进关体长东车书马让还与业产样从应数点当实现问间电话视听风飞鱼鸟丽广场区号记"
    "议论谈访调证设计认识总统选举党军卫战争权条约华台湾万亿岁历纪录术艺义几处据临旧联继续县乡镇读写买卖费资价贸易银钱财"
)
ONLY_TRADITIONAL = TRADITIONAL - SIMPLIFIED
ONLY_SIMPLIFIED = SIMPLIFIED - TRADITIONAL
_TRADITIONAL = re.compile(f"[{''.join(sorted(ONLY_TRADITIONAL))}]+")
_SIMPLIFIED = re.compile(f"[{''.join(sorted(ONLY_SIMPLIFIED))}]+")

COMMON = {
    "en": "the of and to in that is was for with on as by has have from said will at be".split(),
    "fr": "le la les des et du une dans pour que qui est par sur avec au ont été ce plus".split(),
    "es": "el los las una del que en por con para se su al más fue como ha sus es y".split(),
    "de": "der die und den das von mit dem ist des auf für im sich nicht ein eine wird zu auch".split(),
    "pt": "o os as um uma do da dos das que em para com não por mais foi ao é no".split(),
    "it": "il gli della di che per con una del sono dei alla non le nel è più da ha si".split(),
    "nl": "de het een van en in dat op is te voor met zijn niet aan door ook wordt er om".split(),
    "tr": "ve bir bu için ile da de olarak olan daha çok en gibi kadar sonra ise olduğu göre her".split(),
    "id": "yang dan di dengan untuk dari pada ini itu dalam akan tidak adalah oleh ke telah juga".split(),
    "vi": "và của là các có cho được trong với không một những người đã này khi đến từ".split(),
    "eo": "la kaj de en al estas por kun estis ke sur per ĉina oni el ne pri kiuj".split(),
    "pl": "w i na z się do nie że jest o po jak za od przez dla oraz był".split(),
}
_OTHER_SCRIPTS = frozenset(script.primary for script in SCRIPTS)
"""Languages that a text in Latin letters never has, whatever it declares."""
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in COMMON.items():
    for _each in _words:
        _LANGUAGES.setdefault(_each, []).append(_language)


def detect_language(text: str, declared: str | None = None) -> str | None:
    """Return the BCP 47 tag of a text's language; `declared` is the page's statement, often a template's.

    The script decides first. Chinese has its script subtag. Among languages of one script the declared one
    wins unless the letters or words contradict it. None without any evidence.
    """
    sample = text[:SAMPLE]
    primary = (declared or "").replace("_", "-").split("-")[0].lower() or None
    letters = _count(LETTERS, sample)
    if not letters:
        return None
    if sample.isascii():
        return _by_words(text[:WORDS_SAMPLE], primary)
    for script in SCRIPTS:
        if _count(script.pattern, sample) >= SCRIPT_SHARE * letters:
            if script.language == "zh":
                return f"zh-{_chinese_script(sample)}"
            return script.language_of(text[:WORDS_SAMPLE], primary)
    return _by_words(text[:WORDS_SAMPLE], primary)


def _count(runs: re.Pattern[str], sample: str) -> int:
    """Return the number of characters in the matching runs of a sample."""
    return sum(map(len, runs.findall(sample)))


def _chinese_script(sample: str) -> str:
    traditional, simplified = _count(_TRADITIONAL, sample), _count(_SIMPLIFIED, sample)
    return "Hant" if traditional > simplified else "Hans"


def _by_words(sample: str, declared: str | None) -> str | None:
    letters = ASCII_LETTERS if sample.isascii() else LETTERS
    known = [_LANGUAGES[word] for word in letters.findall(sample.lower()) if word in _LANGUAGES]
    hits = Counter(chain.from_iterable(known))
    best = max(hits, key=hits.__getitem__, default=None)
    most = hits[best] if best else 0
    if declared and declared not in _OTHER_SCRIPTS:
        fits = hits[declared] if declared in COMMON else most
        if most < 1.3 * fits + 3:
            return declared
    return best if most >= 3 else None
