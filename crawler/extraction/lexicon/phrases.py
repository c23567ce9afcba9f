r"""Wording of the lines that stand around an article's text, in the languages of the family.

Word lists are data: one phrase a line if phrases have spaces, otherwise several. Phrases may use regular
expressions. A phrase that repeats a group takes its white space possessively (`\s*+`): otherwise a long row
of numbers would take exponential time.
"""

from __future__ import annotations

import re

from crawler.extraction.lexicon import labels

OPEN = r"^[\s(（\[【〔<《—_\-•·*＊※>»▲△▶►➤→☆★◆◇■□●○◎▌◤]{0,20}"
"""Characters that may precede the words of such a line: brackets, dashes, bullets, arrows, stars."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _words(*texts: str) -> str:
    return "(?:" + "|".join(word for text in texts for word in text.split()) + ")"


_DATE_WORD = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
    r"|\d[\d:./]*(?:st|nd|rd|th|[ap]m)?|[ap]\.?m\.?|at|on|by|updated:|gmt|utc|e[sd]?t|c[sde]?t|[|–-])"
)
"""A word of an English date with its hour."""


def _phrases(text: str) -> str:
    """Return a pattern of phrases in other scripts, none of which is tried at a Chinese character."""
    lines = (line.strip().replace("DATE_WORD", _DATE_WORD) for line in text.strip().splitlines())
    return "(?![\u3400-\u9fff])(?:" + "|".join(lines) + ")"


_REQUESTS = _words(*labels.REQUESTS)
_NO_PROSE = (
    rf"(?!(?:|\W{{1,3}}(?=.{{24}}))[\u3400-\u9fff“《\d](?!.{{0,60}}{_REQUESTS}).{{8}}.*[。！？][”』）)]?$)"
)
"""Behind a title of a box: no sentence follows, unless it asks the readers for something."""
BOX_TITLES = re.compile(
    OPEN + _words(*labels.BOXES, "评论", "評論") + r"[\s:：】\])）>》]{0,4}(?P<title>.{0,30})$"
)
"""A title of a box, with the title of its text behind it: `相关链接：临水的三座船闸`."""

BUTTONS = _any(
    OPEN
    + r"/?\d{0,6}\s?(?:"
    + _words(
        "分享到 分享让 分享至 微信(?:好友|朋友圈)? (?:新浪|腾讯)?微博 QQ(?:空间|好友)? 朋友圈 人人网 豆瓣"
        " 关闭 返回 点赞 纠错 投诉 转发"
        " [+＋]?关注 关注我们 推荐给朋友 链接已复制 复制链接 大 中 小 超大 标准"
        " (?:点击|點擊)?(?:展开|展開|显示|顯示|查看)(?:全文|全部|更多|剩余内容) 收起(?:全文)?"
        " 重新浏览 商讯 扫一扫 手机阅读 手机看新闻 我要分享 ↑大 ↓小"
        " 官方微信(?:公众)?(?:平台|号)? 官方微博 播放 视频 图集 图片 推荐 推薦"
        " (?:打印|列印)(?:本[页頁文])? 字[号號体體] 關閉 关闭(?:窗口|本页) 關閉(?:視窗|窗口) 友善列印 轉寄"
        " play video"
        " close caption comments? tweet facebook twitter whatsapp telegram pinterest"
        " linkedin messenger reddit"
        r" save topics loading\.* more",
        *labels.ADVERTISEMENTS,
        *sorted(labels.TOOLS, key=len, reverse=True),
    )
    + r"\s*+[:：/|】\])）]?+\s*+[【\[(（]?+)+[:：+>》)）\]】\d]*$",
    OPEN
    + _phrases(r"""
        copy link
        article information
        video player is loading|play video|stream type live|(?:progress|loaded): [\d.]+%
        (?:current time|duration|remaining time) -?\d{1,3}(?::\d\d){1,2}
        this is a modal window|(?:beginning|end) of dialog window\b.{0,60}
        playback (?:rate|speed)|\d(?:\.\d{1,2})?x(?: normal)?|picture-in-picture|(?:exit )?fullscreen
        pin it(?: here)?
        read more
        continue reading(?: the main story| below)?
        (?:advertisement\W+)?(?:story|article) continues below(?: (?:the |this )?(?:advertisement|ad|video))?
        share (?:your|this|the) (?:story|article|page|post)
        share on (?:facebook|twitter|linkedin|whatsapp|x)
        print this (?:page|article|story)
        (?:more like this|you might also like|related topics)
        (?:sorry, )?comments are (?:now )?closed(?: for this (?:article|story|post))?
        (?:thanks|thank you) for reading
        (?:empfohlener )?(?:redaktioneller|externer) inhalt
        externe[nr]? inhalte? (?:anzeigen|laden)
        (?:поделиться|распечатать|комментарии|подробнее|код для блога|версия для печати)
        (?:podziel się|oceń artykuł|polecamy|komentarze|skomentuj|drukuj|zobacz galerię)
        (?:διαβάστε (?:επίσης|ακόμα)|εκτύπωση|σχόλια)
        (?:(?:print|e-?mail|send|share|bookmark)(?: this)?(?: (?:page|article|story))?(?:\W{1,4}|$)){1,4}
        (?:printer[- ]friendly(?: version)?|back to top|(?:skip past|after) newsletter promotion|pr)
        text size(?:\W+[a+-])*
        have your say|join the (?:discussion|conversation|debate)|(?:add|post|leave) a comment
        (?:no|view all|\d{1,5}) comments|comments\W{1,3}\d{1,5}
        отправить (?:другу|ссылку|по почте)|послать другу|в избранное|(?:добавить|оставить) комментарий
        размер шрифта(?:\W+[aа+-])*
        (?:просмотров|прочитано|комментари(?:и|ев))\W{1,3}\d{1,7}(?: раза?)?
        обсудить(?: на форуме| в блогах)?|версия для (?:слабовидящих|кпк)
        wersja do druku|(?:drukuj\W{1,3})?wyślij (?:znajomemu|link|e-?mail)|dodaj komentarz
        (?:komentarze|komentarzy|kommentare|σχόλια)\W{1,3}\d{1,5}
        αποστολή(?: σε φίλο)?|εκτύπωση σελίδας
        (?:artikel )?(?:drucken|versenden|merken)|zur startseite|imprimer|envoyer à un ami|imprimir""")
    + r"\W*$",
    OPEN
    + _words(
        "返回首页 本文导航 欢迎发表评论 我要评论 我要評論 我來說兩句 我来说两句 看更多 點我看更多 加入粉絲團"
        " 請繼續往下閱讀 請繼續往下閱讀... 接下一頁 接下一页 (?:還|还)有更多"
    )
    + r"\W*$",
    rf"^(?:\W*(?:{_words(*labels.COUNTERS)}|评论|評論|点赞|收藏|转发)[量数數]?[:：\s]\s*\d{{1,9}}次?){{1,5}}\W*$",
    OPEN + r"(?:全|本)文完\W*$",
    r"^\W*\d{1,3} ?min(?:ute[ns]?|uti|utos)?\.? (?:read|lesezeit|leestijd|чтения|czytania"
    r"|de lecture|di lettura|de (?:lectura|leitura))\W*$",
    OPEN + r"(?:the end|end)\W*$",
    r"^[\W_]*$",
)
"""Whole lines that are interface, not text."""

RECORDINGS = _any(
    r"^\W*(?:(?:audio|video|vidéo|podcast)\W+)?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}\W+)?"
    r"\d{1,3}(?::\d{2}){0,2}\s?min(?:utes?|uten|utos|uti)?\b\W*(?:\|.{0,40})?$",
    r"^\d{1,2}[./]\d{1,2}[./]\d{4}\W+\d{1,2}[:.]\d{2}(?:\s?(?:uhr|h))?\W*$",
    r"^\W*(?:(?:watch|listen) (?:now|live|here)|live ?blog)\W*$",
)
"""Whole lines that state the length or date of a recording, or start it: `Video | 8.5.2024 | 2:43 min`."""

TAGS = _any(
    r"^(?:本文)?(?:标签|標籤|关键词|關鍵詞|關鍵字|关键字|相关字词|相關字詞|tags?|keywords?"
    r"|etiquetas|schlagwörter|mots[- ]clés|теги)\s?[:：﹕]",
)
"""The beginning of a line of tags: `标签：林水 船闸`. Texts may begin so, too: only a short line counts."""

NOTICES = _any(
    OPEN + r"[\u3400-\u9fff]?(?:ICP[备備证證]|公网安备|政府网站标识码)",
    OPEN + r"(?:点击|點擊)(?:进入|查看|下载|观看|收听|图片|这里|購買|[上下]方|文末|蓝字|右上角|左下角)",
    OPEN + r"打开.{2,12}[，,]\s*查看更多",
    OPEN + r"图集已浏览完毕",
    OPEN + r"(?:微信)?扫一扫[，,]?在手机上?(?:打开|查看|阅读)\S{0,8}$",
    OPEN + r"(?:扫描|扫一扫|长按|识别)(?:上方|下方|左侧|右侧|图中|二维码|关注)",
    OPEN + r"(?:扫码|掃碼)(?:关注|關注|下载|下載|加入|进群|收听|观看)[^，。]{0,20}[。！!]?$",
    OPEN + r"(?:点击|點擊)(?:阅读|閱讀|查看)(?:原文|全文|更多)",
    OPEN
    + r"(?:欢迎|歡迎|请|請|敬请|敬請)(?:关注|關注)[^，。]{0,16}"
    + r"(?:公众号|公眾號|微信|微博|视频号|官微|抖音|[账帳]号)",
    OPEN
    + r"(?:关注|關注)[^，。]{2,12}[，,](?:了解|获取|掌握|查看|阅读)"
    + r"(?:更多|最新|第一)[^，。]{0,16}[。！!]?$",
    OPEN + r"(?:本[报報网網台刊]|新闻|新聞|客服|发行|廣告|广告)[热熱][线線]\s*[:：]\s*[\d(（]",
    OPEN + r"[上下]一[篇条條则則][:：]",
    OPEN + r"(?:特别|特別)提示[:：].{0,10}本(?:信息|网|站|平台|文)",
    OPEN + r"(?:市场|股市|投资|市場|投資)有(?:风险|風險)[，,](?:投资|投資|入市)[需须須][谨謹]慎.{0,40}$",
    OPEN + _words("更多精彩 相关论文信息 関連記事 관련기사"),
    OPEN + _words(*labels.BOXES, *labels.OTHER_STORIES) + _NO_PROSE,
    OPEN + r"更多(?:阅读|閱讀|报道|報道|报导|報導)\s*[:：|丨｜]",
    OPEN + r"(?:更多|相关)\S{0,10}(?:请|敬请)(?:关注|点击|查看)",
    OPEN + r"更多\S{0,16}[请請][上到]\S{2,16}(?:[網网道台]|APP)[。！!]?$",
    OPEN
    + r"(?:本文|文中)?(?:图片|配图|部分图片|图文|素材)均?(?:来自|来源于?|源自)于?(?:互联)?网络?\W*"
    + r"(?:$|.{0,20}侵)",
    OPEN
    + _words(
        "特别声明 免责声明 版权声明 平台声明 风险提示及免责 版[权權]所有(?![者人的权權])"
        r" 未[经經]授[权權](?=\W|[不禁严嚴请請勿转轉均任]|$) 本文系 本文为.{0,12}原创"
        " 本作品为 本文仅代表 以上内容 凡本网 凡注明 转载请 轉載請 如需转载 如遇作品 本网站 投稿邮箱"
        " (?:新浪|网易|搜狐|腾讯|凤凰|和讯|本网|本站)[^，。：:]{0,4}声明[：:] 相关专题[：:]"
        r" \S{0,12}仅供参考[,，]\s*+(?:不|据此|風險|风险) 新闻热线(?!的)"
        r" [报爆]料(?=\W|[热熱电電邮郵平方渠请請微一有]|QQ|$) \S{0,14}(?:独家|原创)稿件[，,]"
        r" 無断転載 残り.{0,3}\d+文字 有料会員 続きを読む"
    ),
    OPEN + rf"声明[：:](?:(?=.{{0,80}}{_words(*labels.RIGHTS)})|[^。]*$)",
    r"^(?!.{0,40}[可能]以?下载).{0,40}下载.{0,6}客户端(?!的).{0,24}$",
    OPEN
    + _words(
        r"以下文章(?:来源于|來源於) 原文(?:链接|鏈接|連結|网址|網址)[:：] (?:本文)?短[网網][址域][:：]",
        r"(?:本文|以上|纯属|純屬)?(?:个人|個人)(?:观点|觀點|意见|意見)[，,]?(?:仅供参考|僅供參考)",
        r"本文[為为](?:作者|投稿者)(?:個人|个人)?(?:观点|觀點)[，,]",
        r"本文[由系為为獲获][^，。]{1,20}[授發发]\S{0,12}(?:未[经經]|轉載|转载)",
        r"(?:更多[^，。]{0,6})?[！!]?(?:欢迎|歡迎)(?:扫描|掃描)[^，。]{0,6}[二关]",
        r"本文来自[^，。]{2,10}[，,]更多",
        r"版[权權][归歸][^，。]{2,8}所有[，,] 严正(?:申明|声明)[:：] 素材(?:来源|來源)[:：]",
        r"(?:欢迎|歡迎)(?:转载|轉載|转发|轉發|投稿|扫码|掃碼)[，,]",
        r"[^，。]{0,12}原创(?:文章|内容|作品)[，,](?:未经|转载)",
        r"未[经經](?:许可|許可|允许|允許|同意).{0,3}(?:严禁|嚴禁|禁止|不得) 首发[于於](?:公众号|微信)(?!的)",
        r"投稿(?:请寄|請寄|请附|請附|信箱|须知|須知) (?:微信|商务|广告|媒体)(?:合作|洽谈|咨询|客服)[、：:]",
        r"本[報报刊]有(?:錄取|录取|采用|刪修|删修) (?:本文|全文)(?:共|约)?\d+字[，,]",
        "进入【[^】]{2,12}】(?:讨论|专题)",
        r"关于\s[^，。]{2,30}\s的(?:新闻|报道|文章)?$",
        "引用[^，。]{2,12}[内內]容收[费費] [注註][:：]本文[為为][^，。]{2,20}[，,]",
    ),
    OPEN
    + _phrases(r"""
        copyright
        ©
        \(c\)
        all rights reserved
        ℗
        follow [^.!?]{2,40}? (?:(?:on|at:?) (?:twitter|facebook|google|instagram|@|http)|@\w).{0,160}$
        (?:have|is there) something (?:to say|you[’']d like (?:me|us))\b.{0,160}$
        for comments and feedback\b
        we welcome (?:user|reader|your)s?[’']? (?:discussions?|comments|opinions|views)\b
        to (?:post a )?comment,? you (?:must|need|have) (?:to )?(?:first )?(?:create|register|log|sign)
        follow (?:us|me|him|her|@|the author|\S+(?:'s full coverage)?(?: \S+)? (?:on|of))\b.{0,160}$
        click here\b.{0,120}$
        sign up
        subscribe
        get (?:the|access|unlimited|our) .{0,60}(?:app|newsletter|inbox|subscription|here)
        download (?:the|our)\b.{0,80}$
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
        recommended(?: (?:for you|stories|articles|videos|reading|news|links|content))?\W*$
        related(?: news| stories| articles| content| coverage| readings?)\b.{0,60}:?$
        related\s*(?::.{0,60})?$
        you may also like
        don[’']?t miss
        read more(?: (?:at|on|from|here)\b|\s*[:：|»>–—])
        weiterlesen\s*:
        leggi anche
        lees ook
        xem thêm\s*:
        see more:
        see also
        also read
        also see
        read also
        also:\s
        more (?:from|on|in|news|stories):?\s.{0,59}[^.]$
        more:$
        something to consider
        tell us what you think
        additional reporting by
        updated at \d
        image copyright
        opinion articles reflect
        (?:the )?views expressed
        (?:special )?(?:notice|statement|disclaimer)\s*: the (?:above )?content
        if you would like to contribute
        for more information please visit
        for (?:more|the latest) .{0,40}(?:news|stories|coverage), please (?:follow|visit|see)\b
        find us(?: on)?:
        the .{0,80}\bversions? (?:is|are) (?:automatically|machine)[- ](?:generated|translated)
        read next\b
        (?-i:WATCH|LISTEN|READ|PREVIOUSLY|PHOTOS?|VIDEOS?|GALLERY|SLIDESHOW|INTERACTIVE|QUIZ|POLL)\s?[|:]\s.{0,160}[^.]$
        (?:like|enjoy|enjoyed) this (?:topic|story|article|post)\?.{0,120}$
        please (?:turn on|enable) javascript
        to (?:play|view|watch|see) (?:the|this) (?:video|content|clip)\b.{0,40}(?:javascript|flash|cookies)
        this (?:video|content) (?:cannot|can not|can't) be (?:played|displayed|shown)
        (?:the )?comments below have (?:not )?been moderated
        we are no longer accepting comments
        here[’']s what (?:other )?readers have (?:had to )?sa(?:id|y)
        (?:do you have|have you got|got|have) an? (?:story|news tip)\b.{0,40}\?.{0,120}$
        for more stories like this
        (?:let us know|tell us) (?:what you think )?in the comments
        .{2,40} (?:is|are) not responsible for the content of external
        (?:подпишитесь|следите за наш|читайте нас)
        (?:mehr dazu\W*$|lesen sie hier\s*:)
        an dieser stelle (?:finden sie|befindet sich|steht|wird) .{0,80}(?:extern|drittanbieter|inhalt von)
        (?:ich bin|sie sind) damit einverstanden, dass (?:mir|ihnen) .{0,20}extern
        (?:dieser inhalt|dieses video|dieser beitrag) (?:kann|wird) .{0,60}(?:cookie|datenschutz|einstellung)
        mit (?:dem laden|einem klick|klick|dem klick) .{0,80}datenschutz
        (?:zur|für die) (?:anzeige|darstellung) (?:dieses|von) .{0,60}(?:zustimmung|einwilligung)
        wir (?:benötigen|brauchen) ihre (?:zustimmung|einwilligung)
        (?:ce contenu|cette vidéo|ce lecteur) (?:est|a été|n'est|utilise) .{0,60}cookies
        (?:pour|om|para|per|aby) .{0,60} (?:accept|acept|accett|toestemming|zaakcept).{0,60}cookie
        (?:we|i) need your (?:consent|permission) to (?:load|display|show)
        (?:aktuelle|weitere|alle) (?:meldungen|nachrichten|informationen)\b.{0,90} (?:finden|lesen) sie\b
        mehr .{0,60} (?:finden|lesen|erfahren) sie (?:hier|in unserem|auf|unter)\b.{0,60}$
        tempo de leitura
        reading time
        estimated read
        lesezeit\b.{0,20}$
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
        baca juga
        (?:(?:если вы|якщо ви) .{0,20}|заметили |нашли |знайшли )(?:ошибк|помилк)
        (?:все права защищены|всі права захищені|подписывайтесь на|підписуйтесь на|подписаться на)
        (?:при|любое) .{0,40}использовани\S{1,2} .{0,20}материал
        (?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)
        wszelkie prawa zastrzeżone
        (?:alle rechte vorbehalten|hat ihnen (?:der|dieser) artikel gefallen|jetzt (?:abonnieren|anmelden))
        (?:tous droits réservés|abonnez-vous|inscrivez-vous|retrouvez (?:tous|toute))
        (?:todos los derechos reservados|suscríbete|síguenos en|todos os direitos reservados|siga-nos)
        (?:tutti i diritti riservati|riproduzione riservata|iscriviti)
        (?:tüm hakları saklıdır|bizi takip edin)
        (?:τα πνευματικά δικαιώματα|απαγορεύεται η)
        (?:この|こちらの)記事は(?:会員|有料)
        (?:무단\s?전재|저작권자|ⓒ)
        this is a breaking (?:news? )?story
        to contact the (?:writer|reporter|editor|author)s?\b
        (?:last )?(?:published|updated|posted|modified|reviewed)(?: (?:on|at))?:?(?: DATE_WORD,?){2,16}\.?$
        (?:this (?:article|story|piece) was )?(?:originally|first) published (?:in|on|by|at)\b[^,]{0,50}$
        (?:purchases made|products bought) through .{0,20}links
        (?:if|when) you (?:buy|purchase|shop|find this).{0,60} (?:links?|site)\b.{0,60}commission
        (?:we|i) may (?:earn|receive) .{0,30}commission
        as an amazon associate
        (?:while )?(?:each|all|every|our) products? .{0,40}independently (?:selected|chosen|reviewed)
        this (?:post|article|page|site) (?:may )?contains? affiliate
        (?:(?:just a heads up|please note)\W+)?(?:some|many|all) (?:of the )?links .{0,60}affiliate links?\b
        (?:this|our) (?:post|article|page|site|story) (?:may )?(?:includes?|features?) affiliate
        (?:więcej na|więcej informacji|more (?:at|information)|mehr (?:auf|unter))\s?:?\s(?:https?://|www\.)\S+.{0,30}$
        (?:please|bitte) (?:enable|aktivieren sie) javascript
        media playback is (?:unsupported|not supported) on (?:your|this) device"""),
    r"^\d{6,10}$",
    r"^https?://\S+$",
    r"^\[/?(?:button|gallery|caption|embed|video|audio|vc_\w+)\b[^\]]*\]",
    r"^\d{1,3}\s*(?:of|/|-)\s*\d{1,3}(?:\s+of \d+)?$",
)
"""Lines that lead elsewhere, disclaim or advertise, recognised by their beginnings."""

# All begin with a character of one set, which is searched quickly.
PROMOTION = re.compile(
    r"[下请請.!?Ff](?:(?<=下)载.{0,6}客户端.{0,4}(?:[获獲][得取]|领取|享|更多)"
    r"|(?<=[请請])勿一稿[多兩两]投"
    r"|(?<=[.!?])\s+(?i:click here)\b[^.]{0,60}[.!]?$"
    r"|(?<=\b[Ff])(?i:ollow (?:him|her|them|us|me|@\w+) (?:on|at) (?:twitter|facebook|instagram|x|@)))"
)
"""Wording that advertises anywhere in a line."""

ADVERTISEMENTS = _any(OPEN + _words(*labels.ADVERTISEMENTS) + r"[\s:：\])）】—_-]*$")
"""Labels of advertisements: `- Advertisement -`."""

ELSEWHERE = re.compile(r"\b(?:full story|read more)\W*$", re.IGNORECASE)
"""The end of a teaser: a link to the story that it belongs to."""

PAGER = _any(
    r"^(?:[【\[(（]?+\s*+(?:\b\d{1,3}\b|"
    + _words(
        "上一页 下一页 首页 尾页 末页 上页 下页 余下全文 阅读全文 全文阅读 前一页 后一页 第一页 最后一页"
        " 上一頁 下一頁 首頁 尾頁 末頁 前へ 次へ 前のページ 次のページ 이전 다음"
        r" (?:next|previous|prev)(?:\s+page)? (?:first|last)\s+page page(?=\s+\d)"
        r" page\s+précédente page\s+suivante (?:vorherige|nächste)\s+seite zurück weiter"
        r" página\s+anterior página\s+siguiente próxima\s+página"
        r" (?:предыдущая|следующая)(?:\s+страница)? назад вперёд"
    )
    + r")\s*+[】\])）]?+\s*+[>»<«]*+\s*+)+$"
)
"""Links between the pages of one article."""
