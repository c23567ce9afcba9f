"""The sample site's server follows HTTP."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.samplesite import ROOT, Reply, SampleSite, Server, is_unchanged, serve

PAGE = "/2022-08/08/content_78360929.shtml"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Yield one server for this module."""
    with serve() as running:
        yield running


class Client:
    """One kept connection."""

    def __init__(self, server: Server) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(server.origin).netloc, timeout=60)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        """Send a request; `If_None_Match` stands for `If-None-Match`."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request(method, path, headers=names)
        response = self.connection.getresponse()
        return response, response.read()


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    """Open a client with a connection of its own."""
    made = Client(server)
    yield made
    made.connection.close()


def test_page(client: Client) -> None:
    """A page comes as its bytes lie on disk, as HTML without a charset."""
    response, body = client.ask(PAGE)
    assert (response.status, response.version) == (200, 11)
    assert response.getheader("Content-Type") == "text/html"
    assert body == (ROOT / "www" / PAGE.lstrip("/")).read_bytes()


def test_charset_in_the_header(client: Client) -> None:
    """The page that declares no encoding has it in the header, as the site's data says."""
    response, body = client.ask("/gn/2023/07-04/9229287.shtml")
    assert response.getheader("Content-Type") == "text/html; charset=GB2312"
    assert "通学缆车" in body.decode("gb18030")


def test_a_connection_is_kept(client: Client) -> None:
    """Many requests go over one connection, answers without a body among them."""
    client.ask(PAGE)
    before = client.connection.sock
    for path in ("/", "/go/78360929", "/nowhere", "/rss.xml"):
        client.ask(path)
        client.ask(path, "HEAD")
    assert client.connection.sock is before


def test_unchanged_by_tag(client: Client) -> None:
    """A client with the current version, by its tag, gets 304 and no body."""
    tag = client.ask(PAGE)[0].getheader("ETag", "")
    response, body = client.ask(PAGE, If_None_Match=tag)
    assert (response.status, body, response.getheader("ETag")) == (304, b"", tag)
    assert client.ask(PAGE, If_None_Match='"other"')[0].status == 200


def test_unchanged_by_date(client: Client) -> None:
    """A client with the current version, by its date, gets 304; an older one gets the page."""
    date = client.ask(PAGE)[0].getheader("Last-Modified", "")
    assert client.ask(PAGE, If_Modified_Since=date)[0].status == 304
    assert client.ask(PAGE, If_Modified_Since="Sat, 01 Jan 2000 00:00:00 GMT")[0].status == 200


def test_a_change_is_noticed(tmp_path: Path) -> None:
    """An edited page comes with a new tag at once: tests may change a copy of the site under way."""
    root = Path(shutil.copytree(ROOT, tmp_path / "site"))
    page = root / "www" / PAGE.lstrip("/")
    with serve(root=root) as server:
        client = Client(server)
        tag = client.ask(PAGE)[0].getheader("ETag", "")
        page.write_bytes(page.read_bytes().replace(b"Cambodia", b"Kampuchea"))
        os.utime(page, (2_000_000_000, 2_000_000_000))
        response, body = client.ask(PAGE, If_None_Match=tag)
        client.connection.close()
    assert response.status == 200
    assert b"Kampuchea" in body
    assert response.getheader("Last-Modified") == "Wed, 18 May 2033 03:33:20 GMT"


@pytest.mark.parametrize("path", ["/go/78360929", "/english/2022-08/08/content_78360929.htm"])
def test_redirects(client: Client, path: str) -> None:
    """An old address leads to the article for good."""
    response, body = client.ask(path)
    assert (response.status, response.getheader("Location"), body) == (301, PAGE, b"")


def test_missing_page(client: Client) -> None:
    """A missing page is 404; the page that only says so is 200."""
    assert client.ask("/2022-08/09/content_78369999.shtml")[0].status == 404
    response, body = client.ask("/2022-08/09/content_78361404.shtml")
    assert response.status == 200
    assert b"does not exist" in body


def test_head(client: Client) -> None:
    """HEAD tells the length and sends nothing."""
    length = len(client.ask(PAGE)[1])
    response, body = client.ask(PAGE, "HEAD")
    assert (response.status, body, response.getheader("Content-Length")) == (200, b"", str(length))


