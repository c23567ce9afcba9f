"""URLs as strings: made absolute, brought to one form, compared."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

LONGEST = 2083  # characters: what no browser of the day would have opened is no news URL

_SCHEMES = ("http://", "https://")
_BLANKS = re.compile(r"[\t\n\r]")
_OTHER_SCHEME = re.compile(r"^(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\"<>`{}|\\^\x7f-\U0010ffff]")
_PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_TRACKING = re.compile(
    r"^(?:utm_\w+|spm|scm|from|fromuid|isappinstalled|share\w*|wx\w*|weibo_id|tdsourcetag|tracker|mc_[ce]id"
    r"|fbclid|gclid|yclid|igshid|ref|refer|referer|source_from|ivk_sa|bdchannel|hsid|nsukey|timestamp|_t|_r|rnd"
    r"|random|(?:php)?sess(?:ion)?_?id|jsessionid|aspsessionid\w*|sid|token)$",
    re.IGNORECASE,
)
"""Query parameters that name the way to a page, not the page."""
_MOBILE = re.compile(r"^(?:www|m|wap|3g|mobile)\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def resolve(base: str, reference: str) -> str | None:
    """Make a reference absolute, without its fragment, as a browser would.

    None for what is not fetched: other schemes than http and https, broken URLs, and those longer than
    2,083 characters.
    """
    reference = _BLANKS.sub("", reference.strip())
    if not reference or reference.startswith("#") or _OTHER_SCHEME.match(reference):
        return None
    try:
        url = urljoin(base, reference.replace("\\", "/")).partition("#")[0]
    except ValueError:  # an unclosed bracket or a wrong port
        return None
    if len(url) > LONGEST or not url.startswith(_SCHEMES) or not host_of(url):
        return None
    return _UNSAFE.sub(lambda found: quote(found[0]), url) if _UNSAFE.search(url) else url


def canonicalize(url: str) -> str:
    """Bring a URL to one form: host in lower case, no default port, no fragment, no tracking parameters.

    A URL that cannot be parsed comes back as it is.
    """
    parts = _split(url)
    if parts is None or not parts.hostname:
        return url
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme.lower()) else ""
    path = _PATH_SESSION.sub("", parts.path) or "/"
    return urlunsplit(
        (parts.scheme.lower(), _ascii_host(parts.hostname) + port, path, _query(parts.query), "")
    )


def same_article_key(url: str) -> str:
    """What is equal for one article under http and https, with and without `www.`, on the mobile host."""
    url = canonicalize(url)
    parts = _split(url)
    if parts is None:
        return url
    return f"{_MOBILE.sub('', parts.netloc)}{parts.path}{'?' + parts.query if parts.query else ''}"


def host_of(url: str) -> str:
    """The host in lower case, in ASCII, without port; empty where there is none."""
    parts = _split(url)
    return _ascii_host(parts.hostname) if parts and parts.hostname else ""


def path_of(url: str) -> str:
    """The path, `/` at least."""
    parts = _split(url)
    return (parts.path if parts else "") or "/"


@lru_cache(maxsize=4096)
def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # parsed only here; raises for a wrong one
    except ValueError:
        return None
    return parts


@lru_cache(maxsize=4096)
def _ascii_host(host: str) -> str:
    host = host.lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:  # a label that no name server could answer for
        return host


def _query(query: str) -> str:
    if not query:
        return ""
    kept = (part for part in query.split("&") if part and not _TRACKING.match(part.partition("=")[0]))
    return "&".join(kept)
