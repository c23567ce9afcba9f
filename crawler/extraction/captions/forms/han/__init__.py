"""Photo credits in Chinese characters, by their statement, from the specific form to the general one."""

from typing import Final

from crawler.extraction.captions.forms.han import (
    agencies,
    apart,
    behind_sentences,
    in_captions,
    issued,
    origins,
    provided,
    taken,
)

FORMS: Final = (
    *apart.FORMS,
    *issued.FORMS,
    *taken.FORMS,
    *provided.FORMS,
    *agencies.FORMS,
    *origins.FORMS,
    *behind_sentences.FORMS,
)
"""The forms in the order in which they are tried."""
IN_CAPTIONS: Final = in_captions.FORMS
"""Further forms, for texts that are surely captions."""
