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

SERVICE_HEADLINE = _whole(
    r"(?:(?:new |free )?(?:user |customer |member "
    r"|account )?registration(?: form)?|register(?: (?:now|here))?)",
    r"(?:sign[ -]?up|join us|(?:create|open) (?:an?|your|a new"
    r"|new)? ?(?:free )?(?:[\w.]+ )?account)(?: form)?",
    r"(?:customer|user|member|account) (?:log|sign)[ -]?in|my (?:account|profile)|self service",
    r"(?:forgot(?:ten)?|reset|lost|recover|request|retrieve"
    r"|change)[\w/]{0,10} (?:your |my )?password(?: reset)?",
    r"password (?:reset|recovery|reminder|assistance)|reset/retrieve your password",
    r"(?:contact|about|join|work with|advertise with|write for)(?: (?:us|me|form|information))?",
    r"(?:website )?feedback(?: form)?|customer (?:service|support"
    r"|care)|help(?: cent(?:er|re)| & support)?|faqs?",
    r"(?:our )?(?:privacy|cookies?|editorial|returns?|refund|shipping)(?: (?:and|&) cookies?)?"
    r" (?:policy|notice|statement)|(?:our commitment to )?privacy",
    r"(?:terms|conditions)(?: (?:and|&|of) (?:conditions|use|service"
    r"|sale))?|terms of use(?: .{0,30})?|disclaimer",
    r"imprint|legal notice|site ?map|(?:shopping )?(?:cart|basket|bag)|checkout|wish ?list|careers|subscribe",
    r"(?:用户|會員|会员|新用户|帐号|账号)?(?:注册|註冊)(?:账号|帐号|會員|会员|页面)?|(?:找回|忘记|忘記|重置|修改)密[码碼]",
    r"(?:联系|聯繫|聯絡|关于|關於)(?:我们|我們|本站|本网|本網)|(?:隐私|隱私)(?:政策|条款|條款|声明|聲明|保护|權政策|权政策)",
    r"(?:用户|用戶|会员|服务|服務|使用)(?:服务|服務)?(?:协议|協議|条款|條款)|(?:网站|網站|版权|版權|免责|免責)(?:声明|聲明)",
    r"(?:网站|網站)地[图圖]|(?:广告|廣告)(?:服务|服務|刊例|合作)|(?:招聘|人才)(?:信息|启事|招聘)|(?:意见|意見)反[馈饋]",
    r"(?:購物車|购物车|帮助中心|幫助中心|常见问题|常見問題)",
    r"(?:会員|ユーザー?)登録(?:フォーム)?|新規登録|パスワード(?:再発行|を忘れた方).{0,8}|(?:お)?問い?合わ?せ|会社概要|運営会社",
    r"プライバシーポリシー|個人情報(?:保護方針|の取り?扱い)(?:について)?|(?:ご)?利用規約|サイトマップ|カート|よくある質問",
    r"회원 ?가입|비밀번호 ?찾기|개인정보 ?(?:처리|취급) ?방침|이용 ?약관|회사 ?소개",
    r"(?:문의하기|고객 ?센터|장바구니)",
    r"регистрация(?: (?:нового )?пользовател[яей]{1,2})?"
    r"|авторизация|восстановление пароля|забыли пароль\s?\??",
    r"контакты|свяжитесь с нами|обратная связь|о (?:нас|сайте|проекте"
    r"|компании|магазине|редакции)|реклама(?: на сайте)?",
    r"(?:политика конфиденциальности|пользовательское соглашение"
    r"|правила(?: сайта)?|доставка|оплата и доставка|корзина)",
    r"registrier(?:en|ung)|konto (?:erstellen|anlegen)"
    r"|passwort vergessen\s?\??|kontakt(?:formular)?|impressum|über uns",
    r"datenschutz(?:erklärung|hinweise?)?|(?:agb"
    r"|allgemeine geschäftsbedingungen|nutzungsbedingungen|warenkorb|mediadaten)",
    r"(?:inscription|s['’]inscrire|créer un compte"
    r"|mot de passe (?:oublié|perdu)\s?\??|contact(?:ez[- ]nous)?|panier)",
    r"(?:mentions légales|politique de confidentialité"
    r"|qui sommes[- ]nous\s?\??|à propos(?: de nous)?|(?:cgu|cgv)|plan du site)",
    r"(?:registro|regístrate|registrarse|crear (?:una )?cuenta"
    r"|(?:recuperar|olvid[óé]) .{0,8}contraseña|contáctenos|contacto)",
    r"(?:aviso legal|política de (?:privacidad|cookies)|quiénes somos"
    r"|términos y condiciones|mapa (?:del sitio|web)|carrito)",
    r"(?:registar-se|registe-se|cadastr(?:o|e-se)|criar conta|(?:fale"
    r"|contacte|contate)(?: co)?n?osco|contatos?|contactos?)",
    r"(?:política de privacidade|quem somos|termos (?:de uso|e condições)|sobre nós|expediente)",
    r"(?:registrati|registrazione|crea (?:un )?account"
    r"|password dimenticata\s?\??|contatti|chi siamo|carrello)",
    r"(?:informativa (?:sulla )?privacy|note legali|condizioni d['’]uso|termini e condizioni)",
    r"(?:rejestracja|logowanie|przypomnij hasło|polityka prywatności|regulamin|o nas|koszyk|mapa strony)",
    r"(?:kayıt ol|üye ol|giriş yap|şifremi unuttum|iletişim|hakkımızda"
    r"|gizlilik politikası|künye|kullanım koşulları)",
    r"(?:إنشاء حساب|التسجيل|نسيت كلمة (?:المرور|السر)|اتصل بنا|من نحن|سياسة الخصوصية|شروط الاستخدام)",
)
"""Headlines of pages about a site, its accounts or its shop; they count only on a page without a date."""

SERVICE_PATH = re.compile(
    r"(?:^|/)(?:(?:user[_-]?|account[_-]?)?(?:registe?r(?:ation|o)?"
    r"|registrieren|sign[_-]?up|join)(?:[_-](?:form|now))?"
    r"|log[_-]?in|sign[_-]?in|logon|(?:my[_-]?)?account"
    r"|(?:forgot(?:ten)?|reset|lost|recover)[_-]?(?:your[_-]?)?password"
    r"|password[_-]?(?:reset|recovery|forgotten)|contact(?:s|[_-]?us"
    r"|[_-]?form)?|kontakt|contacto|impressum|imprint"
    r"|about(?:[_-]?us)?|privacy(?:[_-]?(?:policy|notice))?"
    r"|cookie[_-]?policy|terms(?:[_-]?(?:of[_-]?(?:use|service)"
    r"|and[_-]?conditions))?|disclaimer|cart|basket|checkout"
    r"|wish[_-]?list|feedback|faqs?|site[_-]?map|careers)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
"""The addresses of such pages, by the last part of the path."""

SERVICE_QUERY = re.compile(
    r"(?:^|&)(?:action|mode|cmd|page|main_page|p)=(?:register|signup|login|logon|lost_?password|password_forgotten"
    r"|contact|contact_us|account|create_account|cart|checkout)(?:&|$)",
    re.IGNORECASE,
)
"""The same, by the query: `?action=register`."""

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
