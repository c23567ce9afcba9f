"""The judge of lines corrects the errors of the rules, and keeps their right decisions."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.extraction import Knowledge, extract_article, parse_page
from crawler.extraction.body import judge as judging
from crawler.extraction.body.forest import DATA, learned_forest, read_forest
from crawler.extraction.body.lines import read_page_lines
from crawler.extraction.body.reading import read_page, read_unjudged
from crawler.extraction.body.sorting import Role
from crawler.extraction.body.traits import NAMES, traits_of
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.explain.explanation import by_field, explain
from crawler.publishers import Layout
from tests.extraction.markup import HEAD, URL, article, page, paragraphs, reading
from tests.house.thorough import examples

HEADLINE = "<h1>A lock opens in Linshui</h1>"
STORY = (
    "The harbour master of Linshui opened the lock on Monday, and forty boats passed before the bell rang.",
    "Fishermen had asked for it since the flood of 1998, when the gates broke and the quay was under water.",
    "“We lost two seasons,” said Chen Wei, who owns three boats, “and nobody told us who was to blame.”",
    "The county has paid for new gates, for pumps, and for a watch house above the whole of the bay.",
    "Engineers from the provincial office tested the pumps for a month, by day and by night, and agreed.",
    "Next year the quay is to be raised by a metre, which will cost about as much as the lock has cost.",
    "The master, who has kept the tide books since 1988, will retire and leave them to a school class.",
    "His deputy, a former sailor, says that the books will be copied before anybody else writes in them.",
)
READERS = tuple(
    f"I have lived there for {n} years, and I do not believe that it will last, but let us hope it does."
    for n in range(12, 36)
)
NODE = {
    "anyOf": [
        {"type": "number"},
        {
            "type": "array",
            "prefixItems": [
                {"enum": list(NAMES)},
                {"type": "number"},
                {"$ref": "#/$defs/node"},
                {"$ref": "#/$defs/node"},
            ],
            "items": False,
            "minItems": 4,
        },
    ]
}
SCHEMA = {
    "$defs": {"node": NODE},
    "type": "object",
    "properties": {
        "about": {"type": "string"},
        "traits": {"const": list(NAMES)},
        "trees": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/node"}},
    },
    "required": ["about", "traits", "trees"],
    "additionalProperties": False,
}


def thread(texts: tuple[str, ...] = READERS) -> str:
    """Return comments of readers, without any name that marks them."""
    items = "".join(
        f"<div class='row'><a href='/u/{n}'>reader{n}</a><div class='said'><p>{text}</p></div></div>"
        for n, text in enumerate(texts)
    )
    return f"<div class='talk'>{items}</div>"


class TestMended:
    """Kinds of failure that were common on real pages of sites on which nothing was built."""

    def test_discussion_outweighs_the_text(self) -> None:
        """Where readers wrote more than the newsroom, the text is still the newsroom's."""
        body = f"<div class='box'>{HEADLINE}<div class='txt'>{paragraphs(STORY)}</div></div>{thread()}"
        assert article(body).body[:3] == STORY[:3]

    def test_text_in_two_containers(self) -> None:
        """A text that an advertisement cuts in two is read on both sides."""
        first, second = paragraphs(STORY[:4]), paragraphs(STORY[4:])
        body = (
            f"<main><article>{HEADLINE}<section class='article-text'>{first}</section>"
            f"<div class='ad-slot'><iframe></iframe></div><section class='article-text'>{second}</section>"
            "</article></main>"
        )
        assert article(body).body == STORY

    def test_text_named_like_furniture(self) -> None:
        """A text in an element named after its paywall is read."""
        body = f"<main>{HEADLINE}<div class='paywall subscribe'>{paragraphs(STORY)}</div></main>"
        assert article(body).body == STORY


