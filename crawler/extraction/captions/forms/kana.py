"""Photo credits in Japanese."""

from __future__ import annotations

import unicodedata
from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.photo_agencies import KNOWN
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.lexicon import labels

_NAME: Final = "[一-鿿ぁ-んァ-ヶー・ ]{2,12}"
_JAPANESE: Final = ("共同", "時事")
"""Agencies that stand behind the foreign agency whose picture they pass on: `ゲッティ共同`."""


def _are_agencies(names: str) -> bool:
    """Return whether a text is an agency, or several: `ロイター=共同`, `ゲッティ共同`."""
    folded = unicodedata.normalize("NFKC", names).casefold()
    parts = folded.split("=")
    return all(part in KNOWN or part.endswith(_JAPANESE) for part in parts)


FORMS: Final = (
    CreditForm(
        name="agency behind an equals sign",
        languages="ja",
        marks=("＝", "="),
        # A narrow sign within a sentence may be anything: `船=新華社`.
        pattern=r"MARK(?:(?<=＝)|(?<=[）)。」]=))(?P<org>[^。、\s（）()]{2,20})",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ＝新華社": {"credit": "＝新華社", "org": "新華社"},
            "船が待つ（林水）=AP": {"credit": "=AP", "org": "AP"},
            "船が待つ（5日）＝ゲッティ共同": {"credit": "＝ゲッティ共同", "org": "ゲッティ共同"},
        },
        refuses=("船が待つ＝5月6日", "船が待つ＝林水町で", "船=新華社"),
        holds=lambda parts: _are_agencies(parts["org"]),
    ),
    CreditForm(
        name="agencies in brackets, with an equals sign between",
        languages="ja",
        marks=("＝", "="),
        pattern=r"(?P<org>[^。、\s（）()=＝]{2,12}MARK[^。、\s（）()=＝]{2,12})",
        stands=(Stands.BRACKETED,),
        examples={"船が待つ（ロイター＝共同）": {"credit": "（ロイター＝共同）", "org": "ロイター＝共同"}},
        refuses=("船が待つ（左＝林水町）",),
        holds=lambda parts: _are_agencies(parts["org"]),
    ),
    CreditForm(
        name="foreign agency and the agency that passes on its picture, in brackets",
        languages="ja",
        marks=_JAPANESE,
        pattern=r"(?P<org>[A-ZＡ-Ｚァ-ヶー]{2,8}MARK)",
        stands=(Stands.BRACKETED,),
        examples={"船が待つ（ＥＰＡ時事）": {"credit": "（ＥＰＡ時事）", "org": "ＥＰＡ時事"}},
        refuses=("船が待つ（５日共同）", "船が待つＥＰＡ時事"),
    ),
    CreditForm(
        name="sign of copyright, in full width",
        languages="ja",
        marks=("（Ｃ）", "（ｃ）", "（C）", "（c）", "(Ｃ)", "Ⓒ"),
        pattern=r"MARK\s?(?P<names>[^\s。、\d（）][^。、\n（）\d]{1,30})",
        stands=(Stands.GLUED,),
        examples={"船が待つ（Ｃ）日刊例": {"credit": "（Ｃ）日刊例", "names": "日刊例"}},
        refuses=("（Ｃ）2024 例社", "船（Ａ）が待つ"),
        holds=lambda parts: not parts["names"].isascii(),
    ),
    CreditForm(
        name="taken by several, behind an equals sign",
        languages="ja",
        marks=("撮影",),
        pattern=rf"[＝=](?P<who>{_NAME}?(?<!で)、{_NAME}?)MARK",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ＝例野花子、山田太郎撮影": {
                "credit": "＝例野花子、山田太郎撮影",
                "who": "例野花子、山田太郎",
            }
        },
        refuses=("船が待つ＝５日、例野花子撮影", "船が待つ＝臨水町で、例野花子撮影"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="says whose the photo is, in brackets",
        languages="ja",
        marks=("写真は",),
        pattern=rf"MARK(?P<who>{_NAME})",
        stands=(Stands.BRACKETED,),
        examples={"船が待つ。（写真は例野花子）": {"credit": "（写真は例野花子）", "who": "例野花子"}},
        refuses=("（写真はイメージ）", "（写真は2023年）", "（写真は水門の前で待つ船）"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="taken or provided by, behind an equals sign",
        languages="ja",
        marks=labels.KANA_SHOT,
        pattern=rf"[＝=](?P<names>{_NAME}?)MARK",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ＝例野花子撮影": {"credit": "＝例野花子撮影", "names": "例野花子"},
            "船が待つ＝林水町提供": {"credit": "＝林水町提供", "names": "林水町"},
        },
        refuses=("写真を撮影した", "船が待つ＝撮影"),
    ),
    CreditForm(
        name="taken by, alone",
        languages="ja",
        marks=("撮影",),
        pattern=r"(?P<who>[一-鿿ぁ-んァ-ヶ]{3,6}?)(?:記者)?MARK",
        stands=(Stands.ALONE,),
        examples={
            "例野花子撮影": {"credit": "例野花子撮影", "who": "例野花子"},
            "例野花子記者撮影": {"credit": "例野花子記者撮影", "who": "例野花子"},
        },
        refuses=("記念写真撮影", "船を撮影", "船が待つ例野花子撮影"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="taken by, behind a comma",
        languages="ja",
        marks=("撮影",),
        pattern=r"(?<=、)(?P<who>[一-鿿ぁ-んァ-ヶ]{3,6}?)(?:記者)?MARK",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ、例野花子撮影": {"credit": "例野花子撮影", "who": "例野花子"},
            "船が待つ＝林水町で、例野花子記者撮影": {"credit": "例野花子記者撮影", "who": "例野花子"},
        },
        refuses=("船が待つ、記念写真撮影", "船が待つ例野花子撮影", "船が待つ、６日撮影"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="taken by, in brackets",
        languages="ja",
        marks=("撮影",),
        pattern=rf"(?P<who>{_NAME}?)MARK",
        stands=(Stands.BRACKETED,),
        examples={"船が待つ。（例野花子撮影）": {"credit": "（例野花子撮影）", "who": "例野花子"}},
        refuses=("（2024年5月6日撮影）",),
    ),
    CreditForm(
        name="provided by, in brackets",
        languages="ja",
        marks=("写真", "配信"),
        pattern=r"(?P<names>[^()（）]{2,40}?)MARK",
        stands=(Stands.BRACKETED,),
        examples={"船が待つ。（林水町写真）": {"credit": "（林水町写真）", "names": "林水町"}},
        refuses=("（写真を撮る人）",),
    ),
    CreditForm(
        name="taken by, behind a label in Japanese",
        languages="ja",
        marks=("写真", "撮影"),
        pattern=rf"MARK(?:\s?[:：/／]|(?<=影)・)\s*(?P<who>{_NAME})",
        stands=BEHIND_OR_BRACKETED,
        examples={"船が待つ。撮影：例野花子": {"credit": "撮影：例野花子", "who": "例野花子"}},
        refuses=("写真：アフロ", "写真：新華社"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="taken or provided by, behind the label",
        languages="ja",
        marks=labels.KANA_PHOTO,
        pattern=r"MARK(?:\s?[:：/／＝=]|(?<=[供影])・)\s*(?P<names>[^。\n]{1,60})",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "船が待つ。写真：新華社": {"credit": "写真：新華社", "names": "新華社"},
            "船が待つ。（写真提供：林水町）": {"credit": "（写真提供：林水町）", "names": "林水町"},
            "船が待つ 写真提供＝林水町": {"credit": "写真提供＝林水町", "names": "林水町"},
            "船が待つ 写真提供・林水町": {"credit": "写真提供・林水町", "names": "林水町"},
        },
        refuses=("写真を撮る人が多かった。", "写真・図版"),
    ),
)

