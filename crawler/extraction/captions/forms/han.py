"""Photo credits in Chinese characters, from the specific form to the general one."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.photo_agencies import KNOWN
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import NOBODY, OFFICE_ENDINGS

_HAN: Final = "[一-鿿]"
_NAME: Final = r"(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]+[一-鿿]|(?=[一-鿿]{1,9}·)[一-鿿·]{5,12})"
_WHO: Final = rf"(?P<who>{_NAME}(?:[、 \u3000/／]+[一-鿿·]{{2,4}}){{0,4}})"
_RANK: Final = "(?:首席|特约|特約|实习|實習|见习|見習|高级|驻[一-鿿]{2,6}|驻地)?"
_ROLE: Final = _RANK + any_of((*labels.REPORTERS, *labels.ROLES, *labels.PHOTOGRAPHERS))
_SEPARATOR: Final = r"\s*(?:[:：=＝/／丨｜︱|·•@＠]|[Bb][Yy](?=[^a-z]))\s*"
_WHOLE: Final = (
    "(?:本[文版组組]|文[中内內章]|以上|上述)(?:图片|照片|配图|圖片|配圖|[图圖])|上[图圖](?=[均都皆])"
)
_OF_ALL: Final = rf"(?:{_WHOLE})[^。]{{0,14}}?(?:均|都|皆)?(?:[为由系為]|[来來]自|[来來]源[于於]?)"
_NUMBERED: Final = r"[图圖](?:\d{1,2}|[①-⑩])(?:[-—~至、,，]?(?:\d{1,2}|[①-⑩]))*[:：]\s*"
_DRAWN: Final = any_of((*labels.DRAWN, *labels.DRAWN_BY))
_LABEL: Final = any_of((*labels.PHOTO_SOURCE, *labels.LEADING_PICTURE))
_LEAD: Final = (
    rf"(?:[▲△|｜]\s*|{_OF_ALL}|{_NUMBERED}|{_HAN}{{2,6}}[社网網]照片[，,]\s*"
    rf"|{_LABEL}(?:{_SEPARATOR}|(?<=由))|[（(]?{any_of(labels.ARCHIVE)}[）)，,]\s*)*+"
)
"""Words before the credit proper: a label, a note of the archive, a note that it is for all pictures."""
_DESK: Final = rf"{_HAN}{{1,8}}(?:社|报|報|網|网|台|队|部|中国|中國)"
_WHEN: Final = r"(?:[ \u3000]*\d{2,4}年\d{1,2}月\d{1,2}日)?"
_SHOT: Final = rf"\s*[/／]?\s*MARK(?![影制]|报道|報道|報導){_WHEN}"
_PROVIDER: Final = r"(?P<org>[^\s，。▲△（）():：/／丨｜|]{2,24}?)"
_OF_PICTURE: Final = (
    rf"[▲△]?(?:{_HAN}{{0,4}}{any_of(labels.PHOTO_SOURCE)}(?:{_SEPARATOR}|(?<=由))"
    rf"|{_HAN}{{0,4}}{any_of(labels.PHOTOS)}[均都皆]由)"
)
"""Words before the provider that speak of a picture: `照片由`, `以上图片均由`."""
_NO_SENTENCE: Final = r"(?![^\s，。]{0,20}(?<!自)由[^\s，。]{2,20}提供)"
"""Excludes sentences about a provider of something else: `经费由县政府提供`."""
_PROSE: Final = re.compile(
    rf"[。！？；]|^由|(?<!翻)拍$|免[费費]|^图为|^圖為|记者在|可以|进行|{any_of(labels.EDITORS)}|[，,].*[，,]"
)


_NO_CAPTION: Final = (
    rf"(?!(?<![^（(\[【〔])[图圖][:：]\s?{_HAN}{{7,}}[）)\]】〕]?$(?<!{any_of(OFFICE_ENDINGS)}))"
)
"""Excludes a description behind a label: `图：渔船在新的船闸前等候`."""
_VISITED: Final = re.compile("登录|登陆|登錄|访问|詳見|详见|请|來自|来自|见|據|据|原载|本")


def _no_prose(parts: Parts) -> bool:
    return not any(map(_PROSE.search, parts.values()))


def _of_person(parts: Parts) -> bool:
    """Return whether the names in a short list after a mere `图：` have the surnames of people."""
    return are_names(parts["who"])


def _of_site(parts: Parts) -> bool:
    """Return whether a site or an account is named, neither visited nor the source of the text."""
    return _VISITED.match(parts["org"]) is None and not _PROSE.search(parts["org"])


def _of_known(parts: Parts) -> bool:
    """Return whether the parts, without label and verb, are known agencies, or the first or last is one."""
    names = [
        re.sub(r"(?:记者|記者|配信|[发發])$", "", part)
        for part in re.split(r"\s*[/／|、]\s*", parts["names"])
    ]
    known = [name.casefold() in KNOWN for name in names]
    if all(name.casefold() in NOBODY and name.endswith(("图", "圖", "片")) for name in names):
        return False  # `（资料图）` is the caption's own word
    return all(known) or (len(known) > 1 and (known[0] or known[-1]))


FORMS: Final = (
    CreditForm(
        name="issued, taken by",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>{_HAN}{{2,8}}?)[发發]\s?[（(]\s*{_WHO}{_SHOT}[^（）()]{{0,12}}[）)]",
        stands=(Stands.BRACKETED, Stands.GLUED, Stands.BEFORE),
        examples={
            "渔船等候。新华社发（吴林 摄）": {
                "credit": "新华社发（吴林 摄）",
                "org": "新华社",
                "who": "吴林",
            },
            "新华社发（吴林、周样摄，资料照片）": {
                "credit": "新华社发（吴林、周样摄，资料照片）",
                "org": "新华社",
                "who": "吴林、周样",
            },
            "新华社发（吴林摄）渔船在闸前等候。": {
                "credit": "新华社发（吴林摄）",
                "org": "新华社",
                "who": "吴林",
            },
        },
        refuses=("新华社发（吴林说）", "渔船等候（2024年5月6日摄）"),
    ),
    CreditForm(
        name="issued, provided by",
        says_photo=True,
        languages="zh",
        marks=tuple(f"{issued}{opens}" for issued in "发發" for opens in ("（", "(", " （", " (")),
        pattern=rf"(?P<org>{_HAN}{{2,8}}?)MARK[^（）()]{{1,24}}[）)]",
        stands=(Stands.BRACKETED, Stands.GLUED),
        examples={
            "渔船等候。新华社发（林水县委 供图）": {
                "credit": "新华社发（林水县委 供图）",
                "org": "新华社",
            }
        },
        refuses=("发（吴林）", "新华社发表（吴林）文章"),
    ),
    CreditForm(
        name="issued, drawn by",
        says_photo=True,
        languages="zh",
        marks=("发 ", "發 "),
        pattern=rf"(?P<org>{_HAN}{{2,8}}?)MARK(?P<who>[一-鿿·]{{2,8}})\s{_DRAWN}",
        stands=(Stands.BRACKETED, Stands.GLUED),
        examples={
            "漫画：等候。新华社发 吴林 作": {"credit": "新华社发 吴林 作", "org": "新华社", "who": "吴林"},
        },
        refuses=("新华社发 吴林 工作",),
    ),
    CreditForm(
        name="drawn by a reporter",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"{_LEAD}(?P<org>{_HAN}{{0,10}}?){_RANK}(?:记者|記者)\s?{_WHO}(?<!资料)(?:\s?[/／]?\s?|\s?资料)MARK",
        examples={
            "渔船等候。林水新闻见习记者 吴林 图": {
                "credit": "林水新闻见习记者 吴林 图",
                "org": "林水新闻",
                "who": "吴林",
            },
            "渔船等候。中新社记者 吴林 资料图": {
                "credit": "中新社记者 吴林 资料图",
                "org": "中新社",
                "who": "吴林",
            },
            "本文图片除特别标注外，均为林水新闻记者吴林 图": {
                "credit": "本文图片除特别标注外，均为林水新闻记者吴林 图",
                "org": "林水新闻",
                "who": "吴林",
            },
        },
        refuses=("记者了解到的情况如图",),
    ),
    CreditForm(
        name="taken by, with a role",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{_LEAD}(?P<org>[一-鿿A-Za-z·]{{0,16}}?){_ROLE}\s*[：:]?\s*{_WHO}{_SHOT}(?:[/／]{_HAN}{{2,6}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。新华社记者 吴林 摄": {
                "credit": "新华社记者 吴林 摄",
                "org": "新华社",
                "who": "吴林",
            },
            "漁船等候。中央社記者吳林攝 112年2月16日": {
                "credit": "中央社記者吳林攝 112年2月16日",
                "org": "中央社",
                "who": "吳林",
            },
            "渔船等候。(通讯员吴 林 摄)": {"credit": "(通讯员吴 林 摄)", "who": "吴 林"},
            "渔船等候。（资料图片）中新社记者 吴林 摄": {
                "credit": "（资料图片）中新社记者 吴林 摄",
                "org": "中新社",
                "who": "吴林",
            },
            "渔船等候。图片来源：林水日报记者 吴林 摄": {
                "credit": "图片来源：林水日报记者 吴林 摄",
                "org": "林水日报",
                "who": "吴林",
            },
            "（資料照，記者吳林攝）": {"credit": "（資料照，記者吳林攝）", "who": "吳林"},
            "林水日报记者 吴林 周样摄/光明图片": {
                "credit": "林水日报记者 吴林 周样摄/光明图片",
                "org": "林水日报",
                "who": "吴林 周样",
            },
        },
        refuses=(
            "人民日报记者 吴林摄影报道",
            "渔船等候。记者在现场拍摄",
            "记者了解到，照片由吴林拍摄，可以免费使用。",
            "林水举办影展，其中三十幅来自新华社记者的拍摄。",
        ),
        holds=_no_prose,
    ),
    CreditForm(
        name="taken by, with a role and a place",
        says_photo=True,
        languages="zh",
        marks=("摄", "攝"),
        pattern=rf"(?P<org>{_HAN}{{2,8}}?)(?:记者|記者)(?P<who>{_HAN}{{3}}){_HAN}{{2,5}}MARK{_WHEN}",
        examples={
            "漁船等候。中央社記者吳小林林水攝 113年6月12日": {
                "credit": "中央社記者吳小林林水攝 113年6月12日",
                "org": "中央社",
                "who": "吳小林",
            }
        },
        refuses=("林水日报记者吴林摄", "中央社記者在船閘前面拍攝"),
        holds=lambda parts: _of_person({"who": parts["who"]}) and _no_prose(parts),
    ),
    CreditForm(
        name="taken by, before the caption",
        says_photo=True,
        languages="zh",
        marks=("摄", "攝"),
        pattern=rf"(?P<org>{_HAN}{{2,8}}?)记者\s?{_WHO}\s?MARK(?!影)",
        stands=(Stands.BEFORE,),
        examples={
            "新华社记者 吴林 摄 渔船在闸前等候。": {
                "credit": "新华社记者 吴林 摄",
                "org": "新华社",
                "who": "吴林",
            }
        },
        refuses=("本报记者 吴林 摄影 周样 林水报道",),
    ),
    CreditForm(
        name="taken by, behind a desk",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{_LEAD}(?P<org>{_DESK})[发發]?[ \u3000]+{_WHO}{_SHOT}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。中新社发 吴林 摄": {"credit": "中新社发 吴林 摄", "org": "中新社", "who": "吴林"},
            "渔船等候。（林水网 吴林 摄）": {"credit": "（林水网 吴林 摄）", "org": "林水网", "who": "吴林"},
        },
        refuses=("林水网 吴林 说",),
    ),
    CreditForm(
        name="taken by, desk and name in one",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{_LEAD}(?P<org>{_HAN}{{1,8}}(?:社|报|報|網|网|台|之音))(?P<who>{_HAN}{{2,3}}){_SHOT}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。（林水日报吴林摄）": {
                "credit": "（林水日报吴林摄）",
                "org": "林水日报",
                "who": "吴林",
            },
            "渔船等候。新华社吴林摄": {"credit": "新华社吴林摄", "org": "新华社", "who": "吴林"},
        },
        refuses=("新华社在船闸拍摄", "这张照片在林水电视台前面拍摄"),
        holds=lambda parts: _of_person({"who": parts["who"]}) and _no_prose(parts),
    ),
    CreditForm(
        name="taken by, for an agency",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>[一-鿿A-Za-z·]{{2,12}})\s*[/／]\s*{_WHO}{_SHOT}",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（美联社/本·样例摄）": {
                "credit": "（美联社/本·样例摄）",
                "org": "美联社",
                "who": "本·样例",
            }
        },
        refuses=("（文/图 吴林）",),
    ),
    CreditForm(
        name="taken by",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{_LEAD}{_WHO}{_SHOT}(?:[/／](?P<org>{_HAN}{{2,6}}))?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。吴林 摄": {"credit": "吴林 摄", "who": "吴林"},
            "渔船等候。（吴林摄）": {"credit": "（吴林摄）", "who": "吴林"},
            "渔船等候。吴林、周样/摄": {"credit": "吴林、周样/摄", "who": "吴林、周样"},
            "渔船等候。吴林摄/光明图片": {
                "credit": "吴林摄/光明图片",
                "who": "吴林",
                "org": "光明图片",
            },
        },
        refuses=(
            "渔船等候。摄",
            "渔船在闸前等候（2024年5月6日摄）。",
            "天文摄影的初学者进行拍摄。",
            "这是他最好的照片，由儿子拍摄。",
        ),
        holds=_no_prose,
    ),
    CreditForm(
        name="taken by, behind the label",
        languages="zh",
        marks=labels.TAKEN_BY,
        pattern=rf"[▲△]?MARK(?:{_SEPARATOR}|(?<![摄攝])(?<![图圖]文)\s+){_WHO}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。摄影：吴林": {"credit": "摄影：吴林", "who": "吴林"},
            "渔船等候。摄影丨吴林": {"credit": "摄影丨吴林", "who": "吴林"},
            "渔船等候。（摄影 吴林）": {"credit": "（摄影 吴林）", "who": "吴林"},
            "文/图 吴林 周样": {"credit": "文/图 吴林 周样", "who": "吴林 周样"},
        },
        refuses=("摄影/吴林 编辑/周样", "喜欢摄影的朋友", "摄影：2024年"),
        holds=_no_prose,
    ),
    CreditForm(
        name="picture by",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"[▲△]?MARK{_SEPARATOR}{_WHO}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。图/吴林": {"credit": "图/吴林", "who": "吴林"},
            "漁船等候。（圖／吳林）": {"credit": "（圖／吳林）", "who": "吳林"},
        },
        refuses=("图/视觉中国", "图：旧船闸"),
        holds=_of_person,
    ),
    CreditForm(
        name="picture by, behind the name",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"(?P<who>{_HAN}{{2,3}})(?:\s?[/／]\s?|\s)MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。吴林 图": {"credit": "吴林 图", "who": "吴林"},
            "渔船等候。（吴林/图）": {"credit": "（吴林/图）", "who": "吴林"},
        },
        refuses=("船闸 图", "吴林图"),
        holds=_of_person,
    ),
    CreditForm(
        name="issued by an agency, provided by somebody",
        says_photo=True,
        languages="zh",
        marks=(*labels.PROVIDED, *labels.LENT),
        pattern=rf"(?P<org>{_HAN}{{2,6}}[社网網])[发發]\s[^（）()。，]{{2,24}}?\s?MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。新华社发 林水县委供图": {"credit": "新华社发 林水县委供图", "org": "新华社"},
            "渔船等候。（新华社发 林水县委供图）": {
                "credit": "（新华社发 林水县委供图）",
                "org": "新华社",
            },
        },
        refuses=("（新华社 林水县委供图）",),
    ),
    CreditForm(
        name="provided by somebody",
        says_photo=True,
        languages="zh",
        marks=labels.PROVIDED,
        pattern=rf"{_LEAD}{_PROVIDER}\s?[/／]?\s?MARK(?:\s{_HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。林水县文化馆/供图": {
                "credit": "林水县文化馆/供图",
                "org": "林水县文化馆",
            },
            "渔船等候。林水县文化馆供图": {"credit": "林水县文化馆供图", "org": "林水县文化馆"},
            "渔船等候。视觉中国 供图": {"credit": "视觉中国 供图", "org": "视觉中国"},
        },
        refuses=("请渔民供图三张",),
        holds=_no_prose,
    ),
    CreditForm(
        name="picture provided by somebody",
        says_photo=True,
        languages="zh",
        marks=labels.LENT,
        pattern=rf"{_OF_PICTURE}{_PROVIDER}\s?MARK(?:\s{_HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。照片由林水日报提供": {"credit": "照片由林水日报提供", "org": "林水日报"},
            "渔船等候。（图片由林水县医院提供）": {
                "credit": "（图片由林水县医院提供）",
                "org": "林水县医院",
            },
            "渔船等候。以上图片均由林水日报提供": {
                "credit": "以上图片均由林水日报提供",
                "org": "林水日报",
            },
            "漁船等候。圖／林水報提供": {"credit": "圖／林水報提供", "org": "林水報"},
        },
        refuses=("照片由读者提供后，经核实。", "渔船等候。林水日报提供", "船闸改建后，经费由县政府提供。"),
        holds=_no_prose,
    ),
    CreditForm(
        name="lent by somebody",
        languages="zh",
        marks=labels.LENT,
        pattern=rf"{_LEAD}{_NO_SENTENCE}{_PROVIDER}\s?MARK(?:\s{_HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。林水县委提供": {"credit": "林水县委提供", "org": "林水县委"},
            "渔船等候。（自由渔报提供）": {"credit": "（自由渔报提供）", "org": "自由渔报"},
        },
        refuses=(
            "医生愿意为渔民免费提供场所",
            "船闸明年开工，相关经费由县政府提供。",
            "船闸改建后，由县医院为渔民提供。",
            "开闸以后，早餐免费提供。",
        ),
        holds=_no_prose,
    ),
    CreditForm(
        name="lent by somebody, in brackets",
        languages="zh",
        marks=labels.LENT,
        pattern=r"由(?P<org>[^\s，。▲△（）():：/／]{2,20}?)\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（由林水县委提供）": {"credit": "（由林水县委提供）", "org": "林水县委"}},
        refuses=("船闸由县政府提供", "（由县政府免费提供）"),
        holds=_no_prose,
    ),
    CreditForm(
        name="source behind a comma",
        says_photo=True,
        languages="zh",
        marks=("图像来源", "圖像來源", "图片来源", "圖片來源"),
        pattern=r"MARK[，,]\s?(?P<org>[^。，,]{2,60})",
        examples={
            "渔船等候。图像来源，Getty Images": {"credit": "图像来源，Getty Images", "org": "Getty Images"}
        },
        refuses=("图像来源，是渔民最关心的。渔船等候",),
    ),
    CreditForm(
        name="picture according to",
        says_photo=True,
        languages="zh",
        marks=("图据", "圖據"),
        pattern=r"MARK\s?[:：]?\s?(?P<org>[^\s。，,：:]{2,24})",
        examples={
            "渔船等候 图据林水新闻": {"credit": "图据林水新闻", "org": "林水新闻"},
            "渔船等候。图据：林水新闻": {"credit": "图据：林水新闻", "org": "林水新闻"},
        },
        refuses=("制图据说很难", "图据，渔船等候"),
    ),
    CreditForm(
        name="source behind the label, glued to the caption",
        says_photo=True,
        languages="zh",
        marks=("图片来源：", "图源：", "图：", "圖：", "圖片來源：", "摄影：", "攝影：", "供图：", "供圖："),
        pattern=(
            r"(?:[/／|｜]\s?|(?<=[一-鿿])(?<![如下上见見右左附地版供配料意果截组組插制製绘繪题題头頭首面]))"
            r"MARK\s?(?P<org>[^。，,：:；]{2,30})"
        ),
        stands=(Stands.GLUED,),
        examples={
            "渔船在闸前等候图：IC photo": {"credit": "图：IC photo", "org": "IC photo"},
            "渔船在闸前等候。/图：IC photo": {"credit": "/图：IC photo", "org": "IC photo"},
        },
        refuses=("渔船的位置如下图：林水", "图：IC photo", "资料图：旧船闸", "示意图：船闸"),
    ),
    CreditForm(
        name="picture of an agency",
        says_photo=True,
        languages="zh",
        marks=("图", "圖", "图片", "圖片", "照片", "照"),
        pattern=r"(?P<names>[^（）()]{2,24}?)\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候（美联社图）": {"credit": "（美联社图）", "names": "美联社"},
            "渔船等候（法新社照片）": {"credit": "（法新社照片）", "names": "法新社"},
        },
        refuses=("（左图）", "（资料照）", "（旧船闸图）"),
        holds=lambda parts: _of_known({"names": parts["names"]}) and parts["names"].casefold() in KNOWN,
    ),
    CreditForm(
        name="picture of an agency, and who took it",
        says_photo=True,
        languages="zh",
        marks=("图片", "圖片", "照片"),
        pattern=r"(?P<org>[^（）()/／]{2,12})MARK\s?[/／]\s?(?P<who>[^（）()/／，,]{2,24})",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候（美联社照片/本·样例）": {
                "credit": "（美联社照片/本·样例）",
                "org": "美联社",
                "who": "本·样例",
            },
            "渔船等候。联合国图片/Ann Example": {
                "credit": "联合国图片/Ann Example",
                "org": "联合国",
                "who": "Ann Example",
            },
        },
        refuses=("（旧照片/新照片）", "（照片/吴林）"),
        holds=lambda parts: parts["org"].casefold() in KNOWN,
    ),
    CreditForm(
        name="agency behind a stroke",
        says_photo=True,
        languages="zh",
        marks=("\\", "＼"),
        pattern=r"MARK\s?(?P<names>[^\\＼。，]{2,24})",
        stands=(Stands.GLUED,),
        examples={"渔船在闸前等候\\美联社": {"credit": "\\美联社", "names": "美联社"}},
        refuses=("渔船\\渔民",),
        holds=_of_known,
    ),
    CreditForm(
        name="rights of an agency",
        languages="zh",
        marks=("©",),
        pattern=r"MARK\s?(?:(?:19|20)\d\d\s)?(?P<org>[一-鿿]{2,12})",
        stands=(Stands.GLUED,),
        examples={"渔船等候© 2024 路透社": {"credit": "© 2024 路透社", "org": "路透社"}},
        refuses=("© 2024 林水网 版权所有",),
    ),
    CreditForm(
        name="source behind a sentence",
        languages="zh",
        marks=("来源：", "來源：", "来源:", "來源:", "来源/", "來源/", "来源｜", "来源丨"),
        pattern=r"MARK\s?(?P<org>[^。，,：:；\s|]{2,20})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船等候。来源：林水网": {"credit": "来源：林水网", "org": "林水网"}},
        refuses=("来源：林水网",),
    ),
    CreditForm(
        name="account of a social network",
        says_photo=True,
        languages="en zh",
        marks=(
            "X",
            "FB",
            "IG",
            "Facebook",
            "Instagram",
            "Twitter",
            "TikTok",
            "Weibo",
            "微博",
            "臉書",
            "脸书",
        ),
        pattern=rf"(?:{any_of(labels.PHOTO_SOURCE)}{_SEPARATOR})?(?P<org>MARK\s?@[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（FB@Linshui Lock）": {"credit": "（FB@Linshui Lock）", "org": "FB@Linshui Lock"}
        },
        refuses=("（X光）", "X@linshui"),
    ),
    CreditForm(
        name="member of a picture agency",
        says_photo=True,
        languages="zh",
        marks=("@iStockphoto", "@iStock", "@Getty Images", "@Shutterstock", "@123RF", "@Adobe Stock"),
        pattern=r"(?P<org>[\w.-]{2,30}MARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（ann32@iStockphoto）": {"credit": "（ann32@iStockphoto）", "org": "ann32@iStockphoto"}
        },
        refuses=("（@iStockphoto）", "ann32@iStockphoto"),
    ),
    CreditForm(
        name="picture of an account",
        says_photo=True,
        languages="zh",
        marks=("IG", "FB", "Facebook", "Instagram", "YouTube", "Threads", "TikTok", *labels.ACCOUNTS),
        pattern=(
            r"(?P<org>[^（）()，,。：:；\s]{0,14}?(?<![A-Za-z])MARK)\s?"
            r"(?:影片|视频|視頻)?(?:图片|圖片|照片|相片|截图|截圖|图|圖)"
        ),
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船等候。（吴林FB图片）": {"credit": "（吴林FB图片）", "org": "吴林FB"},
            "漁船等候。 吳林IG圖片": {"credit": "吳林IG圖片", "org": "吳林IG"},
            "渔船等候。林水县微博图": {"credit": "林水县微博图", "org": "林水县微博"},
        },
        refuses=("渔民在微博发了图片", "（据微博图片）", "渔民看IG图片"),
        holds=_of_site,
    ),
    CreditForm(
        name="name and agency behind a sentence",
        says_photo=True,
        languages="zh",
        marks=agencies(AgencyRole.BARE, "zh"),
        pattern=rf"(?P<who>{_NAME})\s?[/／|｜丨]\s?(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "渔船等候。吴林/视觉中国": {"credit": "吴林/视觉中国", "who": "吴林", "org": "视觉中国"},
        },
        refuses=("渔船等候。船闸/视觉中国", "吴林/视觉中国"),
        holds=_of_person,
    ),
    CreditForm(
        name="picture off the net",
        says_photo=True,
        languages="zh",
        marks=("照片", "图片", "圖片", "图", "圖"),
        pattern=r"(?P<org>互联网|互聯網|网络|網路|網絡|网上|網上|网|網)MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。（互联网照片）": {"credit": "（互联网照片）", "org": "互联网"},
            "漁船等候。網圖": {"credit": "網圖", "org": "網"},
        },
        refuses=("互联网图书馆", "（互联网公司）", "渔民在修网"),
    ),
    CreditForm(
        name="off a screen",
        languages="zh",
        marks=labels.SCREENSHOT,
        pattern=r"[^\s，。▲△（）()]{0,24}?MARK",
        examples={"渔船等候。视频截图": {"credit": "视频截图"}},
        refuses=("渔船公告截图", "视频截图显示，渔船在等候"),
        holds=_no_prose,
    ),
    CreditForm(
        name="off a screen, in brackets",
        languages="zh",
        marks=("截图", "截圖"),
        pattern=r"[^（）()]{0,40}?MARK",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（网页截图）": {"credit": "（网页截图）"}},
        refuses=("（截图显示渔船）",),
        holds=_no_prose,
    ),
    CreditForm(
        name="taken over from",
        says_photo=True,
        languages="zh",
        marks=labels.TAKEN_OVER,
        pattern=rf"(?:{any_of(labels.PHOTO_SOURCE)}{_SEPARATOR})?MARK(?P<names>[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（翻攝自林水臉書）": {"credit": "（翻攝自林水臉書）", "names": "林水臉書"},
            "漁船等候。（圖／截自林水微博）": {"credit": "（圖／截自林水微博）", "names": "林水微博"},
        },
        refuses=("（自取）",),
    ),
    CreditForm(
        name="source behind the label",
        says_photo=True,
        languages="zh",
        marks=(*labels.PHOTO_SOURCE, *labels.TAKEN_BY),
        pattern=rf"[▲△]?(?:©\s*)?{_NO_CAPTION}MARK(?:{_SEPARATOR}|(?<=[自于於])|(?<=源)(?=网|網|@)|(?<=供[图圖]|[来來图圖]源)\s+)(?:(?P<org>[^。，/／]{{2,100}})|(?P<names>[^。，]{{2,100}}?))(?:[，,]\s?(?:如有)?侵权?[即必请]?删(?:除)?)?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。图源：网络，侵删": {"credit": "图源：网络，侵删", "org": "网络"},
            "渔船等候。图源：视觉中国": {"credit": "图源：视觉中国", "org": "视觉中国"},
            "渔船等候。图/视觉中国": {"credit": "图/视觉中国", "org": "视觉中国"},
            "渔船等候。[照片=林水报]": {"credit": "[照片=林水报]", "org": "林水报"},
            "图片来自林水论坛": {"credit": "图片来自林水论坛", "org": "林水论坛"},
            "渔船等候。供图 林水县委": {"credit": "供图 林水县委", "org": "林水县委"},
            "渔船等候。（图片来源：林水日报）": {"credit": "（图片来源：林水日报）", "org": "林水日报"},
            "渔船等候。图片来源：Linshui Herald / Ann Example": {
                "credit": "图片来源：Linshui Herald / Ann Example",
                "names": "Linshui Herald / Ann Example",
            },
        },
        refuses=("图为渔船在闸前等候", "摄影/吴林 编辑/周样", "图：渔船在新的船闸前等候"),
        holds=_no_prose,
    ),
    CreditForm(
        name="source behind a label in brackets",
        says_photo=True,
        languages="zh",
        marks=labels.PHOTO_SOURCE,
        pattern=r"MARK(?![为為示中拍摄攝])(?:于|於|自)?\s?(?:(?P<org>[^/／]{2,110})|(?P<names>.{2,110}))",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（图片 林水论坛）": {"credit": "（图片 林水论坛）", "org": "林水论坛"},
        },
        refuses=("（图为旧船闸）", "（图1）", "（照片摄于林水）"),
        holds=_no_prose,
    ),
    CreditForm(
        name="source of all pictures",
        languages="zh",
        marks=("本文", "本版", "本组", "本組", "文中", "文内", "文內", "文章", "以上", "上述"),
        pattern=rf"(?=MARK){_OF_ALL}(?P<names>[^。]{{2,30}})",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。文章图片均来自视觉中国": {
                "credit": "文章图片均来自视觉中国",
                "names": "视觉中国",
            },
            "渔船等候。本文图片均来自视觉中国": {
                "credit": "本文图片均来自视觉中国",
                "names": "视觉中国",
            },
        },
        refuses=("本文作者为林水大学教授",),
    ),
    CreditForm(
        name="source in brackets",
        languages="zh",
        marks=("来源", "來源"),
        pattern=rf"MARK{_SEPARATOR}(?P<names>[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（来源：林水视频）": {"credit": "（来源：林水视频）", "names": "林水视频"}},
        refuses=("来源：林水日报", "（来源 3）"),
        holds=_no_prose,
    ),
    CreditForm(
        name="out of the archive",
        languages="zh",
        marks=labels.ARCHIVED,
        pattern=r"(?P<org>[^\s，。▲△（）():：／/]{2,24}?)\s?MARK",
        examples={
            "漁船等候。報系資料照": {"credit": "報系資料照", "org": "報系"},
        },
        refuses=("渔船等候。资料照片", "资料照片显示，船闸已有百年"),
        holds=_no_prose,
    ),
    CreditForm(
        name="out of the archive, in brackets",
        languages="zh",
        marks=labels.ARCHIVE,
        pattern=r"(?P<names>[^（）():：]{2,40}?)[，,]?\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（中央社資料照片）": {"credit": "（中央社資料照片）", "names": "中央社"},
        },
        refuses=("（资料图）", "（资料显示，船闸已有百年）"),
        holds=_no_prose,
    ),
    CreditForm(
        name="site or account in brackets",
        languages="zh",
        marks=(*labels.SITES, *labels.ACCOUNTS),
        pattern=r"(?P<org>[^（）()，,。：:；\s]{0,14}MARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候（林水之声网站）": {"credit": "（林水之声网站）", "org": "林水之声网站"},
            "漁船等候。（微博）": {"credit": "（微博）", "org": "微博"},
        },
        refuses=("（登录本网站）", "（据林水网站）", "（林水县）"),
        holds=_of_site,
    ),
    CreditForm(
        name="known agencies in brackets",
        languages="zh ja",
        pattern=r"(?=[^()\[\]（）【】]*[一-鿿ァ-ヶ])(?P<names>[^()\[\]（）【】]{2,40})",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（视觉中国）": {"credit": "（视觉中国）", "names": "视觉中国"},
            "渔船等候。（新华社/路透）": {"credit": "（新华社/路透）", "names": "新华社/路透"},
        },
        refuses=("（林水县）", "（完）", "（资料图）"),
        holds=_of_known,
    ),
    CreditForm(
        name="known agency behind the caption",
        languages="zh",
        marks=agencies(AgencyRole.BARE, "zh"),
        pattern=rf"(?:{_LABEL}\s)?(?P<org>MARK)(?:[发發]| ?资料图?|\s?[图圖])?",
        examples={
            "渔船等候。新华社发": {"credit": "新华社发", "org": "新华社"},
            "渔船等候。视觉中国": {"credit": "视觉中国", "org": "视觉中国"},
            "渔船等候。视觉中国 图": {"credit": "视觉中国 图", "org": "视觉中国"},
            "渔船等候。题图 视觉中国": {"credit": "题图 视觉中国", "org": "视觉中国"},
        },
        refuses=("渔民告诉新华社",),
    ),
    CreditForm(
        name="issued by an agency",
        languages="zh",
        marks=("发", "發"),
        pattern=rf"(?P<org>{_HAN}{{2,6}}(?:社|网|網))MARK",
        examples={"渔船等候。林水网发": {"credit": "林水网发", "org": "林水网"}},
        refuses=("渔船等候。网发", "渔船从林水出发"),
    ),
    CreditForm(
        name="account behind a sentence",
        languages="zh",
        marks=labels.ACCOUNTS,
        pattern=r"(?P<org>[^（）()，,。：:；\s]{0,10}MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"漁船等候。微博": {"credit": "微博", "org": "微博"}},
        refuses=("渔民看微博", "微博"),
        holds=_of_site,
    ),
)
