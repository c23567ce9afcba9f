"""Names of Chinese-language agencies and papers in datelines, and the endings that such names share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crawler.extraction.lexicon.han import HAN, WORD

_NAMES: Final = """
新华社 新华网 新华每日电讯 新华日报 新华全媒 新华视点 新华财经 新华国际 人民网 人民日报 人民日报海外版
人民日报社 人民日报客户端 人民政协报 人民政协网 人民法院报 人民铁道 人民公安报 中新社 中新网 中新经纬
中国新闻社 中国新闻网 中国网 中国网财经 中国台湾网 中国西藏网 中国青年报 中国青年网 中青报 中青网 中青在线
中青评论 中国日报 中国日报网 中国经济网 中国经济时报 中国证券报 中国证券网 中证网 中国军网 中国军号
中国妇女报 中国教育报 中国科学报 中国文化报 中国环境报 中国质量报 中国体育报 中国能源报 中国基金报
中国之声 中国侨网 中国江苏网 中国甘肃网 中国西部网 中国山东网 中国纪检监察报 中国消费者报 中国交通新闻网
中国气象报 中国经营报 中国电子报 中国航空报 中国工业报 央视 央视网 央视新闻 央视新闻客户端 央视财经
央视军事 央广网 央广军事 国际在线 国际锐评 环球网 环球时报 环球资讯 光明日报 光明网 经济日报 经济参考报
经济观察报 经济观察网 每日经济新闻 每经网 每经 每经AI 法制日报 法治日报 法制网 法治网 法制晚报 工人日报
农民日报 科技日报 学习时报 检察日报 正义网 解放军报 解放日报 解放网 海外网 参考消息 参考消息网 求是网
半月谈网 党建网 文汇报 新民晚报 新民网 东方网 澎湃新闻 界面新闻 上观新闻 看看新闻 第一财经 财联社 财新网
财经网 证券时报 证券时报网 证券日报 证券日报网 上海证券报 上证报 北京日报 北京晚报 北京青年报 北青报
北青网 北京商报 北京晨报 北京头条 新京报 新京报贝壳财经 千龙网 京报网 天津日报 今晚报 津云 河北日报 长城网
山西日报 山西晚报 辽宁日报 吉林日报 黑龙江日报 东北网 浙江日报 浙江在线 钱江晚报 都市快报 安徽日报
中安在线 福建日报 东南网 江西日报 大江网 大众日报 大众网 齐鲁晚报 齐鲁网 齐鲁壹点 河南日报 大河报 大河网
湖北日报 荆楚网 长江日报 长江网 楚天都市报 湖南日报 红网 红网时刻 华声在线 三湘都市报 南方日报 南方都市报
南方网 南方周末 南方+ 羊城晚报 金羊网 广州日报 大洋网 深圳特区报 深圳商报 晶报 广西日报 广西新闻网
海南日报 南海网 重庆日报 华龙网 四川日报 四川在线 成都商报 华西都市报 封面新闻 红星新闻 贵州日报
多彩贵州网 云南日报 云南网 西藏日报 陕西日报 西部网 华商报 甘肃日报 每日甘肃网 青海日报 宁夏日报 新疆日报
天山网 兵团日报 内蒙古日报 正北方网 扬子晚报 紫牛新闻 现代快报 江南时报 新华报业网 交汇点 南京日报
极目新闻 潇湘晨报 上游新闻 九派新闻 大皖新闻 直播日照 观察者网 凤凰网 凤凰新闻 腾讯新闻 腾讯科技 腾讯体育
腾讯财经 腾讯娱乐 新浪科技 新浪财经 新浪体育 新浪娱乐 新浪新闻 新浪网 新浪军事 新浪汽车 新浪游戏 搜狐体育
搜狐科技 搜狐娱乐 网易科技 网易财经 网易体育 网易娱乐 网易新闻 和讯网 东方财富网 金融界 同花顺 华尔街见闻
智通财经 智通财经APP 格隆汇 蓝鲸财经 蓝鲸新闻 时代周报 时代财经 21世纪经济报道 华夏时报 投资时报
国际金融报 电商报 雷锋网 驱动之家 快科技 太平洋电脑网 中关村在线 站长之家 IT之家 36氪 钛媒体 虎嗅 猎云网
亿邦动力网 亿欧 艾瑞网 DoNews TechWeb cnBeta CNMO PChome 游民星空 本报 本网 本站 本刊 本台 本社 综合 南都
e公司 CGTN CRI CMG 新華社 新華網 人民日報 中國新聞社 中國新聞網 中國網 中新網 中通社 香港中通社 大公報
大公網 文匯報 文匯網 香港文匯報 香港文匯網 香港大公文匯 星島日報 星島 明報 東方日報 on.cc東網 東網
香港商報 香港商報網 香港經濟日報 信報 am730 經濟通 經濟一週 蘋果日報 成報 頭條日報 晴報 香港電台 香港01
澳門日報 中央社 中央通訊社 聯合報 聯合新聞網 聯合晚報 經濟日報 工商時報 中國時報 中時 中時新聞網
中時電子報 自由時報 自由電子報 鉅亨網 ETtoday NOWnews 今日新聞 三立新聞網 東森新聞 民視新聞 公視新聞
華視新聞 中廣新聞 中廣新聞網 風傳媒 上報 新頭殼 台灣醒報 中華日報 青年日報 旺報 大紀元 大紀元時報 美國之音
自由亞洲電台 法廣 德國之聲 本報 本網 綜合 財訊快報 時報資訊 精實新聞 路透社 路透 法新社 美联社 美聯社
俄新社 塔斯社 俄塔社 共同社 时事社 時事社 韩联社 韓聯社 朝中社 埃菲社 埃菲 德新社 安莎社 彭博社 彭博
彭博新聞社 合众国际社 合眾國際社 英国广播公司 联合早报 聯合早報 星洲日报 星洲網 南洋商报 光华日报 早报
8视界新闻网 石榴云 川观新闻 顶端新闻 大象新闻 奔流新闻 长江云 芒果云 触电新闻 冀云 闪电新闻 海报新闻 潮新闻
天目新闻 橙柿互动 荔枝新闻 读特 读创 直新闻 掌上兰州 橙訊 點新聞 马新社 越通社 印新社 道琼斯 道瓊
"""
_ENDINGS: Final = (
    "日报|晚报|早报|晨报|商报|时报|周报|快报|导报|青年报|都市报|特区报|农村报|法制报|生活报|消费者报|"
    "电视报|广播报|教育报|卫生报|文化报|"
    "日報|晚報|早報|晨報|商報|時報|週報|周報|快報|導報|新聞網|新闻网|新闻社|新聞社|通讯社|通訊社|广播网|"
    "广播电视台|电视台|廣播電台|电台|電台|電視台|"
    "总台|卫视|新闻中心|新闻|新聞|客户端|客戶端|融媒体|融媒|传媒|傳媒|在线|在線|之家|财经|財經|科技|体育|"
    "娱乐|资讯|頻道|频道|周刊|週刊|杂志|雜誌|晚刊|"
    "中心|网|網|报|報|社|台|刊"
)
_KNOWN: Final = frozenset(_NAMES.split())
_LONGEST: Final = max(map(len, _KNOWN))
_ENDING: Final = re.compile(rf"{WORD}{{1,12}}?(?:{_ENDINGS})")
# What follows a name and belongs to it: `·…客户端`, `四川频道`, `e公司`, `《国防时空》`, `科技`.
_ADDITION: Final = re.compile(
    rf"[·/—-]\s?{WORD}{{1,10}}?(?:客户端|新媒体|新闻|日报|晚报|在线|频道|网|报|社)(?!客户端|新闻)"
    rf"|{HAN}{{0,6}}?(?:频道|客户端|海外版|頻道|新媒体|分社|记者站|网站|APP|e公司)"
    rf"|《[^《》]{{2,14}}》|[/·]?掌上{HAN}{{2}}"
    r"|(?:科技|财经|体育|娱乐|汽车|军事|国际|健康|教育|房产|游戏)(?=[讯\d\s]|消息)"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """A name at the start of a text."""

    name: str
    known: bool
    """Whether it stands in the list; otherwise its ending tells it."""


def agencies_at_start(text: str) -> Iterator[Agency]:
    """The names with which a text may begin, the likeliest first."""
    known = _known_at_start(text)
    if known:
        yield from _with_additions(text, len(known), known=True)
    end = 0
    for _ in range(3):
        ending = _ENDING.match(text, end)
        if ending is None or ending.end() > 18:
            return
        end = ending.end()
        yield from _with_additions(text, end, known=False)


def _with_additions(text: str, end: int, *, known: bool) -> Iterator[Agency]:
    addition = _ADDITION.match(text, end)
    if addition:
        yield Agency(text[: addition.end()], known=known)
    yield Agency(text[:end], known=known)


def _known_at_start(text: str) -> str | None:
    for length in range(min(_LONGEST, len(text)), 1, -1):
        if text[:length] in _KNOWN:
            return text[:length]
    return None
