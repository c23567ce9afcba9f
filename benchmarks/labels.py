"""Labels the lines of a page by the text that a person read off it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(f"[{CJK}]|[^\\W_{CJK}]+")
GRAM = 4  # tokens in a row that occur in the answer: this many are no coincidence
LONG = 6  # tokens: the neighbours decide about a shorter line
NEAR = 4  # lines
WEIGHT = 60  # tokens of a neighbouring line that count, at most


def label_lines(texts: Sequence[str], answer: Sequence[str]) -> list[bool | None]:
    """Return whether each line is part of the answer; None for a line without a word.

    Of several lines with the same text, the one in the longest part of the answer counts.
    """
    return _Labels(texts, answer).labels


def tokens(text: str) -> list[str]:
    """Words, and single characters of Chinese and Japanese."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


class _Labels:
    def __init__(self, texts: Sequence[str], answer: Sequence[str]) -> None:
        self.tokens = list(map(tokens, texts))
        self.parts = Counter(" ".join(tokens(part)) for part in answer)
        whole = tokens("\n".join(answer))
        self.whole = f" {' '.join(whole)} "
        self.left = Counter(_grams(whole))
        self.labels: list[bool | None] = [False if words else None for words in self.tokens]
        self._label_long()
        self._label_short()

    def _label_long(self) -> None:
        """Label long lines: each takes its part of the answer, those in the longest part first."""
        grams = [_grams(words) if len(words) >= LONG else [] for words in self.tokens]
        shared = [sum(gram in self.left for gram in each) > len(each) / 2 for each in grams]
        mass = [
            min(len(each), WEIGHT) if is_shared else 0 for each, is_shared in zip(grams, shared, strict=True)
        ]
        near = [sum(mass[max(0, i - NEAR) : i + NEAR + 1]) for i in range(len(mass))]
        for index in sorted((i for i, has in enumerate(mass) if has), key=lambda i: (-near[i], i)):
            taken = Counter(grams[index]) & self.left
            if taken.total() > len(grams[index]) / 2:
                self.labels[index] = True
                self.left -= taken

    def _label_short(self) -> None:
        """Label a short line as text between lines of text, or beside one as a whole paragraph."""
        long = {index for index, label in enumerate(self.labels) if label}
        seen: set[str] = set()
        for index, words in enumerate(self.tokens):
            text = " ".join(words)
            if not words or len(words) >= LONG or f" {text} " not in self.whole:
                continue
            before = not long.isdisjoint(range(index - 3, index))
            after = not long.isdisjoint(range(index + 1, index + 4))
            is_part = bool(self.parts[text]) and (before or after or not long)
            is_again = text in seen and self.parts[text] < 2 and len(words) > 1
            self.labels[index] = (is_part or (before and after)) and not is_again
            seen.add(text)


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)]
