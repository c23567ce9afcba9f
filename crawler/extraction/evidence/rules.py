"""Names every rule by which a field is decided, as evidence and explanations print it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """A reason for taking a value or for sorting a line; `{}` stands for the details that `Why` adds."""

    NONE = "none"

    # The place of a value
    META = "meta {}"
    LINKED_DATA_HEADLINE = "JSON-LD headline"
    LINKED_DATA_AUTHOR = "JSON-LD author"
    LINKED_DATA_PUBLISHER = "JSON-LD publisher"
    LINKED_DATA_PUBLISHED = "JSON-LD datePublished"
    LINKED_DATA_MODIFIED = "JSON-LD dateModified"
    LINKED_DATA_KEYWORDS = "JSON-LD keywords"
    TAG_LINKS = "links to tags"
    TAG_LINE = "line of tags"
    LINKED_DATA_TYPE = "JSON-LD {}"
    IN_HEADLINE = "mark in the headline"
    AGENCY_OPENS = "agency in the dateline"
    DECK_ELEMENT = "element named deck"
    DECK_DASH = "dash below the headline"
    DECK_LABEL = "labelled summary"
    DECK_HEADING = "lesser heading below the headline"
    DECK_BEFORE_DATE = "line between headline and date"
    DECK_WITHOUT_STOP = "first paragraph without a full stop"
    DECK_NAMES_AUTHOR = "first paragraph that names its author"
    PLAYERS = "players, and the page's data on recordings"
    PRINTED_DAY = "printed line with the day of publication"
    LINKED_DATA_ACCESS = "JSON-LD isAccessibleForFree"
    STATED_RIGHTS = "the page's head, its headers, a line below the text"
    LEAD_ABOVE = "lead above the text"
    TITLE_ELEMENT = "title element"
    ON_THE_PAGE = "{} on the page"
    ABOVE_THE_TEXT = "{} above the text"
    BESIDE = "{}, beside {}"
    URL = "URL"
    LINE_ABOVE = "line above the text"
    LINE_BELOW = "line below the text"
    SIGNED = "signature below the text"
    LINE_AROUND = "line around the text"
    LINE_ELSEWHERE = "line elsewhere"
    DATED_ELEMENT = "dated element"
    ONLY_DATED_ELEMENT = "only dated element"
    SCRIPT = "script"
    UPDATE_ABOVE = "update above the text"
    UPDATE_ABOVE_HEADLINE = "update above the headline"
    UPDATE_BELOW = "update below the text"
    UPDATE_IN_ELEMENT = "update in a dated element"
    ONLY_UPDATE = "only dated update"
    LINE_ABOVE_HEADLINE = "line above the headline"
    AUTHOR_ELEMENT = "element named author"
    LAYOUT_ELEMENT = "layout"
    REPEATS_OTHERS = "none but the editor or the source"

    # How the container was found
    LAYOUT = "layout {}"
    SCORER = "general scorer"
    SCORER_AGAINST_LAYOUT = "general scorer, against layout {}"
    HELD_BY_SCRIPT = "script: {}"
    JUDGE = "learned judge"
    JUDGED = "{}, learned judge"
    STANDS_BESIDE = "stands beside it"

    # The kind of a line in the container
    TEXT = "text"
    IMAGE = "image"
    LINKS = "links"
    LABEL_ABOVE_LINKS = "label above links"
    STAMP_OF_LINK = "date, time or rating beside a link"
    OTHER_STORY = "opening of another story, below its link"
    PICTURE_OF_OTHER_STORY = "picture of another story or an advertisement, or a line beside it"
    TITLE_OF_PICTURE = "title of a picture"
    NOTICE = "notice"
    BUTTON = "button"
    ORIGINAL_TITLE = "original title"
    EDITOR_LINE = "editor line"
    SOURCE_LINE = "source line"
    SOURCE_OF_PICTURE = "source of a picture, in its box"
    BYLINE = "byline"
    PAGER = "pager"
    BREADCRUMB = "breadcrumb"
    ABOVE_TEXT = "above the text"
    BELOW_TEXT = "below the text"
    REPEATED = "repeated"
    HEADLINE_OF_PART = "headline of a further part"
    CREDIT_LINE = "credit line"
    CREDIT_ABOVE = "credit above the text"
    CREDITED_ABOVE_IMAGE = "credited caption above its image"
    CAPTION_BY_NAME = "caption by name"
    CAPTION_BY_NAME_AND_WORDING = "caption by name and wording"
    CAPTION_BY_WORDING = "caption by wording"
    CAPTION_BY_STYLE = "caption by style"
    CAPTION_ABOVE_DATELINE = "caption between a picture and the dateline"
    CAPTION_BY_LAYOUT = "caption by the layout"
    CAPTION_IN_BOX = "caption in the picture's box"
    CAPTION_BY_ALTERNATIVE = "caption by the picture's alternative text"
    CAPTION_BY_CREDIT = "caption by its credit"
    CAPTION_BY_SURE_WORDING = "caption by wording that only captions have"
    CAPTION_ABOVE_CREDIT = "caption above its credit"
    CAPTION_OF_TWO = "caption of two paragraphs"
    CAPTION_LIKE_OTHERS = "caption like the others"
    LEAD_FIGURE = "text of a lead figure"

    # How a photo came to its caption
    NO_CAPTION = "image without a caption"
    NO_IMAGE = "caption without an image"
    CAPTION_BEFORE = "caption before the image"
    CAPTION_AFTER = "caption after the image"
    ALTERNATIVE_TEXT = "alternative text of the image"
    CAPTION_ATTRIBUTE = "attribute that holds a caption"
    GALLERY = "gallery in a script"

    # Where a dateline was searched for
    OPENING = "opening of the text"
    TEXT_BEGINS = "the text begins here, without a dateline"
    BEFORE_TEXT = "a line before the text"
    NO_TEXT = "there is no text"

    # Remarks about a page
    AHEAD = "later than it was fetched"
    OVERLONG = "bytes after the end"
    ALTERED = "another digest than in the index"

    # Signs of a page that lists other stories
    LIST_SEARCH_URL = "URL of a search"
    LIST_DECLARED = "page declares itself a list"
    LIST_TITLE = "title of a list"
    LIST_COUNT = "count of results"
    LIST_TEASERS = "teasers below links"
    LIST_READ_ON = "links to read on"
    LIST_LINKS = "nothing but links"

    # Signs that the headline is the story
    FLASH_MARK = "mark before the headline"
    FLASH_REPEATED = "the text is the headline"

    # For explanations only
    AS_BODY = "body: {}"
    AS_CAPTION = "caption: {}"
    AS_IMAGE = "image: {}"
    AS_FURNITURE = "furniture: {}"
    REPEATS_HEADLINE = "furniture: repeats the headline"
    LAYOUT_DROPS = "dropped: layout {} drops {}"
    HIDDEN = "dropped: {} is hidden"
    NAMED_FURNITURE = "dropped: {} is named like furniture"
    NO_LINE = "dropped: {} makes no line"
    NO_PHOTO = "a logo, icon, QR code, placeholder or tracker"
    PAGE_ORDER = "images and captions in page order"
    NO_PHOTOS = "no content image and no caption"
    AS_FETCHED = "as fetched"
    FROM_CANONICAL = "from canonical_url"
    PARTS_JOINED = "{} parts were joined"
    SINGLE_PAGE = "a single page"
    OWN_URL = "URL of the page"
    CANONICAL_LINK = "canonical link"
    DECLARED = "declared"
    HOST = "host of the URL: no declaration names it"
    WORDS = "script and words of the text"
    DECLARED_LANGUAGE = "declared, and the words do not contradict it"
    BYTES = "the most likely encoding of the bytes"
    BYTES_AGAINST_DECLARATION = "the bytes, against the declaration"
    NOTHING_AGAINST = "nothing contradicts it"
    FINGERPRINT = "its fingerprint is on the page"
    NO_FINGERPRINT = "no fingerprint is on the page"
    HAS = "has {}"
    LACKS = "lacks {}"

    @property
    def kind(self) -> Rule:
        """The rule itself, as a `Why` has it."""
        return self

    def of(self, *details: str | Why) -> Why:
        """Return this rule with details: `META.of("author")` is `meta author`."""
        return Why(self, details)


@dataclass(frozen=True, slots=True)
class Why:
    """A rule with its details; its text is printed in evidence."""

    kind: Rule
    details: tuple[str | Why, ...]

    def __str__(self) -> str:
        return self.kind.format(*self.details)


Reason = Rule | Why
"""The reason for a decision: a rule, with or without details."""
STATED = frozenset({Rule.META, Rule.LINKED_DATA_AUTHOR})
"""Rules by which the page's head names its authors."""
