"""Declares the aggregators, with articles of many sources: Tencent, Phoenix, Toutiao, Baidu and 360."""

from __future__ import annotations

from crawler.publishers.model import Layout, Publisher

QQ_COM = Publisher(
    name="qq.com",
    title="腾讯网",
    hosts=("news.qq.com", "new.qq.com", "xw.qq.com"),
    start=("https://news.qq.com/",),
    language="zh-Hans",
    article_urls=(r"^/rain/a/\w{14,}$", r"^/omn/(?!author/)\w+(?:/\w+)?(?:\.html)?$"),
    hub_urls=(r"^/ch/\w+$", r"^/omn/author/"),
    layouts=(
        Layout(
            name="tencent",
            fingerprint=("#ArticleContent",),
            body=("#ArticleContent",),
            headline=("span.title-text",),
            drop=("div.image-carousel",),
        ),
        Layout(
            name="tencent-2018",
            fingerprint=("div.content-article",),
            body=("div.content-article",),
        ),
    ),
    seen="2024-05",
)

# Newer pages have class names with a suffix that changes with every build: the general scorer reads them.
IFENG_COM = Publisher(
    name="ifeng.com",
    title="凤凰网",
    hosts=("ifeng.com",),
    start=("https://news.ifeng.com/", "https://news.ifeng.com/shanklist/3-305565-"),
    language="zh-Hans",
    article_urls=(r"^/c/\w{11}$", r"^/a/20\d{6}/\d+_\d+\.shtml$", r"/20\d{4}/\d{4}_\d+_\d+(?:_\d+)?\.shtml$"),
    hub_urls=(r"^/shanklist/[\d-]+/?$",),
    layouts=(
        Layout(
            name="ifeng-2014",
            fingerprint=("#main_content",),
            body=("#main_content",),
            headline=("#artical_topic",),
            published=("span.ss01", "p.p_time"),
            drop=("span.ifengLogo",),
        ),
    ),
    seen="2024-11",
)

TOUTIAO_COM = Publisher(
    name="toutiao.com",
    title="今日头条",
    hosts=("toutiao.com",),
    start=("https://www.toutiao.com/",),
    language="zh-Hans",
    # The second pattern matches short posts.
    article_urls=(r"^/article/\d{16,}/?$", r"^/w/\d{16,}/?$"),
    hub_urls=(r"^/c/user/token/",),
    layouts=(
        Layout(
            name="toutiao",
            fingerprint=("article.tt-article-content",),
            body=("article.tt-article-content",),
            headline=("h1",),
            published=("div.article-meta",),
            source=("span.name",),
        ),
        Layout(
            name="toutiao-2019",
            fingerprint=("div.article-box", "div.article-content"),
            body=("div.article-content",),
            headline=("h1.article-title",),
            published=("div.article-sub",),
            source=("div.article-sub",),
        ),
    ),
    seen="2024-05",
)

BAIJIAHAO_BAIDU_COM = Publisher(
    name="baijiahao.baidu.com",
    title="百家号",
    hosts=("baijiahao.baidu.com",),
    start=("https://baijiahao.baidu.com/",),
    language="zh-Hans",
    article_urls=(r"^/s$",),
    layouts=(
        Layout(
            name="baijiahao-2019",
            fingerprint=("div.article-content", "div.article-title"),
            body=("div.article-content",),
            headline=("div.article-title",),
            source=("p.author-name",),
        ),
    ),
    seen="2019",
)

WWW_360KUAI_COM = Publisher(
    name="360kuai.com",
    title="快资讯",
    hosts=("360kuai.com",),
    start=("https://www.360kuai.com/",),
    language="zh-Hans",
    article_urls=(r"^/9[0-9a-f]{16}$",),
    hub_urls=(r"^/pc/home/next$",),
    layouts=(
        Layout(
            name="360kuai",
            fingerprint=("#article__content",),
            body=("#article__content",),
            headline=("span.article__title",),
            published=("div.author-info--simple__desc",),
            source=("div.author-info--simple__name",),
        ),
    ),
    seen="2019",
)
