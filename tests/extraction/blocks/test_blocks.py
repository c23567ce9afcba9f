"""Tests of the types of blocks, on composed pages."""

from __future__ import annotations

import pytest

from crawler.items import BlockType, ListItem, Structure, TextLink
from tests.extraction.blocks.pages import assert_law, block, blocks, structured, text_page
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

LONG = "The second gate of the lock is to open in autumn, when the new pumps have been tried for a month."
OTHER = "Until then, boats wait at the old quay below the watch house, where the harbour master counts them."


def test_no_blocks_unless_asked_for() -> None:
    """A record without the setting has the same fields, and no blocks."""
    plain, full = article(text_page(f"<p>{LONG}</p>")), structured(text_page(f"<p>{LONG}</p>"))
    assert plain.blocks == ()
    assert full.blocks
    assert plain.body == full.body


def test_paragraphs() -> None:
    """Each paragraph of the body is a block."""
    parts = blocks(f"<p>{LONG}</p><p>{OTHER}</p>")
    assert [(part.type, part.text) for part in parts] == [
        (BlockType.PARAGRAPH, LONG),
        (BlockType.PARAGRAPH, OTHER),
    ]


@pytest.mark.parametrize("level", range(2, 7))
def test_headings(level: int) -> None:
    """A heading has the level of its element."""
    title, _ = blocks(f"<h{level}>What the gates cost the county</h{level}><p>{LONG}</p>")
    assert (title.type, title.level) == (BlockType.HEADING, level)


@pytest.mark.parametrize(
    "title",
    [
        "<p><strong>What the gates cost the county</strong></p>",
        "<div><b>What the gates cost the county?</b></div>",
        "<p>一、船闸的管理和维护</p>",
        "<p>第二章　船闸的管理和维护</p>",
        "<p><span style='font-weight: 700'>What the gates cost the county</span></p>",
        "<p class=subheading>What the gates cost the county</p>",
        "<div><span class='cross-head'>What the gates cost the county</span></div>",
    ],
)
def test_headings_without_an_element(title: str) -> None:
    """A short line in bold type, or with a chapter's number, is a heading without a level."""
    first, _ = blocks(f"{title}<p>{LONG}</p>")
    assert (first.type, first.level) == (BlockType.HEADING, None)


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>The gates cost the county a million.</strong></p>",
        "<p>The gates cost the <b>county</b> a million</p>",
        "<p><b>问：船闸何时打开？</b></p>",
        "<p>一、船闸归县里管理，费用由县里承担。</p>",
        f"<h3>{LONG}</h3>",
    ],
)
def test_paragraphs_that_look_like_headings(line: str) -> None:
    """Sentences in bold type, questions of an interview, and long sentences in headings are paragraphs."""
    first, _ = blocks(f"{line}<p>{LONG}</p>")
    assert first.type is BlockType.PARAGRAPH


def test_text_in_the_elements_of_headings() -> None:
    """If elements of one level hold most of the text, they are its paragraphs."""
    lines = [f"{text[:-1]}: the lock" for text in PARAGRAPHS]
    read = structured(
        f"<h1>A lock opens</h1><div class=quay-text>{''.join(f'<h6>{line}</h6>' for line in lines)}</div>"
    )
    assert_law(read)
    assert {part.type for part in read.blocks} == {BlockType.PARAGRAPH}


def test_titles_of_a_part_and_its_section() -> None:
    """In bold type, one title may stand above another."""
    parts = blocks(f"<p><b>What they cost</b></p><p><b>The new gates</b></p><p>{LONG}</p>")
    assert [part.type.value for part in parts] == ["heading", "heading", "paragraph"]


def test_a_text_in_bold_type_has_no_titles() -> None:
    """Short lines in bold type are paragraphs if the text around them is bold as well."""
    short, _, last = blocks(
        f"<p><b>The master is glad</b></p><p><b>{LONG}</b></p><p><b>So are the fishermen</b></p>"
    )
    assert (short.type, last.type) == (BlockType.PARAGRAPH, BlockType.HEADING)


@pytest.mark.parametrize(("tag", "is_ordered"), [("ul", False), ("ol", True), ("menu", False)])
def test_lists(tag: str, is_ordered: bool) -> None:
    """A list holds its items."""
    part = block(f"<{tag}><li>{LONG}</li><li>{OTHER}</li></{tag}>")
    assert (part.type, part.ordered) == (BlockType.LIST, is_ordered)
    assert [item.text for item in part.items] == [LONG, OTHER]
    assert [item.number for item in part.items] == ([1, 2] if is_ordered else [None, None])


