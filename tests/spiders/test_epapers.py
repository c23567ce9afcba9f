"""Crawls of composed e-papers, one in each of the three systems, for some of their days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.crawl import crawl
from tests.faults.server import Behaviour, FaultServer, response, says

DAYS = ("2022-08-04", "2022-08-05", "2022-08-06", "2022-08-07", "2022-08-12")
ASKED = DAYS[1:3]
PAGES = ("01", "02")
Site = dict[str, Behaviour]
Paper = Callable[[str], Site]


def html(text: str) -> Behaviour:
    """Return the behaviour that sends a page in Chinese."""
    return says(response(f"<html><head><meta charset='utf-8'></head><body>{text}</body></html>".encode()))


def refresh(target: str) -> Behaviour:
    """Return the behaviour of a page that only leads on."""
    head = f"<html><head><meta http-equiv='refresh' content='0;url={target}'></head></html>"
    return says(response(head.encode()))


def story(day: str, number: str) -> Behaviour:
    """Return the behaviour that sends an article of a paper."""
    text = f"吴林在临水镇第{number}号船闸看到，{day}清晨有三十条渔船排队过闸，船工说今年的水位比往年高。"
    paragraphs = "".join(f"<p>{text}这是第{n}段。</p>" for n in range(4))
    title = f"临水船闸{day[5:].replace('-', '月')}日放行渔船第{number}批"
    return html(
        f"<title>{title}</title><h3>本报记者 林水</h3><h1>{title}</h1><p class='date'>{day}</p>"
        f"<div id='ozoom'>{paragraphs}</div>"
    )


EDITORS = html("<title>本版责编</title><h1>本版责编</h1><div id='ozoom'><p>林水 吴林</p></div>")


def links(*named: tuple[str, str], attribute: str = "href") -> str:
    """Return a list of links, each with its text."""
    tag = "a" if attribute == "href" else "td"
    return (
        "<ul>" + "".join(f"<li><{tag} {attribute}='{to}'>{text}</{tag}></li>" for to, text in named) + "</ul>"
    )


def numbers(page: str) -> list[str]:
    """Return the numbers of the articles of a page; the last entry names its editors."""
    return [f"{page}{number}" for number in (1, 2, 9)]


def behaviour(day: str, number: str) -> Behaviour:
    """Return the article of a number, or the entry with the editors."""
    return EDITORS if number.endswith("9") else story(day, number)


def new_system(root: str) -> Site:
    """Return a paper in Founder's new system: layout, page, content."""
    site = {f"{root}/layout/index.html": refresh(f"202208/{DAYS[-1][8:]}/node_01.html")}
    for day in DAYS:
        folder, days = f"{day[:4]}{day[5:7]}/{day[8:]}", f"../../{day[:4]}{day[5:7]}/"
        for page in PAGES:
            stories = [
                (f"../../../content/{folder}/content_30{day[8:]}{number}.html", f"文章{number}")
                for number in numbers(page)
            ]
            others = [(f"node_{other}.html", f"第{other}版") for other in PAGES]
            near = [(f"{days}{int(day[8:]) + step:02}/node_01.html", "上一期下一期") for step in (-1, 1)]
            site[f"{root}/layout/{folder}/node_{page}.html"] = html(links(*others, *stories, *near))
            site |= {
                f"{root}/content/{folder}/content_30{day[8:]}{number}.html": behaviour(day, number)
                for number in numbers(page)
            }
    return site


def classic_system(root: str) -> Site:
    """Return a paper in Founder's classic system: a folder for each day with its pages and articles."""
    site = {f"{root}/": refresh(f"html/2022-08/{DAYS[-1][8:]}/node_1.htm")}
    for day in DAYS:
        folder = f"{root}/html/{day[:7]}/{day[8:]}"
        for page in PAGES:
            stories = [
                (f"content_8{day[8:]}{number}.htm?div=-1", f"文章{number}") for number in numbers(page)
            ]
            others = [(f"./node_{int(other)}.htm", f"第{other}版") for other in PAGES]
            near = [(f"../../2022-08/{int(day[8:]) + step:02}/node_2.htm", "上一期") for step in (-1, 1)]
            site[f"{folder}/node_{int(page)}.htm"] = html(links(*others, *stories, *near))
            for number in numbers(page):
                for query in ("", "?div=-1"):
                    site[f"{folder}/content_8{day[8:]}{number}.htm{query}"] = behaviour(day, number)
    return site


def index_system(root: str) -> Site:
    """Return a paper with PaperIndex: two meta refreshes, and links in the attribute `daoxiang`."""
    site = {f"{root}/content/PaperIndex.htm": refresh(f"{DAYS[-1].replace('-', '')}/IssueIndex.htm")}
    for day in DAYS:
        folder = f"{root}/content/{day.replace('-', '')}"
        site[f"{folder}/IssueIndex.htm"] = refresh("Page01DK.htm")
        for page in PAGES:
            stories = [(f"Articel{page}0{number}DK.htm", f"文章{number}") for number in numbers(page)]
            others = [(f"Page{other}DK.htm", f"第{other}版") for other in PAGES]
            near = [(f"../202208{int(day[8:]) + step:02}/Page01DK.htm", "上一期") for step in (-1, 1)]
            text = (
                links(*others, *near)
                + "<table><tr>"
                + links(*stories, attribute="daoxiang")
                + "</tr></table>"
            )
            site[f"{folder}/Page{page}DK.htm"] = html(text)
            site |= {
                f"{folder}/Articel{page}0{number}DK.htm": behaviour(day, number) for number in numbers(page)
            }
    return site


@pytest.mark.parametrize(
    ("paper", "home", "archive", "articles"),
    [
        (new_system, "/layout/index.html", "/layout/{date:%Y%m/%d}/node_01.html", "/content/202208/{day}/"),
        (classic_system, "/", "/html/{date:%Y-%m/%d}/node_1.htm", "/html/2022-08/{day}/content_"),
        (
            index_system,
            "/content/PaperIndex.htm",
            "/content/{date:%Y%m%d}/IssueIndex.htm",
            "/content/202208{day}/Art",
        ),
    ],
    ids=["Founder new", "Founder classic", "PaperIndex"],
)
def test_days_of_a_paper(paper: Paper, home: str, archive: str, articles: str, tmp_path: Path) -> None:
    """Every article of the requested days comes, once; no article of another day is requested."""
    root = "/xjrb"
    with FaultServer(paper(root)) as server:
        starts = f"{server.origin}{root}{home},{server.origin}{root}{archive}"
        ran = crawl(tmp_path, starts, arguments=(f"since={ASKED[0]}", f"until={ASKED[-1]}"))
        paths = [record["url"].removeprefix(server.origin + root) for record in ran.records]
        targets = server.targets()
    for day in ASKED:
        assert sum(articles.format(day=day[8:]) in path for path in paths) == 4
    assert len(paths) == 4 * len(ASKED)
    other = [articles.format(day=day[8:]) for day in DAYS if day not in ASKED]
    assert not [target for target in targets if any(part in target for part in other)]
    first = DAYS[0]
    folders = (f"2022-08/{first[8:]}", f"202208/{first[8:]}", first.replace("-", ""))
    assert not [target for target in targets if any(folder in target for folder in folders)]
