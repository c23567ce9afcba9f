"""Distinguishes an article's pictures from logos, icons, QR codes and other furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from crawler.extraction.body.lines import HIDDEN
from crawler.extraction.tree.images import SMALLEST, WIDE, given_sizes, image_source, is_picture_address
from crawler.extraction.tree.markup import name_words, names_of


@dataclass(frozen=True)
class FurnitureName:
    """One way of naming furniture in the URL of an image."""

    pattern: str
    """A regular expression for URLs in lower case behind a `/`."""
    examples: tuple[str, ...]
    """URLs of furniture."""
    refuses: tuple[str, ...]
    """Similar URLs of pictures."""


_OBJECTS = (
    r"logo|icons?|ico|qrcode|qr|ewm|erweima|2wm|avatar|blank|dot|arrow|btn|button|preload|placeholder|1x1"
    r"|pixel|1px|get_flash_player|tracking|next_page|prev_page|end_news|nopic|emoji|smil(?:ey|ies)|ad|ads|banner"
)
"""Words that name furniture wherever they stand in a URL."""
_SUBJECTS = (
    "weixin|wechat|wx|weibo|space|spacer|loading|share|line|bg|close|play|more|print|email|facebook|twitter"
)
"""Words that may also describe a picture: between hyphens, as in `boats-loading-at-the-lock.jpg`."""
_SERVICES = (
    "rss|translate|bullet|vkontakte|livejournal|odnoklassniki|pinterest|whatsapp|galleryclose|galleryzoom"
)
"""Words that may also name the subject of a photo, and name furniture as the whole name of a drawing."""

FURNITURE_NAMES: Final = (
    FurnitureName(
        rf"[/_.-](?:{_OBJECTS})\d{{0,3}}(?=[/_.-])",
        ("/img/logo_2.png", "/banner/1.jpg", "/buttons/get_flash_player.gif"),
        ("/img/logos-of-linshui.jpg",),
    ),
    FurnitureName(
        rf"[/_.](?:{_SUBJECTS})\d{{0,3}}(?=[/.-]|_(?!\d{{1,4}}_))|-(?:{_SUBJECTS})\d{{0,3}}(?=[/_.])",
        ("/img/share.png", "/img/icon-weixin.png"),
        ("/img/boats-loading-at-the-lock.jpg",),
    ),
    FurnitureName(
        r"[/_.-]default\d{0,3}(?=[.-]|_(?!\d))",
        ("/img/default.jpg",),
        ("/sites/default/files/lock.jpg",),  # the folder in which Drupal keeps all pictures
    ),
    FurnitureName(
        r"/[a-z\d_]{1,20}(?:logo|button|bullet)\d{0,3}\.(?:gif|png)",
        ("/image/subbutton.gif", "/i/rbullet.gif", "/img/rwd_dailylogo.png"),
        ("/img/catalogo.jpg", "/img/silverbullet.jpg", "/img/buttons.png"),
    ),
    FurnitureName(
        r"/[a-z]{0,10}(?:next|prev|photomore)\d{0,2}\.(?:gif|png)|/(?:next|prev)\.jpe?g",
        ("/image/contentnext.gif", "/img/next.jpg", "/img/insertphotomore.gif"),
        ("/img/what-comes-next.jpg", "/next/2024/lock.jpg"),
    ),
    FurnitureName(
        rf"/(?:{_SERVICES})\d{{0,3}}\.(?:gif|png)|/bullets?/[^/]{{1,20}}\.(?:gif|png)|/favicons?\b",
        ("/images/rss.gif", "/images/bullets/1.gif", "/s2/favicons?domain=sample.test"),
        ("/images/rss-chief.jpg", "/images/bullet.jpg"),
    ),
    FurnitureName(
        r"/(?:arrows?[_-]?)?(?:left|right|up|down)[_-]?(?:arrow)?\d?\.(?:gif|png)",
        ("/img/left.png", "/img/arrow-right.gif"),
        ("/img/left-bank.png", "/img/right.jpg"),
    ),
    FurnitureName(
        r"/(?:erweima|qrcode)[a-z]{1,12}\d{0,3}\.",
        ("/img/erweimashouji.png",),
        ("/img/erwei.jpg",),
    ),
)
"""The names of logos, icons, QR codes, buttons and trackers."""
_FURNITURE = re.compile("|".join(row.pattern for row in FURNITURE_NAMES))
_LOCATION = re.compile(r"\blocation(?:\.href)?\s*=\s*['\"](?P<url>[^'\"]+)")
"""A script that opens another page in place of this one."""
UUID = re.compile(r"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}")
"""An identifier in a URL, whose letters are no words."""
ROUND_WORDS = frozenset("avatar rounded-full rounded-circle img-circle".split())
"""Words in the names of authors' portraits, which style sheets make round."""
FURNITURE_WORDS = ROUND_WORDS | frozenset("logo icon qrcode ewm emoji share ad ads weixin button".split())
LEADING_WORDS = frozenset("hero lead featured".split())
"""Words in the names of the picture above a text, whatever else they say: `block-image-ads hero-image`."""
SIZE_IN_URL = re.compile(r"[/_,.-]w_?(\d{1,4})[_,]h_?(\d{1,4})(?=[/_,.-])|[/,_]g_(face)[/,_]")
"""Width and height as resizing servers write them, and the crop to a face, which is the author's."""


def is_content_image(element: etree._Element) -> bool:
    """Return whether an `img` is a picture of the article rather than a logo, icon, QR code or tracker."""
    source = image_source(element)
    if source is None or names_furniture(source) or source.endswith(".svg"):
        return False
    sizes = given_sizes(element)
    if sized := SIZE_IN_URL.search(source):
        sizes += [0] if sized[3] else [int(sized[1]), int(sized[2])]
    if (sizes and min(sizes) < SMALLEST) or _is_for_shared_links(element, source) or _leads_away(element):
        return False
    names = names_of(element)
    words = name_words(names) if names else frozenset()
    return not words & FURNITURE_WORDS or bool(words & LEADING_WORDS)


def _leads_away(element: etree._Element) -> bool:
    """Return whether a script leads from an image to another page, which is no picture in large."""
    target = _LOCATION.search(element.get("onclick") or "")
    return target is not None and not is_picture_address(target["url"])


def names_furniture(source: str) -> bool:
    """Return whether the URL of an image names furniture."""
    return _FURNITURE.search(_words_of(source)) is not None


def _is_for_shared_links(element: etree._Element, source: str) -> bool:
    """Return whether an image is hidden, loads at once and describes nothing: messengers show it in links."""
    style = element.get("style") or ""
    loads_at_once = element.get("src") == source and not element.get("onload")
    return loads_at_once and not element.get("alt") and HIDDEN.search(style) is not None


def _words_of(source: str) -> str:
    """Return a picture's URL for the search of words: in lower case, without numbers such as `…-ad20-…`."""
    return UUID.sub("", f"/{source.lower()}")


def shows_picture(element: etree._Element) -> bool:
    """Return whether an `img` is a picture of the article, or the wide place of one whose URL is unknown."""
    if is_content_image(element):
        return True
    return image_source(element) is None and max(given_sizes(element), default=0) >= WIDE
