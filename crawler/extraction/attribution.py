"""Who published, wrote and edited an article, read from layouts, metadata and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.tree.layouts import first_filled
from crawler.extraction.tree.markup import own_text
from crawler.extraction.tree.metadata import people

_STOP = (
    r"(?=\s*(?:$|[|｜丨]|[\[(（【<〈]|\d{4}[-/.年]|\d{1,2}:\d\d|作者|记者|編輯|编辑|责任|责编|发布|时间"
    r"|字号|字體|分享|打印|浏览|点击|来源|來源|评论|扫码|\+?关注|举报|订阅|收藏|Share|Updated?|Editor|Print|Imprimer|Partager|طباعة|مشاركة|Печать|Imprimir|Compartir|Drucken|Teilen|E-?mail|A\s*A)"
    r"|\s+\S{1,6}[:：]|\d+\s*人)"
)
SOURCE = re.compile(
    r"(?:(?:信息|文章|新闻|稿件|内容|本文|资料|消息)?\s*(?:来源|來源|稿源)(?:于)?|\bSource|\bFuente|\bQuelle|\bИсточник|\bFonte|\bFonto|المصدر|出典|출처)"
    r"\s*[:：丨|]\s*(.{1,40}?)" + _STOP,
    re.IGNORECASE,
)
_MARK = re.compile(r"[:：丨|︱/(]")  # one of these stands in every labelled line, and in few others
STAMP = re.compile(r"\(([^()]{3,40})\)\s*(?:\d{1,2}:\d\d|\d{4}-\d\d)")
EDITOR = re.compile(
    r"(?:责任编辑|責任編輯|特约编辑|执行编辑|值班编辑|网络编辑|本文编辑|编辑|編輯|責編|责编|主编|\b(?:Web\s*)?Editors?|\bR[ée]dacteurs?|\bRedakteur|\bРедактор|المحرر)"
    r"\s*[:：丨|]\s*(.{1,60}?)(?=\s*(?:$|[|｜丨)）】\]]|\d{4}[-/.年]|责任编辑|校对|审核|监制|来源|作者|\[|【))",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:作者|撰文|撰稿|采写|\bAuthor|\bAutor(?:a|in)?|\bAuteur|\bАвтор)\s*[:：丨|︱/]\s*(?!责任|责编|编辑|来源|來源)"
    r"(?:[^\s:：|]{0,10}?(?:记者|記者|通讯员|撰稿人|评论员)[\s:：]*+)?(.{1,60}?)" + _STOP,
    re.IGNORECASE,
)
BY = re.compile(
    r"^(?:By|By:|Par|Por|Von)\s+([A-Z][^\d|]{2,80}?)(?=\s*(?:$|\||\(|\d|Updated|Published|Posted|[A-Z]{2,}"
    r" ))"
)
REPORTER = re.compile(r"^(?:\S{2,12})?(?:记者|記者)[\s:：/]*([一-鿿·]{2,4}(?:[\s、,，]+[一-鿿·]{2,4}){0,6})$")
NO_PERSON = re.compile(
    r"[网網社报報台部局院司]|新[闻聞]|\d|@|://|\.(?:com|cn|org|net)\b"
    r"|\b(?:news|agency|staff|editors?|team|admin|name|daily|online)\b",
    re.IGNORECASE,
)
"""What a site puts into its author tag for want of a person. Chinese names have none of these characters."""
SEPARATORS = re.compile(r"\s*(?:[、,，;；/&|]|\band\b|\bund\b|\bet\b|\sy\s|\s{2,})\s*")
NAME_CODE = re.compile(r"[_\s]*[A-Z]{0,4}\d{2,}\s*$")
CJK_NAMES = re.compile(r"^[一-鿿·]{2,4}(?:\s+[一-鿿·]{2,4})+$")


_BUTTONS = re.compile(
    r"(?:\s*\+)?\s*(?:关注|举报|订阅|收藏|(?:View|See) (?:more|all)\b.*|Follow)\s*$", re.IGNORECASE
)
"""What to press, behind a name."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Source, authors and editors of an article."""

    source: Found[str]
    bylines: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]


def find_credits(reading: Reading) -> Credits:
    """Who stands behind an article: printed lines first, then metadata."""
    source = next(sources(reading), _NO_SOURCE)
    editors = next(editors_of(reading), _NOBODY)
    bylines = next(bylines_of(reading), _NOBODY)
    stated = bylines.rule.startswith(("meta", "JSON-LD"))  # sites put the editor there, or themselves
    if stated and bylines.value and set(bylines.value) <= {*(editors.value or ()), source.value}:
        bylines = Found(None, "none but the editor or the source")
    return Credits(source, bylines, editors)


