"""ninjs: every record gives an object that the IPTC's schema accepts, with its fields where readers look."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from crawler.exporting.export import ExportFormat, writer_of
from crawler.exporting.export_error import ExportError
from crawler.exporting.lines import ninjs_line
from crawler.exporting.ninjs import news_object
from crawler.exporting.sources import StoredRevision
from crawler.items import Article, Photo, Rights
from tests.records.examples import article, articles, full_article

SCHEMA = Draft202012Validator(
    json.loads(Path(__file__).with_name("ninjs-3.1.schema.json").read_text("utf-8")),
    format_checker=FormatChecker(formats=("date-time",)),
)
LICENCE = "http://news.example.cn/licence"


def values(objects: list[dict[str, str]]) -> dict[str, str]:
    """Return the values of objects by their roles."""
    return {each["role"]: each["value"] for each in objects}


@given(articles(), st.none() | st.just("2026-01-01T00:00:00+00:00"))
def test_every_record_is_valid(record: Article, removed: str | None) -> None:
    """Whatever a record holds, also in a file that others wrote."""
    SCHEMA.validate(json.loads(ninjs_line(StoredRevision(record, b"", "a", removed))))


@pytest.mark.parametrize(
    "wrong",
    [
        {"uri": "图"},
        {"uri": "http://a.cn/ 1"},
        {"type": "article"},
        {"pubStatus": "withdrawn"},
        {"headlines": [{"role": "main"}]},
        {"versionCreated": "2024-05-20"},
        {"associations": [{"uri": "http://a.cn/1#photo-1"}]},
        {"associations": [{"name": "photo-1"}]},
        {"headline": "Survey of old bridge ends"},
    ],
)
def test_schema_refuses(wrong: dict[str, Any]) -> None:
    """The schema of the tests has the rules of ninjs."""
    SCHEMA.validate(sound := news_object(full_article()))
    with pytest.raises(ValidationError):
        SCHEMA.validate({**sound, **wrong})


def test_article() -> None:
    """Headline, text, times, people and places are in the fields of ninjs."""
    content = news_object(full_article())
    assert content["uri"] == "http://news.example.cn/2024-05/20/content_1.htm"
    assert (content["standard"]["version"], content["type"], content["version"]) == ("3.1", "text", "2")
    assert values(content["headlines"]) == {"main": "Survey of old bridge ends", "kicker": "Lanqiao"}
    assert (content["by"], content["located"], content["language"]) == ("Lin Mu", "LANQIAO", "en")
    assert content["firstCreated"] == "2024-05-20T08:00:00+08:00"
    assert content["versionCreated"] == "2024-05-20T09:00:00+08:00"
    assert (content["pubStatus"], content["genres"]) == ("usable", [{"name": "news"}])
    assert content["people"] == [{"name": "Lin Mu", "rel": "author"}, {"name": "He Qiao", "rel": "editor"}]
    assert content["places"] == [{"name": "LANQIAO", "rel": "dateline"}]
    assert [(each["rel"], each["name"]) for each in content["subjects"]] == [
        ("section", "News"),
        ("section", "China"),
        ("keyword", "bridge"),
        ("keyword", "Lanqiao"),
    ]
    assert {each["role"]: each["name"] for each in content["infoSources"]} == {
        "publisher": "example.cn",
        "source": "Example Agency",
        "agency": "Example",
    }


def test_body_is_text_and_html() -> None:
    """Plain text has an empty line between paragraphs; HTML has elements, and its signs are escaped."""
    text, html = news_object(article(body=("5 < 6 & 7", "渡轮 <b>回来</b>了。")))["bodies"]
    assert (text["contentType"], text["value"]) == ("text/plain", "5 < 6 & 7\n\n渡轮 <b>回来</b>了。")
    assert html["contentType"] == "text/html"
    assert html["value"] == "<p>5 &lt; 6 &amp; 7</p><p>渡轮 &lt;b&gt;回来&lt;/b&gt;了。</p>"


def test_photos_are_associated() -> None:
    """Each has caption, credit, photographers and address; one without an image has no rendition."""
    photo = full_article().photos[0]
    with_image, without = news_object(article(photos=(photo, Photo(caption="船闸。", credit="（吴林摄）"))))[
        "associations"
    ]
    assert (with_image["name"], with_image["type"], with_image["by"]) == ("photo-1", "picture", "Lin Mu")
    assert values(with_image["descriptions"]) == {
        "caption": "The old bridge.",
        "creditline": "[Photo by Lin Mu/Example]",
        "alt": "A bridge",
        "created": "2024-05-19",
    }
    assert with_image["renditions"] == [
        {"name": "main", "href": "http://img.example.cn/1.jpg", "width": 640, "height": 480}
    ]
    assert (with_image["rel"], "rel" in without) == ("lead", False)
    assert with_image["infoSources"] == [{"name": "Example", "role": "agency"}]
    assert values(without["descriptions"]) == {"caption": "船闸。", "creditline": "（吴林摄）"}
    assert "renditions" not in without
    assert with_image["uri"] != without["uri"]


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("http://a.cn/图 1.jpg?x=a|b&y=[1]", "http://a.cn/%E5%9B%BE%201.jpg?x=a%7Cb&y=%5B1%5D"),
        ("http://[::1]:8000/a%2Fb%zz#top", "http://[::1]:8000/a%2Fb%25zz"),
        ("http://例子.cn", "http://xn--fsqu00a.cn/"),
        ("data:image/gif;base64,R0lGOD", None),
        ("/no/url", None),
        ("http://{{cdn}}/a.jpg", None),
        ("https://${CDN}/1.jpg", None),
        ("blob:http://a.cn/1", None),
        ("weixin://a.cn?({", "weixin://a.cn?(%7B"),
    ],
)
def test_addresses_are_uris(url: str, uri: str | None) -> None:
    """Characters that a URI may not have are escaped; a text without a host is left out."""
    (picture,) = news_object(article(photos=(Photo(url=url),)))["associations"]
    assert picture.get("renditions") == ([{"name": "main", "href": uri}] if uri else None)


@pytest.mark.parametrize(
    ("published", "moment", "day"),
    [
        ("2022-08-06T09:15+08:00", "2022-08-06T09:15:00+08:00", None),
        ("2022-08-06", None, "2022-08-06"),
        (None, None, None),
        ("2022-08-06T09:15:00+08:05:43", None, "2022-08-06T09:15:00+08:05:43"),
    ],
)
def test_days_are_no_moments(published: str | None, moment: str | None, day: str | None) -> None:
    """No time is made up for a page that prints only a day, or an odd offset: these are descriptions."""
    content = news_object(article(published=published))
    assert (content.get("firstCreated"), content.get("versionCreated")) == (moment, moment)
    assert values(content.get("descriptions", [])).get("published") == day


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        (
            Rights(
                license="http://news.example.cn/licence",
                copyright="© Example",
                reservations=("robots: noai",),
            ),
            {
                "copyrightNotice": "© Example",
                "rightsInfo": {"linkedRights": LICENCE},
                "usageTerms": "Reserved from text and data mining: robots: noai",
            },
        ),
        (Rights(license="CC BY 4.0"), {"usageTerms": "CC BY 4.0"}),
        (Rights(holder="Linshui Post"), {"copyrightHolder": "Linshui Post"}),
        (
            Rights(license="CC BY 4.0", reservations=("robots: noai", "tdm-reservation: 1")),
            {"usageTerms": "CC BY 4.0. Reserved from text and data mining: robots: noai; tdm-reservation: 1"},
        ),
        (None, {}),
    ],
)
def test_rights(rights: Rights | None, expected: dict[str, Any]) -> None:
    """A licence with a URL is linked, one with a name is a usage term, and so are reservations."""
    content = news_object(article(rights=rights))
    names = ("copyrightHolder", "copyrightNotice", "rightsInfo", "usageTerms")
    assert {name: content[name] for name in names if name in content} == expected
    SCHEMA.validate(content)


def test_removed_article_is_canceled() -> None:
    """The status of ninjs for a withdrawn article; a record with missing parts is partial."""
    assert news_object(article(), removed="2026-01-01T00:00:00+00:00")["pubStatus"] == "canceled"
    whole = article()
    broken = replace(whole, evidence={"pages.missing": "http://news.example.cn/2024-05/20/content_1_2.htm"})
    assert [news_object(each)["representationType"] for each in (whole, broken)] == ["full", "partial"]


def test_reporters_of_the_dateline_stand_in_for_a_missing_byline() -> None:
    """Wire stories often name their reporters nowhere else."""
    assert news_object(replace(full_article(), bylines=()))["by"] == "Lin Mu"


@pytest.mark.parametrize("name", ["jsonld", "ninjs"])
def test_objects_without_text_are_refused(tmp_path: Path, name: str) -> None:
    """The message names the formats that can do it."""
    with pytest.raises(ExportError, match="choose jsonl"):
        writer_of(ExportFormat(name, has_text=False), tmp_path)
