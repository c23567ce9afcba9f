"""The photos of a page: which images count, where they lie, and which caption belongs to which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from crawler.extraction import extract_article
from crawler.extraction.body.lines import read_lines
from crawler.extraction.body.sorting import Role, sort_lines
from crawler.extraction.tree.layouts import Knowledge
from crawler.items import Article, Photo
from crawler.publishers import Layout
from tests.extraction.markup import HEAD, PARAGRAPHS, URL, article, page, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
HOST = "http://news.sample.test"
LOCK, HERON = f"{HOST}/img/2024/lock.jpg", f"{HOST}/img/2024/heron.jpg"
LOCK_IMAGE = '<img src="/img/2024/lock.jpg" width="600">'
HERON_IMAGE = '<img src="/img/2024/heron.jpg" width="600">'
BOATS = "Boats wait at the lock in Linshui, May 6, 2024."
BOATS_CREDIT = "(Xinhua/Wu Lin)"
BOATS_LINE = f"{BOATS} {BOATS_CREDIT}"
GATE = "A heron stands on the gate, May 7, 2024."
GATE_CREDIT = "[Photo by Ann Example/China Daily]"
GATE_LINE = f"{GATE} {GATE_CREDIT}"
MIDDLE = "<p>Further down the river a third lock is planned, the master said, with a museum beside it.</p>"


def boats(url: str | None) -> Photo:
    """Return the photo of the boats, wherever it lies."""
    return Photo(
        url=url,
        caption=BOATS,
        credit=BOATS_CREDIT,
        photographers=("Wu Lin",),
        agency="Xinhua",
        date="2024-05-06",
    )


def gate(url: str | None) -> Photo:
    """Return the photo of the heron, wherever it lies."""
    return Photo(
        url=url,
        caption=GATE,
        credit=GATE_CREDIT,
        photographers=("Ann Example",),
        agency="China Daily",
        date="2024-05-07",
    )


def page_with(inside: str, head: str = HEAD, url: str = URL) -> Article:
    """Return an article with lines in the middle of its text."""
    above, below = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    return article(f"{HEADLINE}<div>{above}{inside}{below}</div>", head, url)


def photos_of(inside: str, head: str = HEAD, url: str = URL) -> tuple[Photo, ...]:
    """Return the photos in the middle of a text that keeps its paragraphs."""
    record = page_with(inside, head, url)
    assert record.body == PARAGRAPHS
    return printed(record.photos)


def printed(photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Return photos without the attributes of their images and their place."""
    bare = Photo()
    names = ("alt", "width", "height", "position", "is_lead")
    return tuple(replace(photo, **{name: getattr(bare, name) for name in names}) for photo in photos)


def urls_of(image: str, head: str = HEAD, url: str = URL) -> list[str | None]:
    """Return the URLs of the images in a paragraph."""
    return [photo.url for photo in photos_of(f"<p>{image}</p>", head, url)]


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{LOCK_IMAGE}</p><p>{BOATS_LINE}</p>",
        f"<p>{LOCK_IMAGE}</p><p class='caption'>{BOATS_LINE}</p>",
        f"<div>{LOCK_IMAGE}</div><p>{BOATS_LINE}</p>",
        f"<figure>{LOCK_IMAGE}<figcaption>{BOATS_LINE}</figcaption></figure>",
        f"<figure><picture>{LOCK_IMAGE}</picture><figcaption>{BOATS_LINE}</figcaption></figure>",
    ],
)
def test_caption_below(inside: str) -> None:
    """A caption below an image is the image's."""
    assert photos_of(inside) == (boats(LOCK),)


@pytest.mark.parametrize(
    "inside",
    [
        f"<p class='caption'>{BOATS_LINE}</p><p>{LOCK_IMAGE}</p>",
        f"<figure><figcaption>{BOATS_LINE}</figcaption>{LOCK_IMAGE}</figure>",
    ],
)
def test_caption_above(inside: str) -> None:
    """A caption above an image is the image's where no image stands before it."""
    assert photos_of(inside) == (boats(LOCK),)


def test_lead_figure() -> None:
    """A figure between headline and text belongs to the article."""
    figure = f"<figure>{LOCK_IMAGE}<figcaption>{BOATS_LINE}</figcaption></figure>"
    record = article(f"{HEADLINE}{figure}<div>{paragraphs()}</div>")
    assert printed(record.photos) == (boats(LOCK),)
    assert record.body == PARAGRAPHS


@pytest.mark.parametrize("tag", ["figcaption", "p", "span"])
def test_headline_in_the_lead_figure(tag: str) -> None:
    """The headline below the picture that it is printed with again is no caption."""
    title = HEADLINE.removeprefix("<h1>").removesuffix("</h1>")
    figure = f"<figure>{LOCK_IMAGE}<{tag}>{title}</{tag}></figure>"
    record = article(f"{HEADLINE}{figure}<div>{paragraphs()}</div>")
    assert [photo.caption for photo in record.photos] == [None]


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{LOCK_IMAGE}</p><p>{BOATS_LINE}</p><p>{HERON_IMAGE}</p><p>{GATE_LINE}</p>",
        (
            f"<figure>{LOCK_IMAGE}<figcaption>{BOATS_LINE}</figcaption></figure>"
            f"<figure>{HERON_IMAGE}<figcaption>{GATE_LINE}</figcaption></figure>"
        ),
    ],
)
def test_two_photos(inside: str) -> None:
    """Each image has the caption below it, in page order."""
    assert photos_of(inside) == (boats(LOCK), gate(HERON))


def test_text_between() -> None:
    """A paragraph between two photos parts them and stays in the text."""
    first = f"<p>{LOCK_IMAGE}</p><p class='caption'>{BOATS_LINE}</p>"
    second = f"<p>{HERON_IMAGE}</p><p class='caption'>{GATE_LINE}</p>"
    record = page_with(first + MIDDLE + second)
    assert printed(record.photos) == (boats(LOCK), gate(HERON))
    assert len(record.body) == len(PARAGRAPHS) + 1


def test_caption_after_text() -> None:
    """A caption that text parts from the image above is the next image's."""
    record = page_with(f"<p>{LOCK_IMAGE}</p>{MIDDLE}<p class='caption'>{BOATS_LINE}</p><p>{HERON_IMAGE}</p>")
    assert printed(record.photos) == (Photo(url=LOCK), boats(HERON))


