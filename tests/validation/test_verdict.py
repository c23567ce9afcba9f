"""Tests of the verdict: articles of every kind pass, other pages are rejected by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.accounting.drops import REJECTIONS
from crawler.extraction import extract_article
from crawler.items import Article, Dateline, Photo
from crawler.reasons import Cause
from crawler.samplesite import SampleSite
from crawler.validation import UNSOUND, unsoundness
from crawler.validation.text import weight
from tests.records.examples import PARAGRAPH, article, articles

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"

LINKS = tuple(f"Bridge story number {number} of the week" for number in range(12))

ARTICLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "news flash of one line": {"body": ("蓝桥5月20日电 老桥勘测今日结束。",), "headline": "老桥勘测结束"},
    "shortest flash": {"body": ("老桥勘测今日结束。",), "headline": "快讯"},
    "flash in English": {"body": ("The survey of the bridge has ended.",)},
    "undated paragraph": {"published": None, "body": (PARAGRAPH, PARAGRAPH)},
    "gallery without body": {"body": (), "photos": (Photo(url="u", caption="Morning over the old bridge."),)},
    "gallery of the home page": {"url": "http://a.cn/", "photos": (Photo(caption="Dusk over the bridge."),)},
    "article at a folder's path": {"url": "http://a.cn/2024/20240520/0a1b2c/", "published": None},
    "article at an index": {"url": "http://a.cn/n/3d3d514f/index.html"},
    "verse": {"body": ("Over the river", "a bridge of stone", "nobody hurries", "home") * 3},
    "list of places, dated": {"body": LINKS},
    "undated advice in points": {"published": None, "body": (*LINKS, PARAGRAPH * 2, PARAGRAPH * 2)},
    "undated advice at a folder": {
        "url": "http://a.cn/health/old-bridges/",
        "published": None,
        "body": (*LINKS[:6], *(PARAGRAPH * 2,) * 3),
    },
    "undated list of places at an unknown address": {"url": "", "published": None, "body": LINKS[:6]},
    "flash without text": {"body": (), "headline": "FLASH: BRIDGE REOPENS", "evidence": {"flash": "mark"}},
    "flash at a folder": {"url": "http://a.cn/flash/", "body": (), "evidence": {"flash": "mark"}},
    "list of places, filed": {"body": LINKS, "published": None, "dateline": Dateline(text="LANQIAO --")},
    "video with text": {
        "headline": "视频丨老桥勘测结束",
        "body": ("蓝桥老桥的勘测工作在星期一全部结束。",) * 4,
    },
    "video path with text": {"url": "http://tv.example.cn/video/2024/1.htm", "body": (PARAGRAPH,) * 2},
    "about a missing page": {
        "headline": "Page not found: the diary that Lanqiao lost",
        "body": (PARAGRAPH,) * 9,
    },
    "about error 404": {"headline": "404 bridges of Lanqiao surveyed", "body": (PARAGRAPH,) * 3},
    "about logging in": {
        "headline": "Log in to continue? Lanqiao rethinks passwords",
        "body": (PARAGRAPH,) * 9,
    },
    "mentions deleted articles": {"body": (PARAGRAPH, "这篇文章已被删除的消息不实。", PARAGRAPH) * 3},
    "chronicle": {"body": tuple(f"2024-05-{n:02} The survey of pier {n} ended." for n in range(1, 12))},
    "about old pages": {"body": (PARAGRAPH, "Pages of the old site are no longer available.", PARAGRAPH)},
    "a few broken characters": {"body": (PARAGRAPH + "\ufffd" * 3,)},
    "text beside a sign of scripts": {"evidence": {"scripts.needed": "empty #app"}},
    "about editors": {"headline": "责编的一天", "body": ("蓝桥日报的责编林水星期一看完了三十篇稿件。",)},
    "editor speaks": {"headline": "主编 林水谈新书", "body": ("蓝桥日报的主编星期一谈到他的新书。",)},
    "short text about an imprint": {
        "headline": "本版责编：谁来把关",
        "body": ("蓝桥日报的责编林水星期一看完了三十篇稿件，他说每一篇都要看三遍。" * 3,),
    },
    "about an imprint": {"headline": "本版责编：谁来把关", "body": ("蓝桥日报的责编看完了稿件。" * 5,) * 12},
    "Arabic": {"headline": "انتهاء مسح الجسر", "body": ("انتهى المهندسون من مسح الجسر القديم يوم الاثنين.",)},
    "Russian": {"headline": "Осмотр моста завершён", "body": ("Инженеры завершили осмотр старого моста.",)},
}

NO_ARTICLES: list[tuple[Cause, dict[str, Any]]] = [
    (Cause.NO_HEADLINE, {"headline": " "}),
    (Cause.NO_BODY, {"body": ()}),
    (Cause.NO_BODY, {"body": ("***", "1 2 3")}),
    (Cause.NO_BODY, {"body": (), "photos": (Photo(url="u"),)}),
    (Cause.NO_BODY, {"body": (), "headline": "FLASH: BRIDGE REOPENS"}),
    (Cause.NO_BODY, {"body": (), "published": None, "evidence": {"flash": "mark"}}),
    (Cause.TOO_SHORT, {"body": ("More",)}),
    (Cause.TOO_SHORT, {"body": ("Survey of the bridge has ended.",), "published": None}),
    (Cause.HUB_PAGE, {"body": LINKS, "published": None}),
    (Cause.HUB_PAGE, {"body": (*LINKS, f"{PARAGRAPH} and then...", f"{PARAGRAPH * 2}…"), "published": None}),
    (Cause.HUB_PAGE, {"evidence": {"list": "title"}, "dateline": Dateline(text="LANQIAO --")}),
    (Cause.HUB_PAGE, {"url": "http://www.example.cn/", "body": LINKS, "published": None}),
    (Cause.HUB_PAGE, {"url": "http://www.example.cn", "body": ()}),
    (Cause.HUB_PAGE, {"url": "http://www.example.cn/world/index_2.htm", "body": (), "published": None}),
    (Cause.HUB_PAGE, {"url": "http://www.example.cn/node_8021_3.htm", "body": LINKS[:4], "published": None}),
    (
        Cause.HUB_PAGE,
        {"body": ("Stories from the bank.", *(f"{link} 2024-05-1{n}" for n, link in enumerate(LINKS)))},
    ),
    (Cause.HUB_PAGE, {"body": tuple(f"[2024年5月{n}日] 老桥勘测第{n}天" for n in range(1, 7))}),
    (Cause.NEEDS_SCRIPTS, {"body": (), "evidence": {"scripts.needed": "empty #app"}}),
    (
        Cause.NEEDS_SCRIPTS,
        {"headline": "", "body": ("Loading",), "evidence": {"scripts.needed": "noscript"}},
    ),
    (
        Cause.VIDEO_SHELL,
        {"headline": "【视频】老桥勘测", "body": (), "evidence": {"scripts.needed": "noscript"}},
    ),
    (Cause.NOT_TEXT, {"body": (PARAGRAPH, "\ufffd" * 60)}),
    (Cause.NOT_TEXT, {"body": (PARAGRAPH, "\x01\x02" * 60)}),
    (Cause.IMPRINT, {"headline": "本版责编", "body": ("林水 吴林",)}),
    (Cause.IMPRINT, {"headline": "本版责编：林水 吴林", "body": ()}),
    (Cause.IMPRINT, {"headline": "责任编辑 林水", "body": ("美编 吴林",)}),
    (Cause.VIDEO_SHELL, {"headline": "【视频】老桥勘测", "body": ()}),
    (Cause.VIDEO_SHELL, {"url": "http://tv.example.cn/videos/1.htm", "body": ("Play",)}),
    (Cause.VIDEO_SHELL, {"body": ("您的浏览器暂不支持播放，请升级。",)}),
    (Cause.VIDEO_SHELL, {"body": ("00:00 / 03:25",)}),
    (Cause.VIDEO_SHELL, {"body": ("Your browser does not support the video tag.",)}),
]

NOT_FOUND_HEADLINES = [
    "404",
    "404 Not Found",
    "404 - Page not found",
    "Error 404",
    "错误404",
    "Page not found",
    "Page Not Found - Lanqiao Daily",
    "The page you requested was not found",
    "The requested page could not be found",
    "页面不存在",
    "页面不存在_蓝桥网",
    "对不起，您访问的页面不存在或已删除",
    "網址錯誤 - 藍橋電子報",
    "抱歉，您访问的页面找不到了",
    "該頁面不存在",
    "找不到您要访问的网页",
    "文章已删除",
    "Page introuvable",
    "Página no encontrada | Lanqiao",
    "Página não encontrada",
    "Seite nicht gefunden",
    "Страница не найдена",
    "الصفحة غير موجودة",
    "お探しのページが見つかりません",
    "페이지를 찾을 수 없습니다",
]

LOGIN_HEADLINES = [
    "登录",
    "用户登录",
    "会员登录 - 蓝桥网",
    "请先登录",
    "Log in",
    "Sign in to continue",
    "Please log in",
    "Login",
    "Se connecter",
    "Iniciar sesión",
    "Anmelden",
    "Войти",
    "تسجيل الدخول",
    "ログイン",
    "로그인",
]

BLOCKED_HEADLINES = [
    "403 Forbidden",
    "Access Denied",
    "Just a moment...",
    "Attention Required! | Gate",
    "Your connection is not private",
    "百度安全验证",
    "访问被拒绝",
    "502 Bad Gateway",
]


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_pass(name: str) -> None:
    """Whatever a newsroom would call an article passes, however short or odd."""
    assert unsoundness(article(**ARTICLES[name])) is None


@pytest.mark.parametrize(("reason", "changes"), NO_ARTICLES)
def test_no_articles_are_named(reason: Cause, changes: dict[str, Any]) -> None:
    """A page that is no article is rejected, for the right reason."""
    assert unsoundness(article(**changes)) is reason


@pytest.mark.parametrize("headline", NOT_FOUND_HEADLINES)
def test_not_found_pages_are_known_by_headline(headline: str) -> None:
    """A not-found page that answers 200 says so in its language."""
    page = article(headline=headline, body=("Back to the home page of this site.",), published=None)
    assert unsoundness(page) is Cause.SOFT_NOT_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "您查看的文章不存在，请返回首页。",
        "The article you are looking for could not be found.",
        "La página que busca no existe.",
        "Запрошенная страница не найдена.",
    ],
)
def test_not_found_pages_are_known_by_text(text: str) -> None:
    """A site's name as headline does not hide a not-found page."""
    assert (
        unsoundness(article(headline="Lanqiao Daily", body=(text,), published=None)) is Cause.SOFT_NOT_FOUND
    )