class TestLeftAlone:
    """Right decisions of the rules stay."""

    @pytest.mark.parametrize("count", [1, 2, 4, 8])
    def test_plain_articles(self, count: int) -> None:
        """Short and long plain articles keep every line."""
        body = f"{HEADLINE}<div class='text'>{paragraphs(STORY[:count])}</div>"
        assert article(body).body == STORY[:count]

    @pytest.mark.parametrize(
        "said", ["“船闸开了，我们又可以出海了。”", "他说：「我们等了二十年，终于等到了。」"]
    )
    def test_quoted_speech_is_a_sentence(self, said: str) -> None:
        """A short line of quoted speech stays more easily than a label of the same length."""
        line, label = (
            read_page_lines(parse_page(page(f"<p>{text}</p>"), URL).root)[0]
            for text in (said, "“船闸开了，我们又可以出海了”号专列")
        )
        assert judging.least_chance(line, None, None) == judging.KEEP_PROSE
        assert judging.least_chance(label, None, None) == judging.KEEP_TEXT

    def test_captions_stay_captions(self) -> None:
        """However much a caption reads like the text."""
        figure = (
            "<figure><img src='/a.jpg' width='600'><figcaption>Boats wait before the new lock in Linshui on"
            " Monday evening, the first in years.</figcaption></figure>"
        )
        record = article(f"{HEADLINE}<div class='text'>{figure}{paragraphs(STORY)}</div>")
        assert record.body == STORY
        assert [photo.caption for photo in record.photos] != [None]

    def test_known_layout_is_not_judged(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where a layout says where the text is, the judge is not asked."""
        layout = Layout(name="harbour", fingerprint=("div#harbour",), body=("div#harbour",))
        monkeypatch.setattr(judging, "learned_forest", pytest.fail)
        body = page(f"{HEADLINE}<div id='harbour'>{paragraphs()}</div>")
        archived = read_page(parse_page(body, URL), Knowledge(None, (layout,)))
        assert str(archived.rule) == "layout harbour"

    def test_page_with_too_many_lines(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is read by the rules alone, whose time does not grow as fast."""
        monkeypatch.setattr(judging, "MOST", 3)
        monkeypatch.setattr(judging, "learned_forest", pytest.fail)
        assert article(f"{HEADLINE}<div>{paragraphs()}</div>{thread()}").body


class TestTold:
    """The record says when the judge decided, and the explanation how sure it was."""

    def test_rule(self) -> None:
        """The evidence names the judge only where it changed the body."""
        plain = f"{HEADLINE}<div class='text'>{paragraphs(STORY)}</div>"
        assert article(plain).evidence["body"] == "general scorer"
        named = f"<main>{HEADLINE}<div class='paywall subscribe'>{paragraphs(STORY)}</div></main>"
        assert article(named).evidence["body"] in (
            "general scorer",
            "general scorer, learned judge",
            str(Rule.JUDGE),
        )

    def test_scores_of_lines(self) -> None:
        """Each line of a page in doubt has its chance as score."""
        last = f"<div class='last'>{STORY[-1]}</div>"
        parsed = parse_page(page(f"{HEADLINE}<div class='text'>{paragraphs(STORY[:-1])}{last}</div>"), URL)
        lines = by_field(explain(parsed, Knowledge()))["body"].candidates
        assert all(each.score is not None and 0 <= each.score <= 1 for each in lines if each.chosen)


class TestData:
    """The trees and their traits agree."""

    def test_schema(self) -> None:
        """The file has the documented form and names the traits in the order in which they are computed."""
        text = files("crawler.extraction.body").joinpath(DATA).read_text("utf-8")
        jsonschema.validate(json.loads(text), SCHEMA)
        assert len(text) < 300_000

    def test_traits_are_in_step(self) -> None:
        """Every line has as many numbers as there are names for them."""
        read = reading(f"{HEADLINE}<div>{paragraphs()}</div><ul><li>One</li></ul>")
        assert read.container is not None
        parsed = parse_page(page(f"{HEADLINE}<div>{paragraphs()}</div>", HEAD), URL)
        unjudged = read_unjudged(parsed, Knowledge())
        assert unjudged.container is not None
        seen = judging.SeenPage(parsed.root, unjudged.headline, unjudged.metadata)
        text = judging.Text(unjudged.container, unjudged.lines)
        rows = traits_of(judging.sight_of(seen, text, read_page_lines(parsed.root))).rows
        assert rows
        assert {len(row) for row in rows} == {len(NAMES)}
        assert learned_forest().traits == NAMES

    @pytest.mark.parametrize(
        "tree", [["no such trait", 1, 0.1, 0.2], ["size", 1, 0.1], ["size", "x", 0.1, 0.2]]
    )
    def test_wrong_trees(self, tree: list[object]) -> None:
        """Trees of another form are refused."""
        with pytest.raises(ValueError, match=r"."):
            read_forest({"traits": NAMES, "trees": [tree]})

    def test_chance(self) -> None:
        """Leaves are added up as log-odds."""
        forest = read_forest({"traits": ["size"], "trees": [["size", 10, -1.0, 1.0], 0.0]})
        assert forest.chance((10,)) == pytest.approx(0.2689, abs=1e-3)
        assert forest.chance((11,)) == pytest.approx(0.7311, abs=1e-3)


TAGS = ("div", "p", "span", "a", "ul", "li", "table", "tr", "td", "h1", "h2", "br", "img", "article", "aside")
ELEMENTS = st.lists(
    st.tuples(
        st.sampled_from(TAGS), st.sampled_from(("", "text", "share", "caption")), st.sampled_from(STORY)
    ),
    max_size=25,
)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ELEMENTS, st.booleans())
def test_judge_never_raises(elements: list[tuple[str, str, str]], closed: bool) -> None:
    """On no arrangement of elements, and it gives the same twice."""
    markup = "".join(
        f"<{tag} class='{name}'>{text}{f'</{tag}>' if closed else ''}" for tag, name, text in elements
    )
    once, twice = (extract_article(markup.encode(), URL, knowledge=Knowledge()) for _ in range(2))
    assert once == twice