def test_numbers_of_items() -> None:
    """Numbers begin where the list says, and go on from an item that states its own."""
    items = f"<li>{LONG} One.</li><li value=9>{OTHER} Two.</li><li>{OTHER} Three.</li>"
    assert [item.number for item in block(f"<ol start=3>{items}</ol>").items] == [3, 9, 10]


def test_lists_within_lists() -> None:
    """Items of a list within a list have the next level; paragraphs of an item are one item."""
    inner = f"<ol><li>{OTHER} One.</li></ol>"
    part = block(f"<ul><li><p>{LONG}</p><p>{OTHER}</p>{inner}</li><li>{LONG} Two.</li></ul>")
    assert part.items == (
        ListItem(text=f"{LONG}\n{OTHER}"),
        ListItem(text=f"{OTHER} One.", level=2, number=1),
        ListItem(text=f"{LONG} Two."),
    )


def test_definitions() -> None:
    """A term and its definition are one item."""
    part = block(f"<dl><dt>{LONG}</dt><dd>{OTHER}</dd><dt>{LONG} One.</dt><dd>{OTHER} Two.</dd></dl>")
    assert [item.text for item in part.items] == [f"{LONG}\n{OTHER}", f"{LONG} One.\n{OTHER} Two."]


@pytest.mark.parametrize("bullet", ["•", "●", "■", "▲", "*"])
def test_lists_with_printed_bullets(bullet: str) -> None:
    """Paragraphs in a row behind the same bullet are a list; the bullet stays in the text."""
    part = block(f"<p>{bullet} {LONG}</p><p>{bullet} {OTHER}</p>")
    assert (part.type, part.ordered) == (BlockType.LIST, False)
    assert [item.text for item in part.items] == [f"{bullet} {LONG}", f"{bullet} {OTHER}"]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_dashes_before_items_and_before_speech(dash: str) -> None:
    """Phrases behind dashes are a list; sentences behind dashes are what people say."""
    phrases = block(f"<p>{dash} the new gates of the lock</p><p>{dash} the pumps of the watch house</p>")
    speech = blocks(f"<p>{dash} {LONG}</p><p>{dash} Is that so, asked the master?</p>")
    assert phrases.type is BlockType.LIST
    assert {part.type for part in speech} == {BlockType.PARAGRAPH}


def test_a_single_bullet_is_a_paragraph() -> None:
    """A list has two items at least, if only bullets mark it."""
    assert block(f"<p>▲ {LONG}</p>").type is BlockType.PARAGRAPH


@pytest.mark.parametrize(
    "markup",
    [
        f"<ul><li><h3>The new gates</h3><p>{LONG}</p></li><li><h3>The pumps</h3><p>{OTHER}</p></li></ul>",
        f"<ul><li><p>{LONG}</p><p>{OTHER}</p></li></ul>",
        f"<table><tr><td><p>{LONG}</p></td></tr><tr><td><p>{OTHER}</p></td></tr></table>",
        f"<table role=presentation><tr><td>{LONG}<td>One<tr><td>{OTHER}<td>Two</table>",
    ],
)
def test_layout_is_no_structure(markup: str) -> None:
    """Lists of sections, and tables that only arrange the text, are read as if they were not there."""
    assert not {BlockType.LIST, BlockType.TABLE} & {part.type for part in blocks(markup)}


def test_a_text_that_is_indented_as_a_quotation() -> None:
    """A `blockquote` around the whole text, or round each paragraph, is no quotation."""
    around = structured(f"<h1>A lock opens</h1><div><blockquote>{paragraphs()}</blockquote></div>")
    indented = "".join(f"<blockquote><p>{text}</p></blockquote>" for text in PARAGRAPHS)
    each = structured(f"<h1>A lock opens</h1><div>{indented}</div>")
    for read in (around, each):
        assert_law(read)
        assert {part.type for part in read.blocks} == {BlockType.PARAGRAPH}