def test_apology_comes_before_what_else_there_is() -> None:
    """A list of other stories under the apology does not make an article of it, whatever date the URL has."""
    body = (
        "很抱歉，您访问的页面不存在或已被删除。",
        "五秒后返回首页，您也可以看看：",
        *(f"老桥勘测第{n}天的消息" for n in "一二三四五六七"),
    )
    assert unsoundness(article(headline="新闻中心", body=body)) is Cause.SOFT_NOT_FOUND


@pytest.mark.parametrize("headline", LOGIN_HEADLINES)
def test_login_pages_are_known(headline: str) -> None:
    """A login page is named as one."""
    page = article(headline=headline, body=("User name and password, please.",), published=None)
    assert unsoundness(page) is Cause.LOGIN_PAGE


def test_login_text_under_another_headline_is_known() -> None:
    """A site's name as headline does not hide a login page."""
    page = article(headline="Lanqiao Daily", body=("You must log in to read on. Forgot your password?",))
    assert unsoundness(page) is Cause.LOGIN_PAGE


@pytest.mark.parametrize(
    "headline",
    [
        *(
            "Register",
            "Registration form",
            "Create an account",
            "Sign up",
            "Customer Login",
            "Reset your password",
        ),
        *("Contact us", "About Us | Lanqiao Daily", "Privacy Policy", "Terms of Use", "Shopping cart", "FAQ"),
        *(
            "用户注册",
            "找回密码",
            "联系我们",
            "关于我们",
            "隐私政策",
            "用户协议",
            "网站地图",
            "註冊",
            "聯絡我們",
        ),
        *("会員登録", "お問い合わせ", "プライバシーポリシー", "회원가입", "개인정보 처리방침", "이용약관"),
        *(
            "Регистрация",
            "Контакты",
            "О нас",
            "Registrieren",
            "Impressum",
            "Datenschutzerklärung",
            "Über uns",
        ),
        *(
            "Inscription",
            "Mentions légales",
            "Mot de passe oublié ?",
            "Regístrate",
            "Aviso legal",
            "Contacto",
        ),
        *("Política de privacidade", "Chi siamo", "Polityka prywatności", "Kayıt ol", "İletişim", "من نحن"),
    ],
)
def test_service_pages_are_known_by_headline(headline: str) -> None:
    """An undated page about the site, its accounts or its shop is no article, however long its text is."""
    page = article(headline=headline, body=(PARAGRAPH,) * 12, published=None)
    assert unsoundness(page) is Cause.SERVICE_PAGE
    assert unsoundness(article(headline=headline, body=(PARAGRAPH,) * 12)) is None


