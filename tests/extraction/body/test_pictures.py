"""Which text belongs to a picture, wherever editors put it."""

from __future__ import annotations

import sys
from time import process_time
from types import FrameType

import pytest
from lxml import html

from crawler.extraction.body.pictures import picture_above, with_picture
from crawler.items import Photo
from tests.extraction.markup import HEAD, PARAGRAPHS, URL, article, paragraphs

AGAIN = tuple(f"A year before, {text[0].lower()}{text[1:]}" for text in PARAGRAPHS)
PICTURE = '<img src="/pic/lock.jpg">'
SIZES = f'<picture><source srcset="/pic/a.webp"><source srcset="/pic/b.webp">{PICTURE}</picture>'
CAPTION = "Boats wait at the lock in Linshui"


def photos(above: str = "", within: str = "", before: str = "") -> tuple[Photo, ...]:
    """Return the photos of an article with markup above its headline, above its text, and in it."""
    return article(
        f"{before}<h1>The lock opens again</h1>{above}"
        f'<div class="text">{paragraphs()}{within}{paragraphs(AGAIN)}</div>',
        head="<title>The lock opens again</title>",
    ).photos


def told(pictures: tuple[Photo, ...]) -> list[tuple[str | None, str | None]]:
    """Return captions and credits alone."""
    return [(photo.caption, photo.credit) for photo in pictures]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>{PICTURE}</div><div>{CAPTION}</div></div>",
        f"<section><p>{PICTURE}</p><p>{CAPTION}</p></section>",
        f"<table><tr><td>{PICTURE}</td></tr><tr><td>{CAPTION}</td></tr></table>",
        f"<ul><li>{PICTURE}<span>{CAPTION}</span></li></ul>",
        f"<div><a href='/pic/lock.jpg'>{PICTURE}</a><div class='x1'>{CAPTION}</div></div>",
        f"<div><div>{CAPTION}</div><div>{PICTURE}</div></div>",
    ],
)
def test_in_the_pictures_box(box: str) -> None:
    """A text in a box with one picture, and hardly anything else, is its caption."""
    assert told(photos(within=box)) == [(CAPTION, None)]


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{PICTURE}<a href='/other.html'>{CAPTION}</a></div>",
        f"<div>{PICTURE}<h3>{CAPTION}</h3></div>",
        f"<div>{PICTURE}<img src='/pic/other.jpg'><div>{CAPTION}</div></div>",
        f"<div>{PICTURE}<div>{'They waited all day. ' * 40}</div></div>",
        f"<div>{PICTURE}<div>One says so.</div><div>Two says so.</div><div>Three says so.</div></div>",
    ],
)
def test_other_boxes(box: str) -> None:
    """Teasers, several pictures, paragraphs and lists beside a picture are no caption."""
    assert not any(photo.caption for photo in photos(within=box))


@pytest.mark.parametrize("attribute", ["alt", "title"])
@pytest.mark.parametrize("printed", [CAPTION, f"{CAPTION} on Monday"])
def test_alternative_text(attribute: str, printed: str) -> None:
    """A line that equals the alternative text of a picture close by is its caption."""
    picture = f'<p><img src="/pic/lock.jpg" {attribute}="{CAPTION}"></p>'
    assert told(photos(within=f"{picture}<p>Share</p><p>{printed}</p>")) == [(printed, None)]


LONG = (
    "Boats wait at the lock in Linshui, which the county has closed for the third time since the flood, and"
    " their masters read the tide book of the harbour master, who says that the gates will open by Friday"
)


@pytest.mark.parametrize("cut", ["Boats wait at the lock in Linshui …", "Boats wait at the lock in..."])
def test_alternative_text_that_is_cut_off(cut: str) -> None:
    """An alternative text that is cut off belongs to the caption that continues it below the picture."""
    picture = f'<p><img src="/pic/lock.jpg" alt="{cut}"></p>'
    assert told(photos(within=f"{picture}<p>{LONG}</p>")) == [(LONG, None)]
    assert told(photos(within=f"<p>{LONG}</p>{picture}<p>Boats came.</p>"))[0][0] is None


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/img/logo.gif">',
        '<img src="/pic/lock.jpg" width="40" height="40">',
        '<img src="data:image/gif;base64,AAAA">',
    ],
)
def test_line_below_an_icon(image: str) -> None:
    """A centred or worded line below an image that is no picture is no caption."""
    for line in (f'<p align="center">{CAPTION}</p>', f"<p>{CAPTION} (Ann Example / AFP)</p>"):
        assert not any(photo.caption for photo in photos(within=f"<p>{image}</p>{line}"))


