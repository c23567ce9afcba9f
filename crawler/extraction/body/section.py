"""Finds the section of an article, from its breadcrumb or its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.extraction.body.headline import fold
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.tree.metadata import Metadata

HOMES = frozenset(map(fold, labels.HOMES))
PLACE_LABELS = (*labels.PLACES, *labels.PLACES_WITHIN)
TEXT_STEPS = ("正文", "新闻正文", "文章正文", "详细内容", "文章详情", "新闻详情", "文章內容", "文章内容")
SITE_NAME = re.compile(r"(?:网|網|网站|在线|Online|\.(?:com|cn|org))$")
BUTTONS = (
    *labels.TYPE_SIZES,
    *labels.PASSING_ON,
    *"繁體 繁体 注册登录 登录 注册 聽新聞 听新闻 我要评论 我要評論".split(),
)
TOOLS = re.compile(rf"(?:\s*{any_of(BUTTONS)}(?:$|[\s:：|\[【(（])|\s+{any_of(TEXT_STEPS)}$)")
"""Buttons behind the last step of a breadcrumb, or the word for the article itself."""
LONGEST = 60  # characters: a longer step is a menu that belongs to the breadcrumb


def find_section(crumbs: Sequence[str], metadata: Metadata, headline: str) -> tuple[str, ...]:
    """Return the breadcrumb from the general to the special, without the home page and the article itself.

    Without a breadcrumb, return the section in the metadata: `ColumnName`, which Chinese government sites
    must state, `lanmu` of gov.cn, or `article:section`.
    """
    return next((section.value or () for section in sections(crumbs, metadata, headline)), ())


def sections(crumbs: Sequence[str], metadata: Metadata, headline: str) -> Iterator[Found[tuple[str, ...]]]:
    """Yield the candidates for the section, in the order of trust."""
    steps = [step for crumb in crumbs if (step := _step(crumb)) and not _is_noise(step, headline)]
    if steps and (
        SITE_NAME.search(steps[0]) or fold(steps[0]) == fold(metadata.meta.get("og:site_name", ""))
    ):
        steps = steps[1:]
    if steps:
        yield Found(tuple(dict.fromkeys(steps)), Rule.BREADCRUMB)
    for name in ("columnname", "lanmu", "enp:nodename", "article:section", "section"):
        stated = metadata.meta.get(name, "")
        if stated and not _is_noise(stated, headline):
            yield Found((stated,), Rule.META.of(name))


def _step(crumb: str) -> str:
    text = crumb.strip(" ·•●■◎")
    for label in PLACE_LABELS:
        if text.lower().startswith(label):
            text = text[len(label) :].lstrip(" :：")
    return TOOLS.split(text)[0]


def _is_noise(step: str, headline: str) -> bool:
    folded = fold(step)
    if folded in HOMES or folded.endswith(("首页", "首頁", "主页", "主頁")):
        return True
    return folded.startswith(TEXT_STEPS) or len(step) > LONGEST or folded == fold(headline)