@pytest.mark.parametrize(
    "path",
    [
        *("register", "user/register.php", "sign-up/", "customer/account/login/", "forgot_password.aspx"),
        *(
            "about",
            "about-us/",
            "contact.html",
            "privacy-policy",
            "cart",
            "index.php?action=register",
            "?p=1&mode=login",
        ),
    ],
)
def test_service_pages_are_known_by_address(path: str) -> None:
    """So is one at the address of such a page, whatever its headline."""
    page = article(
        url=f"http://a.cn/{path}", headline="Lanqiao Daily", body=(PARAGRAPH,) * 12, published=None
    )
    assert unsoundness(page) is Cause.SERVICE_PAGE


@pytest.mark.parametrize(
    ("url", "headline"),
    [
        ("http://a.cn/2024/1.htm", "Registration of bridges begins in Lanqiao"),
        ("http://a.cn/2024/1.htm", "Contact with the ferry was lost at noon"),
        ("http://a.cn/2024/1.htm", "关于我们的老桥，县里这样说"),
        ("http://a.cn/about/2024/old-bridge.html", "The old bridge"),
        ("http://a.cn/contact-with-the-ferry-lost", "The ferry"),
        ("http://a.cn/news?id=7&page=2", "The old bridge"),
    ],
)
def test_articles_about_services_are_articles(url: str, headline: str) -> None:
    """Words for a service within a headline or an address make no service page of an undated article."""
    assert unsoundness(article(url=url, headline=headline, body=(PARAGRAPH,) * 3, published=None)) is None


