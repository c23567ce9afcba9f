"""The articles' ground truth agrees with the bytes on disk."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree

from crawler.items import Article, Dateline, Photo
from tests.samplesite.ground_truth import (
    EXPECTED,
    ORIGIN,
    PATHS,
    REJECTED,
    WWW,
    decoded,
    parts,
    squeeze,
    tree,
)
from tests.samplesite.ground_truth import visible as text_of

each = pytest.mark.parametrize("row", EXPECTED, ids=PATHS)
dated = pytest.mark.parametrize("row", [r for r in EXPECTED if r["dateline"]], ids=lambda r: str(r["path"]))

LAYOUTS = {
    "diplomacy": r'class="artCon" id="artbody"',
    "china.org.cn": r'id="container_txt"><!--enpcontent-->',
    "Xinhua, foreign languages": r'id="detailContent"',
    "Xinhua, Chinese": r'id="detail">[\s\S]*id="articleEdit"',
    "People's Daily, Chinese": r'id="rwb_zw"',
    "People's Daily, English": r'class="w860 d2txtCon cf"',
    "China Daily": r'<div id="Content">',
    "Guangming": r'class="u-mainText"',
    "TRS, youth": r'class="page_text"><div class="TRS_Editor"',
    "TRS, government": r'<meta name="ArticleTitle"[\s\S]*class="TRS_Editor"',
    "Founder": r'class="content" id="content"',
    "CGTN": r'id="cmsMainContent"',
    "China News": r'class="left_zw"',
    "portal": r'id="mp-editor"',
    "VSB": r'class="v_news_content"',
    "old tables": r'id="Zoom"',
    "JSON-LD": r'class="story-body"',
    "gallery": r'id="photo_box"',
}


def test_size() -> None:
    """The site has at least 60 articles in at least 4 languages and stays below 1.5 MB."""
    languages = Counter(row["language"] for row in EXPECTED)
    assert len(EXPECTED) >= 60
    assert set(languages) >= {"en", "zh-Hans", "fr", "es", "ru", "ar"}
    assert min(languages.values()) >= 4
    assert sum(file.stat().st_size for file in WWW.rglob("*") if file.is_file()) < 1_500_000


def test_paths_are_unique() -> None:
    """No page is both an article and something else, and none is listed twice."""
    listed = Counter(path for row in EXPECTED for path in parts(row)) + Counter(r["path"] for r in REJECTED)
    assert not [path for path, count in listed.items() if count > 1]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    """Every layout family is there, and its fingerprint belongs to articles only."""
    assert any(re.search(LAYOUTS[name], decoded(path)) for path in PATHS)
    assert not any(re.search(LAYOUTS[name], decoded(r["path"])) for r in REJECTED if r["path"] != "/")


def test_every_article_has_one_layout() -> None:
    """Each article is built after exactly one family."""
    for path in PATHS:
        assert len([name for name, mark in LAYOUTS.items() if re.search(mark, decoded(path))]) == 1, path


@each
def test_fields_are_those_of_the_record(row: dict[str, Any]) -> None:
    """An expectation uses the record's own field names (and `path` for `url`)."""
    assert set(row) - {"path"} <= set(Article.__dataclass_fields__)
    for photo in row["photos"]:
        assert set(photo) <= {*Photo.__dataclass_fields__}
    if row["dateline"]:
        assert set(row["dateline"]) == {*Dateline.__dataclass_fields__}


@each
def test_texts_are_on_the_page(row: dict[str, Any]) -> None:
    """Headline, paragraphs, captions, credits and names stand on the page as expected."""
    text = text_of(row)
    names = [row["headline"], row["kicker"], *row["bylines"], *row["section"]]
    shown = [part for photo in row["photos"] for part in (photo["caption"], photo["credit"])]
    for part in [*names, *row["body"], *shown]:
        assert part is None or squeeze(part) in text, part
    for part in [row["source"], *row["editors"]]:  # may stand in a meta tag or a comment alone
        assert part is None or part in decoded(row["path"]), part


@each
def test_paragraphs_keep_their_order(row: dict[str, Any]) -> None:
    """The body's paragraphs follow one another on the page."""
    text, position = text_of(row), 0
    for paragraph in row["body"]:
        position = text.index(squeeze(paragraph), position) + 1


CONTAINERS = {
    "id": (
        *("artbody", "container_txt", "detailContent", "detail", "rwb_zw", "Content", "content"),
        *("cmsMainContent", "mp-editor", "vsb_content", "Zoom", "photo_box"),
    ),
    "class": ("u-mainText", "TRS_Editor", "left_zw", "story-body", "w860 d2txtCon cf"),
}
FURNITURE = re.compile(
    r"FollowSample\.org\.cnonSocialtojointheconversation\.NewsAppDownload|(Previous)?123(Next)?(?=801)|801\d{4}"
    r"|http://images\.china\.cn/\S+?\.jpg|【纠错】|【责任编辑:.+】|\[责编：.+\]|【编辑:.+】|原标题：[^。]+?(?=返回)"
    r"|返回首页，查看更多|责任编辑：.*|Home>>[A-Z].*20\d\d|\(Webeditor:.+\)"
    r"|Subscribeto.+|Abonnez-vous.+|Suscríbase.+|Подпишитесь.+|اشترك.+"
)


