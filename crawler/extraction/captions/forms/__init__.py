"""The forms of photo credits, script by script, in the order in which they are tried."""

from typing import Final

from crawler.extraction.captions.forms import han, hangul, kana, latin, latin_set_apart
from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.form import Forms

CREDITS: Final = Forms(
    (
        *kana.FORMS,
        *han.FORMS,
        *hangul.FORMS,
        *latin_set_apart.SHORT_LABELS,
        *latin.FORMS,
        *latin_set_apart.FORMS,
    )
)

CREDITS_IN_CAPTIONS: Final = Forms(
    (
        *kana.IN_CAPTIONS,
        *han.IN_CAPTIONS,
        *hangul.IN_CAPTIONS,
        *latin_set_apart.IN_CAPTIONS,
    )
)
"""Further forms, for texts that are surely captions: they are too general for other texts."""

__all__ = ["CREDITS", "CREDITS_IN_CAPTIONS", "CreditForm", "Stands"]