@pytest.mark.parametrize("images", [f"<p>{LOCK_IMAGE}</p><p>{HERON_IMAGE}</p>", LOCK_IMAGE + HERON_IMAGE])
def test_two_images_one_caption(images: str) -> None:
    """One caption below two images is the second one's; the first is kept without."""
    assert photos_of(f"{images}<p>{BOATS_LINE}</p>") == (Photo(url=LOCK), boats(HERON))


@pytest.mark.parametrize("name", ["caption", "credit"])
def test_caption_and_credit_apart(name: str) -> None:
    """A credit in a line of its own is joined to its caption."""
    lines = f"<p class='caption'>{BOATS}</p><p class='{name}'>{BOATS_CREDIT}</p>"
    assert photos_of(f"<p>{LOCK_IMAGE}</p>{lines}") == (boats(LOCK),)


def test_credit_in_two_elements() -> None:
    """A bracket that opens in the caption's element belongs to the credit in the next one."""
    caption = f"<font>{GATE} [</font><font>Provided to China Daily]</font>"
    (photo,) = page_with(f"<table><tr><td>{LOCK_IMAGE}<p>{caption}</p></td></tr></table>").photos
    assert (photo.caption, photo.credit) == (GATE, "[Provided to China Daily]")


@pytest.mark.parametrize(
    ("opening", "caption"),
    [("新华社林水5月6日电 船闸今天开放，", "新船闸的闸门"), ("船闸今天开放，", None)],
)
def test_line_between_picture_and_dateline(opening: str, caption: str | None) -> None:
    """A short line below a picture is its caption if the text opens with a dateline behind it."""
    lines = "".join(
        f"<p>{text}渔民和游客在闸前排队等候，县水务局的工作人员引导他们依次通过，秩序良好。</p>"
        for text in (opening, "第二天，", "第三天，", "据介绍，")
    )
    body = f"<h1>林水县的新船闸开放</h1><div><p>{LOCK_IMAGE}</p><p>新船闸的闸门</p>{lines}</div>"
    assert [photo.caption for photo in article(body).photos] == [caption]


def test_line_before_a_later_dateline() -> None:
    """In the middle of a text, a line that reads like a dateline says nothing about the line before it."""
    text = "渔民和游客在闸前排队等候，县水务局的工作人员引导他们依次通过，秩序良好。"
    lines = "".join(f"<p>{opening}{text}</p>" for opening in ("船闸今天开放，", "第二天，", "第三天，"))
    later = f"<p>{LOCK_IMAGE}</p><p>新船闸的闸门</p><p>新华社林水5月6日电 {text}</p>"
    body = f"<h1>林水县的新船闸开放</h1><div>{lines}{later}</div>"
    assert [photo.caption for photo in article(body).photos] == [None]


def test_credit_only() -> None:
    """An image may have a credit and no caption."""
    photos = photos_of(f"<p>{LOCK_IMAGE}</p><p>[Photo/Xinhua]</p>")
    assert photos == (Photo(url=LOCK, credit="[Photo/Xinhua]", agency="Xinhua"),)


def test_caption_without_image() -> None:
    """A caption that is printed without any image is kept with no URL."""
    assert photos_of(f"<p class='caption'>{BOATS_LINE}</p>") == (boats(None),)


def test_credit_without_image() -> None:
    """A credit alone makes no photo."""
    assert photos_of("<p class='caption'>(Photo/Xinhua)</p>") == ()


@pytest.mark.parametrize("label", ["视频来源", "影片來源"])
def test_source_of_a_video(label: str) -> None:
    """The source of a video is neither text nor the caption of a photo."""
    record = page_with(f"<p>{label}：林水电视台</p>")
    assert (record.body[: len(PARAGRAPHS)], record.photos) == (PARAGRAPHS, ())


def test_image_without_caption() -> None:
    """An image without a caption is a photo all the same."""
    assert photos_of(f"<p>{LOCK_IMAGE}</p>") == (Photo(url=LOCK),)


def test_repeated_caption() -> None:
    """A caption that is printed twice below its image counts once."""
    line = f"<p class='caption'>{BOATS_LINE}</p>"
    assert photos_of(f"<p>{LOCK_IMAGE}</p>{line}{line}") == (boats(LOCK),)


def test_caption_without_and_with_its_credit() -> None:
    """A caption that is repeated with its credit counts once."""
    lines = f"<p class='caption'>{BOATS_LINE.partition(' (')[0]}</p><p class='caption'>{BOATS_LINE}</p>"
    assert photos_of(f"<p>{LOCK_IMAGE}</p>{lines}") == (boats(LOCK),)


def test_credit_in_cite_before_the_caption() -> None:
    """A block below a picture that opens with a credit in a `cite` is its caption."""
    text = "Boats of the whole county wait at the lock, and their owners wait in the new watch house."
    (photo,) = photos_of(f"<div>{LOCK_IMAGE}<div><cite>AP Photo/Ann Example</cite>{text}</div></div>")
    assert (photo.caption, photo.credit) == (text, "AP Photo/Ann Example")


def test_repeated_image() -> None:
    """The same image without a caption counts once."""
    assert photos_of(f"<p>{LOCK_IMAGE}</p><p>{LOCK_IMAGE}</p>") == (Photo(url=LOCK),)


def test_repeated_photo() -> None:
    """The same image with the same caption counts once, text between or not."""
    photo = f"<figure>{LOCK_IMAGE}<figcaption>{BOATS_LINE}</figcaption></figure>"
    assert photos_of(photo + photo) == (boats(LOCK),)
    assert printed(page_with(photo + MIDDLE + photo).photos) == (boats(LOCK),)


def test_icon_between() -> None:
    """An icon between image and caption does not part them."""
    assert photos_of(f"<p>{LOCK_IMAGE}</p><p><img src='/img/logo.png'></p><p>{BOATS_LINE}</p>") == (
        boats(LOCK),
    )


@pytest.mark.parametrize("name", ["alt", "title"])
def test_caption_in_attribute(name: str) -> None:
    """An image's own text is its caption where it is worded as one."""
    image = f'<img src="/img/2024/lock.jpg" {name}="{BOATS_LINE}">'
    assert photos_of(f"<p>{image}</p>") == (boats(LOCK),)
    chinese = f'<img src="/img/2024/lock.jpg" {name}="图为渔船在船闸前等候">'
    assert photos_of(f"<p>{chinese}</p>") == (Photo(url=LOCK, caption="图为渔船在船闸前等候"),)