@pytest.mark.parametrize(
    "image",
    [
        '<img src="data:image/gif;base64,AAAA" width="600" height="400">',
        '<img src="/1f2e3d4c-0a1b-4c2d-ad20-90f732e0712f/lock.jpg">',
        '<img src="/pic/uid_7_width_268_play_0_pos_3.jpg">',
    ],
)
def test_line_below_a_picture(image: str) -> None:
    """A wide place for a picture, an identifier, and a parameter named like a button are no icons."""
    line = f'<p align="center">{CAPTION}</p>'
    assert [photo.caption for photo in photos(within=f"<p>{image}</p>{line}")] == [CAPTION]


@pytest.mark.parametrize("rest", ["wait since Monday, and the master said that he would open it", "of 2019"])
def test_alternative_text_that_begins_a_paragraph(rest: str) -> None:
    """An alternative text of a few words that open a paragraph too takes no paragraph for a caption."""
    paragraph = (
        f"Boats of the county {rest}, for all who had been waiting since the flood of the year before."
    )
    picture = '<p><img src="/pic/lock.jpg" alt="Boats of the county"></p>'
    assert told(photos(within=f"{picture}<p>Share</p><p>{paragraph}</p>")) == [(None, None)]


@pytest.mark.parametrize("line", ["2024年5月8日 星期三", "2024-05-08", "廣告 advertisement", "3收藏"])
def test_dates_and_buttons_in_the_pictures_box(line: str) -> None:
    """A date or a button in a box with a picture does not describe it."""
    assert (
        told(photos(within=f"<div>{PICTURE}<div style='text-align:center'>{line}</div></div>"))[0][0] is None
    )


@pytest.mark.parametrize(
    "wrong", ["<p>{}</p>", "{} They had waited since the morning.", "{} And when would it be? they asked."]
)
def test_line_outside_the_paragraphs(wrong: str) -> None:
    """Below a picture, a short line that stands in no paragraph among paragraphs is its caption."""
    image = f"<div style='text-align:center'>{PICTURE}</div>"
    assert told(photos(within=f"{image}{CAPTION}<p></p>")) == [(CAPTION, None)]
    assert told(photos(within=f"{image}{wrong.format(CAPTION)}<p></p>")) == [(None, None)]


BROKEN = "<br>".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "caption",
    [
        '<span style="text-align: center">{}</span>',
        '<span class="pictext">{}</span>',
        "<noscript>old browser</noscript><span class='photo-caption'><b>{}</b></span>",
    ],
)
@pytest.mark.parametrize("picture", [PICTURE, f"<a href='/pic/lock.jpg'>{PICTURE}</a> ", f"{PICTURE}<i></i>"])
def test_caption_between_line_breaks(picture: str, caption: str) -> None:
    """An element that holds a whole line between line breaks has the line's name and style."""
    text = f"<div>{BROKEN}<br>{picture}<br>{caption.format(CAPTION)}<br>{'<br>'.join(AGAIN)}</div>"
    record = article(f"<h1>The lock opens again</h1>{text}")
    assert told(record.photos) == [(CAPTION, None)]


@pytest.mark.parametrize("line", ["{0}", "{0} <span class='pictext'>today</span>", "<b>{0}</b>"])
def test_no_caption_between_line_breaks(line: str) -> None:
    """A line below a picture that no element sets apart stays text."""
    text = f"<div>{BROKEN}<br>{PICTURE}<br>{line.format(CAPTION)}<br>{'<br>'.join(AGAIN)}</div>"
    assert told(article(f"<h1>The lock opens again</h1>{text}").photos) == [(None, None)]


def test_text_that_is_centred_between_line_breaks() -> None:
    """If the next line is centred, too, centring does not set a line apart."""
    centred = '<span align="center">{}</span><br>'
    text = f"<div>{BROKEN}<br>{PICTURE}<br>{''.join(map(centred.format, (CAPTION, *AGAIN)))}</div>"
    assert told(article(f"<h1>The lock opens again</h1>{text}").photos) == [(None, None)]


