"""Forms of lines by which a page says that its text is not free for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crawler.extraction.form import Form, Forms


class Access(StrEnum):
    """The access to an article, as the record has it."""

    FREE = "free"
    METERED = "metered"
    PAID = "paid"
    RESTRICTED = "restricted"
    """Not free for everybody; the page does not tell whether it is metered or paid."""


@dataclass(frozen=True)
class AccessForm(Form):
    """A form of a line, with the access that it states."""

    access: Access = Access.PAID


ACCESS_LINES: Final = Forms(
    (
        AccessForm(
            name="count of free articles",
            languages="en fr de es",
            marks=(
                *("free articles", "free article", "articles gratuits", "gratuits articles"),
                *("kostenlose Artikel", "artículos gratis"),
            ),
            pattern=r"\b\d{1,2} (?:of \d{1,2} )?MARK\b|\bMARK (?:left|remaining|this month|restants?)\b",
            examples={"You have 2 free articles left": {}, "Il vous reste 3 gratuits articles": {}},
            refuses=("The paper prints free articles on rivers", "All 20 articles are free"),
            access=Access.METERED,
        ),
        AccessForm(
            name="text for subscribers",
            languages="en",
            marks=("subscribers", "subscriber", "Subscriber", "Subscribe", "subscription", "members"),
            pattern=(
                r"^\W*(?:(?:[Tt]his|[Tt]he full) (?:article|story|content) is )?"
                r"(?:[Ee]xclusive(?:ly)? (?:to|for)|[Ff]or|[Oo]nly for)"
                r" (?:our )?(?:paying )?MARK(?: only)?\W*$"
                r"|\bMARK[- ]only (?:article|story|content)\b"
                r"|^\W*MARK (?:now |today )?to (?:continue|keep) reading\b"
                r"|\b(?:requires|need) an? (?:active |paid )?MARK to (?:continue|read)"
            ),
            examples={
                "This article is for subscribers only": {},
                "Subscribe to continue reading": {},
                "Subscriber-only content": {},
            },
            refuses=("Subscribe to our newsletter", "The lock is for members of the club and for guests"),
        ),
        AccessForm(
            name="text for subscribers, other languages",
            languages="fr es pt de it nl pl",
            marks=(
                *(
                    "réservé aux abonnés",
                    "Réservé aux abonnés",
                    "réservé à nos abonnés",
                    "exclusivo para suscriptores",
                ),
                *("solo para suscriptores", "exclusivo para assinantes", "riservato agli abbonati"),
                *(
                    "nur für Abonnenten",
                    "exklusiv für Abonnenten",
                    "Jetzt weiterlesen mit",
                    "alleen voor abonnees",
                ),
                *("tylko dla prenumeratorów", "dostępny dla prenumeratorów", "только для подписчиков"),
            ),
            pattern=r"^.{0,40}MARK.{0,30}$",
            examples={"Article réservé aux abonnés": {}, "Artikel nur für Abonnenten": {}},
            refuses=("Un quai est réservé aux bateaux des abonnés",),
        ),
        AccessForm(
            name="text for payers, East Asian",
            languages="zh ja ko",
            marks=(
                *(
                    "付费阅读",
                    "付费后阅读",
                    "付费内容",
                    "付費閱讀",
                    "订阅后阅读",
                    "订阅后可阅读全文",
                    "訂閱後閱讀",
                ),
                *("本文为付费文章", "本文為付費文章", "会员专享", "會員專享", "仅限会员阅读"),
                *(
                    "有料会員限定",
                    "この記事は有料会員",
                    "この記事は有料記事",
                    "会員限定記事",
                    "구독자 전용",
                    "유료 회원 전용",
                ),
            ),
            pattern=r"^.{0,16}MARK.{0,20}$",
            examples={"本文为付费文章": {}, "有料会員限定の記事です": {}, "本文余下内容付费阅读": {}},
            refuses=("临水的报纸不收付费",),
        ),
        AccessForm(
            name="rest of the text in characters",
            languages="zh ja",
            marks=("残り", "剩余", "剩餘", "余下", "还有"),
            pattern=r"^\W*MARK[:：]?\s*\d[\d,]*\s*(?:文字|字)\W*.{0,20}$",
            examples={"残り1234文字": {}, "（剩余 820 字）订阅后查看": {}},
            refuses=("还有30字没有写完的稿子，林水接着写了下去，直到天亮",),
        ),
    )
)
"""Lines below a preview, or above the text."""
