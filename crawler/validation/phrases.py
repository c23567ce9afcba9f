"""Lists phrases of not-found, login and error pages, in the languages of the family."""

from __future__ import annotations

import re

from crawler.text.lazy_pattern import LazyPattern


def _whole(*alternatives: str) -> LazyPattern:
    """Return a pattern of headlines that are one of these phrases, except for a site name after a mark."""
    return LazyPattern(
        rf"[\W_]*(?:{'|'.join(alternatives)})[\s!！.。:：,，…~～]*(?:[-–—_|｜·(（].{{0,60}})?", re.IGNORECASE
    )


def _anywhere(*alternatives: str) -> LazyPattern:
    return LazyPattern("|".join(alternatives), re.IGNORECASE | re.MULTILINE)


NOT_FOUND_HEADLINE = _whole(
    r"(?:http\s*)?(?:error|错误|錯誤)?\s*[:：]?\s*(?:404|410)(?:\s*(?:error|错误|錯誤|页面|頁面))?"
    r"(?:\W{0,3}(?:page |file )?not found)?(?:\s*[:：,，–—-]\s*.{0,40})?",
    r"(?:the )?(?:requested )?(?:page|file|article|story|document)(?: you requested)? "
    r"(?:was |is |could |can ?)?(?:not(?: be)? found|does not exist|is no longer available|has been removed)",
    r"not found",
    r"(?:对不起|很抱歉|抱歉)?[,，]?\s*(?:您|你)?(?:所)?(?:访问|浏览|查找|请求|要找)?的?(?:该|此|這個|这个)?"
    r"(?:页面|网页|頁面|網頁|文章|新闻|新聞|内容|內容|信息)(?:已经?|已經)?"
    r"(?:不存在|找不到|未找到|没有找到|无法找到|删除|刪除|下线|失效|走丢了)(?:了|或已(?:被)?删除)?",
    r"(?:网址|網址|链接|連結)(?:错误|錯誤|无效|無效|失效|不存在)",
    r"(?:找不到|未找到)(?:您|你)?.{0,6}(?:页面|网页|頁面|網頁|文章)",
    r"page (?:introuvable|non trouvée)",
    r"página no encontrada",
    r"página não encontrada",
    r"seite (?:wurde )?nicht gefunden",
    r"pagina non trovata",
    r"(?:страница|материал) не найден[ао]?",
    r"الصفحة (?:غير موجودة|المطلوبة غير موجودة)",
    r"(?:お探しの)?(?:ページ|記事)(?:が|は)(?:見つかりません(?:でした)?|存在しません)",
    r"페이지를 찾을 수 없습니다",
    r"(?:la )?paĝo ne (?:estas )?trovita",
)
"""Headlines of not-found pages with status 200."""

NOT_FOUND_TEXT = _anywhere(
    r"(?:页面|网页|頁面|網頁|文章|新闻|内容).{0,6}(?:不存在|找不到|已(?:被)?删除|已失效|已下线)",
    r"(?:page|article|story|document)[^.]{0,40}(?:not be found|not found|does not exist|"
    r"no longer (?:exists|available)|has been (?:removed|deleted))",
    r"page (?:that )?you[^.]{0,60}(?:gone|missing|moved|unavailable|doesn.t exist|couldn.t be found)",
    r"page[^.]{0,30}(?:introuvable|n.existe (?:pas|plus))",
    r"página[^.]{0,30}(?:no existe|no encontrada|não existe|não encontrada)",
    r"seite[^.]{0,30}(?:nicht gefunden|existiert nicht)",
    r"страниц[аы][^.]{0,30}не (?:найдена|существует)",
    r"الصفحة.{0,30}غير موجودة",
    r"ページ.{0,12}(?:見つかりません|存在しません)",
    r"페이지.{0,12}(?:찾을 수 없|존재하지 않)",
)
"""Sentences of such a page; they count only at the top of a page with little text."""

