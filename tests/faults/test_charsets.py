"""Pages that are mislabelled in every way of a world of UTF-8 and GBK: rows 87 to 96, in one crawl."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import FaultServer, response, says

HEADLINE = "朱镕基的渡轮又开航了"  # its second character is in GBK, not in GB2312
BODY = (
    "兰桥的渡轮今年第一次开航，来看热闹的人比乘客还多，船长说这是他三十年来见过的最热闹的一天。",
    "渡口的管理员告诉记者，往年这个时候河水还没有解冻，今年天气暖和，比去年早了整整两个星期。",
    "下午三点，第二班渡轮载着四十名乘客和十二辆自行车离开码头，码头上的茶馆坐满了等船的人。",
)
TRADITIONAL = str.maketrans("镕渡轮开来热闹还长说这见过记载个没离码头坐满关乘客车辆后时处",
                            "鎔渡輪開來熱鬧還長說這見過記載個沒離碼頭坐滿關乘客車輛後時處")  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of mislabelled page."""

    codec: str
    """The encoding of its bytes."""
    used: str
    """The right encoding to read it."""
    header: str = ""
    meta: str = ""
    mark: bytes = b""
    head: str = ""
    """The text before the meta tag."""
    row: int = 0


KINDS = {
    "GBK in the header's GB2312": Kind("gbk", "gb18030", header="gb2312", row=87),
    "GB18030 in the meta tag's GB2312": Kind("gb18030", "gb18030", meta="gb2312", row=87),
    "UTF-8 in the meta tag's GB2312": Kind("utf-8", "utf-8", meta="gb2312", row=88),
    "UTF-8 in the header's GB2312": Kind("utf-8", "utf-8", header="gb2312", row=88),
    "GBK in the meta tag's UTF-8": Kind("gbk", "gb18030", meta="utf-8", row=89),
    "GBK in the header's UTF-8": Kind("gbk", "gb18030", header="utf-8", row=89),
    "GBK undeclared": Kind("gbk", "gb18030", row=90),
    "UTF-8 undeclared": Kind("utf-8", "utf-8", row=90),
    "meta tag after 5 KB": Kind("gbk", "gb18030", meta="gbk", head=f"<!-- {'x' * 5000} -->", row=91),
    "header's Latin-1 against GB2312": Kind("gbk", "gb18030", header="ISO-8859-1", meta="gb2312", row=92),
    "label x-gbk": Kind("gbk", "gb18030", meta="x-gbk", row=93),
    "label cn-big5": Kind("big5", "big5", header="cn-big5", row=93),
    "BOM of UTF-8 against the header": Kind("utf-8", "utf-8", header="gb2312", mark=b"\xef\xbb\xbf", row=94),
    "BOM of UTF-16 against the meta tag": Kind("utf-16-le", "utf-16le", meta="gbk", mark=b"\xff\xfe", row=94),
    "meta tag in a comment": Kind("gbk", "gb18030", meta="gbk", head="<!-- <meta charset=utf-8> -->", row=95),
}


def text(kind: Kind, number: int) -> tuple[str, list[str]]:
    """Return headline and paragraphs of a page; a number keeps the pages apart."""
    lines = [f"{HEADLINE}第{number}次", *(f"第{number}天，{line}" for line in BODY)]
    if kind.codec == "big5":
        lines = [line.translate(TRADITIONAL) for line in lines]
        lines = [line.encode("big5", "ignore").decode("big5") for line in lines]
    if kind.codec == "gb18030":
        lines = [f"{line}㐀" for line in lines]  # has four bytes
    return lines[0], lines[1:]


def page(kind: Kind, number: int) -> bytes:
    """Return the bytes of a page."""
    headline, paragraphs = text(kind, number)
    meta = f"<meta charset={kind.meta}>" if kind.meta else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    whole = (
        f"<!DOCTYPE html><html><head>{kind.head}{meta}<title>{headline}</title></head>"
        f"<body><h1>{headline}</h1><div id='content'>{body}</div></body></html>"
    )
    return kind.mark + whole.encode(kind.codec)


@pytest.mark.fault(*sorted({kind.row for kind in KINDS.values()}))
def test_fifteen_kinds_of_mislabelled_pages(tmp_path: Path) -> None:
    """Every page is read right, and its record has the declared and the used encoding."""
    paths = {name: f"/2022-09/{number:02}/content_{number}.htm" for number, name in enumerate(KINDS, 1)}
    pages = {}
    for number, (name, kind) in enumerate(KINDS.items(), 1):
        header = f"text/html; charset={kind.header}" if kind.header else "text/html"
        pages[paths[name]] = says(response(page(kind, number), "200 OK", header))
    with FaultServer(healthy(pages)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        came = {record["url"].removeprefix(server.origin): record for record in ran.records}
    assert set(came) == {*paths.values(), *map(story, range(1, 5))}
    for number, (name, kind) in enumerate(KINDS.items(), 1):
        record, (headline, paragraphs) = came[paths[name]], text(kind, number)
        assert (name, record["headline"], record["body"]) == (name, headline, paragraphs)
        evidence = record["evidence"]
        assert (name, evidence["charset.used"]) == (name, kind.used)
        assert evidence["charset.replaced"] == "0"
        declared = kind.header or (kind.meta if "utf-16" not in kind.used else "") or "none"
        assert (name, evidence["charset.declared"]) == (name, declared)


@pytest.mark.fault(96)
@pytest.mark.parametrize("declared", ["gb2312", "utf-8", ""])
def test_broken_byte_swallows_no_markup(tmp_path: Path, declared: str) -> None:
    """A lead byte whose second half is missing costs itself alone, not the tag behind it."""
    whole = page(Kind("gbk", "gb18030", meta=declared), 1).replace(b"</p>", b"\xb3</p>")
    path = "/2022-09/01/content_1.htm"
    with FaultServer(healthy({path: says(response(whole, "200 OK", "text/html"))})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        record = next(record for record in ran.records if record["url"].endswith(path))
    assert record["body"] == [f"{line}\ufffd" for line in text(Kind("gbk", ""), 1)[1]]
    assert record["evidence"]["charset.replaced"] == "3"
