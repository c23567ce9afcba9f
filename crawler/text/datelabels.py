"""Lists the labels of dates, for publication and for updates, by language."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

LONGEST = 300  # characters of a text that are read: a label stands in a line, not in prose

NEAR = 6  # characters between a label and its date, or before a label that opens a line


class DateKind(Enum):
    """The kind of a date: publication or update."""

    PUBLISHED = "published"
    UPDATED = "updated"
    PLAIN = "plain"
    """Printed without a label."""


class Labelled(NamedTuple):
    """A piece of a text that may hold a date, and its label's meaning."""

    text: str
    kind: DateKind


# One line a language. Words that also occur in running text count only with a colon.
_UPDATED = r"""
last\supdated?|updated|last\smodified|modified|last\srevised|revised|last\sreviewed|last\sedited|edited
最后更新|最近更新|更新时间|更新日期|更新于|修改时间|修改日期|修改于|最后修改|最后编辑|编辑于|修订日期
最後更新|更新時間|更新於|修改時間|最後修改|最終更新日?時?|更新日時?|改訂日
최종수정|최종\s수정|수정일?|업데이트
[uú]ltima\sactualizaci[oó]n|actualizad[oa]|modificad[oa]
[uú]ltima\satualiza[cç][aã]o|atualizad[oa]
mis\s[aà]\sjour|mise\s[aà]\sjour|modifi[eé]e?|actualis[eé]e?
letzte\saktualisierung|zuletzt\saktualisiert|zuletzt\sge[aä]ndert|aktualisiert(?:\sam)?
ultimo\saggiornamento|aggiornat[oa]
laatst\sbijgewerkt|laatst\sgewijzigd|bijgewerkt|gewijzigd
uppdaterad|senast\suppdaterad|oppdatert|sist\soppdatert|opdateret|p[aä]ivitetty
ostatnia\saktualizacja|aktualizacja|zaktualizowano|aktualizov[aá]no|ažurirano|friss[ií]tve
последнее\sобновление|обновлено|изменено|отредактировано|оновлено|обновена|абноўлена
son\sgüncelleme|güncelleme(?:\starihi)?|güncellendi
τελευταία\sενημέρωση|ενημερώθηκε
آخر\sتحديث|تم\sالتحديث|به\sروزرسانی
diperbarui|dikemas\skini|cập\snhật|actualizat|อัปเดต|ปรับปรุง
"""
_PUBLISHED = r"""
first\spublished|date\spublished|published|publication\sdate|publish\sdate|posted|date\sposted|release\sdate
submitted
发布时间|发布日期|发布于|发表时间|发表日期|发表于|刊登日期|发稿时间|见报日期|出版日期|上传时间|上传日期|创建时间
發佈時間|發佈日期|發布時間|發布日期|發佈於|發布於|發表時間|發表於|刊登時間|上載日期|公開日時?|掲載日時?|投稿日時?|配信日時?
최초입력|입력일?|등록일?|게재일?|작성일?|승인
fecha\sde\spublicaci[oó]n|publicad[oa]|publi[eé]e?|paru|mis\sen\sligne
ver[oö]ffentlicht(?:\sam)?|erschienen(?:\sam)?
data\sdi\spubblicazione|pubblicat[oa]|gepubliceerd|geplaatst
publicerad|publisert|publiceret|udgivet|julkaistu
data\spublikacji|opublikowano|publikov[aá]no|zve[rř]ejn[eě]no|objavljeno|megjelent|k[oö]zz[eé]t[eé]ve
дата\sпубликации|опубликовано|опубліковано|публикувана|апублікавана
yay[iı]nlanma(?:\starihi)?|giriş(?:\starihi)?
δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε
تاريخ\sالنشر|تم\sالنشر|نشر\sفي|تاریخ\sانتشار
diterbitkan|dipublikasikan|ngày\sđăng|publicat|เผยแพร่
"""
_UPDATED_WITH_COLON = "update|updates|reviewed|stand|modification|ενημέρωση|تحديث|更新|修改"
_PUBLISHED_WITH_COLON = """
date|created|issued|written|released|time|datum|data|fecha|дата|tarih|tanggal|erstellt|créée?|نشر
日期|时间|時間|发布|發佈|发表|公開|掲載|날짜
"""