def test_alternative_text_of_a_teaser() -> None:
    """The title of another story is no caption, though its picture repeats it."""
    teaser = f'<p><img src="/pic/lock.jpg" alt="{CAPTION}"></p><p><a href="/other.html">{CAPTION}</a></p>'
    assert not any(photo.caption == CAPTION and photo.credit for photo in photos(within=teaser))


@pytest.mark.parametrize(
    "lead",
    [
        f'<div>{PICTURE}</div><div><div style="text-align:center">{CAPTION}</div></div>',
        f"<div>{PICTURE}</div><center>{CAPTION}</center>",
        f"<div>{PICTURE}</div><div>{CAPTION} (Photo: Ann Example)</div>",
        f"<div>{PICTURE}<p>{CAPTION} (Photo: Ann Example)</p></div>",
        f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>",
        f"<figure>{SIZES}</figure><div class='caption'><figcaption>{CAPTION}</figcaption></div>",
        f"<div class='media'><figure>{SIZES}</figure></div><div class='pic-caption'>{CAPTION}</div>",
        f"<ul><li class='img item'><div class='imgFrame'>{SIZES}</div><span>{CAPTION}</span></li></ul>",
        f"<div><img src='/pic/lock.jpg' alt='{CAPTION} - Sample News'></div><div>{CAPTION}</div>",
        f"<div><div class='big-pic'>{PICTURE}</div><div id='picinfo'>{CAPTION}</div></div>",
        f"<div><p><span>{PICTURE}</span></p><div class='story-caption'><p>{CAPTION}</p></div></div>",
    ],
)
def test_lead_picture(lead: str) -> None:
    """A picture between headline and text has its caption in its own box or in the next one."""
    assert [photo.caption for photo in photos(above=lead)] == [CAPTION]


@pytest.mark.parametrize(
    "furniture",
    [
        "<div><img src='/pic/code.jpg'>Follow us on the app</div>",
        "<div><img src='/pic/x.jpg'></div><div>2024-05-08 Source: Linshui Daily</div>",
        f"<div>{PICTURE}</div><div><a href='/other.html'>{CAPTION}</a></div>",
        f"<div><div>{PICTURE}</div><div>{PICTURE}</div><div class='caption'>{CAPTION}</div></div>",
        f"<div><div>{PICTURE}</div><p>2024-05-08</p><div class='caption'>{CAPTION}</div></div>",
        f"<div>{PICTURE}</div><div><div><div class='caption'>Author</div></div></div>",
    ],
)
def test_no_lead_picture(furniture: str) -> None:
    """Codes to scan, date lines and teasers between headline and text caption nothing."""
    assert not any(photo.caption for photo in photos(above=furniture))


def test_portrait_of_the_author() -> None:
    """The round picture beside the author's name shows the author."""
    portrait = "<img class='h-8 rounded-full' src='/pic/quell.jpg'>"
    assert photos(above=f"<figure>{portrait}<figcaption>Mara Quell, Linshui</figcaption></figure>") == ()


@pytest.mark.parametrize("link", ["", "<a href='#enlarged'>View the picture on the whole screen</a>"])
def test_picture_above_the_headline(link: str) -> None:
    """A captioned figure right above the headline is the article's, though a link there enlarges it."""
    figure = f"<figure>{PICTURE}{link}<figcaption>{CAPTION}</figcaption></figure>"
    assert told(photos(before=figure)) == [(CAPTION, None)]


def test_picture_with_a_named_caption_above_the_headline() -> None:
    """A picture with a named caption is kept, too, unless it leads to another story."""
    named = f"<div class='story-caption'>{CAPTION}</div>"
    assert told(photos(before=f"<div><div>{PICTURE}</div>{named}</div>")) == [(CAPTION, None)]
    teaser = html.fragment_fromstring(f"<div><div><a href='/other.html'>{PICTURE}</a></div>{named}</div>")
    assert picture_above(list(teaser.iter())) == ()


def test_picture_above_the_headline_that_leads_to_its_page() -> None:
    """The picture of an article may lead to the article itself, as its canonical link says."""
    box = f"<div><a href='{URL}'>{PICTURE}</a><p class='photo_caption'>{CAPTION}</p></div>"
    page = article(f"{box}<h1>A lock opens</h1>{paragraphs()}", f"{HEAD}<link rel='canonical' href='{URL}'>")
    assert told(page.photos) == [(CAPTION, None)]