@pytest.mark.parametrize("headline", BLOCKED_HEADLINES)
def test_blocked_pages_are_known(headline: str) -> None:
    """A page that turns crawlers away is no article."""
    page = article(headline=headline, body=("Checking your browser before you go on.",), published=None)
    assert unsoundness(page) is Cause.BLOCKED_PAGE


def test_dateline_speaks_for_an_article() -> None:
    """A filed story is one even where its headline quotes an error message."""
    filed = article(headline="404", dateline=Dateline(text="LANQIAO, May 20 (Example) --"))
    assert unsoundness(filed) is None


@given(articles())
def test_verdict_is_pure_and_accepted_articles_have_headlines(record: Article) -> None:
    """Any record gets the same verdict twice, and none passes without a headline."""
    reason = unsoundness(record)
    assert unsoundness(record) is reason
    assert reason is not None or record.headline.strip()


def test_every_reason_has_a_drop_of_its_own() -> None:
    """Scrapy counts drops by class: each reason needs one, and no class stands for two."""
    assert set(REJECTIONS) == set(UNSOUND)
    assert len({drop.__name__ for drop in REJECTIONS.values()}) == len(UNSOUND)


def test_east_asian_characters_weigh_more() -> None:
    """An ideograph says as much as about three letters."""
    assert weight("abc") == 3
    assert weight("中") == 3
    assert weight("1 , 。") == 0


