"""Tests of links that are no anchors."""

from __future__ import annotations

import time

import pytest

from crawler.discovery.links import references
from tests.discovery.pages import SITE, page

STORY = f"{SITE}/2022-08/01/content_1.htm"


@pytest.mark.parametrize(
    "markup",
    [
        "<a href=\"javascript:window.open('/2022-08/01/content_1.htm')\">One</a>",
        "<a href='javascript:window.open(%27/2022-08/01/content_1.htm%27)'>One</a>",
        "<a href='javascript:show(%22../2022-08/01/content_1.htm%22,%203)'>One</a>",
        "<a href='javascript:void(0)' onclick='openNews(\"/2022-08/01/content_1.htm\", 600)'>One</a>",
        "<li onclick=\"location.href='/2022-08/01/content_1.htm'\">One</li>",
        "<div onmousedown=\"self.location='/2022-08/01/content_1.htm';return false\">One</div>",
        "<div data-href='/2022-08/01/content_1.htm'>One</div>",
        "<td daoxiang='../2022-08/01/content_1.htm'>One</td>",
        "<area href=\"JavaScript:show('../2022-08/01/content_1.htm')\">",
        "<iframe src='/2022-08/01/content_1.htm'></iframe>",
        "<frameset cols='20%,*'><frame src='/2022-08/01/content_1.htm'></frameset>",
        "<select onchange='window.open(this.value)'><option value='/2022-08/01/content_1.htm'>One</select>",
        "<select onchange=\"MM_jumpMenu('top',this)\"><optgroup><option value='/2022-08/01/content_1.htm'>",
        "<script>document.write('<a href=\"/2022-08/01/content_1.htm\">One</a>')</script>",
        "<script>html += \"<a href='/2022-08/01/content_1.htm'>One</a>\";</script>",
        "<iframe data-src='/2022-08/01/content_1.htm'></iframe>",
        "<script>document.write('<iframe src=\"/2022-08/01/content_1.htm\" width=300></iframe>')</script>",
        "<script>document.writeln('<frame name=main src=/2022-08/01/content_1.htm>')</script>",
        '<script>document.write("<a href=\\"\\/2022-08\\/01\\/content_1.htm\\">One</a>")</script>',
        '<script>document.write("<a href=/2022-08/01/content_1.htm>One</a>")</script>',
        "<script>document.write('<a hr' + 'ef=\"/2022-08/01/' + \"content_1.htm\" + '\">One</a>')</script>",
        "<li onclick=\"window.open('/2022-08/01' + '/content_1.htm', '_blank')\">One</li>",
        "<noframes><body><a href='/2022-08/01/content_1.htm'>One</a></body></noframes>",
        "<noframes><A class=one HREF=/2022-08/01/content_1.htm>One</a></noframes>",
        "<object data='/2022-08/01/content_1.htm' type='text/html'></object>",
        "<object data='../2022-08/01/content_1.htm'>One</object>",
        "<embed src='/2022-08/01/content_1.htm' type='text/html'>",
        "<svg><a xlink:href='/2022-08/01/content_1.htm'><text>One</text></a></svg>",
        "<svg><a href='/2022-08/01/content_1.htm'><text>One</text></a></svg>",
        "<iframe srcdoc=\"<p><a href='/2022-08/01/content_1.htm'>One</a>\"></iframe>",
        "<iframe srcdoc='&lt;a href=&quot;/2022-08/01/content_1.htm&quot;&gt;One&lt;/a&gt;'></iframe>",
        "<li onclick=\"window['location']['href']='/2022-08/01/content_1.htm'\">One</li>",
        "<script>item[0] = new title_array('/2022-08/01/content_1.htm', 'One', '2022-08-01');</script>",
    ],
)
def test_ways_that_are_no_anchors(markup: str) -> None:
    """The address counts, wherever a site's scripts take it from."""
    assert [reference.url for reference in references(page(markup))] == [STORY]


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='javascript:void(0)' onclick=\"vote('ferry')\">One</a>",
        "<a onclick=\"show('The ferry returns to Lanqiao.')\">One</a>",
        "<select onchange='choose(this)'><option value='/world/'>World</select>",
        "<option value='/world/'>World</option>",
        '<script>html += "<a href=\'/world/" + id + "\'>One</a>"; a = \'<a href="${url}.htm">\'</script>',
        "<script>one = new Player('/world/' + id, 600); two = new Image('/2022/ferry.jpg', 600);</script>",
        "<script>document.write('<a href=\"/world/' + id + '\">One</a>')</script>",
        "<script>document.write('<iframe src=\"' + '/world/' + id + '\"></iframe>')</script>",
        "<script>document.write('<img src=\"/2022/ferry.jpg\">'); if (a <b && src = '/world/') go()</script>",
        "<iframe src='about:blank' data-src=''></iframe><noframes>Your browser shows no frames.</noframes>",
        "<div data-href=''>One</div>",
        "<object data='/play/7' type='application/x-shockwave-flash'></object>",
        "<embed src='/play/7' type=video/mp4><object data=''></object>",
        "<iframe srcdoc='<p>The ferry returns.</p>'></iframe><svg><use xlink:href='#a'/></svg>",
        "<svg><use xlink:href='/icons.svg#ferry'/><image xlink:href='/2022/ferry'/></svg>",
        "<div data-url='javascript:show()'>One</div>",
    ],
)
def test_what_is_no_address(markup: str) -> None:
    """Words, templates and choices that open nothing lead nowhere."""
    assert list(references(page(markup))) == []


def test_linear_time() -> None:
    """No handler makes the reading slow."""
    before = time.process_time()
    for text in (
        "'" * 20_000,
        "'" + "a" * 20_000,
        "'/" * 10_000,
        "href='" * 4_000,
        "href='a.htm?" * 3_000,
        "new A('/" * 4_000,
        "<a href='/" * 3_000,
        "<a " * 6_000 + "href",
        "'a'+" * 5_000 + "<href",
        "'a\\" * 5_000 + "+<href",
    ):
        frame = f'<iframe srcdoc="{text}"></iframe>'
        list(references(page(f'<p onclick="({text}">One</p>{frame}<script>{text}</script>')))
    assert time.process_time() - before < 2