def test_named_credit_at_the_end_of_a_box() -> None:
    """The text beside a picture above the text is its caption, if it ends in an element named a credit."""
    text = "The water of the lock is lower than in any year since the master began his book."
    box = f"<table><tr><td>{PICTURE}<p>{text} <b class='credit'>(His own)</b></p></td></tr></table>"
    assert told(article(f"<h1>A lock opens</h1>{box}<div>{paragraphs()}</div>").photos)[0][0] == text


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{SIZES}<figcaption class='image-footer'>{CAPTION}</figcaption></figure>",
        f"<figure>{SIZES}<div class='footer_x1'><figcaption>{CAPTION}</figcaption></div></figure>",
        f"<div id='1.7ad40b8'><figure>{SIZES}<figcaption>{CAPTION}</figcaption></figure></div>",
        f"<div>{SIZES}</div><div><span class='caption'>{CAPTION}</span></div>",
        f"<div>{SIZES}</div><div><small class='imageCaption'>{CAPTION}</small></div>",
        f"<div>{SIZES}</div><div class='image-footer'>{CAPTION}</div>",
        f"<div>{SIZES}</div><div class='footer_q7'><div class='caption_x1'>{CAPTION}</div></div>",
    ],
)
def test_caption_by_its_markup(figure: str) -> None:
    """A figure's caption is one whatever else it is named, and a block that opens with a caption is one."""
    assert told(photos(within=figure)) == [(CAPTION, None)]


@pytest.mark.parametrize(
    "line", ["3 min", "1:24 Min.", "26.10.2024 | 2:43 min", "Audio 03:07 Min. | 25.10.24 | Lin Wu"]
)
def test_length_of_a_recording(line: str) -> None:
    """How long a recording is captions nothing."""
    inside = f"<figure>{PICTURE}<figcaption><p>{CAPTION}</p><p>{line}</p></figcaption></figure>"
    beside = f"<figure>{PICTURE}<p class='caption'>{CAPTION}</p><figcaption>{line}</figcaption></figure>"
    assert told(photos(within=inside)) == told(photos(within=beside)) == [(CAPTION, None)]


def test_figure_of_another_story() -> None:
    """A figure's caption that is nothing but a link leads to another story."""
    teaser = (
        f"<figure>{PICTURE}<figcaption><a href='/other.html'>Tea harvest begins</a></figcaption></figure>"
    )
    assert told(photos(within=teaser)) == [(None, None)]


@pytest.mark.parametrize("place", ["before", "within"])
def test_caption_that_links_to_its_origin(place: str) -> None:
    """A caption that is one link to another site names the picture's origin, if the picture has no link."""
    caption = f"<figcaption><a href='https://archive.test/7'>{CAPTION}</a></figcaption>"
    assert told(photos(**{place: f"<figure>{PICTURE}{caption}</figure>"})) == [(CAPTION, None)]
    teaser = f"<figure><a href='https://other.test/7'>{PICTURE}</a>{caption}</figure>"
    assert told(photos(within=teaser)) == [(None, None)]


def test_credit_without_a_caption() -> None:
    """A figure's caption that is all marked as the credit, and written as names are, is no more than that."""
    for text, expected in (("Lin Wu", (None, "Lin Wu")), (CAPTION, (CAPTION, None))):
        caption = f"<figcaption><span class='credit'><i></i>{text}</span></figcaption>"
        assert told(photos(within=f"<figure>{PICTURE}{caption}</figure>")) == [expected]


@pytest.mark.parametrize("name", ["didascalia_img", "bildunterschrift", "pie-de-foto", "onderschrift"])
def test_names_of_captions_in_other_languages(name: str) -> None:
    """Words for a caption in other languages name one, above the headline, too."""
    figure = f"<figure>{PICTURE}<noscript>{PICTURE}</noscript><span class='{name}'>{CAPTION}</span></figure>"
    assert told(photos(before=figure)) == told(photos(within=figure)) == [(CAPTION, None)]


@pytest.mark.parametrize("names", ["popup-image", "hidden md:block", "d-print-block print"])
def test_figure_in_a_box_named_for_furniture(names: str) -> None:
    """A box with nothing but a figure is no furniture, however a script or a style sheet calls it."""
    figure = f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>"
    assert told(photos(within=f"<div class='{names}'>{figure}</div>")) == [(CAPTION, None)]
    assert photos(within=f"<div class='related'>{figure}</div>") == ()


