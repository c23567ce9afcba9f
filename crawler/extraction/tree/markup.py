"""Lists elements of HTML, class names and ids, with their meaning for an article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree

from crawler.extraction.lexicon.element_names import BUTTON_BOX_WORDS, FURNITURE_WORDS, OTHER_STORY_WORDS
from crawler.text.sizes import utf8_size
from crawler.text.spaces import folded

ANCHOR = frozenset({"a"})
LONG_LINK = 600
"""UTF-8 bytes: a link with more text is no title of another story, but part of the text."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q rb rp rt rtc"
    " ruby s samp small"
    " span strike strong sub sup time tt u var wbr o:p nobr st1:place".split()
)
"""Elements that do not end a line of text."""
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset"
    " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol p picture pre search section source summary table tbody td tfoot th thead tr track"
    " ul".split()
)
"""Elements that end a line of text. Browsers show all unlisted elements within the line."""
MUTE = frozenset(
    "head script style noscript template select option optgroup button textarea input svg math iframe"
    " object embed"
    " audio video canvas map area title meta link base datalist dialog progress".split()
)
"""Elements whose text is never part of an article."""
FURNITURE_TAGS = frozenset({"footer", "aside", "nav", "form"})
TITLING = frozenset("h1 h2 h3 h4 h5 h6 figure figcaption caption legend label dt address".split())
"""Elements whose text is no running text."""
HEADINGS = ("h1", "h2", "h3")
TITLES = frozenset("h1 h2 h3 h4 h5 h6".split())
"""Elements whose id often repeats their words: `id="tools-for-boats"`."""
_BESIDE_BUTTONS = ("p", "h1", "h2", "time", "img", "audio", "video", "iframe", "blockquote")
"""Elements whose content is more than the label of a button."""
NEAR_TOP = 6  # elements below a picture's footer, in which its caption begins

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_PART = re.compile(r"__((?:(?!__|--)\S)+)")
"""The part of a block, in names after BEM: `story__read-also--wide` has the part `read-also`. The word behind
`--` names a variant, which may be an article with such a part.
"""
_DIGIT = re.compile(r"\d")
_HASH = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{6,}\b")
"""A hexadecimal number, whose letters are no words: `4ad40b84` has no `ad`."""

