r"""Wording of the lines that stand around an article's text, in the languages of the family.

Word lists are data: one phrase a line where phrases have spaces, otherwise several. Phrases may use
regular expressions; those that repeat a group take its white space for good (`\s*+`), or a long row of
numbers would take for ever.
"""

from __future__ import annotations

import re

from crawler.extraction.lexicon.agencies.table import Role, agencies

_OPEN = r"^[\s(（\[【〔<《—_\-•·*>»▲△]*"
_COLON = r"\s*[:：/／丨|︱｜]"


_CREDITED = (
    r"(?:供稿|撰稿|撰文|文字|文|采写|摄影|图片|图|编辑|责编|审核|校对|审读|初审|复审|终审)\s*[:：/／丨|︱｜]\s*"
    r"[一-鿿·]{2,4}(?:[、 ][一-鿿·]{2,4}){0,3}"
)
"""A task and who did it: `摄影/张艳`."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _words(text: str) -> str:
    return "(?:" + "|".join(text.split()) + ")"


def _phrases(text: str) -> str:
    """Phrases in other scripts than Chinese, not one of which is tried where Chinese stands."""
    return "(?![\u3400-\u9fff])(?:" + "|".join(line.strip() for line in text.strip().splitlines()) + ")"


EDITOR = _any(
    _OPEN
    + "(?:纠错[】\\]]?\\s*[【\\[]?)?"
    + _words("本文 本期 稿件 文字 网络 值班 见习 实习 微信")
    + "?"
    + _words("责任 責任 特约 执行 網路 网站 新媒体")
    + "?"
    + _words("编辑 編輯 责编 責编 責編 编审 主编 编校")
    + r"\s*[:：/／丨|︱｜]?\s*\S{0,24}",
    _OPEN
    + _words(
        r"校对 校對 审核 審核 审\s*读 签发 监\s*制 总监制 制作 策划 总策划 统筹 终审 初审 复审 排版"
        r" 美编 值班主任 值班编委"
        " 值班总编 编译 翻译 运营 出品 核稿 供稿 来稿 通讯员"
    )
    + _COLON,
    _OPEN
    + _words(r"(?:web\s*)?editors? Responsable R[ée]dacteur Editor(?:es)? Redakteur Redaktion Редактор")
    + _COLON,
    _OPEN + _words("责任者 編集者 편집 المحرر") + _COLON,
    r"^.{0,40}?" + _CREDITED + r"[\s、,，;；]+" + _CREDITED + r"\s*$",
)
"""Lines that name editors, proof-readers and producers."""

SOURCE = _any(
    _OPEN
    + _words("本文 稿件 文章 新闻 资料 内容 信息 文字 图文")
    + "?"
    + _words("来源 來源 來自 稿源 转自 轉自 摘自 来自 出处 消息来源")
    + r"\s*[:：丨|]",
    _OPEN + _words("source fuente quelle источник المصدر 出典 출처 fonte fonto") + r"\s*[:：]",
)
"""Lines that name the source."""

BYLINE = _any(
    _OPEN
    + _words(
        "作者 撰文 文 撰稿 执笔 采写 记者 記者 文字 文/图 图文 文图 特约记者 本报记者 实习记者 实习生 摄影"
        " 摄像 视频 图片 供图 制图"
        " 海报 翻译 编译"
    )
    + _COLON,
    _OPEN + r"by\s+(?-i:[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,4})(?:\s*(?:,|and|&|\|).{0,60})?$",
    r"^\S{2,12}(?:记者|記者)[\s:：]+[一-鿿·]{2,4}(?:[\s、,，]+[一-鿿·]{2,4}){0,5}$",
    r"^《\S{2,10}》\s?(?:特约)?(?:作者|记者|编辑|撰稿人?)[\s:：]+[一-鿿·]{2,4}(?:[\s、,，]+[一-鿿·]{2,4}){0,5}$",
    rf"^(?:{'|'.join(agencies(Role.BYLINE))})?(?:特约)?(?:评论员|记者|通讯员)$",
)
"""Lines that name authors, and stand by themselves."""

ORIGINAL_TITLE = _any(
    _OPEN + "(?:本文|文章)?" + _words("原标题 原題 原題為 原题为 原文标题 原标题为") + r"\s*[:：《为]?"
)
"""The title that a reprint had where it came from."""

BUTTONS = _any(
    _OPEN
    + "(?:"
    + _words(
        "分享到 分享让 分享至 分享 字号 字體 打印 收藏 关闭 返回 举报 点赞 评论 纠错 投诉 转发"
        " 关注我们 推荐给朋友 链接已复制 复制链接 大 中 小 超大 标准"
        " 播放 视频 图集 图片 广告 推荐 推薦 iklan advert advertisement adverti[sz]ing publicidad"
        " anzeige реклама play video share"
        " print email close caption comments? tweet facebook twitter whatsapp telegram pinterest"
        " linkedin messenger reddit"
        r" save topics loading\.* more"
    )
    + r"\s*+[:：/|]?+\s*+)+[:：+>》)）\]】\d]*$",
    _OPEN + _phrases("copy link\nread more") + r"\W*$",
    _OPEN + r"(?:the end|end)\W*$",
    r"^[\W_]*$",
)
"""Whole lines that are interface, not text."""

NOTICES = _any(
    _OPEN + r"(?:点击|點擊)(?:进入|查看|下载|观看|图片|这里|購買)",
    _OPEN + r"(?:扫描|扫一扫|长按|识别)(?:上方|下方|左侧|右侧|图中|二维码|关注)",
    _OPEN
    + _words(
        "更多精彩 更多新闻 更多内容 更多资讯 精彩推荐 热点推荐 推荐阅读 相关阅读 相关新闻 相关链接"
        " 相关报道 相关文章 延伸阅读 延伸閱讀"
        " 延伸·推荐 猜你喜欢 为你推荐 為你推薦 热门推荐 往期回顾 阅读原文 查看原文 此前报道 先行报道"
        " 聚焦新聞 您可能感兴趣"
        " 関連記事 관련기사"
    ),
    _OPEN + r"(?:更多|相关)\S{0,10}(?:请|敬请)(?:关注|点击|查看)",
    _OPEN
    + r"(?:本文|文中)?(?:图片|配图|部分图片|图文|素材)均?(?:来自|来源于?|源自)于?(?:互联)?网络?\W*"
    + r"(?:$|.{0,20}侵)",
    _OPEN
    + _words(
        "特别声明 免责声明 版权声明 平台声明 风险提示及免责 声明[：:] 版权所有 版權所有 未经授权"
        " 未經授權 本文系 本文为.{0,12}原创"
        " 本作品为 本文仅代表 以上内容 凡本网 凡注明 转载请 轉載請 如需转载 如遇作品 本网站 投稿邮箱"
        " 新闻热线 报料 爆料"
    ),
    _OPEN
    + _phrases(r"""
        copyright
        ©
        \(c\)
        all rights reserved
        ℗
        follow (?:us|me|him|her|@|the author|\S+(?:'s full coverage)?(?: \S+)? (?:on|of))\b.{0,160}$
        click here
        sign up
        subscribe
        get (?:the|access|unlimited|our) .{0,60}(?:app|newsletter|inbox|subscription|here)
        download (?:the|our)
        like us on
        join us on
        listen to newsbeat
        have a tip\?
        need more space\?
        enter to win
        filed under
        share this
        email this
        reuse this
        this slideshow requires
        view all \(
        see full gallery
        trending(?: news| now)?$
        most read
        recommended
        related(?: news| stories| articles| content| coverage)\b.{0,60}:?$
        related\s*(?::.{0,60})?$
        you may also like
        don[’']?t miss
        read more (?:at|on|from|here|:)
        see more:
        see also
        also read
        also see
        read also
        also:\s
        more (?:from|on|in|news|stories):?\s.{0,60}$
        more:$
        something to consider
        tell us what you think
        additional reporting by
        updated at \d
        image copyright
        opinion articles reflect
        (?:the )?views expressed
        if you would like to contribute
        for more information please visit
        tempo de leitura
        reading time
        estimated read
        (?:à )?lire aussi
        voir aussi
        lea también
        ver también
        te puede interesar
        leia (?:também|mais)
        mehr zum thema
        lesen sie auch
        читайте также
        смотрите также
        по теме
        اقرأ أيضا
        baca juga"""),
    r"^\d{6,10}$",
    r"^https?://\S+$",
    r"^\[/?(?:button|gallery|caption|embed|video|audio|vc_\w+)\b[^\]]*\]",
    r"^\d{1,3}\s*(?:of|/|-)\s*\d{1,3}(?:\s+of \d+)?$",
)
"""Lines that lead elsewhere, disclaim or advertise, told by how they begin."""

PROMOTION = _any(r"下载.{0,6}客户端")
"""Wording that advertises wherever it stands."""

PAGER = _any(
    r"^(?:[【\[(（]?+\s*+(?:\b\d{1,3}\b|"
    + _words("上一页 下一页 首页 尾页 末页 上页 下页 余下全文 阅读全文 全文阅读 next previous prev")
    + r")\s*+[】\])）]?+\s*+[>»<«]*+\s*+)+$"
)
"""Links between the pages of one article."""

LOCATION = _any(
    _OPEN
    + r"(?:[您你]?的?(?:现在)?(?:所在|当前|现在)的?位置|[您你]的位置|当前位置|首页\s*[>＞»]|home\s*[>＞»]+)",
)
"""Breadcrumbs."""

TAIL = _any(
    _OPEN + r"[《]\S{2,10}(?:日报|晚报|时报|早报|青年报)[》]\s*[（(]?\s*(?:19|20)\d\d年",
    _OPEN
    + r"\S+ is (?:a|an|the) .{0,80}"
    + _words("columnist contributor author writer reporter correspondent editor curator")
    + r" (?:with|for|at|of)\b",
    r"^\S.{0,40}(?:columnist|contributor) with ",
    r"^[（(]?(?:资料来源|資料來源|图片来源|素材来源|作者|据|综合)[:：]?.{0,30}[）)]$",
    r"^[（(]\S{2,4}[）)]$",
)
"""Lines below the last paragraph: the print edition, the author, the material."""
