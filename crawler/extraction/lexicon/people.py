"""Parts of people's names, one place for captions, datelines and the lines around a text."""

from __future__ import annotations

from typing import Final

AND: Final = ("and", "und", "et", "y", "e")
"""Join the last two names of a list, people's or places', in alphabetic scripts: `Ann Bell und Ben Wu`."""

SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余"
    "于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍陶黎贺賀毛郝"
    "龚龔邵万萬钱錢严嚴武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申耿关關焦左柳甘祝包宁寧符"
)
"""The commonest Chinese surnames; three people in four have one of the first hundred."""

COMPOUND_SURNAMES: Final = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 "
    "端木 独孤 南宫 轩辕 呼延 完颜 纳兰 范姜 張簡".split()
)
"""Chinese surnames of two characters: a name of four that begins with one is a person's."""

ANONYMOUS: Final = tuple(
    "佚名 匿名 无名 不详 未知 無名 不詳 anonymous unknown anonyme anónimo anônimo anonym аноним"
    " 网络整理 網路整理 网络 系统管理员 管理员 管理員 admin administrator webmaster root".split()
)
"""In place of an author or editor whom the page does not name: `作者：佚名`, `作者：系统管理员`."""

NO_OUTLETS: Final = frozenset(
    "网络 網路 網絡 互联网 網際網路 网络编辑 网上 未知 不详 不詳 佚名 internet".split()
)
"""In place of a source that the page does not name: `来源：网络`."""

DESKS: Final = tuple("小编 小編 编辑部 編輯部 编辑团队 編輯團隊 编辑组 編輯組 采编部 工作室 bianji".split())
"""Endings of the names of desks that are printed where a person's name might be: `责任编辑：国际小编`."""