@each
def test_nothing_is_forgotten(row: dict[str, Any]) -> None:
    """Text of the article's container beside body and captions is known furniture, and the headline."""
    expected = [*row["body"], *(p[key] for p in row["photos"] for key in ("caption", "credit") if p[key])]
    for path in parts(row):
        root = tree(path)
        etree.strip_elements(root, "script", "style", with_tail=False)
        paths = (f".//*[@{key}='{name}']" for key, names in CONTAINERS.items() for name in names)
        container = next(element for element in map(root.find, paths) if element is not None)
        rest = squeeze("".join(map(str, container.itertext())))
        for part in [*map(squeeze, expected), squeeze(row["headline"])]:
            rest = rest.replace(part, "")
        assert FURNITURE.sub("", rest) == "", path


@each
def test_captions_are_no_paragraphs(row: dict[str, Any]) -> None:
    """No caption, credit or editor line is part of the body."""
    for photo in row["photos"]:
        assert photo["caption"] not in row["body"]
    body = " ".join(row["body"])
    assert not re.search(r"责任?编|原标题|\[Photo|/Xinhua\)| 摄$|Web editor", body)


@each
def test_photos_are_on_the_page(row: dict[str, Any]) -> None:
    """Every expected photo is an image of one of the article's pages."""
    sources = set()
    for path in parts(row):
        for image in tree(path).iter("img"):
            for name in ("data-src", "src"):
                sources.add(urljoin(ORIGIN + path, image.get(name, "")).removeprefix(ORIGIN))
    assert {photo["url"] for photo in row["photos"]} <= sources
    assert all(p["date"] is None or re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", p["date"]) for p in row["photos"])


@each
def test_date_is_printed(row: dict[str, Any]) -> None:
    """The date of publication is ISO 8601, with the offset of China where it has a time, and printed."""
    moment = datetime.fromisoformat(row["published"])
    forms = (f"{moment:%Y-%m-%d}", f"{moment:%Y年%m月%d日}", f"{moment:%B} {moment.day}, {moment.year}")
    page = decoded(row["path"])
    assert any(form in page for form in forms)
    assert ("T" in row["published"]) == row["published"].endswith("+08:00")
    assert "T" not in row["published"] or f"{moment:%H:%M}" in page


@dated
def test_dateline_opens_the_body(row: dict[str, Any]) -> None:
    """A dateline opens the first paragraph and contains the parsed parts."""
    dateline = row["dateline"]
    assert row["body"][0].startswith(dateline["text"])
    for part in [*dateline["places"], *dateline["reporters"], dateline["agency"]]:
        assert part in dateline["text"]


@dated
def test_dateline_is_recent(row: dict[str, Any]) -> None:
    """A dateline is at most a day older than the article."""
    if row["dateline"]["date"]:
        gap = datetime.fromisoformat(row["published"][:10]) - datetime.fromisoformat(row["dateline"]["date"])
        assert 0 <= gap.days <= 1


def test_stories_are_distinct() -> None:
    """No paragraph and no headline is used twice, and few openings are alike."""
    paragraphs = Counter(p for row in EXPECTED for p in row["body"])
    assert not [p for p, count in paragraphs.items() if count > 1]
    assert len({row["headline"] for row in EXPECTED}) == len(EXPECTED)


def test_lengths_vary() -> None:
    """Most articles have 5 to 14 paragraphs."""
    lengths = [len(row["body"]) for row in EXPECTED]
    assert sum(5 <= n <= 16 for n in lengths) >= 0.9 * len(lengths)
    assert len(set(lengths)) >= 8


def test_the_page_the_project_was_created_from() -> None:
    """The page modelled on content_78360929 gives the values of its description."""
    row = next(row for row in EXPECTED if row["path"] == "/2022-08/08/content_78360929.shtml")
    assert (row["headline"], row["section"]) == (
        "Chinese, Russian FMs meet in Cambodia",
        ["News", "Latest News"],
    )
    assert (row["source"], row["published"], len(row["body"])) == ("Xinhua", "2022-08-07", 10)
    (photo,) = row["photos"]
    assert photo["url"].startswith("http://images.china.cn/")
    assert (photo["credit"], photo["photographers"]) == ("[Photo by Van Pov/Xinhua]", ["Van Pov"])
    assert (photo["agency"], photo["date"]) == ("Xinhua", "2022-08-05")
    assert row["dateline"]["text"] == "PHNOM PENH, Aug. 6 (Xinhua) --"
    assert (row["dateline"]["places"], row["dateline"]["date"]) == (["PHNOM PENH"], "2022-08-06")


def test_order_of_the_page_the_project_was_created_from() -> None:
    """It shows ticker, breadcrumb, headline, source, share bar, headline, caption, body, URL and id."""
    text = text_of({"path": "/2022-08/08/content_78360929.shtml", "pages": []})
    headline = squeeze("Chinese, Russian FMs meet in Cambodia")
    ticker = squeeze(tree("/2022-08/08/content_78360929.shtml").findtext(".//ul[@id='ticker']//a") or "")
    assert re.search(r"[\u4e00-\u9fff]", ticker)
    marks = [ticker, "News>LatestNews>", headline, "Source:Xinhua|2022-08-07", "Share:", headline]
    marks += ["[PhotobyVanPov/Xinhua]", "PHNOMPENH,Aug.6(Xinhua)--", "http://images.china.cn/", "8013945"]
    position = text.index(ticker)
    for mark in marks[1:]:
        position = text.index(mark, position + 1)
