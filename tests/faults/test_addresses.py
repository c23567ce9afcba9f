"""Where a page may lead the crawl: rows 13 to 22, in one hostile site and its neighbours."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from scrapy.crawler import Crawler
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred, succeed

from crawler.downloading.resolver import PublicResolver
from tests.faults.crawl import Ran, crawl, healthy, story
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.spiders.harvest import article

STORIES = {story(number) for number in range(1, 5)}
SCOPE = "scope=127.0.0.1,127.0.0.2,169.254.169.254,100.64.0.1,metadata.google.internal,localhost"


def leads_to(location: str) -> Behaviour:
    """Return a redirect."""
    return says(response(b"", "302 Found", "text/html", f"Location: {location}"))


def assert_healthy(ran: Ran, server: FaultServer) -> None:
    """Assert that the articles beside the faults came, once each."""
    assert [record["url"].removeprefix(server.origin) for record in ran.records].count(story(1)) == 1
    assert ran.paths(server.origin) == STORIES


@pytest.mark.fault(14, 17, 18, 20)
def test_private_addresses_are_never_asked(tmp_path: Path) -> None:
    """No link and no redirect, however spelled, reaches an address that is neither public nor allowed."""
    private = FaultServer({}, host="127.0.0.2", fallback=says(response(article(9).encode())))
    with private:
        inner = f"127.0.0.2:{private.port}"
        links = [
            f"http://{inner}/2022-08/09/content_901.htm",
            f"http://0x7f.2:{private.port}/2022-08/09/content_902.htm",
            f"http://2130706434:{private.port}/2022-08/09/content_903.htm",
            f"http://localhost:{private.port}/2022-08/09/content_904.htm",
            "http://169.254.169.254/2022-08/09/content_905.htm",
            "http://100.64.0.1/2022-08/09/content_906.htm",
            "http://metadata.google.internal/2022-08/09/content_907.htm",
            "file:///etc/passwd",
            "ftp://127.0.0.1/2022-08/09/content_908.htm",
        ]
        hops = {"/2022-08/09/content_910.htm": leads_to(f"http://{inner}/2022-08/09/content_911.htm")}
        pages = healthy(hops)
        home = "".join(f"<li><a href='{link}'>A story that leads elsewhere</a></li>" for link in links)
        pages["/"] = says(response(_listing(pages, home)))
        with FaultServer(pages) as server:
            ran = crawl(
                tmp_path / "crawl", server.origin + "/", "ALLOW_PRIVATE_HOSTS=127.0.0.1", arguments=[SCOPE]
            )
            assert_healthy(ran, server)
            reasons = {url: row["reason"] for url, row in ran.outcomes().items() if row["reason"]}
    assert private.asked == []
    assert set(reasons.values()) == {"private address"}
    assert len(reasons) == 8
    assert "passwd" not in ran.log
    assert ran.status == 6


def _listing(pages: dict[str, Behaviour], more: str) -> bytes:
    links = "".join(
        f"<li><a href='{path}'>A story of this site to read</a></li>" for path in pages if path != "/"
    )
    return f"<html><body><ul>{links}{more}</ul></body></html>".encode()


@pytest.mark.fault(13, 15, 16, 21)
def test_only_the_web_is_fetched(tmp_path: Path) -> None:
    """Sitemaps, robots.txt and redirects to other schemes lead nowhere; odd references are a browser's."""
    secret = tmp_path / "secret.htm"
    secret.write_text(article(9), encoding="utf-8")
    faults = {
        "/2022-08/09/content_920.htm": leads_to(secret.as_uri()),
        "/2022-08/09/content_921.htm": leads_to("data:text/html,<h1>No page</h1>"),
    }
    pages = healthy(faults)
    with FaultServer(pages) as server:
        at = server.origin
        robots = f"User-agent: *\nAllow: /\nSitemap: {secret.as_uri()}\nSitemap: {at}/sitemap.xml\n"
        sitemap = (
            f"<urlset><url><loc>{secret.as_uri()}</loc></url><url><loc>{at}{story(20)}</loc></url></urlset>"
        )
        pages["/robots.txt"] = says(response(robots.encode(), "200 OK", "text/plain"))
        pages["/sitemap.xml"] = says(response(sitemap.encode(), "200 OK", "application/xml"))
        pages[story(20)] = says(response(article(20).encode()))
        pages["/2022-08/09/content_922.htm"] = leads_to(f"\\\\127.0.0.1:{server.port}\\{story(21)[1:]}")
        pages[story(21)] = says(response(article(21).encode()))
        pages["/"] = says(response(_listing(pages, "")))
        ran = crawl(tmp_path / "crawl", at + "/")
        assert ran.paths(at) == STORIES | {story(20), story(21)}
        outcomes = ran.outcomes()
    assert {outcomes[f"{at}/2022-08/09/content_{n}.htm"]["reason"] for n in (920, 921)} == {
        "redirect to another scheme than http(s)"
    }
    assert ran.status == 6