@pytest.mark.parametrize("alt", ["", "lock.jpg", "A lock opens in Linshui", "Boats wait.", "船闸重开", "1"])
def test_other_alternative_text(alt: str) -> None:
    """File names, headlines and descriptions in `alt` are no captions."""
    assert photos_of(f'<p><img src="/img/2024/lock.jpg" alt="{alt}"></p>') == (Photo(url=LOCK),)


def test_printed_caption_beats_alternative_text() -> None:
    """The caption on the page stands before the one in the attribute."""
    image = f'<img src="/img/2024/lock.jpg" alt="{GATE_LINE}">'
    assert photos_of(f"<p>{image}</p><p>{BOATS_LINE}</p>") == (boats(LOCK),)


@pytest.mark.parametrize("attribute", ["data-caption", "data-sub-html", "data-image-caption"])
@pytest.mark.parametrize(
    "box",
    [
        "<p><img src='/2024/a.jpg' {0}></p>",
        "<div class='img' {0}><img src='/2024/a.jpg'></div>",
        "<a href='/2024/b.jpg' {0}><span><img src='/2024/a.jpg'></span></a>",
    ],
)
@pytest.mark.parametrize(
    "text", ["Boats at dawn (Xinhua/Wu Lin)", "&lt;p&gt;Boats at dawn (Xinhua/Wu Lin)&lt;/p&gt;"]
)
def test_caption_in_an_attribute(attribute: str, box: str, text: str) -> None:
    """A caption that a slider keeps in an attribute is the picture's."""
    (photo,) = photos_of(box.format(f'{attribute}="{text}"'))
    assert (photo.caption, photo.photographers) == ("Boats at dawn", ("Wu Lin",))


@pytest.mark.parametrize("box", ["<img src='/2024/a.jpg' data-sub-html='#box-1'>", "<img src='/2024/a.jpg'>"])
def test_no_caption_in_an_attribute(box: str) -> None:
    """A selector is no caption, nor is a text kept for several pictures."""
    several = f"<div data-caption='Boats at dawn'>{box}<img src='/2024/b.jpg'></div>"
    assert [photo.caption for photo in photos_of(several)] == [None, None]


def test_year_of_the_article() -> None:
    """A caption's date takes its missing year from the article."""
    line = "Boats wait at the lock in Linshui, May 6. (Xinhua/Wu Lin)"
    assert [photo.date for photo in photos_of(f"<p>{LOCK_IMAGE}</p><p>{line}</p>")] == ["2024-05-06"]


LAZY = (
    "data-src data-original data-lazy data-lazyload data-img-src data-image data-srv data-cfsrc"
    " data-flickity-lazyload data-pagespeed-lazy-src data-large-file data-hi-res-src lazysrc real_src"
    " data-backsrc _src file zoomfile data-srcset data-lazy-srcset data-some-theme-own"
).split()
PLACEHOLDERS = (
    "",
    "#",
    "data:image/gif;base64,R0",
    "/img/blank.gif",
    "/img/placeholder.png?v=2",
    "/lazy_1.gif",
)


@pytest.mark.parametrize("attribute", LAZY)
@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_lazy_image(attribute: str, placeholder: str) -> None:
    """Lazy loading is seen through, in whatever attribute the picture waits."""
    assert urls_of(f'<img src="{placeholder}" {attribute}="/2024/a.jpg">') == [f"{HOST}/2024/a.jpg"]


@pytest.mark.parametrize(
    ("attributes", "path"),
    [
        ('srcset="/a.jpg 1x, /b.jpg 2x"', "/b.jpg"),
        ('srcset="/b.jpg 1280w, /a.jpg 320w"', "/b.jpg"),
        ('srcset="/a.jpg 320w,/b.jpg 1280w"', "/b.jpg"),
        ('srcset="/a.jpg, /b.jpg 1.5x"', "/b.jpg"),
        ('srcset="/a.jpg"', "/a.jpg"),
        ('srcset="/a.jpg, /b.jpg"', "/a.jpg"),
        ('srcset="/a.jpg 640w" src="/c.jpg"', "/c.jpg"),
        ('srcset="/a.jpg 320w, /b.jpg 1280w" src="/c.jpg"', "/b.jpg"),
        ('srcset="/a.jpg 320w, /b.jpg 640w" src="/c.jpg" width="1200" height="800"', "/c.jpg"),
        ('srcset="/a.jpg 80w, /b.jpg 160w" src="/c.jpg"', "/c.jpg"),
        ('srcset="/a.jpg 320w, /b.jpg 1280w" data-original="/c.jpg"', "/c.jpg"),
        ('data-src="/c.jpg" data-srcset="/a.jpg 320w, /b.jpg 1280w"', "/b.jpg"),
        ('data-srcset="/a.jpg 600w, /b.jpg 1200w" src="/c.jpg"', "/b.jpg"),
        ('data-original="/a.jpg" src="/c.jpg"', "/a.jpg"),
        ('zoomfile="/a.jpg" src="/c.jpg"', "/a.jpg"),
        ('data-src="" src="/a.jpg"', "/a.jpg"),
        ('data-src="true" src="/a.jpg"', "/a.jpg"),
        ('data-src="data:image/gif;base64,R0" src="/a.jpg"', "/a.jpg"),
        ('src="/a.jpg" data-avatar="/c.jpg"', "/a.jpg"),
    ],
)
def test_source(attributes: str, path: str) -> None:
    """Of the addresses of an image, the picture itself is taken, and of a set the largest."""
    assert urls_of(f"<img {attributes}>") == [HOST + path]


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("/big/1.jpg", "/big/1.jpg"),
        ("/big/1.jpg?sign=2", "/big/1.jpg?sign=2"),
        ("http://news.sample.test/1.PNG", "/1.PNG"),
        ("/2024/c_1.htm", "/a.jpg"),
        ("/view?img=/big/1.jpg", "/a.jpg"),
        ("/wiki/File:1.jpg", "/a.jpg"),
        ("/img/blank.gif", "/a.jpg"),
        ("javascript:show('1.jpg')", "/a.jpg"),
        ("#", "/a.jpg"),
    ],
)
def test_link_to_the_larger_picture(href: str, path: str) -> None:
    """A link from an image to a file of a picture leads to its larger copy; one to a page does not."""
    link = f'<a href="{href}"><img src="/a.jpg"></a>'
    assert urls_of(link) == [HOST + path]
    assert urls_of(f'<a href="{href}"><span><img src="/a.jpg"></span></a>') == [HOST + path]


