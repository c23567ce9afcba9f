"""Surnames tell people from organisations in Chinese and Japanese."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.photo_agencies import is_agency

_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余"
    "于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍陶黎贺賀毛郝"
    "龚龔邵万萬钱錢严嚴武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申耿关關焦左柳甘祝包宁寧符"
)
"""The commonest surnames; three people in four have one of the first hundred."""
_CHINESE: Final = re.compile(r"[一-鿿]{2,3}")
_JAPANESE: Final = re.compile(r"[一-鿿]{1,4}[ぁ-んァ-ヶー一-鿿]*[子郎美太介一ぁ-んァ-ヶー]")


def are_names(text: str) -> bool:
    """Whether all of a short list may be people rather than organisations: `吴林、周样`."""
    return all(map(may_be_name, re.split(r"[、 \u3000]+", text)))


def may_be_name(name: str) -> bool:
    """Whether a word may be a person's name."""
    return _may_be_chinese(name) or _may_be_japanese(name)


def _may_be_chinese(name: str) -> bool:
    return bool(_CHINESE.fullmatch(name)) and name[0] in _SURNAMES and not is_agency(name)


def _may_be_japanese(name: str) -> bool:
    return len(name) > 3 and bool(_JAPANESE.fullmatch(name)) and not is_agency(name)
