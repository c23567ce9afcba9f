"""Checks the words of a command line that Scrapy ignores, or rejects with a traceback."""

from __future__ import annotations

import difflib
import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pkgutil import resolve_name

from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from crawler import settings as own_settings
from crawler.program import program
from crawler.pushing.errors import TargetError
from crawler.pushing.sink import SinkTerms
from crawler.pushing.targets import Credentials, open_sink, parse_target
from crawler.safety.addresses import Allowed, AllowedHostError
from crawler.text.urls import host_of, resolve

_NEAR = 0.85
"""Minimum similarity, from 0 to 1, at which an unknown name counts as a misspelling."""
FRACTIONS = frozenset(
    "ARCHIVE_FILE_MB CRAWL_DELAY_MAX DNS_TIMEOUT DOWNLOAD_TIMEOUT HOST_SECONDS_MAX ROBOTS_CACHE_SECONDS"
    " ROBOTS_RETRY_SECONDS".split()
)
"""Settings whose default is a whole number, and that may be fractions: seconds and megabytes."""
_BOOLEANS = ("0", "1", "true", "false", "True", "False")


def check_pairs(option: str, given: Sequence[str], example: str) -> None:
    """Raise UsageError for a word behind `-a` or `-s` that is no NAME=VALUE."""
    for word in given:
        if not word.partition("=")[1] or word.startswith("="):
            hint = f"{option} start={word}" if _is_url(word) else f"{option} NAME=VALUE, such as {example}"
            raise UsageError(f"{option} {word}: write {hint}")


def wrong_value(given: Iterable[str], option: str = "-s ") -> str | None:
    """Word the first setting (NAME=VALUE) whose value is of another type than its default; or return None.

    `option` is the word before it.
    """
    for name, _, value in (word.partition("=") for word in given):
        wanted = _wanted(name, value)
        if wanted is not None:
            return f"{option}{name}={value}: write {wanted}"
    return None


def wrong_value_in(settings: BaseSettings) -> str | None:
    """Word the first text in the settings that stands for a value of another type; or return None."""
    texts = (f"{name}={value}" for name, value in settings.items() if isinstance(value, str))
    return wrong_value(texts, option="")


def check_modules(names: Sequence[str]) -> None:
    """Raise UsageError for a module of spiders that does not exist."""
    for name in names:
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is None:
            raise UsageError(f"SPIDER_MODULES: there is no module {name}")


def check_log_level(level: object) -> None:
    """Raise UsageError for a level of the log that does not exist."""
    levels = logging.getLevelNamesMapping()
    if str(level) not in levels:
        raise UsageError(f"there is no log level {level}; write one of {', '.join(levels)}")


def misspelt(given: Sequence[str], settings: BaseSettings) -> Iterator[str]:
    """Word a warning for each unknown setting (NAME=VALUE) whose name is similar to a known one.

    The user's own module of settings may define further ones.
    """
    known = {name for name in settings if (settings.getpriority(name) or 0) < SETTINGS_PRIORITIES["cmdline"]}
    known |= {name for module in (own_settings, default_settings) for name in dir(module) if name.isupper()}
    for name in (word.partition("=")[0] for word in given):
        near = difflib.get_close_matches(name.upper(), sorted(known), n=1, cutoff=_NEAR)
        if near and name not in known:
            yield f"there is no setting {name}; did you mean {near[0]}?"


def spider_complaint(names: Sequence[str], spiders: Sequence[str]) -> str | None:
    """Word an error in the words that should be one spider's name, or return None."""
    known = ", ".join(sorted(spiders)) or "none"
    call = f"{program()} crawl news -a start="
    for word in names:
        if word.startswith("-"):
            return f"there is no option {word}; {program()} crawl --help lists them"
        if word not in spiders and "=" in word and not _is_url(word):
            return f"write -a before it: -a {word}"
        if word not in spiders and _is_url(word):
            return f"write the URL as start: {call}{word}"
    if len(names) != 1:
        return f"name one spider of this project ({known}): {call}URL"
    return None if names[0] in spiders else f"there is no spider {names[0]!r}; the spiders are {known}"


def how_to_allow(url: str) -> str:
    """Word the option that allows requests to a URL's host outside the public internet."""
    return f"if it is yours, add -s ALLOW_PRIVATE_HOSTS={host_of(url)}"


def address_complaint(urls: Iterable[str], settings: BaseSettings) -> str | None:
    """Word the option that the first URL outside the public internet needs, or return None."""
    try:
        allowed = Allowed.parse(settings.getlist("ALLOW_PRIVATE_HOSTS"))
    except AllowedHostError as error:
        return str(error)
    private = next((url for url in urls if not allowed.admits_by_name(url)), None)
    return private and f"{private} is not on the public internet; {how_to_allow(private)}"


def target_complaint(settings: BaseSettings) -> str | None:
    """Word the first error of a target of PUSH, or a secret or library that it lacks; or return None."""
    try:
        for url in settings.getlist("PUSH"):
            terms = SinkTerms(settings.getfloat("PUSH_ANSWER_SECONDS"))
            open_sink(parse_target(url), Credentials.of(os.environ), terms).close()
    except TargetError as error:
        return f"PUSH: {error}"
    return None


def _is_url(word: str) -> bool:
    """Return whether a word is a URL, or a host such as `www.example.com`."""
    if "://" in word:
        return resolve(word, word) is not None
    host = word.partition("/")[0]
    return "." in host and "=" not in host and resolve(f"http://{host}/", "/") is not None


def _default(name: str) -> object:
    return getattr(own_settings, name, getattr(default_settings, name, None))


def _wanted(name: str, value: str) -> str | None:
    """Word the required type of a setting, or return None if its value fits its default."""
    default = _default(name)
    if isinstance(default, bool):
        return None if value in _BOOLEANS else "0 or 1"
    if isinstance(default, int) and name not in FRACTIONS:
        return None if _is_number(value, int) else f"a whole number, such as {default}"
    if isinstance(default, (int, float)):
        return None if _is_number(value, float) else f"a number, such as {default}"
    if _is_path(default) and value != default and not _is_importable(value):
        return f"the name of what can be imported, such as {default}"
    if isinstance(default, dict) and not _is_object(value):
        return """an object of JSON, such as '{"mine.Name": 850}'"""
    return None


def _is_path(default: object) -> bool:
    """Return whether a default names a class or a module."""
    return isinstance(default, str) and default.startswith(("crawler.", "scrapy.", "twisted."))


def _is_importable(name: str) -> bool:
    try:
        resolve_name(name)
    except (ImportError, AttributeError, ValueError):
        return False
    return True


def _is_number(value: str, kind: type[int | float]) -> bool:
    try:
        kind(value)
    except ValueError:
        return False
    return True


def _is_object(value: str) -> bool:
    try:
        return isinstance(json.loads(value), dict)
    except ValueError:
        return False