_PLAYER = re.compile(
    r"(?:^|[\s_-])(?:(?:video|audio|podcast|media)[-_]?player|player-(?:placeholder|wrapper)"
    r"|video-js|(?<![\w-])video-(?:item|card|resource)|vjs|jw-?player|brightcove|kaltura|playlist)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Class names and ids of a player of recordings, with their titles and descriptions."""
_QUESTION = re.compile(r"\S*\b(?:how|what|why|are|is|does|which|who|your)\b\S*")
"""A name with a word that only headings have."""
_HIDES_NOTHING = re.compile(
    r"(?:overflow(?:-[xy])?|label|labels|backface|bg)-hidden|hidden-(?:content|text)(?: hide\b)?|control-hide"
)
"""Class names that hide no text: Drupal's `field--label-hidden`, style sheets' `overflow-hidden`, and names
for the rest of an article, which a button unfolds: `hidden-content control-hide`.
"""
LAYOUT_WORDS = frozenset("modal popup sidebar hidden hide footer skip jump".split())
"""Words among them that name the place of an element, or its behaviour: `image-modal`."""
_STOP = re.compile(r"[.!?](?!\w)|[。！？]")
"""The end of a sentence, anywhere in a text."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RIGHTS_WORDS = frozenset({"copyright", "copyrights"})
"""Words among them that name the credit of a picture, too."""
RIGHTS_LEVELS = 3  # levels between such a credit and the box of its picture, at most
LONGEST_PICTURE_BOX = 700  # characters: a box with more text holds more than a picture
FEW_MORE = 40  # characters: the labels of buttons beside a caption
SHORTEST_SENTENCE = 40  # UTF-8 bytes: a shorter text beside a picture may be the title of another story
CAPTION_WORDS = frozenset(
    "caption captions figcaption imgcomment photocaption imagecaption pictext pic_text picinfo"
    " imgtitle imgdesc imagedesc pic-intro picintro"
    " cutline wp-caption-text photodesc tushuo tuzhu desc-img picdesc imginfo"
    " video-info video-title video-desc"
    " didascalia bildunterschrift bildtext piefoto piedefoto pie-foto pie-de-foto onderschrift"
    " kuvateksti bildetekst billedtekst bijschrift fotobijschrift legenda fotolegende photolegende popisek"
    " fotopopisek kepalairas fotoalti resimalti".split()
)
IMAGE_WORDS = frozenset("photo foto pic picture image img lightbox".split())
"""Words that make a description a caption: `content-pic-desc`."""
PICTURE_WORDS = IMAGE_WORDS | {"media"}
"""Words that name a picture's box beside a word for other stories: `related-photo`."""
DESCRIPTION_WORDS = frozenset("desc description descr legend legende beschreibung descripcion footer".split())
"""Words that name a caption beside a word for a picture: `detail-img__description`, `image-footer`."""
FIGURE_WORDS = frozenset("figure photo pic picture image img media hero lead fullpic imagebox".split())
"""Words of class names of elements that hold an image together with its caption."""
CREDIT_WORDS = frozenset("credit credits photocredit photographer".split())
"""Words of class names of credits anywhere on a page."""
CAPTION_CREDIT_WORDS = CREDIT_WORDS | frozenset(
    "author autor auteur autore copyright source quelle fuente agency agence agencia rights owner byline"
    " contributor vcard fotograf fotografo photog fotos sygnatura attribution provider".split()
)
"""Words of class names of credits within a caption, where an author is the picture's."""


@lru_cache(maxsize=8192)
def name_words(names: str) -> frozenset[str]:
    """Return the lower-case words of class names and ids: `shareBar related-list` has four."""
    bare = _HASH.sub("", names) if _DIGIT.search(names) else names
    lower = names.lower()
    words = map(str.lower, _WORD.findall(bare))
    parts = _PART.findall(lower) if "__" in lower else ()
    return frozenset((*words, *lower.split(), *lower.replace("_", "-").split(), *parts))


@lru_cache(maxsize=8192)
def names_furniture(names: str) -> bool:
    """Return whether class names and ids mark an element as the surroundings of the article."""
    words = name_words(_HIDES_NOTHING.sub("", names))
    return (
        bool(words & FURNITURE_WORDS)
        and not words & {"trs", "ueditor", "articlebody"}
        and not names_caption(names)
    )


@lru_cache(maxsize=8192)
def names_other_story(names: str) -> bool:
    """Return whether class names and ids mark an element as other articles, or comments of readers.

    The words of a heading, as in `id="how-popular-are-locks"`, mark nothing.
    """
    if OTHER_STORY_WORDS.isdisjoint(name_words(names)):  # as most names, without a search for headings
        return False
    words = name_words(_QUESTION.sub("", names))
    return not OTHER_STORY_WORDS.isdisjoint(words) and not names_caption(names)


@lru_cache(maxsize=8192)
def names_caption(names: str) -> bool:
    """Return whether class names and ids mark an element as a photo caption."""
    words = name_words(names)
    describes = bool(words & DESCRIPTION_WORDS) and bool(words & IMAGE_WORDS)
    return describes or bool(words & CAPTION_WORDS) or "imgcomment" in names.lower()


def names_of(element: etree._Element) -> str:
    """Return the class names and the id of an element, as one string."""
    classes, identity = element.get("class"), element.get("id")
    if classes and identity:
        return f"{classes} {identity}"
    return classes or identity or ""


def marks_of(element: etree._Element) -> str:
    """Return the class names and the id of an element; of a heading only the class names."""
    return names_of(element) if element.tag not in TITLES else element.get("class") or ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return all attributes at once, which costs no more than two single look-ups."""
    return cast("dict[str, str]", dict(element.items()))


def is_furniture(element: etree._Element) -> bool:
    """Return whether tag or names mark an element as the surroundings of the article."""
    if element.tag in FURNITURE_TAGS:
        return not _belongs_to_picture(element)
    names = marks_of(element)
    if not names:
        return False
    if not names_furniture(names):
        return _holds_buttons(element, names)
    return not (_holds_caption(element) or _credits_picture(element) or tells_of_picture(element, names))


def tells_of_picture(element: etree._Element, names: str) -> bool:
    """Return whether an element has a picture and its caption, although `names` mark other stories.

    They name a picture as well: `relatedPhoto`, `expandable-photo`. The caption is named so, or is a
    sentence, and neither a link nor a heading has a text.
    """
    words = name_words(names)
    if words.isdisjoint(PICTURE_WORDS) or not words & FURNITURE_WORDS <= OTHER_STORY_WORDS:
        return False
    if len(list(islice(element.iter("img"), 2))) != 1:
        return False
    if not _has_caption(element) or len(own_text(element)) > LONGEST_PICTURE_BOX:
        return False
    return not any(map(own_text, element.iter(*TITLES, *ANCHOR)))


def _has_caption(box: etree._Element) -> bool:
    """Return whether a picture's box has a sentence, or an element that is named a caption."""
    text = own_text(box)
    if utf8_size(text) >= SHORTEST_SENTENCE and _STOP.search(text):
        return True
    caption = next(filter(_is_named_caption, box.iterdescendants()), None)
    return caption is not None and bool(own_text(caption))


def is_player(element: etree._Element) -> bool:
    """Return whether names mark an element as a player of recordings that holds no caption of a picture."""
    names = names_of(element)
    return bool(names) and _names_player(names) and not _holds_caption(element)


@lru_cache(maxsize=8192)
def _names_player(names: str) -> bool:
    return _PLAYER.search(names) is not None and not names_caption(names)


def _belongs_to_picture(element: etree._Element) -> bool:
    """Return whether an element is the footer of a figure, or an aside that is named and holds a picture."""
    if element.tag == "footer":
        parent = element.getparent()
        return parent is not None and parent.tag == "figcaption"
    is_picture = element.tag == "aside" and bool(name_words(names_of(element)) & IMAGE_WORDS)
    return (
        is_picture and len(element.findall(".//img")) == 1 and len(own_text(element)) <= LONGEST_PICTURE_BOX
    )


def _holds_buttons(element: etree._Element, names: str) -> bool:
    """Return whether an element that is named after buttons has no paragraph, heading, date or player."""
    if BUTTON_BOX_WORDS.isdisjoint(name_words(names)) or names_caption(names):
        return False
    return next(element.iter(*_BESIDE_BUTTONS), None) is None and not _YEAR.search(own_text(element))


def _credits_picture(element: etree._Element) -> bool:
    """Return whether an element named `copyright` holds the credit of a picture: a few words in its box.

    They begin with ©, or the element stands directly behind the caption's.
    """
    if not name_words(names_of(element)) & FURNITURE_WORDS <= RIGHTS_WORDS:
        return False
    text = own_text(element)
    above = element.getprevious()
    is_below_caption = above is not None and names_caption(names_of(above))
    if not (text.startswith("©") or is_below_caption) or _YEAR.search(text):
        return False
    near = islice(element.iterancestors(), RIGHTS_LEVELS)
    box = next((each for each in near if first_below(each, "img") is not None), None)
    if box is None or len(own_text(box)) > LONGEST_PICTURE_BOX:
        return False
    return box.tag == "figure" or names_figure(names_of(box))


def _holds_caption(element: etree._Element) -> bool:
    """Return whether an element is a picture's caption, or holds its figure's caption or only a caption."""
    if element.tag == "figcaption":
        return True
    caption = first_below(element, "figcaption")
    is_within = caption is not None and next(element.iterancestors("figure"), None) is not None
    words = name_words(names_of(element))
    if caption is None and (words & IMAGE_WORDS or words & FURNITURE_WORDS <= LAYOUT_WORDS):
        caption = next(filter(_is_named_caption, islice(element.iterdescendants(), NEAR_TOP)), None)
    if caption is None or names_other_story(names_of(element)):
        return False
    return is_within or own_text(element) == own_text(caption) != "" or _shows_picture(element)


def _shows_picture(element: etree._Element) -> bool:
    """Return whether an element named after its layout holds hardly more than a captioned picture."""
    words = name_words(names_of(element)) & FURNITURE_WORDS
    if not words <= LAYOUT_WORDS or first_below(element, "img") is None:
        return False
    captions = sum(len(own_text(caption)) for caption in element.iter("figcaption"))
    return captions > 0 and len(own_text(element)) - captions <= FEW_MORE


def _is_named_caption(element: etree._Element) -> bool:
    names = names_of(element)
    return bool(names) and names_caption(names)


@lru_cache(maxsize=8192)
def names_figure(names: str) -> bool:
    """Return whether class names and ids mark an element as an image together with its caption."""
    return bool(name_words(names) & FIGURE_WORDS)


_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)"
    r"|(?:left|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