IN_CAPTIONS: Final = (
    CreditForm(
        name="taken by, behind a comma",
        languages="ja",
        marks=("撮影",),
        pattern=r"、(?P<who>[一-鿿ぁ-んァ-ヶー]{3,6}?)MARK",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ＝２０２４年５月５日、例野花子撮影": {"credit": "、例野花子撮影", "who": "例野花子"}
        },
        refuses=("船が待つ、水門で撮影", "船が待つ、例野花子"),
        holds=lambda parts: are_names(parts["who"]),
    ),
    CreditForm(
        name="agency behind a narrow equals sign",
        languages="ja",
        marks=("=",),
        pattern=r"(?<=[ぁ-んァ-ヶー一-鿿）)。」\s])MARK\s?(?P<org>[^。、\s（）()=]{2,20})",
        stands=(Stands.GLUED,),
        examples={
            "船が待つ=共同": {"credit": "=共同", "org": "共同"},
            "船が待つ= ロイター": {"credit": "= ロイター", "org": "ロイター"},
        },
        refuses=("船が待つ=林水町で", "船=新造船"),
        holds=lambda parts: _are_agencies(parts["org"]),
    ),
    CreditForm(
        name="taken from the helicopter of the paper",
        languages="ja",
        marks=(
            "本社ヘリから",
            "本社ヘリより",
            "本社機から",
            "本社ヘリコプターから",
            "本社チャーターヘリから",
        ),
        pattern=rf"[＝=、]MARK(?P<who>{_NAME})?(?:撮影)?",
        stands=(Stands.GLUED,),
        examples={"船が待つ＝本社ヘリから": {"credit": "＝本社ヘリから"}},
        refuses=("船が待つ、本社ヘリ", "本社ヘリから見た船"),
    ),
)
"""Further credits in Japanese, in a text that is surely a caption."""