def test_link_around_two_pictures_is_of_neither() -> None:
    """Nothing says which of two pictures a link enlarges."""
    two = '<a href="/big.jpg"><img src="/a.jpg"><img src="/b.jpg"></a>'
    assert urls_of(two) == [HOST + "/a.jpg", HOST + "/b.jpg"]


@pytest.mark.parametrize("image", ["<img alt=''>", "<img src='/img/blank.gif'>", "<img data-sizes='auto'>"])
def test_picture_element(image: str) -> None:
    """An image without a picture of its own shows that of a `source` beside it."""
    sources = "<source srcset='/a.webp 320w, /b.webp 1280w' type='image/webp'><source srcset='/a.jpg'>"
    assert urls_of(f"<picture>{sources}{image}</picture>") == [f"{HOST}/b.webp"]


@pytest.mark.parametrize("image", ["", "<img>", "<img src='/blank.gif' class='lazy'>", "<img src='data:,'>"])
@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}", "<a href='#'>{0}</a>{1}", "<span>{0}</span> {1}"])
@pytest.mark.parametrize("fallback", ["<img src='/a.jpg'>", "<p><img data-src='/a.jpg'></p>"])
def test_picture_in_noscript(image: str, order: str, fallback: str) -> None:
    """A picture for browsers without scripts replaces the one that scripts would fill."""
    assert urls_of(order.format(image, f"<noscript>{fallback}</noscript>")) == [f"{HOST}/a.jpg"]


@pytest.mark.parametrize("quote", ["", "'", "&quot;"])
@pytest.mark.parametrize("names", ["class='img'", "class='story-photo'", "id='picture1'"])
def test_background(quote: str, names: str) -> None:
    """An empty element that is named for a picture shows the one in its background."""
    style = f"width:640px;background-image: url({quote}/2024/a.jpg{quote});height:400px"
    assert urls_of(f'</p><div {names} style="{style}"></div><p>') == [f"{HOST}/2024/a.jpg"]


def test_other_backgrounds() -> None:
    """The background of a link is no picture, nor is that of an element with another name."""
    style = "background:url(/2024/a.jpg)"
    assert urls_of(f"</p><div class='img' style='{style}'><a href='/1'>Boats</a></div><p>") == []
    assert urls_of(f"</p><div class='promo-x' style='{style}'></div><p>") == []


@pytest.mark.parametrize("counter", ["<img src='/count.gif?785'>", "<img src='//c.test/p?id=3'>"])
def test_counter_in_noscript(counter: str) -> None:
    """A counter of readers without scripts is no photo."""
    assert urls_of(f"<noscript>{counter}</noscript>") == []


def test_caption_of_a_picture_in_noscript() -> None:
    """Such a picture keeps its caption."""
    image = "<img class='lazy'><noscript><img src='/a.jpg' width='700'></noscript>"
    photos = photos_of(f"<figure>{image}<figcaption>Boats at the lock.</figcaption></figure>")
    assert [(photo.url, photo.caption) for photo in photos] == [(f"{HOST}/a.jpg", "Boats at the lock.")]


@pytest.mark.parametrize(
    "image",
    [
        "<amp-img src='/a.jpg' width='640' height='400' layout='responsive'></amp-img>",
        "<amp-img src='/a.jpg'><noscript><img src='/b.jpg'></noscript></amp-img>",
        "<amp-img><noscript><img src='/a.jpg'></noscript></amp-img>",
        "<amp-img srcset='/b.jpg 320w, /a.jpg 640w' />",
    ],
)
def test_amp_image(image: str) -> None:
    """An image of an AMP page is a photo, with its caption."""
    photos = photos_of(f"<figure>{image}<figcaption>Boats at the lock.</figcaption></figure>")
    assert [(photo.url, photo.caption) for photo in photos] == [(f"{HOST}/a.jpg", "Boats at the lock.")]


def test_noscript() -> None:
    """The copy for browsers without scripts is no second photo."""
    lazy = '<img src="data:image/gif;base64,R0" data-src="/a.jpg">'
    assert urls_of(f'{lazy}<noscript><img src="/a.jpg"></noscript>') == [f"{HOST}/a.jpg"]


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'src=""',
        'src="data:image/gif;base64,R0"',
        'src="/img/logo.png"',
        'src="/img/icon_1.png"',
        'src="/img/qrcode.png"',
        'src="/img/ewm.jpg"',
        'src="/img/share.png"',
        'src="/img/blank.gif"',
        'src="/img/end_news.gif"',
        'src="/a.svg"',
        'src="/img/preload.gif"',
        'src="/img/default.jpg"',
        'src="/img/face_default.png"',
        'src="/img/icon.jpg" width="16" height="16" srcset="/img/i.jpg 16w, /img/i2.jpg 32w"',
        'src="/a_w16_h16.png"',
        'src="/c_fill/g_face,w_100,h_100/a.jpg"',
        'src="/a.jpg" width="30"',
        'src="/a.jpg" width="600" height="20px"',
        'src="/a.jpg" class="icon"',
        'src="/a.jpg" id="qrcode"',
        'src="/img/left.png"',
        'src="/img/arrow-right.gif"',
        """src="/a.jpg" onclick="javascript: window.location = '/other/1.htm';" """,
    ],
)
def test_furniture(attributes: str) -> None:
    """Logos, icons, codes, spacers and images without a source are no photos."""
    assert urls_of(f"<img {attributes}>") == []