@pytest.mark.parametrize("name", ["Ann Example", "EFE / Ann Example", "Ann Example for the Linshui Post"])
def test_credit_set_apart(name: str) -> None:
    """A name in an element of its own behind a sentence is the credit, whatever its class."""
    caption = f"<figcaption><span>{CAPTION}.</span> <span class='a1'>{name}</span></figcaption>"
    assert told(photos(within=f"<figure>{PICTURE}{caption}</figure>")) == [(f"{CAPTION}.", name)]


@pytest.mark.parametrize("end", ["<em>They waited long</em>", "<span>in the Linshui of 2024</span>"])
def test_end_of_a_caption(end: str) -> None:
    """The end of a caption in an element of its own is no credit where it is not written as names are."""
    figure = f"<figure>{PICTURE}<figcaption>{CAPTION}. {end}</figcaption></figure>"
    assert [photo.credit for photo in photos(within=figure)] == [None]


def test_caption_printed_twice() -> None:
    """A caption that stands in its figure twice, once with its credit, is one."""
    lines = f"<figcaption>{CAPTION}. Photo: Ann Example</figcaption><p class='caption'>{CAPTION}.</p>"
    assert told(photos(within=f"<figure>{PICTURE}{lines}</figure>")) == [
        (f"{CAPTION}.", "Photo: Ann Example")
    ]


def test_quotation_in_a_figure() -> None:
    """A quotation, a table or code in a figure without a picture is no caption."""
    quoted = "<figure><blockquote><p>The gates were older than I am.</p></blockquote></figure>"
    table = "<figure><table><tr><td>Boats</td><td>40</td></tr></table></figure>"
    code = "<figure><pre>The gates open at nine, and close at ten.</pre></figure>"
    assert photos(within=quoted + table + code) == ()


@pytest.mark.parametrize(
    "line",
    ["渔船在闸前等候。新华社记者 吴林 摄", "漁船等候。（圖取自林水臉書）", "渔船等候。图源：视觉中国"],
)
def test_credit_that_says_photo(line: str) -> None:
    """A line that ends in a photo's credit is a caption, far from any picture, too."""
    assert any(photo.caption and photo.credit for photo in photos(within=f"<p>{line}</p>"))


@pytest.mark.parametrize("line", ["The county said so. (Reuters)", "县里这样说。（路透社）"])
def test_credit_that_may_be_the_texts(line: str) -> None:
    """An agency in brackets may be the source of a paragraph, and makes no caption by itself."""
    assert photos(within=f"<p>{line}</p>") == ()


@pytest.mark.parametrize(
    "caption",
    [
        f'<figcaption>{CAPTION} <span class="author">EFE/ A. Muestra</span></figcaption>',
        f'<figcaption><span class="image-credit">EFE/ A. Muestra</span> {CAPTION}</figcaption>',
        f"<figcaption>{CAPTION}</figcaption><div class='photo-credit'>EFE/ A. Muestra</div>",
        f"<figcaption><p>{CAPTION}</p><p>EFE/ A. Muestra</p></figcaption>",
    ],
)
def test_marked_credit(caption: str) -> None:
    """A marked-up credit, or a name on the line below, is the credit."""
    assert told(photos(within=f"<figure>{PICTURE}{caption}</figure>")) == [(CAPTION, "EFE/ A. Muestra")]


@pytest.mark.parametrize(
    ("credit", "label"),
    [
        ("Image source, Getty Images", "Image caption, "),
        ("图像来源，Getty Images", "图像加注文字，"),
        ("The Linshui Shimbun", ""),
        ("LPT, LINSHUI PRESS", ""),
    ],
)
def test_credit_above_the_caption(credit: str, label: str) -> None:
    """A credit may stand on the line above its caption; labels that are read out are no part of it."""
    lines = f"<figcaption><p>{credit}</p><p>{label}{CAPTION}.</p></figcaption>"
    assert told(photos(within=f"<figure>{PICTURE}{lines}</figure>")) == [(f"{CAPTION}.", credit)]


def test_byline_is_no_credit() -> None:
    """A byline with its medium, above the text, credits no photo."""
    assert photos(above="<p>By Ann Example | Fox News</p>") == ()


