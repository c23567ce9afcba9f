"""URLs as strings: made absolute, brought to one form, compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

LONGEST = 2083  # characters: what no browser of the day would have opened is no news URL

_SCHEMES = ("http://", "https://")
_BLANKS = re.compile(r"[\t\n\r]")
_ENDS = "".join(map(chr, range(33)))  # the WHATWG standard strips C0 controls and spaces
_NO_PAGE = re.compile(r"^(?!https?:)[a-z][a-z0-9+.-]*:|^https?:[/\\]*$", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\"<>`{}|\\^\x7f-\U0010ffff]")
# What needs no parsing, which is nearly every link of a real page: no dot segments (the look-aheads), no
# characters to be encoded, for absolute ones a host in lower case.
_PLAIN = r"(?!.*/\.)[\w%~!$&'()*+,;=@./-][\w%~!$&'()*+,;=@./?-]*"
_PLAIN_RELATIVE = re.compile(r"(?![./?])(?![\w+.-]*:)" + _PLAIN, re.ASCII)
_PLAIN_ROOTED = re.compile(r"/(?![/.])(?:" + _PLAIN + ")?", re.ASCII)
_PLAIN_ABSOLUTE = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/(?:" + _PLAIN + ")?", re.ASCII)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_TRACKING = re.compile(
    r"^(?:utm_\w+|spm|spm_id_from|scm|from|fromuid|isappinstalled|share\w*|wx\w*|weibo_id|tdsourcetag|tracker"
    r"|mc_[ce]id|fbclid|gclid|yclid|msclkid|igshid|ref|refer|referer|ref_src|source_from|ivk_sa|bdchannel"
    r"|bd_vid|hsid|nsukey|timestamp|_t|_r|rnd|random|(?:php)?sess(?:ion)?_?id|jsessionid|aspsessionid\w*)$",
    re.IGNORECASE,
)
"""Query parameters that name the way to a page, not the page."""
_SESSION = re.compile(r"^(?:s|sid|token|access_token)=(?:[0-9a-f]{16,}|[\w-]{24,})$", re.IGNORECASE)
"""Parameters that name a page on some sites and a session on others: by the look of their value."""
_MOBILE = re.compile(r"^(?:www|m|wap|3g|mobile)\.(?=[^.]+\.)")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class _Base(NamedTuple):
    """What plain references are put behind."""

    origin: str
    folder: str


def resolve(base: str, reference: str) -> str | None:
    """Make a reference absolute as a browser would, without fragment and credentials.

    None for what is not fetched: other schemes than http and https, broken URLs, and those longer than
    2,083 characters. Costs a microsecond or two for a plain reference: it is called for every link.
    """
    if len(reference) > 2 * LONGEST:  # not worth a look: what follows is linear in its length
        return None
    reference = _BLANKS.sub("", reference.strip(_ENDS)).partition("#")[0].removeprefix("./")
    url = _plainly(base, reference) if reference else None
    url = url or _carefully(base, reference)
    return url if url is not None and len(url) <= LONGEST else None


def _plainly(base: str, reference: str) -> str | None:
    """A plain reference put behind its base; None where it must be parsed."""
    if _PLAIN_ABSOLUTE.fullmatch(reference):
        return reference
    prefixes = _base(base)
    if prefixes is None:
        return None
    if _PLAIN_RELATIVE.fullmatch(reference):
        return prefixes.folder + reference
    return prefixes.origin + reference if _PLAIN_ROOTED.fullmatch(reference) else None


@lru_cache(maxsize=256)
def _base(url: str) -> _Base | None:
    path = url.partition("#")[0].partition("?")[0]
    if not path.startswith(_SCHEMES) or path.count("/") < 3 or "/." in path:
        return None
    return _Base("/".join(path.split("/", 3)[:3]), path.rpartition("/")[0] + "/")


def _carefully(base: str, reference: str) -> str | None:
    if not reference or _NO_PAGE.match(reference):
        return None
    path, mark, query = reference.partition("?")
    try:
        url = urljoin(base, path.replace("\\", "/") + mark + query).partition("#")[0]
    except ValueError:  # an unclosed bracket or a wrong port
        return None
    parts = _split(url)
    if parts is None or parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    return _encoded(parts._replace(netloc=_ascii_host(parts.hostname) + port, fragment="").geturl())


def _encoded(url: str) -> str:
    return _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), url)


def canonicalize(url: str) -> str:
    """Bring a URL to one form.

    Scheme and host in lower case, the host in ASCII; no default port, fragment, credentials, dot segments,
    needless escapes (RFC 3986, section 6.2.2), session ids or tracking parameters. The rest of the query
    stays as it is, in its order. A URL that cannot be parsed comes back as it is.
    """
    parts = _split(url)
    if parts is None or not parts.hostname:
        return url
    scheme = parts.scheme.lower()
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS.get(scheme) else ""
    return urlunsplit(
        (scheme, _ascii_host(parts.hostname) + port, _path(parts.path), _query(parts.query), "")
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


def _path(path: str) -> str:
    if "/." in path:
        path = urlsplit(urljoin("http://host/", path)).path
    if "%" in path:
        path = _ESCAPE.sub(_unescaped, path)
    return (_PATH_SESSION.sub("", path) if ";" in path else path) or "/"


def _unescaped(found: re.Match[str]) -> str:
    character = unquote(found[0], "latin-1")
    return character if _UNRESERVED.fullmatch(character) else found[0].upper()


def _query(query: str) -> str:
    kept = (part for part in query.split("&") if part and not _names_the_way(part))
    return "&".join(kept)


def _names_the_way(parameter: str) -> bool:
    return bool(_TRACKING.match(parameter.partition("=")[0]) or _SESSION.match(parameter))