@pytest.mark.parametrize(
    "attributes",
    [
        'src="/img/catalogue.jpg"',
        'src="/img/left-bank.png"',
        """src="/a.jpg" onclick="location.href='/img/large.jpg'" """,
        'src="/img/silicon.jpg"',
        'src="/img/a.jpg" width="60"',
        'src="/img/a.jpg" width="100%"',
        'src="/img/a.jpg" width="auto"',
        'src="/img/a.jpg" class="picture"',
        'src="/img/a.jpg" width="50%"',
        'src="/sites/default/files/2024-05/lock.jpg"',
        'src="/clip/lock_16-9_default_0_x1032y273.jpg"',
        'src="/img/boats-loading-at-the-lock.jpg"',
        'src="/img/lock.jpg" width="16" height="9" srcset="/img/lock_s.jpg 320w, /img/lock_l.jpg 960w"',
    ],
)
def test_no_furniture(attributes: str) -> None:
    """Names that merely contain a word for furniture, and sizes large or unknown, exclude nothing."""
    assert len(urls_of(f"<img {attributes}>")) == 1


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("a.jpg", f"{HOST}/2024-05/08/a.jpg"),
        ("../a.jpg", f"{HOST}/2024-05/a.jpg"),
        ("/a.jpg", f"{HOST}/a.jpg"),
        ("//cdn.sample.test/a.jpg", "http://cdn.sample.test/a.jpg"),
        ("https://cdn.sample.test/a.jpg", "https://cdn.sample.test/a.jpg"),
        ("?id=3", f"{URL}?id=3"),
    ],
)
def test_absolute(source: str, url: str) -> None:
    """URLs are absolute."""
    assert urls_of(f'<img src="{source}">') == [url]


@pytest.mark.parametrize("source", ["http://[broken/a.jpg", "ftp://cdn.sample.test/a.jpg"])
def test_no_url(source: str) -> None:
    """An image that cannot be fetched over HTTP has no URL, and is a photo only with its caption."""
    captioned = f"<figure><img src='{source}'><figcaption>Boats at the lock.</figcaption></figure>"
    assert urls_of(f'<img src="{source}">') == []
    assert urls_of(captioned) == [None]


@pytest.mark.parametrize("source", ["", "#", "#top", "about:blank", "javascript:void(0)", "data:image/gif;,"])
@pytest.mark.parametrize("other", ["", "data-foo='x'", "data-lazyload='true'", "data-src='1'"])
def test_nothing_to_see(source: str, other: str) -> None:
    """An image that names no picture is no photo."""
    assert urls_of(f"<img src='{source}' {other}>") == []


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("http://img.sample.test/2024/", "http://img.sample.test/2024/a.jpg"),
        ("/pictures/", f"{HOST}/pictures/a.jpg"),
        ("../", f"{HOST}/2024-05/a.jpg"),
        ("http://[broken/", f"{HOST}/2024-05/08/a.jpg"),
    ],
)
def test_base(base: str, url: str) -> None:
    """Relative URLs are relative to the page's `<base>`, which may be relative itself, or broken."""
    assert urls_of('<img src="a.jpg">', f'{HEAD}<base href="{base}">') == [url]


def test_picture_with_open_sources() -> None:
    """The sources of a `picture` are seldom closed; the image is found all the same."""
    picture = "<picture><source srcset='/a.webp 1x'><img src='/a.jpg'></picture>"
    photos = article(f"{HEADLINE}<div><figure>{picture}</figure>{paragraphs()}</div>").photos
    assert [photo.url for photo in photos] == ["http://news.sample.test/a.jpg"]


def test_srcset_with_a_comma_in_the_url() -> None:
    """A URL in a srcset ends at white space, not at a comma."""
    image = "<img srcset='/k,1.jpg 1x, /k,2.jpg 2x'>"
    photos = article(f"{HEADLINE}<div><p>{image}</p>{paragraphs()}</div>").photos
    assert [photo.url for photo in photos] == ["http://news.sample.test/k,2.jpg"]


def test_captions_above_their_images() -> None:
    """Where captions lead, each goes to the image that follows it."""
    pairs = "".join(
        f"<p class='caption'>Boats at gate {n}. (Xinhua/Wu Lin)</p><p><img src='/{n}.jpg'></p>"
        for n in (1, 2)
    )
    photos = article(f"{HEADLINE}<div>{paragraphs()}{pairs}</div>").photos
    assert [(photo.url, photo.caption) for photo in photos] == [
        ("http://news.sample.test/1.jpg", "Boats at gate 1."),
        ("http://news.sample.test/2.jpg", "Boats at gate 2."),
    ]


def test_credited_line_above_an_image() -> None:
    """A plain paragraph that ends in a credit, right above an image, is its caption and no text."""
    above = "<p>Boats wait at the lock. (Photo by Wu Lin/Xinhua)</p><p><img src='/1.jpg'></p>"
    record = article(f"{HEADLINE}<div>{above}{paragraphs()}</div>")
    assert [(photo.caption, photo.credit) for photo in record.photos] == [
        ("Boats wait at the lock.", "(Photo by Wu Lin/Xinhua)")
    ]
    assert not any("Boats wait" in paragraph for paragraph in record.body)


def test_caption_and_credit_in_paragraphs_of_their_own() -> None:
    """A short line between an image and a credit line is the caption."""
    lines = "<p><img src='/1.jpg'></p><p>Boats wait at the lock</p><p>Photo: Wu Lin/Xinhua</p>"
    record = article(f"{HEADLINE}<div>{lines}{paragraphs()}</div>")
    assert [(photo.url, photo.caption, photo.credit) for photo in record.photos] == [
        ("http://news.sample.test/1.jpg", "Boats wait at the lock", "Photo: Wu Lin/Xinhua")
    ]
    assert not any("Boats wait" in paragraph for paragraph in record.body)


@pytest.mark.parametrize("credit", ["图片来源：林水报", "图像来源，Getty Images"])
def test_credit_above_its_caption(credit: str) -> None:
    """A credit may stand in a line of its own between image and caption."""
    lines = f"<p>{credit}</p><figcaption>图像加注文字，渔船在闸前等候。</figcaption>"
    (photo,) = photos_of(f"<figure>{LOCK_IMAGE}{lines}</figure>")
    assert (photo.caption, photo.credit) == ("渔船在闸前等候。", credit)


def test_credit_in_cite() -> None:
    """HTML has an element for who made a picture: `cite`."""
    caption = "<span>渔船在闸前等候。</span> <cite>Ann Example for The Linshui Post</cite>"
    (photo,) = photos_of(f"<figure>{LOCK_IMAGE}<figcaption>{caption}</figcaption></figure>")
    assert (photo.caption, photo.credit) == ("渔船在闸前等候。", "Ann Example for The Linshui Post")