_NO_SOURCE: Found[str] = Found(None, "none")
_NOBODY: Found[tuple[str, ...]] = Found(None, "none")


def sources(reading: Reading) -> Iterator[Found[str]]:
    """What may be the source of an article, in the order of trust."""
    known = _at(reading, reading.layout.source if reading.layout else ())
    if known and (found := find_source([known])):
        yield Found(found, "layout")
    if known and len(known) <= 30 and not re.search(r"[\d>»]", known):
        yield Found(known, "layout")
    around = reading.around
    for line in chain(around.above, reading.texts(Role.FURNITURE), around.below):
        if found := find_source([line]):
            yield Found(found, "line around the text")
    for name in ("contentsource", "enp:sourcename", "source", "mediaid", "og:article:source"):
        if stated := reading.metadata.meta.get(name):
            yield Found(stated, f"meta {name}")
    publisher = reading.metadata.article.get("publisher")
    stated = publisher.get("name") if isinstance(publisher, dict) else publisher
    if isinstance(stated, str) and stated:
        yield Found(stated, "JSON-LD publisher")


def bylines_of(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    """Who may be the authors of an article, in the order of trust."""
    return (found for found in _bylines(reading) if found.value)


def _bylines(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    known = _at(reading, reading.layout.bylines if reading.layout else ())
    if known:
        yield Found(find_bylines([known]) or _persons(split_names(known)), "layout")
    for line in chain(reading.around.above, reading.texts(Role.FURNITURE)):
        yield Found(find_bylines([line]), "line around the text")
    authors = (name for line in reading.around.authors for name in split_names(_BUTTONS.sub("", line)))
    yield Found(_persons(authors), "element named author")
    yield Found(_persons(people(reading.metadata.article.get("author"))), "JSON-LD author")
    if named := reading.metadata.first("enp:author", "author", "article:author", "byl"):
        yield Found(_persons(split_names(named[1])), f"meta {named[0]}")


def editors_of(reading: Reading) -> Iterator[Found[tuple[str, ...]]]:
    """Who may be the editors of an article, in the order of trust."""
    known = _at(reading, reading.layout.editors if reading.layout else ())
    if known and (names := find_editors([known])):
        yield Found(names, "layout")
    around = reading.around
    for line in chain(reading.texts(Role.FURNITURE), around.below, around.above):
        if names := find_editors([line]):
            yield Found(names, "line around the text")
    if named := reading.metadata.first("enp:liability", "editor", "责任编辑"):
        yield Found(split_names(named[1]), f"meta {named[0]}")


def _persons(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that metadata gives which can be people rather than sites, offices or addresses."""
    return tuple(
        name for name in names if not NO_PERSON.search(name) and 1 < len(name) <= 40 and not name.islower()
    )


def _at(reading: Reading, selectors: Iterable[str]) -> str | None:
    element = first_filled(reading.index, selectors)
    return _BUTTONS.sub("", own_text(element)) if element is not None else None


def find_source(lines: Iterable[str]) -> str | None:
    """The source that a line such as `Source: Xinhua`, `来源：新华社` or `(Xinhua) 11:35` prints."""
    for line in filter(_MARK.search, lines):
        if found := SOURCE.search(line) or STAMP.search(line):
            return found[1].strip(" :：—-") or None
    return None


def find_editors(lines: Iterable[str]) -> tuple[str, ...]:
    """The editors that the first editor line names."""
    for line in filter(_MARK.search, lines):
        names = [name for found in EDITOR.finditer(line) for name in split_names(found[1])]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def find_bylines(lines: Iterable[str]) -> tuple[str, ...]:
    """The authors that a line such as `By Wang Xiaoyu` or `作者：…` names."""
    for line in lines:
        labelled = AUTHOR.search(line) if _MARK.search(line) else None
        found = labelled or BY.search(line) or REPORTER.search(line)
        if found and (names := split_names(found[1])):
            return names
    return ()


def split_names(text: str) -> tuple[str, ...]:
    """People from a printed list: `郝帅、杨迪`, `Wang Xiaoyu and Li Lei`, `姚立伟_NT6056`."""
    text = text.strip(" \t:：()（）[]【】")
    parts = text.split() if CJK_NAMES.match(text) else SEPARATORS.split(text)
    names = (NAME_CODE.sub("", part).strip(" \t.:：()（）[]【】") for part in parts)
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= 60))