UNSEEN = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only offscreen off-screen"
    " screen-reader-only screenreader assistive-text a11y-hidden u-visually-hidden u-hiddenvisually".split()
)
"""Class names of common style sheets for texts that only screen readers read: `(opens in new window)`."""


_MAY_HIDE = frozenset({"class", "hidden", "style"})
"""The attributes that may hide an element; most links have none of them."""


def hides_text(element: etree._Element) -> bool:
    """Return whether an element within a line is hidden from readers."""
    attributes = element.keys()
    if _MAY_HIDE.isdisjoint(attributes):
        return False
    if "hidden" in attributes or ("style" in attributes and _HIDING.search(element.get("style", ""))):
        return True
    return "class" in attributes and _name_unseen(element.get("class", ""))


@lru_cache(maxsize=8192)
def _name_unseen(classes: str) -> bool:
    return not UNSEEN.isdisjoint(classes.split())


def first_below(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the first element with a tag at or below an element; several times faster than `find`."""
    return next(element.iter(tag), None)


def own_text(element: etree._Element) -> str:
    """Return all text below an element, white space folded."""
    if len(element) == 0:
        return folded(element.text or "")
    if first_below(element, "br") is not None:
        return folded(" ".join(map(str, element.itertext())))
    # Ten times faster than joining the pieces of itertext.
    return folded(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