@pytest.mark.parametrize("name", ["off-screen", "sr-only", "visually-hidden"])
def test_labels_for_screen_readers(name: str) -> None:
    """Labels for screen readers are no part of caption or credit; an element shows the credit."""
    credit = f"<span class='{name}'>Image copyright</span> <span class='image-copyright'>AFP</span>"
    caption = f"<figcaption><span class='{name}'>Image caption</span><span>Boats wait</span></figcaption>"
    box = f"<span class='image-and-copyright'>{LOCK_IMAGE}{credit}</span>"
    (photo,) = photos_of(f"<figure class='has-caption'>{box}{caption}</figure>")
    assert (photo.url, photo.caption, photo.credit) == (LOCK, "Boats wait", "AFP")


def test_notice_of_a_player_is_no_caption() -> None:
    """A player says that it cannot play; the caption below is the video's."""
    player = "<div class='player__caption'>Media playback is unsupported on your device</div>"
    caption = f"<figcaption>{BOATS_LINE}</figcaption>"
    assert photos_of(f"<figure><div>{player}</div>{caption}</figure>") == (boats(None),)


@pytest.mark.parametrize(
    ("alts", "pictures"), [(("Boats", "Boats"), 1), (("Boats", "Heron"), 2), (("", ""), 2)]
)
def test_placeholder_before_a_picture(alts: tuple[str, str], pictures: int) -> None:
    """A small image that is shown until the large one is loaded is no picture of its own."""
    small, large = (
        f"<img src='/img/{size}.jpg' alt='{alt}'>" for size, alt in zip(("80", "900"), alts, strict=True)
    )
    photos = photos_of(f"<figure>{small}{large}<figcaption>{BOATS_LINE}</figcaption></figure>")
    assert len(photos) == pictures
    assert photos[-1] == boats(f"{HOST}/img/900.jpg")


def test_dash_between_caption_and_credit() -> None:
    """The dash is no part of either."""
    caption = "Boats wait at the lock... — <span class='credit'>Wade Lindqvist/AP</span>"
    (photo,) = photos_of(f"<figure>{LOCK_IMAGE}<figcaption>{caption}</figcaption></figure>")
    assert (photo.caption, photo.credit) == ("Boats wait at the lock...", "Wade Lindqvist/AP")


@pytest.mark.parametrize("source", ["(Xinhua)", "(China Daily European Weekly)", "China / Society"])
def test_source_above_the_text_is_no_credit(source: str) -> None:
    """An agency above the text, without a word for picture, is where the article comes from."""
    inside = f"<div><p>{LOCK_IMAGE}</p><p class='caption'>{BOATS_LINE}</p>{paragraphs()}</div>"
    assert printed(article(f"{HEADLINE}<h3>{source}</h3>{inside}").photos) == (boats(LOCK),)


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_heading_is_no_credit(tag: str) -> None:
    """A heading that opens with a label of credits is no credit."""
    heading = f"<{tag}>图片：渔民为船闸重开歌唱</{tag}>"
    container = etree.fromstring(f"<div>{paragraphs()}{heading}{paragraphs()}</div>")
    roles = [item.role for item in sort_lines(read_lines(container, {})) if item.line.block.tag == tag]
    assert roles
    assert Role.CAPTION not in roles


@pytest.mark.parametrize(
    "line",
    [
        "资料照片：林水的旧船闸，摄于重建以前。",
        "林水的旧船闸（资料图）",
        "5月6日，林水船闸重新开放。图为渔船在闸前等候。",
    ],
)
def test_caption_by_its_own_wording(line: str) -> None:
    """Wording that only captions have makes a caption where the page has lost its image."""
    (photo,) = photos_of(f"<p>{line}</p>")
    assert (photo.url, photo.caption) == (None, line)


@pytest.mark.parametrize("name", ["image_desc", "picIntro", "content-pic-desc", "photo-desc"])
def test_names_of_captions(name: str) -> None:
    """A description named after a picture is its caption."""
    (photo,) = photos_of(f"<p>{LOCK_IMAGE}</p><p class='{name}'>Boats wait</p>")
    assert photo.caption == "Boats wait"


def test_print_edition_is_no_credit() -> None:
    """The edition and page in print are not a picture's credit, though an agency's name is in them."""
    below = f"<p>{LOCK_IMAGE}</p><p>(China Daily 05/08/2024 page7)</p>"
    record = article(f"{HEADLINE}<div>{paragraphs()}{below}</div>")
    assert printed(record.photos) == (Photo(url=LOCK),)
    assert record.body == PARAGRAPHS


GALLERY = Layout(name="gallery", fingerprint=("#story",), body=("#story",), captions=("div.note",))


def known_photos(body: str) -> tuple[Photo, ...]:
    """Return the photos of a page whose layout says where captions stand."""
    record = extract_article(page(body, HEAD), URL, "text/html", Knowledge(layouts=(GALLERY,)))
    return printed(record.photos)


def test_captions_of_a_layout_outside_the_text() -> None:
    """Where the layout has captions above the text, each belongs to the picture above it."""
    picture = f"<table><tr><td><a href='/2.htm'>{LOCK_IMAGE}</a></td></tr></table>"
    above = f"{picture}<div class='note'>Boats wait</div>"
    photos = known_photos(f"{HEADLINE}{above}<div id='story'>{paragraphs()}</div>")
    assert [(photo.url, photo.caption) for photo in photos] == [(LOCK, "Boats wait")]


def test_captions_of_a_layout_in_the_text() -> None:
    """So it does within the text."""
    inside = f"<p>{LOCK_IMAGE}</p><div class='note'>Boats wait</div>"
    photos = known_photos(f"{HEADLINE}<div id='story'>{paragraphs()}{inside}</div>")
    assert [(photo.url, photo.caption) for photo in photos] == [(LOCK, "Boats wait")]


def test_gallery_page_of_a_layout() -> None:
    """A page with a picture and its caption alone has no body."""
    gallery = Layout(name="gallery", fingerprint=("#pages",), body=("div.note",), captions=("div.note",))
    text = "5月6日，林水船闸重新开放，四十艘渔船当天通过，闸口的渔民从早晨等到黄昏。"
    body = (
        f"<h1>船闸重开</h1><div>{LOCK_IMAGE}</div><div class='note'>{text}</div><div id='pages'>1 2 3</div>"
    )
    record = extract_article(page(body, HEAD), URL, "text/html", Knowledge(layouts=(gallery,)))
    assert [(photo.url, photo.caption) for photo in record.photos] == [(LOCK, text)]
    assert record.body == ()


