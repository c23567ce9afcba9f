"""Who published, wrote and edited an article, read from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STOP = (
    r"(?=\s*(?:$|[|｜丨]|[\[(（【<〈]|\d{4}[-/.年]|\d{1,2}:\d\d|作者|记者|編輯|编辑|责任|责编|发布|时间|字号|字體|分享|打印|浏览|点击|来源|來源|评论|扫码|Share|Updated?|Editor|Print|E-?mail|A\s*A))"
)
SOURCE = re.compile(
    r"(?:(?:信息|文章|新闻|稿件|内容|本文|资料|消息)?\s*(?:来源|來源|稿源)(?:于)?|\bSource|\bFuente|\bQuelle|\bИсточник|\bFonte|\bFonto|المصدر|出典|출처)"
    r"\s*[:：丨|]\s*(.{1,40}?)" + _STOP,
    re.IGNORECASE,
)
EDITOR = re.compile(
    r"(?:责任编辑|責任編輯|特约编辑|执行编辑|值班编辑|网络编辑|本文编辑|编辑|編輯|責編|责编|主编|\b(?:Web\s*)?Editors?|\bR[ée]dacteurs?|\bRedakteur|\bРедактор)"
    r"\s*[:：丨|]\s*(.{1,60}?)(?=\s*(?:$|[|｜丨)）】\]]|\d{4}[-/.年]|责任编辑|校对|审核|监制|来源|作者|\[|【))",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:作者|撰文|撰稿|采写|\bAuthor|\bAutor(?:a|in)?|\bAuteur|\bАвтор)\s*[:：丨|︱/]\s*(.{1,60}?)" + _STOP, re.IGNORECASE
)
BY = re.compile(r"^(?:By|By:|Par|Por|Von)\s+([A-Z][^\d|]{2,80}?)(?=\s*(?:$|\||\d|Updated|Published|Posted|[A-Z]{2,} ))")
REPORTER = re.compile(r"^(?:\S{2,12})?(?:记者|記者)[\s:：/]*([一-鿿·]{2,4}(?:[\s、,，]+[一-鿿·]{2,4}){0,6})$")
SEPARATORS = re.compile(r"\s*(?:[、,，;；/&|]|\band\b|\bund\b|\bet\b|\sy\s|\s{2,})\s*")
NAME_CODE = re.compile(r"[_\s]*[A-Z]{0,4}\d{2,}\s*$")
CJK_NAMES = re.compile(r"^[一-鿿·]{2,4}(?:\s+[一-鿿·]{2,4})+$")


def find_source(lines: Iterable[str]) -> str | None:
    """The source that a line such as `Source: Xinhua` or `来源：新华社` prints."""
    for line in lines:
        if found := SOURCE.search(line):
            return found[1].strip(" :：—-") or None
    return None


def find_editors(lines: Iterable[str]) -> tuple[str, ...]:
    """The editors that the first editor line names."""
    for line in lines:
        if found := EDITOR.search(line):
            names = split_names(found[1])
            if names:
                return names
    return ()


def find_bylines(lines: Iterable[str]) -> tuple[str, ...]:
    """The authors that a line such as `By Wang Xiaoyu` or `作者：…` names."""
    for line in lines:
        found = AUTHOR.search(line) or BY.search(line) or REPORTER.search(line)
        if found and (names := split_names(found[1])):
            return names
    return ()


def split_names(text: str) -> tuple[str, ...]:
    """People from a printed list: `郝帅、杨迪`, `Wang Xiaoyu and Li Lei`, `姚立伟_NT6056`."""
    text = text.strip(" \t:：()（）[]【】")
    parts = text.split() if CJK_NAMES.match(text) else SEPARATORS.split(text)
    names = (NAME_CODE.sub("", part).strip(" \t.:：()（）[]【】") for part in parts)
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= 60))