@pytest.mark.parametrize("path", ["/rss.xml", "/zh/atom.xml", "/robots.txt", "/sitemap.xml"])
def test_own_origin(server: Server, client: Client, path: str) -> None:
    """Absolute URLs name the server that was asked, never the placeholder."""
    body = client.ask(path)[1].decode()
    assert server.origin in body
    assert "news.sample.test" not in body


def test_query(client: Client) -> None:
    """Tracking parameters change nothing."""
    assert client.ask(PAGE + "?from=timeline")[1] == client.ask(PAGE)[1]


def test_folder(client: Client) -> None:
    """A folder shows its index page, and without its slash leads to the one with it."""
    assert client.ask("/photo/")[1] == client.ask("/photo/index.htm")[1]
    assert client.ask("/photo")[0].getheader("Location") == "/photo/"


def test_pictures(client: Client) -> None:
    """Every picture is there: one stands for all."""
    response, body = client.ask("/2022-08/05/img/W020220805331245600101.jpg")
    assert (response.status, response.getheader("Content-Type")) == (200, "image/png")
    assert body.startswith(b"\x89PNG")


def test_hits() -> None:
    """The server remembers the requests, in order, queries included."""
    with serve() as server:
        client = Client(server)
        client.ask("/")
        client.ask(PAGE + "?x=1", "HEAD")
        client.connection.close()
        assert server.hits == ["/", PAGE + "?x=1"]


def test_two_servers() -> None:
    """Servers beside one another have ports and memories of their own."""
    with serve() as one, serve() as two:
        client = Client(one)
        client.ask("/")
        client.connection.close()
        assert one.origin != two.origin
        assert (len(one.hits), len(two.hits)) == (1, 0)


def test_a_client_that_hangs_up(server: Server, client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    """A client that goes away in the middle harms nobody and is not reported."""
    address = urlsplit(server.origin)
    with socket.create_connection((address.hostname, address.port)) as rude:
        rude.sendall(f"GET {PAGE} HT".encode())
    assert client.ask("/")[0].status == 200
    assert capfd.readouterr().err == ""


def test_it_ends() -> None:
    """After the with block nobody listens, even if a client has kept its connection."""
    with serve() as server:
        client = Client(server)
        client.ask("/")
    address = urlsplit(server.origin)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((address.hostname, address.port), timeout=2)
    client.connection.close()


def test_port_is_taken(server: Server) -> None:
    """A port in use is an OSError."""
    with pytest.raises(OSError, match="in use"):
        serve(urlsplit(server.origin).port or 0)


def test_no_site(tmp_path: Path) -> None:
    """A folder without a site is an OSError."""
    with pytest.raises(FileNotFoundError):
        serve(root=tmp_path)


@pytest.mark.parametrize(
    "target", ["/../site.json", "/%2e%2e/site.json", "/zh/../../site.json", "/site.json", "//etc/hosts"]
)
def test_nothing_outside_the_site(target: str) -> None:
    """No path leads out of www/."""
    assert SampleSite().reply(target, "http://x").status == 404


@given(st.text(max_size=400))
def test_any_target(target: str) -> None:
    """Any request gets an answer."""
    assert SampleSite().reply("/" + target, "http://x").status in {200, 301, 404}


DATED = Reply(200, {"ETag": '"a"', "Last-Modified": "Sun, 01 May 2022 10:00:00 GMT"})


@pytest.mark.parametrize(
    ("tag", "date", "unchanged"),
    [
        (None, None, False),
        ('"a"', None, True),
        ('W/"a"', None, True),
        ('"b", "a"', None, True),
        ("*", None, True),
        ('"b"', None, False),
        (None, "Sun, 01 May 2022 10:00:00 GMT", True),
        (None, "Sun, 01 May 2022 10:00:01 GMT", True),
        (None, "Sun, 01 May 2022 09:59:59 GMT", False),
        (None, "yesterday", False),
        ('"b"', "Sun, 01 May 2022 10:00:00 GMT", False),
        ('"a"', "Sun, 01 May 2022 09:00:00 GMT", True),
    ],
)
def test_conditions(tag: str | None, date: str | None, unchanged: bool) -> None:
    """Conditions count as in RFC 9110: a tag decides alone, a date only without one."""
    assert is_unchanged(DATED, tag, date) is unchanged


def test_conditions_need_a_date() -> None:
    """Without a Last-Modified no date is recent enough."""
    assert not is_unchanged(Reply(200), None, "Sun, 01 May 2022 10:00:00 GMT")
