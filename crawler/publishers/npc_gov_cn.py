"""Declares organs of the party and the state that publish news: congress, courts, ministries."""

from __future__ import annotations

from crawler.publishers.model import Publisher
from crawler.publishers.url_shapes import (
    CONTENT_ARTICLE,
    HANWEB_NEW_ARTICLE,
    INDEX_HUB,
    TRS_ARTICLE,
    XINHUA_OLD_ARTICLE,
)

NPC_GOV_CN = Publisher(
    name="npc.gov.cn",
    title="中国人大网",
    hosts=("npc.gov.cn",),
    start=("http://www.npc.gov.cn/", "http://www.npc.gov.cn/npc/c2/c30834/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, r"/20\d{4}/[0-9a-f]{32}\.shtml$", CONTENT_ARTICLE),
    hub_urls=(INDEX_HUB,),
    seen="2025-10",
)

CPPCC_GOV_CN = Publisher(
    name="cppcc.gov.cn",
    title="中国政协网",
    hosts=("cppcc.gov.cn",),
    start=("http://www.cppcc.gov.cn/", "http://www.cppcc.gov.cn/zxww/newcppcc/wyjy/index.shtml"),
    language="zh-Hans",
    article_urls=(r"/20\d\d/\d\d/\d\d/ARTI\d+\.shtml$",),
    hub_urls=(INDEX_HUB,),
    seen="2026-07",
)

CCDI_GOV_CN = Publisher(
    name="ccdi.gov.cn",
    title="中央纪委国家监委网站",
    hosts=("ccdi.gov.cn",),
    start=("https://www.ccdi.gov.cn/", "https://www.ccdi.gov.cn/yaowenn/", "https://www.ccdi.gov.cn/scdcn/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE, r"/t20\d{6}_\d+_m\.html$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-07-29",
)

CAC_GOV_CN = Publisher(
    name="cac.gov.cn",
    title="中国网信网",
    hosts=("cac.gov.cn",),
    start=("https://www.cac.gov.cn/", "https://www.cac.gov.cn/wxzw/wxfb/A093702index_1.htm"),
    language="zh-Hans",
    article_urls=(XINHUA_OLD_ARTICLE,),
    hub_urls=(INDEX_HUB, r"/A\d{4,8}index_\d+\.htm$"),
    seen="2026-06",
)

COURT_GOV_CN = Publisher(
    name="court.gov.cn",
    title="最高人民法院",
    hosts=("court.gov.cn",),
    start=("https://www.court.gov.cn/", "https://www.court.gov.cn/zixun.html"),
    language="zh-Hans",
    article_urls=(r"^/(?:zixun|fabu)/xiangqing/\d+\.html$", r"^/(?:zixun|fabu)-xiangqing-\d+\.html$"),
    hub_urls=(r"^/(?:zixun|fabu)\.html$", r"^/(?:zixun|fabu)/gengduo/\d+(?:_\d+)?\.html$"),
    seen="2026-05",
)

SPP_GOV_CN = Publisher(
    name="spp.gov.cn",
    title="最高人民检察院",
    hosts=("spp.gov.cn",),
    start=(
        "https://www.spp.gov.cn/",
        "https://www.spp.gov.cn/spp/qwfb/index.shtml",
        "https://www.spp.gov.cn/spp/zdgz/index.shtml",
        "https://www.spp.gov.cn/spp/tt/index.shtml",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2026-09",
)

MOFCOM_GOV_CN = Publisher(
    name="mofcom.gov.cn",
    title="商务部",
    hosts=("mofcom.gov.cn",),
    start=(
        "https://www.mofcom.gov.cn/",
        "https://www.mofcom.gov.cn/xwfb/index.html",
        "http://english.mofcom.gov.cn/",
    ),
    language="zh-Hans",
    languages=(("english.mofcom.gov.cn", "en"),),
    article_urls=(HANWEB_NEW_ARTICLE, r"^/article/(?:\w+/)+20\d{4}/20\d{12}\.shtml$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-08",
)

PBC_GOV_CN = Publisher(
    name="pbc.gov.cn",
    title="中国人民银行",
    hosts=("pbc.gov.cn",),
    start=("http://www.pbc.gov.cn/goutongjiaoliu/113456/113469/index.html",),
    language="zh-Hans",
    article_urls=(r"/(?:20\d{15,17}|\d{7})/index\.html$",),
    hub_urls=(r"/\d{5,6}/index\d*\.html$",),
    seen="2026-04",
)

MOF_GOV_CN = Publisher(
    name="mof.gov.cn",
    title="财政部",
    hosts=("mof.gov.cn",),
    start=(
        "http://www.mof.gov.cn/",
        "http://www.mof.gov.cn/zhengwuxinxi/caizhengxinwen/",
        "https://gss.mof.gov.cn/gzdt/zhengcefabu/",
    ),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2025-03",
)

MOE_GOV_CN = Publisher(
    name="moe.gov.cn",
    title="教育部",
    hosts=("moe.gov.cn",),
    start=("http://www.moe.gov.cn/", "http://www.moe.gov.cn/jyb_xwfb/gzdt_gzdt/"),
    language="zh-Hans",
    article_urls=(TRS_ARTICLE,),
    hub_urls=(INDEX_HUB,),
    seen="2026-09",
)

MIIT_GOV_CN = Publisher(
    name="miit.gov.cn",
    title="工业和信息化部",
    hosts=("miit.gov.cn",),
    start=(
        "https://www.miit.gov.cn/xwdt/gxdt/sjdt/index.html",
        "https://www.miit.gov.cn/xwfb/bldhd/index.html",
    ),
    language="zh-Hans",
    article_urls=(HANWEB_NEW_ARTICLE, r"/c\d+/content\.html$"),
    hub_urls=(INDEX_HUB,),
    seen="2026-09",
)

NHC_GOV_CN = Publisher(
    name="nhc.gov.cn",
    title="国家卫生健康委员会",
    hosts=("nhc.gov.cn",),
    start=("https://www.nhc.gov.cn/",),
    language="zh-Hans",
    article_urls=(r"/20\d{4}/[0-9a-f]{32}\.shtml$",),
    hub_urls=(r"/(?:new_)?list(?:_\w+)?\.shtml$",),
    seen="2025-09",
)

CUSTOMS_GOV_CN = Publisher(
    name="customs.gov.cn",
    title="海关总署",
    hosts=("customs.gov.cn",),
    start=("http://www.customs.gov.cn/customs/xwfb34/index.html",),
    language="zh-Hans",
    article_urls=(r"/\d{7}/index\.html$",),
    hub_urls=(r"/[a-z]+\d*/index\.html$", r"/\d{6}/index\.html$"),
    seen="2024-09",
)

CSRC_GOV_CN = Publisher(
    name="csrc.gov.cn",
    title="中国证券监督管理委员会",
    hosts=("csrc.gov.cn",),
    start=(
        "http://www.csrc.gov.cn/csrc/c100028/common_list.shtml",
        (
            "https://www.csrc.gov.cn/searchList/a1a078ee0bc54721ab6b148884c784a8"
            "?_isAgg=true&_isJson=true&_pageSize=18&_template=index&_rangeTimeGte=&_channelName=&page=1"
        ),
    ),
    language="zh-Hans",
    article_urls=(r"/c\d{6}/c\d{7}/content\.shtml$",),
    hub_urls=(r"/common_(?:xq_)?list\.shtml$",),
    seen="2026-09-28",
)