@given(st.text(st.characters(codec="ascii"), max_size=200))
def test_plain_text_weighs_the_same_beside_other_characters(text: str) -> None:
    """Text of ASCII alone, which is counted in another way, weighs the same as in any text."""
    assert weight(text) + 3 == weight(f"{text} 桥")


def sample(name: str) -> list[dict[str, Any]]:
    """Return the sample site's list of articles, or of other pages."""
    path = ROOT / "tests" / "samplesite" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def verdict(path: str) -> Cause | None:
    """Return the verdict on a page of the sample site."""
    origin = "http://news.sample.test"
    reply = SampleSite().reply(path, origin)
    return unsoundness(extract_article(reply.body, origin + path, reply.headers["Content-Type"]))


KINDS = {
    "hub": Cause.HUB_PAGE,
    "soft404": Cause.SOFT_NOT_FOUND,
    "login": Cause.LOGIN_PAGE,
    "video": Cause.VIDEO_SHELL,
}


# A list at an article's URL of which the extractor keeps a blurb and one entry: the record alone does not
# give it away. Its shape does, so that the spider never yields it.
SHAPED = "/2023-06/30/content_90331111.htm"
NONE = [row for row in sample("rejected") if row["path"] != SHAPED]


@pytest.mark.parametrize("row", NONE, ids=lambda row: str(row["path"]))
def test_sample_pages_that_are_none_are_named(row: dict[str, Any]) -> None:
    """Home pages, lists, soft 404s, the login page and the video of the sample site, each by its reason."""
    assert verdict(row["path"]) is KINDS[row["kind"]]


def test_sample_articles_pass() -> None:
    """Every article of the sample site passes, in all its layouts and languages."""
    assert not [row["path"] for row in sample("expected") if verdict(row["path"])]


def gold() -> Iterator[dict[str, Any]]:
    """Yield the rows of the labelled pages."""
    path = CORPUS / "gold.jsonl"
    if path.is_file():
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
def test_labelled_articles_pass() -> None:
    """Every labelled real page with a headline is an article, also where its date is unknown."""
    for row in gold():
        photos = tuple(Photo(caption=caption["text"]) for caption in row.get("captions") or ())
        for published in (row.get("published"), None):
            record = article(
                url=row["url"],
                headline=row.get("headline") or "Headline",
                published=published,
                body=tuple(row.get("body") or ()),
                photos=photos,
            )
            assert published is None or unsoundness(record) is None, row["file"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
def test_real_articles_pass_as_extracted() -> None:
    """The labelled pages pass as extracted; a fragment without headline is named as such."""
    for row in gold():
        record = extract_article((CORPUS / row["file"]).read_bytes(), row["url"])
        expected = {None} if row.get("headline") else {None, Cause.NO_HEADLINE}
        assert unsoundness(record) in expected, row["file"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
def test_real_lists_are_rejected() -> None:
    """None of the real list pages passes for an article."""
    with (CORPUS / "other" / "index.jsonl").open(encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["kind"] == "list"]
    for row in rows:
        body = (CORPUS / "other" / row["file"]).read_bytes()
        assert unsoundness(extract_article(body, f"http://{row['site']}/x/{row['file']}")), row["file"]
