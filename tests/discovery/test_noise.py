"""Tests of parameters that make no difference."""

from __future__ import annotations

import pytest

from crawler.discovery.noise import ENOUGH, LISTS, PAGES, Noise, PageContent

LIST = "http://www.lanqiao.test/list.jsp?timestamp={}"
SHOW = "http://www.lanqiao.test/show.jsp?shareId={}"
LINKS = frozenset(f"/{number}" for number in range(20))


def test_parameter_is_kept_until_two_answers_are_the_same() -> None:
    """One answer proves nothing; the second same one does, for every other value."""
    noise = Noise()
    for number in (1, 2):
        assert noise.without(LIST.format(7)) == LIST.format(7)
        noise.note(LIST.format(number), PageContent(links=LINKS))
    assert noise.without(LIST.format(7)) == "http://www.lanqiao.test/list.jsp"


def test_parameter_that_tells_articles_apart() -> None:
    """One different answer, and no later one that is the same makes it noise."""
    noise = Noise()
    for number, text in enumerate(("ferry", "bridge", "ferry")):
        noise.note(SHOW.format(number), PageContent.of_article(text))
        assert noise.without(SHOW.format(7)) == SHOW.format(7)


def test_list_that_grew_meanwhile() -> None:
    """A new article on top makes no other list."""
    noise = Noise()
    noise.note(LIST.format(1), PageContent(links=LINKS))
    noise.note(LIST.format(2), PageContent(links=LINKS | {"/new"}))
    assert noise.without(LIST.format(3)) == "http://www.lanqiao.test/list.jsp"


def test_error_pages_prove_nothing() -> None:
    """Two pages without a text and without links are the same by accident."""
    noise = Noise()
    for number in (1, 2, 3):
        noise.note(SHOW.format(number), PageContent())
    assert noise.without(SHOW.format(7)) == SHOW.format(7)


def test_pages_are_learned_apart() -> None:
    """A parameter that is noise on one page may name the article on another."""
    noise = Noise()
    for number in (1, 2):
        noise.note(LIST.format(number), PageContent(links=LINKS))
    assert noise.without(SHOW.format(7)) == SHOW.format(7)


def test_pages_of_a_folder_teach_about_the_others() -> None:
    """Parameters that were noise on several pages of a form, and never named an article, are noise on all."""
    noise = Noise()
    story = "http://www.lanqiao.test/a/ferry{}?utm_source=feed&utm_campaign=h{}"
    for number in range(ENOUGH):
        assert noise.without(story.format(99, 1)) == story.format(99, 1)
        assert [
            noise.note(story.format(number, hour), PageContent.of_article(f"{number}")) for hour in (1, 2)
        ] == [0, 1]
    assert noise.without(story.format(99, 1)) == "http://www.lanqiao.test/a/ferry99"
    assert noise.was_read("http://www.lanqiao.test/a/ferry1")
    assert not noise.was_read("http://www.lanqiao.test/a/ferry99")
    other = story.format(99, 1).replace("www", "news")
    assert noise.without(other) == other


def test_page_that_tells_articles_apart_keeps_its_like_in_doubt() -> None:
    """Then each page of the same form is asked by itself."""
    noise = Noise()
    page = "http://www.lanqiao.test/{}/?shareId={}"
    for number in range(2):
        noise.note(page.format(99, number), PageContent.of_article(f"ferry {number}"))
    for number in range(3 * ENOUGH):
        noise.note(page.format(number // 2, number), PageContent(links=LINKS))
    assert noise.without(page.format(77, 7)) == page.format(77, 7)


def test_pages_of_another_form_are_not_concerned() -> None:
    """What is noise on the pages of one script or folder may name articles on another."""
    noise = Noise()
    for number in range(2 * ENOUGH):
        noise.note(
            f"http://www.lanqiao.test/n{number // 2}.jsp?from={number}",
            PageContent.of_article(f"{number // 2}"),
        )
        noise.note(
            f"http://www.lanqiao.test/a/{number // 2}?from={number}", PageContent.of_article(f"{number // 2}")
        )
    assert noise.without("http://www.lanqiao.test/n99.jsp?from=7") == "http://www.lanqiao.test/n99.jsp"
    for other in ("/b.jsp?from=7", "/b/ferry?from=7", "/a/show.jsp?from=7"):
        assert noise.without("http://www.lanqiao.test" + other) == "http://www.lanqiao.test" + other


def test_bulletins_with_one_headline() -> None:
    """A bulletin that shares all but one of its paragraphs with yesterday's is another article."""
    noise = Noise()
    line = "The ferry will leave Lanqiao at eight o'clock on {}, and return before noon."
    for day in ("Monday", "Tuesday"):
        text = "\n".join(("Timetable", *map(line.format, ("Saturday", "Sunday", day))))
        noise.note(SHOW.format(day), PageContent.of_article(text))
    assert noise.without(SHOW.format("Friday")) == SHOW.format("Friday")


def test_article_whose_counter_moved() -> None:
    """An article with one other line is the same; another headline makes another article."""
    noise = Noise()
    lines = [f"Line {number} of the report." for number in range(5)]
    noise.note(SHOW.format(1), PageContent.of_article("\n".join(("Ferry", *lines, "Read 7 times"))))
    assert noise.note(SHOW.format(2), PageContent.of_article("\n".join(("Ferry", *lines, "Read 9 times"))))
    assert not noise.note(
        SHOW.format(3), PageContent.of_article("\n".join(("Bridge", *lines, "Read 9 times")))
    )


@pytest.mark.parametrize("content", [PageContent(), PageContent(links=frozenset("/"))])
def test_page_without_end_and_without_articles(content: PageContent) -> None:
    """After some answers without any article, its parameters are dropped; those of articles never are."""
    noise = Noise()
    for number in range(LISTS + 1):
        assert noise.without(LIST.format(0)) != "http://www.lanqiao.test/list.jsp"
        noise.note(LIST.format(number), content)
        noise.note(SHOW.format(number), content if number > 1 else PageContent.of_article(f"ferry {number}"))
    assert noise.without(LIST.format(0)) == "http://www.lanqiao.test/list.jsp"
    assert noise.without(SHOW.format(0)) == SHOW.format(0)


@pytest.mark.parametrize(
    "url", ["http://a.test/", "http://a.test/show.jsp?id=7&page=2", "no url", "http://["]
)
def test_other_urls_stay(url: str) -> None:
    """A URL without such a parameter stays as it is."""
    noise = Noise()
    for text in ("ferry", "ferry"):
        assert not noise.note(url, PageContent.of_article(text))
    assert noise.without(url) == url


def test_memory_is_bounded() -> None:
    """A limited number of pages is remembered."""
    noise = Noise()
    for number in range(PAGES + 10):
        noise.note(
            f"http://www.lanqiao.test/{number % 100}/a{number}x/list.jsp?ref=1",
            PageContent.of_article("ferry"),
        )
    assert len(noise._first) <= PAGES