@pytest.mark.parametrize(
    ("quotation", "url"),
    [
        (f"<blockquote><p>{LONG}</p><p>— Lin Wu, master</p></blockquote>", None),
        (f"<blockquote><p>{LONG}</p><footer>— Lin Wu, master</footer></blockquote>", None),
        (
            f"<blockquote cite=/tide>{LONG} <cite>Lin Wu, master</cite></blockquote>",
            "http://news.sample.test/tide",
        ),
        (f"<figure><blockquote>{LONG}</blockquote><figcaption>Lin Wu, master</figcaption></figure>", None),
    ],
)
def test_quotations(quotation: str, url: str | None) -> None:
    """A quotation has its text, and the attribution that is marked or printed below it."""
    part = next(part for part in blocks(quotation) if part.type is BlockType.QUOTE)
    assert part.text.startswith(LONG)
    assert (part.attribution, part.url) == ("Lin Wu, master", url)


def test_preformatted_text() -> None:
    """Preformatted text keeps its spaces and line breaks beside the paragraph of the body."""
    printed = "gate   level\nupper  4.20\nlower  1.05, as the harbour master read it on Monday morning."
    part = block(f"<pre>{printed}</pre>")
    assert part.type is BlockType.PREFORMATTED
    assert part.printed == printed
    assert part.text == " ".join(printed.split())


def test_pictures_and_embeds_stand_in_order() -> None:
    """Pictures are places in `photos`; embeds have a kind and a URL."""
    photo = (
        "<p><img src=/a/photo{0}.jpg width=600></p><p class=caption>The lock, photo {0}. Photo by Lin Wu</p>"
    )
    frame = '<iframe src="//player.youku.com/embed/XMA==" width=510 height=498></iframe>'
    parts = blocks(f"{photo.format(1)}<p>{LONG}</p>{frame}<p>{OTHER}</p>{photo.format(2)}")
    assert [part.type.value for part in parts] == ["picture", "paragraph", "embed", "paragraph", "picture"]
    assert [parts[0].photo, parts[4].photo] == [0, 1]
    assert (parts[2].kind, parts[2].url) == ("video", "http://player.youku.com/embed/XMA==")


@pytest.mark.parametrize(
    ("markup", "kind", "url"),
    [
        ("<video><source src=/v/lock.mp4></video>", "video", "http://news.sample.test/v/lock.mp4"),
        ("<audio src=/v/lock.mp3></audio>", "audio", "http://news.sample.test/v/lock.mp3"),
        (
            "<iframe data-src='https://w.soundcloud.com/player/?url=1'></iframe>",
            "audio",
            "https://w.soundcloud.com/player/?url=1",
        ),
        ("<embed src=/pdf/rules.pdf>", "document", "http://news.sample.test/pdf/rules.pdf"),
        ("<object><param name=movie value=/lock.swf></object>", "video", "http://news.sample.test/lock.swf"),
        ("<iframe src=/chart/7 width='100%' height=420></iframe>", "page", "http://news.sample.test/chart/7"),
        (
            "<blockquote class=twitter-tweet><a href='https://twitter.com/linwu/status/12'></a></blockquote>",
            "post",
            "https://twitter.com/linwu/status/12",
        ),
    ],
)
def test_embeds(markup: str, kind: str, url: str) -> None:
    """An embed has the kind of its element, its service or its file."""
    part = block(markup)
    assert (part.type, part.kind, part.url) == (BlockType.EMBED, kind, url)


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src=https://ads.sample.test/banner width=1 height=1></iframe>",
        "<iframe src=https://www.facebook.com/plugins/like.php?href=x width=450 height=35></iframe>",
        "<div class=share><iframe src=https://www.youtube.com/embed/x></iframe></div>",
        "<iframe src=https://www.youtube.com/embed/x style='display:none'></iframe>",
        "<iframe src=about:blank width=600 height=400></iframe>",
    ],
)
def test_frames_that_are_no_embeds(markup: str) -> None:
    """Hidden and tiny frames, buttons and furniture are left out."""
    assert blocks(markup) == []


def test_links_are_an_option() -> None:
    """Links have their words and absolute URLs, if they are asked for."""
    markup = f"<p>{LONG} See <a href=/tide#top>the tide book</a> and <a href='mailto:a@b.test'>write</a>.</p>"
    assert block(markup).links == ()
    assert block(markup, Structure.LINKED).links == (
        TextLink(text="the tide book", url="http://news.sample.test/tide"),
    )


def test_links_belong_to_their_line() -> None:
    """Of lines in one element, each has its own links."""
    one, two = blocks(
        f"<div>{LONG} <a href=/1>First page</a><br>{OTHER} <a href=/2>Second page</a></div>", Structure.LINKED
    )
    assert [[link.url[-2:] for link in part.links] for part in (one, two)] == [["/1"], ["/2"]]
