"""Lists of records below the text, without any names: comments of readers, and other stories."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
READERS = ("Wu Lin", "solo77", "Anna K.", "Пётр", "林水")
COMMENT = (
    "I have waited for this lock since my father sold his boat, and nobody told us why it took so long.",
    "Who pays for it? The county, of course, and then the county will ask all of us for the money again.",
)
RECORDS = {
    "items": ("<ul>", "<li><b>{name}</b> <span>{stamp}</span><p>{text}</p></li>", "</ul>"),
    "boxes": ("<div>", "<div><div>{name}, {stamp}</div><div>{text}</div></div>", "</div>"),
    "rows": ("<table>", "<tr><td>{name}<br>{stamp}</td><td>{text}</td></tr>", "</table>"),
    "tables within tables": (
        "<div>",
        (
            "<table><tr><td><table><tr><td><b>{name}</b> {stamp}</td></tr></table><div>{text}</div></td></tr>"
            "</table>"
        ),
        "</div>",
    ),
    "terms": ("<dl>", "<dt>{name}, {stamp}</dt><dd>{text}</dd>", "</dl>"),
    "flat": ("<div>", "<p><b>{name}</b> {stamp}</p><p>{text}</p>", "</div>"),
    "stamps of another class": ("<div>", "<h4>{name}</h4><p class='a'>{stamp}</p><p>{text}</p>", "</div>"),
}


def _records(form: str, count: int, stamp: str) -> str:
    opening, record, closing = RECORDS[form]
    records = (
        record.format(name=READERS[i % 5], stamp=stamp.format(i % 9 + 1), text=f"{i}: {COMMENT[i % 2]}")
        for i in range(count)
    )
    return opening + "".join(records) + closing


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize("count", [4, 40])
@pytest.mark.parametrize(
    "stamp",
    [
        *("6 January 2012 14:0{}", "0{}.01.2012 09:3{}", "2012年1月6日 14:0{}"),
        *("{} hours ago", "{}小时前", "vor {} Stunden", "hace {} días", "il y a {} heures", "{} часов назад"),
        *("{}時間前", "{}시간 전", "{} godzin temu", "{} saat önce"),
    ],
)
@pytest.mark.parametrize("place", ["behind the text", "in its element"])
def test_comments_stay_out(form: str, count: int, stamp: str, place: str) -> None:
    """Comments are no text, whatever their markup and however much there is of them."""
    comments = _records(form, count, stamp.replace("{}", "{0}"))
    inside, behind = (comments, "") if place == "in its element" else ("", comments)
    page = article(f"{HEADLINE}<div>{paragraphs()}{inside}</div>{behind}")
    assert page.body == PARAGRAPHS


def test_records_are_the_text_of_a_page_without_other_text() -> None:
    """A list that no text stands above is the text itself, as on a page of minutes."""
    page = article(f"{HEADLINE}{_records('boxes', 8, '6 January 2012 14:0{0}')}")
    assert sum(COMMENT[0] in line or COMMENT[1] in line for line in page.body) == 8


def test_entries_of_a_live_report_are_text() -> None:
    """Records with titles of their own are the entries of a live report."""
    entries = "".join(
        f"<div><p>6 January 2012, 14:0{i}</p><h3>Boat {i} has passed</h3><p>{i}: {COMMENT[0]}</p></div>"
        for i in range(6)
    )
    body = article(f"{HEADLINE}<div>{paragraphs()}{entries}</div>").body
    assert sum(COMMENT[0] in line for line in body) == 6


def test_schedule_in_a_text_stays() -> None:
    """Lines with day and hour and no prose below them are a schedule."""
    lines = [f"Boat {i}: 6 January 2012, 14:0{i}" for i in range(5)]
    schedule = "".join(f"<p>{line}</p>" for line in lines)
    page = article(f"{HEADLINE}<div>{paragraphs(PARAGRAPHS[:3])}{schedule}{paragraphs(PARAGRAPHS[3:])}</div>")
    assert [line for line in page.body if line in lines] == lines


def test_paragraphs_between_dated_ones_stay() -> None:
    """A few dated lines far from each other are no records, and the text between them stays."""
    parts = [f"<div>{text}</div>" for text in PARAGRAPHS]
    dated = [f"<div>Report of 6 January 2012, 14:0{i}.</div>" for i in range(3)]
    page = article(f"{HEADLINE}<div>{''.join(parts)}{dated[0]}{''.join(parts)}{dated[1]}{dated[2]}</div>")
    assert set(PARAGRAPHS) <= set(page.body)


TEASERS = {
    "headings": "<div class='item'><h3><a href='/2024/05/07/{n}.htm'>{title}</a></h3><p>{text}</p></div>",
    "items": "<li><h4><a href='/2024/05/07/{n}.htm'>{title}</a></h4>{text} <small>3 hours ago</small></li>",
    "sections": "<section><div><h5><a href='/s/{n}'>{title}</a></h5><div>{text}</div></div></section>",
}
OPENED = (
    "Forty boats had passed the new lock by the evening, and the man who opened the first one said that ",
    "The county pays for the museum beside the lock, and the master of the old gates will show how ",
)


def _teasers(form: str, end: str) -> str:
    return "".join(
        TEASERS[form].format(n=i, title=f"Story {i} of the river", text=f"{i}: {OPENED[i % 2]}{end}")
        for i in range(6)
    )


@pytest.mark.parametrize("form", TEASERS)
@pytest.mark.parametrize("end", ["...", "…", "[...]"])
def test_openings_of_other_stories_stay_out(form: str, end: str) -> None:
    """Linked titles with the openings of their stories, cut off, are no text."""
    assert article(f"{HEADLINE}<div>{paragraphs()}{_teasers(form, end)}</div>").body == PARAGRAPHS


def test_reviews_with_linked_titles_are_text() -> None:
    """Entries of an article whose texts are whole are its text, though their titles are links."""
    page = article(f"{HEADLINE}<div>{paragraphs()}{_teasers('headings', 'it works.')}</div>")
    assert sum(any(text in line for text in OPENED) for line in page.body) == 6


def test_list_of_openings_without_a_text_is_the_text() -> None:
    """Below nothing, the openings are all that the page has."""
    page = article(f"{HEADLINE}<div>{_teasers('headings', '...')}</div>")
    assert sum(any(text in line for text in OPENED) for line in page.body) == 6
