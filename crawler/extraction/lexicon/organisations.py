"""Words and endings of the names of organisations, and words that name nobody."""

from __future__ import annotations

from typing import Final

PAPER_ENDINGS: Final = tuple(
    """
    日报 晚报 早报 晨报 商报 时报 周报 快报 导报 青年报 都市报 特区报 农村报 法制报 生活报 消费者报 电视报
    广播报 教育报 卫生报 文化报 日報 晚報 早報 晨報 商報 時報 週報 周報 快報 導報 新聞網 新闻网 新闻社
    新聞社 通讯社 通訊社 广播网 广播电视台 电视台 廣播電台 电台 電台 電視台 总台 卫视 新闻中心 新闻 新聞
    客户端 客戶端 融媒体 融媒 传媒 傳媒 在线 在線 之家 财经 財經 科技 体育 娱乐 资讯 頻道 频道 周刊 週刊
    杂志 雜誌 晚刊 中心 网 網 报 報 社 台 刊
    """.split()
)
"""Endings of the Chinese names of papers, stations and sites; the more specific come first."""

SECTION_ENDINGS: Final = frozenset(
    "新闻 新聞 中心 财经 財經 科技 体育 娱乐 资讯 頻道 频道 在线 在線 之家 传媒 傳媒 社 台 刊".split()
)
"""Those of them that names of sections and words for other things have, too: `国际新闻`."""

DESK_ENDINGS: Final = tuple(
    """
    报 報 社 网 網 台 电 電 媒体 媒體 新闻 新聞 客户端 频道 职工 职业 中心 在线 之声 军事 我们的 本台 见习
    财经 快讯 总站 外交 体育
    """.split()
)
"""Endings of the Chinese names of papers and desks, and words before 记者: no person's name ends so."""

OFFICE_ENDINGS: Final = tuple("局 部 委 院 会 社 報 报 网 網 台 馆 館 校 司 厅 中 国".split())
"""Endings of the Chinese and Japanese names of offices, papers and schools."""

OFFICE_WORDS: Final = tuple("公司 政府 大学 官网 电视 委员会 集团 中心 医院 学校 记者站".split())
"""Words somewhere in the Chinese names of offices and companies."""

ORGANISATION_WORDS: Final = frozenset(
    """
    abendblatt administration agence agencia agencies agency agentur agenzia agência alliance anzeiger archiv
    archive archives archivo arquivo association biro broadcasting center centre channel city club collection
    commons company corp corporation county court daily department divulgação entertainment esa estudios
    family feuerwehr film films fire for foundation gallery getty gobierno government governo group handout
    herald illustration image images inc institute journal library llc ltd mairie media ministerio ministry
    ministère museum nachrichten nasa netflix network news office photo photos picture pictures police
    polizei pool post prefeitura presidencia press privat private production productions radio reprodução
    revolución sekretariat service services sheriff shimbun society space sport sports stadt staff
    stringer studio studios team television times tribune tv universidad universidade university
    università universität via ville warner wikimedia wikipedia zeitung
    """.split()
)
"""Words in lower case that mark a name of several words as an organisation's."""

SOURCE_WORDS: Final = frozenset(
    """
    news network press times post online agency service sports journal tribune herald gazette radio tv
    magazine newspapers wire newswire chronicle daily telegraph guardian observer bulletin globe mirror
    nachrichten zeitung kurier anzeiger noticias presse agentur
    """.split()
)
"""Folded last words of the names of papers and networks."""

CYRILLIC_SOURCE_WORDS: Final = ("газета", "новости", "агентство", r"информ\w*")
"""Last words of the Russian names of papers and agencies, as regular expressions."""

NOBODY: Final = frozenset(
    """
    agencies archief archiv archive archives archivo archiwum arkiv arquivo contributed cortesia cortesía
    courtesy divulgação especial file handout pool privat private reprodução staff str stringer submitted
    supplied uncredited
    arsip arşiv ist istimewa архив архів أرشيف أرشيفية ארכיון फाइल
    资料图 资料图片 资料照片 資料照 資料照片 资料照 视频截图 网络 网络图片
    公有领域 公有領域
    """.split()
) | {"file photo"}
"""Words in lower case in a photo credit that names neither a person nor an agency: `handout`."""

SEVERAL: Final = frozenset({"综合", "綜合"})
"""Words in place of an agency, for a text with several sources: `综合讯`."""

BUTTON_WORDS: Final = frozenset("end ends more comments comment continued".split())
"""Words in lower case that stand alone in brackets or between slashes and occur in no name."""