_BEHIND = r"(?<=[\d日])\s?"
_COLON = r"(?=\s?[:：])"
_EAST = "\u3040"
"""First character of the scripts without spaces between words."""


def _words(lines: str, is_east: bool) -> list[str]:
    words = [word for line in lines.split("\n") if line for word in line.split("|")]
    return [word for word in words if (word >= _EAST) == is_east]


def _initials(*words: str) -> str:
    """Return a test of the first letter, at which most positions fail."""
    letters = {each for word in words for each in (word[1:3] if word[0] == "[" else word[0])}
    return f"(?=[{''.join(sorted(letters))}])"


def _pattern(name: str, labels: str, with_colon: str, is_east: bool) -> str:
    words, colons = _words(labels, is_east), _words(with_colon, is_east)
    end = "" if is_east else r"(?![^\W\d_])"
    return (
        f"{_initials(*words, *colons)}(?P<{name}>(?:{'|'.join(words)}){end}|(?:{'|'.join(colons)}){_COLON})"
    )


def _labels(is_east: bool) -> str:
    """Return the pattern of labels: alphabetic ones match whole words, Han and Hangul ones match anywhere."""
    side = "east" if is_east else "west"
    updated = _pattern(f"updated_{side}", _UPDATED, _UPDATED_WITH_COLON, is_east)
    published = _pattern(f"published_{side}", _PUBLISHED, _PUBLISHED_WITH_COLON, is_east)
    return f"{updated}|{published}"


_LABEL = re.compile(
    rf"(?:(?<![^\W\d_])(?:{_labels(is_east=False)})|{_labels(is_east=True)}"
    rf"|{_BEHIND}(?:(?P<updated_behind>更新)|公開|発表|发布|發佈|發布)(?![\u3400-\u9fff:：]))(?P<colon>\s?[:：])?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def labelled(text: str) -> list[Labelled]:
    """Split a text into pieces of one label each; `Updated: 2 May | Published: 1 May 2024` has two.

    Labels stand before their dates, or all of them behind: `2024年5月1日 公開 2024年5月2日 更新`.
    """
    text = text[:LONGEST]
    labels = list(_LABEL.finditer(text))
    if not labels:
        return [Labelled(text, DateKind.PLAIN)]
    starts, ends = [label.start() for label in labels], [label.end() for label in labels]
    is_behind = _DIGIT.search(text, 0, starts[0]) and not _DIGIT.search(text, ends[-1])
    bounds = [0, *(ends if is_behind else starts), len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    kinds = [*map(_kind, labels), DateKind.PLAIN] if is_behind else [DateKind.PLAIN, *map(_kind, labels)]
    return list(map(Labelled, pieces, kinds))


def _kind(label: re.Match[str]) -> DateKind:
    is_update = label["updated_west"] or label["updated_east"] or label["updated_behind"]
    return DateKind.UPDATED if is_update else DateKind.PUBLISHED


def label_at_end(text: str) -> DateKind:
    """Return the meaning of a label at the end of a text, right before a date: `by Wen Li, updated on`."""
    end = text[-LONGEST:]
    near = [label for label in _LABEL.finditer(end) if len(end) - label.end() <= NEAR]
    return _kind(near[-1]) if near else DateKind.PLAIN


def opens_with_label(text: str) -> bool:
    """Return whether a text begins with a label, or has one with a colon: other lines only mention a date."""
    first = _LABEL.search(text[:LONGEST])
    return first is not None and (first.start() <= NEAR or first["colon"] is not None)