@pytest.mark.fault(21)
def test_redirect_to_another_host_is_seen_for_what_it_is(tmp_path: Path) -> None:
    r"""`//host` and `\\host` in a Location are another host, which is out of scope."""
    with FaultServer({}, host="127.0.0.3", fallback=says(response(article(9).encode()))) as other:
        at = f"127.0.0.3:{other.port}"
        faults = {
            "/2022-08/09/content_930.htm": leads_to(f"//{at}/2022-08/09/content_931.htm"),
            "/2022-08/09/content_932.htm": leads_to(f"\\\\{at}\\2022-08\\09\\content_933.htm"),
            "/2022-08/09/content_934.htm": leads_to("http:/2022-08/09/content_935.htm"),
            "/2022-08/09/content_935.htm": says(response(article(22).encode())),
        }
        with FaultServer(healthy(faults)) as server:
            ran = crawl(tmp_path / "crawl", server.origin + "/")
            assert ran.paths(server.origin) == STORIES | {"/2022-08/09/content_935.htm"}
            reasons = [ran.reason(f"{server.origin}/2022-08/09/content_{n}.htm") for n in (930, 932)]
    assert reasons == ["redirected out of scope"] * 2


class Rebinding(PublicResolver):
    """Answers for one name with an address that is allowed at first, and with another ever after."""

    answers: Iterator[str] = iter(())

    def look_up(self, name: str) -> Deferred[Sequence[str]]:
        """Answer without a network."""
        return succeed([next(self.answers, "127.0.0.2") if name == "rebind.example.com" else name])


class RebindingAfterwards(Rebinding):
    """Allows the first two requests, for robots.txt and the home page."""

    @classmethod
    def from_crawler(cls, crawl: Crawler, reactor: ReactorBase) -> RebindingAfterwards:
        """Build the resolver."""
        cls.answers = iter(["127.0.0.1"] * 2)
        return super().from_crawler(crawl, reactor)


@pytest.mark.fault(19)
def test_rebinding(tmp_path: Path) -> None:
    """A name that changes its address between two requests is judged at each connection."""
    with (
        FaultServer({}, host="127.0.0.2", fallback=says(response(article(9).encode()))) as private,
        FaultServer(healthy({}), host="127.0.0.1") as server,
    ):
        start = f"http://rebind.example.com:{server.port}/"
        settings = (
            *("ALLOW_PRIVATE_HOSTS=127.0.0.1", "DNSCACHE_ENABLED=0"),
            "TWISTED_DNS_RESOLVER=tests.faults.test_addresses.RebindingAfterwards",
        )
        ran = crawl(tmp_path / "crawl", start, *settings)
    assert private.asked == []
    assert server.targets()[:2] == ["/robots.txt", "/"]
    assert {row["reason"] for row in ran.outcomes().values() if row["outcome"] == "failed"} == {
        "private address"
    }


class Loopback(PublicResolver):
    """Finds every name on this machine."""

    def look_up(self, name: str) -> Deferred[Sequence[str]]:  # noqa: ARG002  the resolver's signature
        """Answer without a network."""
        return succeed(["127.0.0.1"])


INVALID = (
    *(
        "http://a b/",
        "http://exa<mple/",
        "http://[::1/",
        "http://%00/",
        "http://a..b:x/",
        "http://1.2.3.4.5/",
    ),
    *("http://", "http://?x", "https://:80/", "http://a.test:99999/"),
)
WIDE = {"新闻": "xn--efvy88h", "ＮＥＷＳ": "news"}