def test_deep_nesting() -> None:
    """Standings are made without recursion: a page may be nested two thousand deep."""
    body = "<div>" * 1900 + paragraphs(STORY) + "</div>" * 1900
    assert extract_article(page(HEADLINE + body), URL, knowledge=Knowledge()).body


def test_credited_captions_stay_captions() -> None:
    """Eight credited captions of two paragraphs hold more text than the story; they stay captions."""
    first = "Guests wait at the lock of Linshui, in the south of the county, Jan. 15, 2023."
    pictures = "".join(
        f'<p><img src="{n}.jpg" width="600" height="400"></p><p>{first}</p><p>{STORY[3]} (Xinhua/Li He)</p>'
        for n in range(8)
    )
    body = f'<div id="text">{paragraphs(STORY[:3])}{pictures}</div>'.encode()
    record = extract_article(body, URL, knowledge=Knowledge())
    assert record.body == STORY[:3]
    assert [photo.caption for photo in record.photos] == [f"{first} {STORY[3]}"] * 8


def test_repeated_captions_between_line_breaks() -> None:
    """Captions with the same words in one element stay below their own pictures."""
    caption = "Guests wait at the lock of Linshui. (Xinhua/Li He)"
    pictures = "".join(f'<img src="{n}.jpg" width="600"><br>{caption}<br>' for n in range(3))
    parsed = parse_page(page(f"{HEADLINE}<div>{'<br>'.join(STORY[:3])}<br>{pictures}</div>"), URL)
    read = read_unjudged(parsed, Knowledge())
    assert read.container is not None
    lines = read_page_lines(parsed.root)
    verdict = judging.Judgement(lines, {line.key: 0.9 for line in lines if not line.is_image}, 1.0)
    items = judging.corrected(verdict, judging.Text(read.container, read.lines), "A lock opens in Linshui")
    assert [item.role for item in items][-6:] == [Role.IMAGE, Role.CAPTION] * 3


def corrected_body(markup: str, text: str, chance: float) -> list[str]:
    """Return the body of a page whose lines are all likely text, but one with another probability."""
    parsed = parse_page(page(f"{HEADLINE}{markup}", HEAD), URL)
    read = read_unjudged(parsed, Knowledge())
    assert read.container is not None
    chances = {item.line.key: chance if item.line.text == text else 0.9 for item in read.lines}
    lines = [item.line for item in read.lines]
    verdict = judging.Judgement(lines, chances, 1.0)
    items = judging.corrected(verdict, judging.Text(read.container, read.lines), "A lock opens in Linshui")
    return [item.line.text for item in items if item.role is Role.BODY]


