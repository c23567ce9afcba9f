"""The forms of photo credits, script by script, in the order in which they are tried."""

from typing import Final

from crawler.extraction.captions.forms import han, hangul, kana, latin
from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.form import Forms

CREDITS: Final = Forms((*kana.FORMS, *han.FORMS, *hangul.FORMS, *latin.FORMS))

__all__ = ["CREDITS", "CreditForm", "Stands"]