def test_publisher_in_a_caption_element() -> None:
    """Publisher and time of the article, in elements made for captions, are no caption."""
    caption = "<figcaption><h2>Linshui Daily</h2><time>2024-05-08 09:30</time></figcaption>"
    box = f"<div class='media'><img src='/img/a.jpg' width='90'>{caption}</div>"
    assert not any(photo.caption for photo in article(f"{HEADLINE}{box}<div>{paragraphs()}</div>").photos)


@pytest.mark.parametrize("line", ["渔船在闸前等候。（路透社）", "渔船在闸前等候。图源：视觉中国"])
def test_worded_caption_below_the_lead_picture(line: str) -> None:
    """The first text below a picture above the text is its caption where it is worded as one."""
    slide = f"<ul><li><a href='/img/2024/lock.jpg'><div>{LOCK_IMAGE}</div></a></li></ul>"
    lead = f"{slide}<div><span>{line}</span></div>"
    (photo,) = article(f"{HEADLINE}{lead}<div>{paragraphs()}</div>").photos
    assert (photo.url, photo.caption) == (LOCK, "渔船在闸前等候。")


@pytest.mark.parametrize("label", ["Image", "Photo", "图片", "1/28", "/ 28", "(3)"])
@pytest.mark.parametrize("order", ["{label}{image}{caption}", "{image}{label}{caption}"])
def test_label_or_counter_beside_a_picture(label: str, order: str) -> None:
    """A word that only means picture, or a counter, is no caption."""
    inside = order.format(
        label=f"<span class='caption'>{label}</span>",
        image=f"<div>{LOCK_IMAGE}</div>",
        caption=f"<figcaption>{BOATS_LINE}</figcaption>",
    )
    assert photos_of(f"<figure>{inside}</figure>") == (boats(LOCK),)


@pytest.mark.parametrize(
    "second",
    [
        f"<figure>{HERON_IMAGE}<figcaption>{GATE_LINE}</figcaption></figure>",
        f"<div><img src='/img/2024/heron.jpg' alt='{GATE_LINE}'></div><p>{GATE_LINE}</p>",
    ],
)
def test_caption_before_a_picture_with_its_own(second: str) -> None:
    """A caption that stands before an image, of a film say, is not the image's where that has its own."""
    assert photos_of(f"<div class='caption'>{BOATS_LINE}</div>{second}") == (boats(None), gate(HERON))


@pytest.mark.parametrize(
    "names",
    [
        ("lock-opens-2024_wide-s1200-c85.jpg", "lock-opens-2024_wide-s300.jpg"),
        ("lock-opens-linshui-1024x576.jpg", "lock-opens-linshui-300x200.jpg"),
        ("lock-opens-linshui.jpg?w=1200", "lock-opens-linshui.jpg?w=320"),
    ],
)
def test_same_picture_in_two_sizes(names: tuple[str, str]) -> None:
    """A picture with the same caption in another size is the same photo."""
    figures = [f"<figure><img src='/{name}'><figcaption>{BOATS_LINE}</figcaption></figure>" for name in names]
    assert printed(page_with(MIDDLE.join(figures)).photos) == (boats(f"{HOST}/{names[0]}"),)


@pytest.mark.parametrize("names", [("1.jpg", "2.jpg"), ("a/1.jpg", "b/1.jpg"), ("p.jpg?id=1", "p.jpg?id=2")])
def test_two_pictures_with_the_same_caption(names: tuple[str, str]) -> None:
    """Two pictures may have the same caption."""
    figures = [f"<figure><img src='/{name}'><figcaption>{BOATS_LINE}</figcaption></figure>" for name in names]
    assert len(page_with(MIDDLE.join(figures)).photos) == 2


def test_copy_without_a_caption() -> None:
    """A picture that stands on the page with its caption and without is one photo."""
    figure = f"<figure>{LOCK_IMAGE}<figcaption>{BOATS_LINE}</figcaption></figure>"
    assert printed(page_with(f"<p>{LOCK_IMAGE}</p>{MIDDLE}{figure}").photos) == (boats(LOCK),)


PICTURES = ("Boats at the gate", "Lin Wu at work", "The old lock in Linshui")


def captions_below(texts: tuple[str, ...], elsewhere: str = "", tag: str = "p") -> list[str]:
    """Return the captions of pictures between paragraphs, each above a short text."""
    pairs = [f"<p><img src='/{number}.jpg'></p><{tag}>{text}</{tag}>" for number, text in enumerate(texts)]
    record = page_with(MIDDLE + (elsewhere + MIDDLE).join(pairs))
    return [photo.caption for photo in record.photos if photo.caption]


def test_short_lines_below_all_pictures() -> None:
    """Short lines below all pictures of a page, and nowhere else, are captions without any other sign."""
    assert captions_below(PICTURES) == list(PICTURES)


@pytest.mark.parametrize(
    "texts", [PICTURES[:2], ("Course",) * 3, (*PICTURES, f"{PARAGRAPHS[0]}", f"{PARAGRAPHS[1]}")]
)
def test_short_lines_below_some_pictures(texts: tuple[str, ...]) -> None:
    """Short lines below a few pictures, or the same below all, may be subheadings or labels."""
    assert captions_below(texts) == []


def test_short_lines_between_paragraphs() -> None:
    """Short lines are subheadings where they also stand between paragraphs, or are headings."""
    assert captions_below(PICTURES, elsewhere="<p>The way to the museum</p>") == []
    assert captions_below(PICTURES, tag="h3") == []


LEAD_BOXES = {
    "footer": """<div class="lead-image"><img src="/a.jpg"><div class="lead-image-footer">
        <div class="lead-image-caption"><p>CAPTION</p></div></div></div>""",
    "description": """<div class="shot-img"><img src="/a.jpg">
        <div class="shot-img__description shot-img__description--hidden"><div>CAPTION</div></div></div>""",
    "ads": """<div class="box"><img class="image-ads hero-image" src="/a.jpg">
        <div class="caption-text">CAPTION</div></div>""",
    "lost image": """<div class="InlineImage-imageEmbed"><div class="placeholder"></div>
        <div class="InlineImage-imageEmbedCaption">CAPTION</div></div>""",
    "portrait below": """<div class="wp-caption"><img src="/a.jpg">
        <div class="caption-block"><p>CAPTION</p></div></div>
        <div class="article-author"><span class="author-img"><img src="/wu.jpg"></span></div>""",
}
"""Boxes around a lead picture and its caption, by the trap in them."""


