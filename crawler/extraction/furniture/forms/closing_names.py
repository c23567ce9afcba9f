"""Forms of names behind the last sentence of a text: `……两千万元。（本报记者 李河）`."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import Form, Forms, Parts
from crawler.extraction.furniture.people import is_full_name
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.places_chinese import PLACES

_ROLES: Final = (*labels.REPORTERS, *labels.ROLES)
_BEFORE: Final = r"[^()（）\s。！？]{0,8}?"
_DONE: Final = r"(?:\s*(?:摄影)?(?:采写|报道|報道|整理|撰文|文))?"
_NAME: Final = r"[一-鿿]{2,4}"


def _is_author(parts: Parts) -> bool:
    return is_full_name(parts["who"]) and parts["who"] not in PLACES


CLOSING_NAMES: Final = Forms(
    (
        Form(
            name="reporters in brackets behind the text",
            languages="zh",
            marks=(*_ROLES, "文/", "文／"),
            pattern=rf"[(（](?P<who>{_BEFORE}MARK[^()（）]{{2,40}}?){_DONE}[)）][.。]?\s*$",
            examples={
                "一共花了两千万元。（本报记者李河 通讯员 吴帆）": {"who": "本报记者李河 通讯员 吴帆"},
                "一共花了两千万元。（临水晚报记者李河采写）": {"who": "临水晚报记者李河"},
                "一共花了两千万元（文/李河）": {"who": "文/李河"},
            },
            refuses=(
                "一共花了两千万元。（完）",
                "（记者李河）一共花了两千万元。",
                "一共花了两千万元（李河）",
            ),
        ),
        Form(
            name="reporters behind the last sentence",
            languages="zh",
            marks=_ROLES,
            pattern=rf"(?<=[。！？”])\s*(?:文[/／])?(?P<who>{_BEFORE}MARK\s*{_NAME}(?:[\s、]+[一-鿿]{{2,5}}){{0,4}})\s*$",
            examples={
                "一共花了两千万元。本报记者 李河 实习生 吴帆": {"who": "本报记者 李河 实习生 吴帆"},
                "一共花了两千万元。文/本报记者李河": {"who": "本报记者李河"},
            },
            refuses=("一共花了两千万元。本报记者李河摄影并报道了全过程", "本报记者 李河", "他说：“我是记者”"),
        ),
        Form(
            name="author in brackets behind the last sentence",
            languages="zh",
            pattern=rf"(?<=[。！？”])\s*[(（]\s*(?P<who>{_NAME})\s*[)）]\s*$",
            holds=_is_author,
            examples={
                "一共花了两千万元。（吴林）": {"who": "吴林"},
                "花了两千万元。”(李河)": {"who": "李河"},
            },
            refuses=(
                "一共花了两千万元。（完）",
                "一共花了两千万元。（江苏）",
                "船闸（吴林）",
                "（吴林）船闸打开。",
            ),
        ),
        Form(
            name="author behind the last sentence",
            languages="zh",
            pattern=r"(?<=[。！？”])(?P<who>[一-鿿]{2,3})$",
            holds=_is_author,
            examples={"一共花了两千万元。吴小林": {"who": "吴小林"}},
            refuses=(
                "一共花了两千万元。打开了",
                "一共花了两千万元。江苏",
                "吴小林",
                "一共花了两千万元，吴小林",
            ),
        ),
    )
)