@pytest.mark.parametrize(
    ("markup", "text", "chance", "stays"),
    [
        (f"<p>{STORY[0]}</p><h3>The pumps</h3><p>{STORY[1]}</p>", "The pumps", 0.25, True),
        (f"<p>{STORY[0]}</p><h3>The pumps</h3><p>{STORY[1]}</p>", "The pumps", 0.15, False),
        (f"<p>{STORY[0]}</p><pre>The pumps</pre><p>{STORY[1]}</p>", "The pumps", 0.25, False),
        (f"<h2>The pumps</h2><p>{STORY[0]}</p><p>{STORY[1]}</p>", "The pumps", 0.4, True),
        (f"<h2>The pumps</h2><p>{STORY[0]}</p><p>{STORY[1]}</p>", "The pumps", 0.2, False),
        (f"<p>{STORY[0]}</p><h3>The pumps</h3><p>They work.</p>", "The pumps", 0.25, True),
        (f"<p>{STORY[0]}</p><h3>The pumps</h3><p>Two of them</p>", "The pumps", 0.25, False),
        (f"<p>{STORY[0]}</p><div><b>水泵</b></div><p>两台。</p>", "水泵", 0.25, True),
        (f"<p>{STORY[0]}</p><div class='sub-title'>水泵</div><p>两台。</p>", "水泵", 0.25, True),
        (f"<p>{STORY[0]}</p><div class='note'>水泵</div><p>两台。</p>", "水泵", 0.25, False),
        (f"<p>{STORY[0]}</p><div><b>The pumps</b></div><p>Two.</p>", "The pumps", 0.25, False),
        (f"<p>May 8, 2024</p><p>{STORY[0]}</p><p>{STORY[1]}</p>", "May 8, 2024", 0.4, False),
        (f"<p>{STORY[0]}</p><p>Prices:</p><p><a href='/1'>Ten</a></p>", "Prices:", 0.8, True),
        (f"<p>{STORY[0]}</p><p>Prices:</p><p><a href='/1'>Ten</a></p>", "Prices:", 0.6, False),
    ],
)
def test_titles_and_labels(markup: str, text: str, chance: float, stays: bool) -> None:
    """A title above prose, and a label above links, need less probability than other lines to be text."""
    assert (text in corrected_body(f"<div>{markup}</div>", text, chance)) is stays


@pytest.mark.parametrize(
    ("wrapped", "last", "stays"),
    [
        ("<p>{}</p>", "<p>{}</p>", True),
        ("<section><p>{}</p></section>", "<section><p>{}</p></section>", True),
        ("<section><div class='box'><p>{}</p></div></section>", "<section><p>{}</p></section>", False),
        ("<section><p>{}</p></section>", "<section class='end'><p>{}</p></section>", False),
        ("<section><p>{}</p></section>", "<section><p>{}</p><img src='end.png'></section>", False),
    ],
)
def test_wrapped_paragraphs(wrapped: str, last: str, stays: bool) -> None:
    """A line in wrappers of its own is like its neighbour if these have the same markup, too."""
    markup = "".join((*map(wrapped.format, STORY[:3]), last.format("The gate is open.")))
    assert ("The gate is open." in corrected_body(f"<div>{markup}</div>", "The gate is open.", 0.15)) is stays


@pytest.mark.parametrize("box", ["<aside>{}</aside>", "<div class='infobox'><div>{}</div></div>"])
@pytest.mark.parametrize(("inside", "is_text"), [(1.0, False), (0.3, True)])
def test_likely_text_in_a_box(box: str, inside: float, is_text: bool) -> None:
    """A likely line in a box beside the text stays out, unless the container lacks most of the text."""
    markup = f"{HEADLINE}<div><div>{paragraphs(STORY[:3])}</div>{box.format(f'<p>{STORY[3]}</p>')}</div>"
    parsed = parse_page(page(markup, HEAD), URL)
    read = read_unjudged(parsed, Knowledge())
    assert read.container is not None
    lines = read_page_lines(parsed.root)
    verdict = judging.Judgement(lines, {line.key: 0.95 for line in lines}, inside)
    items = judging.corrected(verdict, judging.Text(read.container, read.lines), "A lock opens in Linshui")
    assert (STORY[3] in [item.line.text for item in items if item.role is Role.BODY]) is is_text


@pytest.mark.parametrize(
    ("chance", "described", "is_text"),
    [(0.8, False, True), (0.6, False, False), (0.8, True, False), (0.95, True, True)],
)
def test_likely_text_beside_the_container(chance: float, described: bool, is_text: bool) -> None:
    """A likely line beside a whole text becomes text; a summary needs a higher probability."""
    markup = f"{HEADLINE}<div><p>{STORY[3]}</p><div>{paragraphs(STORY[:3])}</div></div>"
    parsed = parse_page(page(markup, HEAD), URL)
    read = read_unjudged(parsed, Knowledge())
    lines = read_page_lines(parsed.root)
    first, outside = (next(line for line in lines if line.text == text) for text in (STORY[0], STORY[3]))
    summary = {outside.key} if described else set()
    verdict = judging.Judgement(lines, {outside.key: chance}, 1.0, summary)
    inside = [item for item in read.lines if item.line.text != STORY[3]]
    text = judging.Text(first.block, inside)
    items = judging.corrected(verdict, text, "A lock opens in Linshui")
    assert (STORY[3] in [item.line.text for item in items if item.role is Role.BODY]) is is_text