def test_label_is_hidden_not_the_picture() -> None:
    """`label-hidden` and `overflow-hidden` hide no picture."""
    field = f'<div class="field field--label-hidden">{PICTURE}</div><div>{CAPTION}</div>'
    assert told(photos(within=f'<div class="overflow-hidden">{field}</div>')) == [(CAPTION, None)]


SLOWEST = 3.0  # seconds of CPU time: twenty times the usual


@pytest.mark.parametrize(
    "crowd",
    [
        f"<figure>{PICTURE * 3_000}<figcaption>{CAPTION}</figcaption></figure>",
        f"<div>{f'<span>{PICTURE}</span>' * 5_000}{CAPTION}</div>",
        f"{f'<div>{PICTURE}' * 1_500}{CAPTION}{'</div>' * 1_500}",
        f"<div class='caption'>{f'<p>{PICTURE}</p><p>{CAPTION}</p>' * 4_000}</div>",
    ],
    ids=["figure", "row", "nest", "captions"],
)
def test_crowds_of_pictures_take_linear_time(crowd: str) -> None:
    """However many pictures share an element, it is not read once for each."""
    before = process_time()
    photos(within=crowd)
    assert process_time() - before < SLOWEST


def calls_for(page: str) -> int:
    """Return the number of functions that are called to extract a page."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        photos(within=page)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "part",
    [
        f"{PICTURE} Boats at {{}} <cite>Ann Example</cite>",
        f"{PICTURE} <em>Boats at {{}}</em>",
    ],
    ids=["credits", "emphasis"],
)
def test_captions_in_one_element_take_linear_work(part: str) -> None:
    """Twice the captions in one element take about twice the work, whatever markup they have."""
    few, many = (
        calls_for(f"<p class='caption'>{''.join(part.replace('{}', str(at)) for at in range(size))}</p>")
        for size in (300, 600)
    )
    assert many < 2.5 * few


@pytest.mark.parametrize("within", ["<div>{}", "<section><p>{}"])
def test_open_links_around_pictures_take_linear_work(within: str) -> None:
    """Links that are never closed hold each other; twice as many take about twice the work."""
    part = within.replace("{}", f"{PICTURE} Boats at {{}}")
    few, many = (
        calls_for("".join(f"<a href='/{at}.html'>{part.replace('{}', str(at))}" for at in range(size)))
        for size in (300, 600)
    )
    assert many < 2.5 * few


@pytest.mark.parametrize("opening", ["<span>", "<a href='/{}.html'><div>"])
def test_credits_set_apart_in_open_elements_take_linear_work(opening: str) -> None:
    """The last element of a line may hold all that follows on the page; it is not read to its end."""
    part = f"{opening}{PICTURE}<em>Boats at {{}}. Photo: Ann Bell</em>"
    few, many = (
        calls_for("".join(part.replace("{}", str(at)) for at in range(size))) for size in (600, 1_200)
    )
    assert many < 3 * few


def seconds_for(page: str) -> float:
    """Return the CPU time of an extraction."""
    before = process_time()
    photos(within=page)
    return process_time() - before


def test_pictures_in_one_element_take_no_longer_than_in_many() -> None:
    """The children of an element are not counted for each line in it."""
    part, size = f"{PICTURE} <em>Boats wait.</em> <small>Ann Bell</small><br>", 4_000
    apart = seconds_for(f"<p>{part}</p>" * size)
    assert seconds_for(f"<p>{part * size}</p>") < 8 * apart  # quadratic time is a hundred times as long


def test_a_section_with_a_picture_is_no_picture_box() -> None:
    """Where a paragraph stands in a picture's box, the short line beside it is text as well."""
    short = "A year later the county paid for a second lock."
    long = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"
    box = f"<section>{PICTURE}<p>{long}</p><p>{short}</p></section>"
    assert told(photos(within=box)) == [(None, None)]


@pytest.mark.parametrize("between", [0, 10, 30])
def test_caption_of_a_layout_far_below_its_picture(between: int) -> None:
    """A gallery's buttons may stand between the picture and the caption that the layout names."""
    buttons = "<span>1</span>" * between
    page = html.fromstring(f"<div>{PICTURE}{buttons}<p>{CAPTION}</p></div>")
    caption = next(page.iter("p"))
    assert [each.tag for each in with_picture(list(page.iter()), caption)] == ["img", "p"]