@pytest.mark.parametrize("lead", LEAD_BOXES.values(), ids=LEAD_BOXES.keys())
def test_caption_of_the_lead_picture_in_boxes_of_templates(lead: str) -> None:
    """A lead picture keeps its caption if the names of boxes around it are those of furniture or missing."""
    caption = "Boats wait at the lock."
    lines = lead.replace("CAPTION", caption)
    record = article(f"<h1>A lock opens in Linshui</h1>{lines}<article>{paragraphs()}</article>")
    assert [photo.caption for photo in record.photos] == [caption]
    assert not any("Boats wait" in paragraph for paragraph in record.body)


def test_portrait_of_the_author_is_no_lead_picture() -> None:
    """A picture beside the byline belongs to the author."""
    author = '<div class="article-author"><div class="author__img"><img src="/wu.jpg"></div></div>'
    record = article(f"<h1>A lock opens in Linshui</h1>{author}<article>{paragraphs()}</article>")
    assert not record.photos


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><button><img src='/a.jpg'>Enlarge</button><figcaption>Boats wait</figcaption></figure>",
        "<button><img src='/a.jpg'><figcaption>Boats wait</figcaption><span>Enlarge</span></button>",
        "<div class='modal'><p>Close</p><img src='/a.jpg'><figcaption>Boats wait</figcaption></div>",
    ],
    ids=["button in figure", "caption in button", "modal"],
)
def test_picture_that_can_be_enlarged(figure: str) -> None:
    """Buttons and modal boxes that enlarge a picture hide neither the picture nor its caption."""
    record = article(f"{HEADLINE}<article>{paragraphs()}{figure}{paragraphs()}</article>")
    assert [(photo.url, photo.caption) for photo in record.photos] == [(f"{HOST}/a.jpg", "Boats wait")]
    assert not any("Enlarge" in paragraph for paragraph in record.body)


def test_other_modal_box_stays_out() -> None:
    """A modal box with a text of its own is no picture."""
    letter = "<figcaption>Our letter</figcaption><p>Subscribe now to read on every day of the year.</p>"
    box = f"<div class='modal'><img src='/a.jpg'>{letter}</div>"
    assert not article(f"{HEADLINE}<article>{paragraphs()}{box}</article>").photos


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('width="640" height="480"', (640, 480)),
        ('width="640px"', (640, None)),
        ('width="100%" height="480"', (None, 480)),
        ('width="16" height="9" srcset="/img/2024/lock-800.jpg 800w"', (None, None)),
        ("", (None, None)),
    ],
)
def test_stated_size(attributes: str, expected: tuple[int | None, int | None]) -> None:
    """Width and height are those of the attributes, in pixels; a ratio or a share is none."""
    record = page_with(f'<p><img src="/img/2024/lock.jpg" {attributes}></p>')
    assert [(photo.width, photo.height) for photo in record.photos] == [expected]


def test_alternative_text() -> None:
    """The alternative text is as stated, also beside a caption; an empty one is none."""
    described = '<img src="/img/2024/lock.jpg" alt="Boats &#10; at dusk">'
    record = page_with(f'<p>{described}</p><p><img src="/img/2024/gate-of-linshui.jpg" alt=""></p>')
    assert [photo.alt for photo in record.photos] == ["Boats at dusk", None]


def test_position_in_the_text() -> None:
    """The position is the number of paragraphs above the photo."""
    image = '<p><img src="/img/2024/{}.jpg"></p>'
    first, last = image.format("a-first-picture-of-boats"), image.format("a-last-picture-of-boats")
    record = article(f"{HEADLINE}<div>{first}{paragraphs()}{last}</div>")
    assert [photo.position for photo in record.photos] == [0, len(PARAGRAPHS)]
    assert [photo.position for photo in page_with(first).photos] == [2]


def test_lead_is_named_by_the_head_or_stands_above_the_text() -> None:
    """`og:image` names the main picture, also in another size; otherwise it is the first above the text."""
    image = '<p><img src="/img/2024/{}-300x200.jpg"></p>'
    pictures = image.format("a-first-picture-of-boats") + image.format("a-second-picture-of-boats")
    named = '<meta property="og:image" content="http://cdn.sample.test/a-second-picture-of-boats.jpg">'

    def leads(body: str, head: str = HEAD) -> list[bool]:
        return [photo.is_lead for photo in article(f"{HEADLINE}<div>{body}</div>", head).photos]

    assert leads(f"{pictures}{paragraphs()}") == [True, False]
    assert leads(f"{pictures}{paragraphs()}", HEAD + named) == [False, True]
    assert leads(f"{paragraphs()}{pictures}") == [False, False]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("<span class='a1'>Boats wait at the lock</span><span class='b2'>Ann Example</span>", "Ann Example"),
        ("<span>Boats wait at the lock</span> <a href='/wu'>Linshui Stuff</a>", "Linshui Stuff"),
        ("<span>Boats wait at the lock</span> <span>Read More</span>", None),
        ("<span>Linshui Lock</span><span>Lin Wu</span>", None),
    ],
)
def test_credit_beside_the_element_of_the_caption(caption: str, credit: str | None) -> None:
    """Names in an element of their own, beside the element of the caption, are its credit."""
    (photo,) = photos_of(f"<figure>{LOCK_IMAGE}<figcaption>{caption}</figcaption></figure>")
    assert photo.credit == credit


@pytest.mark.parametrize(
    ("value", "caption"),
    [
        ("Boats wait at the lock.", "Boats wait at the lock."),
        (
            "&lt;p&gt;Boats wait at the lock.&lt;/p&gt;&lt;p&gt;Ann Example&lt;/p&gt;",
            "Boats wait at the lock.",
        ),
        ("lock_2024_final", None),
        ("Lock", None),
    ],
)
def test_description_in_an_attribute(value: str, caption: str | None) -> None:
    """A described picture has a caption if the description is a sentence; titles and file names are none."""
    (photo,) = photos_of(f"<p><img src='/img/2024/lock.jpg' data-image-description='{value}'></p>")
    assert photo.caption == caption
