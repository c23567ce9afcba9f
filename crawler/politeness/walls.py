"""Recognises the pages with which firewalls block crawlers, by the marks of their vendors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crawler.text.bare import LINKS, shows_nothing

LARGEST = 256 * 1024
"""Bytes: a larger page with status 2xx is a page of the site, whatever scripts it has."""
HEAD = 16 * 1024
"""Bytes at the beginning of a page that are searched for marks."""
STATUSES = frozenset({202, 405, 412, 418, 521})
"""Statuses that firewalls give to a GET of a page, and sites do not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, reduced to the data that distinguish a firewall from the site."""

    status: int
    body: bytes = b""
    """The decompressed body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers by name in lower case."""


@dataclass(frozen=True, slots=True)
class Wall:
    """One vendor's way to block crawlers, with answers that show it and answers that do not."""

    name: str
    examples: tuple[Answer, ...]
    refuses: tuple[Answer, ...]
    marks: tuple[bytes, ...] = ()
    """Texts in the beginning of the page, any of which is enough."""
    holds: bytes = b""
    """Regular expression that the beginning of the page must match as well."""
    header: tuple[str, tuple[str, ...]] = ("", ())
    """Name of a header, and its values."""

    def is_of(self, answer: Answer) -> bool:
        """Return whether an answer has the vendor's mark."""
        name, values = self.header
        if answer.headers.get(name) in values:
            return True
        head = answer.body[:HEAD]
        return any(mark in head for mark in self.marks) and re.search(self.holds, head) is not None


_ARTICLE = b"<h1>Ferry</h1>" + b"<p>The ferry returned to Lanqiao, and most of the town came to look.</p>" * 3