LOGIN_HEADLINE = _whole(
    r"(?:用户|会员|会員|會員|帐号|账号|帳號|統一|统一)?(?:身份)?(?:登录|登錄|登入|登陆)"
    r"(?:页面|界面|/注册|与注册|注册)?",
    r"(?:请|請)(?:先)?(?:登录|登錄|登入).{0,12}",
    r"(?:please )?(?:user |member |account )?(?:log|sign)[ -]?in"
    r"(?: (?:or|/) (?:register|sign up|create an account))?(?: to (?:continue|your account))?",
    r"(?:se connecter|connexion|iniciar sesión|entrar|anmelden|anmeldung|accedi|вход(?: на сайт)?|войти)",
    r"تسجيل الدخول",
    r"ログイン",
    r"로그인",
)
"""Headlines of pages that ask for a login."""

LOGIN_TEXT = _anywhere(
    r"(?:请|請)(?:先|您)?.{0,4}(?:登录|登錄|登入)(?:后|後|之后)",
    r"(?:please|you (?:must|need to)) (?:log|sign)[ -]?in",
    r"(?:忘记|忘記)密码",
    r"forgot(?:ten)? (?:your )?password",
)
"""Sentences of such a page; they count only at the top of a page with little text."""

BLOCKED_HEADLINE = _whole(
    r"(?:http\s*)?(?:error\s*)?40[13](?: forbidden| unauthorized)?",
    r"(?:access|request) (?:denied|forbidden|blocked)",
    r"attention required!?",
    r"just a moment(?:\.\.\.)?",
    r"(?:security|human|robot) (?:check|verification)",
    r"are you a (?:robot|human)\??",
    r"your connection is not private",
    r"(?:百度)?安全验证",
    r"(?:访问|請求|请求)(?:被拒绝|受限|过于频繁|异常)",
    r"(?:请输入)?验证码",
    r"(?:502 )?bad gateway|(?:503 )?service (?:temporarily )?unavailable|(?:500 )?internal server error",
)
"""Headlines of pages that block crawlers, or of servers that report an error with status 200."""

IMPRINT_HEADLINE = _whole(
    r"(?:本版|本期|本报|今日|要闻)?(?:责任?编辑?|責任?編輯?|编辑|編輯|主编|主編|值班(?:主任|编委|总编)|校对|美编|版式|组版)"
    r"(?:[\s/、:：]+[\u4e00-\u9fff·]{2,4}){0,6}",
)
"""Headlines under which an e-paper names the editors of a page: `本版责编：林水`."""

VIDEO_TEXT = _anywhere(
    r"浏览器.{0,12}(?:不支持|版本过低)",
    r"(?:请|請)?(?:安装|升级|下载).{0,12}flash",
    r"flash ?player",
    r"(?:browser|device) (?:does not|doesn't|cannot) (?:support|play)[^.]{0,30}video",
    r"javascript.{0,40}(?:video|player)",
    r"(?:点击|點擊)(?:播放|观看)",
    r"^ *(?:\d{1,2}:)?\d{1,2}:\d{2}(?: */ *(?:\d{1,2}:)?\d{1,2}:\d{2})? *$",
)
"""Texts of video players in place of an article."""

VIDEO_PATH = re.compile(r"/(?:videos?|shipin|v|tv|live|zhibo|watch|player)(?:[/_.\-]|$)", re.IGNORECASE)
"""Paths under which sites keep their videos."""

HUB_PATH = re.compile(r"(?:^|/)(?:(?:index|default|list|node|home)(?:[_-]?\d+)*\.\w+)?$", re.IGNORECASE)
"""Paths of lists: a folder, its index, a TRS node. Some articles have such paths too."""

VIDEO_HEADLINE = re.compile(
    r"[\[【(（]?\s*(?:视频|視頻|影片|video|vídeo|vidéo|видео|فيديو|動画|영상)\s*[\]】)）丨|｜:：]",
    re.IGNORECASE,
)
"""Headlines that announce a video. Articles have them too: they count only on a page without text."""
