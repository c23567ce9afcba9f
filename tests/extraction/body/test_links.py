"""Which linked lines are text, and which lead elsewhere."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

SENTENCES = (
    "On Friday the council of Linshui, which met in the old customs house, said that the pumps were cheap.",
    "周五，林水镇议会在老海关楼里开会，否认新水泵买得太贵，并说账目早就向大家公开了。",
)


PARAGRAPHS_MORE = tuple(f"Some days later, {text[0].lower()}{text[1:]}" for text in PARAGRAPHS)


def body(markup: str) -> tuple[str, ...]:
    """Return the paragraphs of an article with some markup in its midst."""
    text = f"{paragraphs(PARAGRAPHS[:2])}{markup}{paragraphs(PARAGRAPHS[2:])}"
    return article(f"<h1>A lock opens</h1><div class='content'>{text}</div>").body


def with_line(line: str) -> tuple[str, ...]:
    """Return the paragraphs with one more line in their midst."""
    return (*PARAGRAPHS[:2], line, *PARAGRAPHS[2:])


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "markup",
    [
        "<p><a href='/live'>{0}</a></p>",
        "<p><strong><a href='http://other.sample.test/a'>{0}</a></strong></p>",
        "<div><a href='/live' rel='nofollow'><b>{0} </b></a></div>",
        "<p><a href='/live'><em>{0}</em></a></p>",
    ],
)
def test_linked_sentence(markup: str, sentence: str) -> None:
    """A paragraph that is one link is text where it is a sentence."""
    assert body(markup.format(sentence)) == with_line(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_of_many_links(sentence: str) -> None:
    """So is one in which nearly all words are linked."""
    half = len(sentence) // 2
    first, between, last = sentence[:half], sentence[half : half + 3], sentence[half + 3 :]
    linked = f"<a href='/1'>{first}</a>{between}<a href='/2'>{last}</a>"
    assert body(f"<p>{linked}</p>") == with_line(sentence)


TITLE = "The old lock of Linshui was closed for three years after the flood of the year 2021"


@pytest.mark.parametrize(
    "line",
    [
        f"<p><a href='/1'>{TITLE}</a></p>",
        f"<p><a href='/1'>{TITLE}?</a></p>",
        f"<p><a href='/1'>{TITLE}...</a></p>",
        f"<ul><li><a href='/1'>{TITLE}, it says.</a></li></ul>",
        f"<h3><a href='/1'>{TITLE}, it says.</a></h3>",
        "<p><a href='/1'>Find out more about the lock of Linshui.</a></p>",
        "<p><a href='/1'>林水镇旧水闸修了三年终于又开了，许多人划着小船前来看热闹</a></p>",
    ],
)
def test_titles_of_other_stories(line: str) -> None:
    """Titles, invitations and entries of lists lead elsewhere."""
    assert body(line) == PARAGRAPHS


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_titles_of_sections_that_are_links(tag: str) -> None:
    """Linked headings with prose above and below are titles of sections; a teaser has its own box."""
    names = "The gates", "The pumps", "The watch house"
    titles = [f"<{tag}><a href='/{name}'>{name}</a></{tag}>" for name in names]
    prose = [f"<p>{text}</p>" for text in PARAGRAPHS]
    flat = prose[0] + "".join(title + text for title, text in zip(titles, prose[1:], strict=True))
    text = PARAGRAPHS[0], *(line for pair in zip(names, PARAGRAPHS[1:], strict=True) for line in pair)
    assert article(f"<h1>A lock opens</h1><div>{flat}</div>").body == text
    boxes = "".join(f"<div>{title}</div>{text}" for title, text in zip(titles, prose[1:], strict=True))
    assert article(f"<h1>A lock opens</h1><div>{prose[0]}{boxes}</div>").body == PARAGRAPHS


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
@pytest.mark.parametrize(
    "link",
    [
        "<a href='#part-2'>{0}</a>",
        "<a name='part2'>{0}</a>",
        "{0}<a href='#part-2'>#</a>",
        "<a id='b'>{0}</a>",
    ],
)
def test_linked_headings(tag: str, link: str) -> None:
    """A heading that links to itself, or has an anchor, parts the text."""
    heading = "What the master asks"
    lines = body(f"<{tag}>{link.format(heading)}</{tag}>")
    assert lines[:2] + lines[3:] == PARAGRAPHS
    assert lines[2].startswith(heading)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: <a href='/1'>Old lock closed after flood</a>",
        "READ MORE | <a href='/1'>Old lock closed</a>",
        "Read more » <a href='/1'>Old lock closed</a>",
        "更多阅读：<a href='/1'>旧水闸关了三年</a>",
        "更多报道｜<a href='/1'>旧水闸关了三年</a>",
        "Leggi anche <a href='/1'>La vecchia chiusa</a>",
        "Lees ook: <a href='/1'>De oude sluis</a>",
        "Weiterlesen: <a href='/1'>Die alte Schleuse</a>",
    ],
)
def test_labels_before_links(line: str) -> None:
    """A label before the title of another story takes the title with it."""
    assert body(f"<p>{line}</p>") == PARAGRAPHS


@pytest.mark.parametrize("stamp", ["09:30", "2024-05-08", "5月8日 09:30", "3.8 / 5 (9) |", "(12)", "14"])
@pytest.mark.parametrize("order", ["{stamp}{link}", "{link}{stamp}"])
def test_stamps_beside_links(order: str, stamp: str) -> None:
    """The time or the rating of another story goes with its title."""
    link = "<p><a href='/1'>Old lock closed after the flood</a></p>"
    assert body(order.format(stamp=f"<p>{stamp}</p>", link=link) * 3) == PARAGRAPHS


@pytest.mark.parametrize("stamp", ["09:30", "1998"])
def test_stamps_within_text(stamp: str) -> None:
    """Times and years between paragraphs, as in a chronicle, are text."""
    assert body(f"<p>{stamp}</p>") == with_line(stamp)


@pytest.mark.parametrize("tag", ["p", "div", "aside"])
def test_corrections(tag: str) -> None:
    """Corrections of a paper are text, though an element is named for it."""
    line = "Correction: An earlier version of this article gave a wrong number of boats. It was forty."
    text = f"{paragraphs()}<{tag} class='correction'><em>{line}</em></{tag}>"
    expected = PARAGRAPHS if tag == "aside" else (*PARAGRAPHS, line)
    assert article(f"<h1>A lock opens</h1><div class='content'>{text}</div>").body == expected


OTHER = "YUNSHAN, Aug. 5 (Xinhua) -- A second lock is to be opened upstream, the county said on Friday."
LINK = "<p><a href='/2'><strong>Second lock to be opened</strong></a></p>"


@pytest.mark.parametrize(
    "related",
    [
        f"<p><strong>Related:</strong></p>{LINK}<p>{OTHER}</p>",
        f"{LINK}<p>{OTHER}</p>{LINK.replace('/2', '/3')}<p>{OTHER.replace('A second', 'A third')}</p>",
        "<p><a href='/2'>第二座船闸开放</a></p><p>新华社云山8月5日电 县里星期五说，第二座船闸开放。</p>",
    ],
)
def test_opening_of_another_story(related: str) -> None:
    """Below a linked title, a paragraph with a dateline opens another story: an article has only its own."""
    text = f"{paragraphs(PARAGRAPHS)}{related}"
    assert article(f"<h1>A lock opens</h1><div class='content'>{text}</div>").body == PARAGRAPHS


def test_rest_of_a_teaser() -> None:
    """The second paragraph of a teaser, which ends with a link to its story, goes with the first."""
    rest = (
        "<p>The keeper, who has rung the bell of the upper gate for forty years, will ring that of the new"
        " lock, too, the county said, and he will have a boat of his own. <a href='/2.htm'>Full story</a></p>"
    )
    within = "<p>The keeper keeps books. <a href='/3.htm'>Full story</a></p>"
    lines = article(f"<h1>Boats pass</h1><div>{paragraphs()}{within}{LINK}<p>{OTHER}</p>{rest}</div>").body
    assert lines == (*PARAGRAPHS, "The keeper keeps books. Full story")


def test_own_opening_below_a_link() -> None:
    """The article's own opening stays below a link, and a dateline stays that has no link above it."""
    opening = f"LINSHUI, Aug. 6 (Xinhua) -- {PARAGRAPHS[0]}"
    lead = "<p>Boats pass again.</p><p><a href='/1'>Full coverage</a></p>"
    text = f"{lead}<p>{opening}</p>{paragraphs(PARAGRAPHS[1:])}<p>{OTHER}</p>"
    lines = article(f"<h1>A lock opens</h1><div class='content'>{text}</div>").body
    assert lines == ("Boats pass again.", opening, *PARAGRAPHS[1:], OTHER)


@pytest.mark.parametrize("tag", ["dl", "div", "p", "li"])
def test_text_that_is_one_link(tag: str) -> None:
    """Where all of the text is a link, it is the text, and not the notice below it."""
    linked = "<br><br>".join((*PARAGRAPHS, *PARAGRAPHS_MORE))
    notice = "<ul><li>Comments show the opinions of readers, and not those of this newspaper.</li></ul>"
    text = f"<div class='intro'><{tag}><a href='/all'>{linked}</a></{tag}></div>"
    assert article(f"<h1>A lock opens</h1>{text}{notice}").body == (*PARAGRAPHS, *PARAGRAPHS_MORE)