@pytest.mark.fault(98, 99)
def test_hosts_that_cannot_be_and_those_in_other_scripts(tmp_path: Path) -> None:
    """Invalid hosts are never looked up; names in other scripts are requested in ASCII (UTS 46)."""
    with FaultServer(healthy({})) as server:
        at = f"lanqiao.test:{server.port}"
        links = (
            *(f"{host}2022-08/09/content_1.htm" for host in INVALID),
            *(f"http://{name}.{at}/2022-08/09/content_{n}.htm" for n, name in enumerate(WIDE)),
        )
        home = "".join(f"<li><a href='{link}'>A story that stands elsewhere</a></li>" for link in links)
        server.behaviours = {**healthy({}), "/": says(response(_listing(healthy({}), home)))}
        resolver = "TWISTED_DNS_RESOLVER=tests.faults.test_addresses.Loopback"
        ran = crawl(tmp_path / "crawl", f"http://{at}/", resolver)
        hosts = {asked.headers["host"].partition(":")[0] for asked in server.asked}
    assert hosts == {"lanqiao.test", *(f"{name}.lanqiao.test" for name in WIDE.values())}
    assert ran.paths(f"http://{at}") == STORIES
    assert all("lanqiao.test" in url for url in ran.outcomes())


class Named(PublicResolver):
    """Knows some names, each with the addresses of several families."""

    names = MappingProxyType(
        {
            "six.test": ("::1",),
            "dead-six.test": ("::1", "127.0.0.1"),
            "dead-four.test": ("127.0.0.1", "::1"),
            "inner-six.test": ("fe80::1", "fd00::1", "::ffff:127.0.0.9"),
            "mixed.test": ("::ffff:10.0.0.1", "10.0.0.1", "127.0.0.1"),
        }
    )

    def look_up(self, name: str) -> Deferred[Sequence[str]]:
        """Answer without a network; an address is known by itself."""
        return succeed(self.names.get(name, (name,)))


IPV6 = socket.has_ipv6 and Path("/proc/net/if_inet6").is_file()
NAMED = "TWISTED_DNS_RESOLVER=tests.faults.test_addresses.Named"
ALLOWED = "ALLOW_PRIVATE_HOSTS=127.0.0.1,::1"


@pytest.mark.skipif(not IPV6, reason="this machine has no IPv6")
@pytest.mark.parametrize(
    ("host", "name", "resolver"),
    [
        ("::1", "[::1]", ()),
        ("::1", "[0:0:0:0:0:0:0:1]", ()),
        ("::1", "six.test", (NAMED,)),
        ("::1", "dead-four.test", (NAMED,)),
        ("127.0.0.1", "dead-six.test", (NAMED,)),
        ("127.0.0.1", "mixed.test", (NAMED,)),
    ],
)
def test_both_families(tmp_path: Path, host: str, name: str, resolver: tuple[str, ...]) -> None:
    """Literals, names with AAAA alone, and names of both families, one of which is dead, are crawled."""
    with FaultServer(healthy({}), host=host) as server:
        ran = crawl(tmp_path / "crawl", f"http://{name}:{server.port}/", ALLOWED, *resolver)
        written = "[::1]" if name.startswith("[") else name
        assert ran.paths(f"http://{written}:{server.port}") == STORIES
        assert {asked.headers["host"] for asked in server.asked} == {f"{written}:{server.port}"}
    assert ran.status == 0


@pytest.mark.skipif(not IPV6, reason="this machine has no IPv6")
@pytest.mark.parametrize("name", ["inner-six.test", "six.test", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]"])
def test_addresses_of_either_family_are_judged(tmp_path: Path, name: str) -> None:
    """Where no address of a host is allowed, nobody is asked."""
    with (
        FaultServer(healthy({}), host="::1") as six,
        FaultServer(healthy({}), host="127.0.0.1", port=six.port) as four,
    ):
        ran = crawl(tmp_path / "crawl", f"http://{name}:{six.port}/", "ALLOW_PRIVATE_HOSTS=", NAMED)
        assert six.asked == four.asked == []
    assert ran.status in (2, 3)
    assert "private" in ran.log or "public" in ran.log