WALLS = (
    Wall(
        name="Ruishu",
        marks=(
            b"$_ts=window",
            b"$_ts = window",
            b"window['$_ts']",
            b'window["$_ts"]',
            b"$_ts.nsd",
            b"$_ts.cd",
        ),
        examples=(
            Answer(412, b"<meta id='x' content='y'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>"),
            Answer(202, b"<script>$_ts.nsd=70225;$_ts.cd='qEr'</script><script src='/a/b.js'></script>"),
        ),
        refuses=(Answer(200, b"<script>$_ts=window['$_ts']</script>" + _ARTICLE),),
    ),
    Wall(
        name="Jiasule",
        marks=(b"__jsl_clearance", b"document.cookie=('_')+('_')+('j')"),
        examples=(Answer(521, b"<script>document.cookie=('_')+('_')+('j')+('s')+('l')</script>"),),
        refuses=(Answer(200, _ARTICLE, {"set-cookie": "__jsluid_h=1"}),),
    ),
    Wall(
        name="Alibaba Cloud",
        marks=(b"acw_sc__v", b"errors.aliyun.com", b"aliyun_waf_", b"potential threats to the server"),
        examples=(
            Answer(200, b"<script>document.cookie='acw_sc__v2='+x;location.reload()</script>"),
            Answer(405, b"<p>It may cause potential threats to the server's security.</p>"),
        ),
        refuses=(Answer(200, _ARTICLE, {"set-cookie": "acw_tc=76b"}),),
    ),
    Wall(
        name="Yunsuo",
        marks=(b"yunsuo_session", b"yunsuologo"),
        examples=(
            Answer(
                200,
                b"<script>function jump(){self.location='/?security_verify_data='}</script>"
                b"<!-- yunsuo_session_verify -->",
            ),
        ),
        refuses=(Answer(200, _ARTICLE),),
    ),
    Wall(
        name="Safedog",
        marks=(b"safedog.cn", "<title>网站防火墙".encode(), "<title>网站防火墙".encode("gbk")),
        examples=(Answer(403, "<title>网站防火墙</title><a href='http://www.safedog.cn/'>".encode()),),
        refuses=(Answer(200, "<title>网站防火墙的故事</title>".encode() + _ARTICLE),),
    ),
    Wall(
        name="Tencent Cloud",
        marks=(b"waf_captcha", b"WafCaptcha", b"/TCaptcha.js"),
        examples=(Answer(403, b"<script src='https://turing.captcha.qcloud.com/TCaptcha.js'></script>"),),
        refuses=(Answer(200, b"<script src='/TCaptcha.js'></script>" + _ARTICLE),),
    ),
    Wall(
        name="Cloudflare",
        marks=(b"_cf_chl_opt", b"cf-browser-verification", b"cf_chl_"),
        header=("cf-mitigated", ("challenge",)),
        examples=(
            Answer(503, b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
            Answer(403, b"", {"cf-mitigated": "challenge"}),
        ),
        refuses=(Answer(200, b"<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'>" + _ARTICLE),),
    ),
    Wall(
        name="AWS WAF",
        marks=(b"awsWafCookieDomainList", b"window.gokuProps"),
        header=("x-amzn-waf-action", ("challenge", "captcha")),
        examples=(
            Answer(202, b"", {"x-amzn-waf-action": "challenge"}),
            Answer(405, b"<script>window.gokuProps={}</script>"),
        ),
        refuses=(Answer(200, _ARTICLE, {"x-amzn-requestid": "1"}),),
    ),
    Wall(
        name="Akamai",
        marks=(b"errors.edgesuite.net", b"bm-verify=", b"Reference&#32;&#35;"),
        examples=(Answer(403, b"<h1>Access Denied</h1>Reference&#32;&#35;18&#46;2"),),
        refuses=(Answer(403, b"<h1>Forbidden</h1>"),),
    ),
    Wall(
        name="Imperva",
        marks=(b"_Incapsula_Resource", b"Incapsula incident ID"),
        examples=(Answer(200, b"<iframe src='/_Incapsula_Resource?CWUDNSAI=1'></iframe>"),),
        refuses=(Answer(200, b"<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>" + _ARTICLE),),
    ),
    Wall(
        name="DataDome",
        marks=(b"captcha-delivery.com",),
        examples=(Answer(403, b"<script src='https://ct.captcha-delivery.com/c.js'></script>"),),
        refuses=(Answer(403, b"<h1>Forbidden</h1>"),),
    ),
    Wall(
        name="HUMAN",
        marks=(b"_pxAppId", b"px-captcha"),
        examples=(Answer(403, b"<script>window._pxAppId='PX'</script>"),),
        refuses=(Answer(200, b"<script>window._pxAppId='PX'</script>" + _ARTICLE),),
    ),
    Wall(
        name="ByteDance",
        marks=(b"__ac_signature", b"TTGCaptcha"),
        examples=(Answer(200, b"<script>document.cookie='__ac_signature='+s;location.reload()</script>"),),
        refuses=(Answer(200, b"<script>window.TTGCaptcha&&1</script>" + _ARTICLE),),
    ),
    Wall(
        name="Baidu",
        marks=(b"wappass.baidu.com/static/captcha",),
        examples=(Answer(200, b"<script src='https://wappass.baidu.com/static/captcha/a.js'></script>"),),
        refuses=(Answer(200, _ARTICLE),),
    ),
    Wall(
        name="a cookie",
        marks=(b"document.cookie",),
        holds=rb"location\.reload|location(?:\.href)?\s*=\s*(?:window\.|document\.)?location"
        rb"|location\.replace\(\s*(?:window\.|document\.)?location",
        examples=(Answer(200, b"<script>document.cookie='a=1; path=/';window.location.reload();</script>"),),
        refuses=(
            Answer(200, b"<script>document.cookie='a=1';location.reload()</script>" + _ARTICLE),
            Answer(200, b"<script>document.cookie='lang=cn';location.href='/cn/'</script>"),
        ),
    ),
)


def wall_of(answer: Answer) -> str | None:
    """Return the firewall that an answer comes from, or None for an answer of the site itself.

    A page with status 2xx is a wall only if it shows no content: many sites have their firewall's scripts on
    every page. Without a vendor's mark, the status is the name: `HTTP 412`.
    """
    if 300 <= answer.status < 400 or answer.status in (404, 410):
        return None
    is_success = 200 <= answer.status < 300
    if is_success and answer.body.count(b"<a ", 0, 4 * HEAD) > LINKS:  # nearly every page
        return None
    name = next((wall.name for wall in WALLS if wall.is_of(answer)), None)
    if name is None and answer.status in STATUSES:
        name = f"HTTP {answer.status}"
    return None if name is None or (is_success and not _shows_nothing(answer.body)) else name


def _shows_nothing(body: bytes) -> bool:
    return len(body) <= LARGEST and shows_nothing(body.decode("utf-8", "replace"))
