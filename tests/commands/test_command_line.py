"""Mistakes of a user get a message in words, with the right form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import scrapy
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings, Settings, default_settings

import crawler
from crawler import settings as own_settings
from crawler.commands.command_line import (
    FRACTIONS,
    check_log_level,
    check_modules,
    check_pairs,
    misspelt,
    spider_complaint,
    wrong_value,
    wrong_value_in,
)
from tests.house.site import scrapy_here

FOLDERS = [Path(module.__path__[0]) for module in (crawler, scrapy)]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("start", "-a start: write -a NAME=VALUE, such as -a limit=9"),
        ("=1", "-a =1: write -a NAME=VALUE"),
        ("http://www.example.cn/", "write -a start=http://www.example.cn/"),
        ("www.example.cn", "write -a start=www.example.cn"),
    ],
)
def test_pair_without_a_name_or_a_value(word: str, words: str) -> None:
    """A URL behind -a is a start."""
    with pytest.raises(UsageError, match=words):
        check_pairs("-a", [word], "-a limit=9")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("DOWNLOAD_DELAY=abc", "DOWNLOAD_DELAY=abc: write a number, such as 0.25"),
        ("CLOSESPIDER_ITEMCOUNT=ten", "write a whole number, such as 0"),
        ("CONCURRENT_REQUESTS=1.5", "write a whole number, such as 32"),
        ("TWISTED_REACTOR=x", "write the name of what can be imported, such as twisted."),
        ("ARCHIVE=maybe", "write 0 or 1"),
        ("ROBOTSTXT_OBEY=no", "write 0 or 1"),
        ("ITEM_PIPELINES=mine.Pipeline", "write an object of JSON"),
        ("ITEM_PIPELINES=[1]", "write an object of JSON"),
    ],
)
def test_value_of_another_type(given: str, words: str) -> None:
    """Scrapy answers these with a traceback, or with half a sentence."""
    assert words in str(wrong_value([given]))
    assert words in str(wrong_value_in(BaseSettings(dict([given.split("=", 1)]))))


@pytest.mark.parametrize(
    "given",
    [
        *(
            "DOWNLOAD_DELAY=.5",
            "DOWNLOAD_DELAY=1e1",
            "DOWNLOAD_TIMEOUT=1.5",
            "ARCHIVE=0",
            "ARCHIVE=False",
            "USER_AGENT=5",
        ),
        *('ITEM_PIPELINES={"a.B": 1}', "MINE=whatever", "ALLOW_PRIVATE_HOSTS=a,b", "JOBDIR=x"),
    ],
)
def test_fitting_values_pass(given: str) -> None:
    """Settings of text, and settings of the user's own, take anything."""
    assert wrong_value([given]) is None
    assert wrong_value_in(BaseSettings(dict([given.split("=", 1)]))) is None
    assert not list(misspelt([given], Settings()))


def test_misspelt_setting_is_told() -> None:
    """A setting that does nothing is not passed over."""
    assert list(misspelt(["DOWNLOD_DELAY=1", "MY_OWN=1", "download_delay=1"], Settings())) == [
        "there is no setting DOWNLOD_DELAY; did you mean DOWNLOAD_DELAY?",
        "there is no setting download_delay; did you mean DOWNLOAD_DELAY?",
    ]


def test_setting_of_the_users_own_module_is_known() -> None:
    """A name that the user's settings define is no misspelling, but one given only on the command line is."""
    settings = Settings({"DOWNLOAD_DELAYS": "a"})
    settings.set("DOWNLOD_DELAY", "1", "cmdline")
    warnings = list(misspelt(["DOWNLOAD_DELAYS=b", "DOWNLOD_DELAY=1"], settings))
    assert warnings == ["there is no setting DOWNLOD_DELAY; did you mean DOWNLOAD_DELAY?"]


@pytest.mark.parametrize(("level", "exists"), [("INFO", True), ("info", False), ("LOUD", False)])
def test_log_level(level: str, exists: bool) -> None:
    """An unknown level is named, with the known ones."""
    if exists:
        check_log_level(level)
        return
    with pytest.raises(UsageError, match="write one of CRITICAL"):
        check_log_level(level)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.spiders", "crawler.nowhere"])
def test_missing_module_of_spiders(name: str) -> None:
    """It is named before Scrapy imports it; the project's own module is there."""
    check_modules(["crawler.spiders"])
    with pytest.raises(UsageError, match=f"SPIDER_MODULES: there is no module {name}"):
        check_modules(["crawler.spiders", name])


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "name one spider of this project (archive, news): scrapy crawl news -a start=URL"),
        (["news", "archive"], "name one spider"),
        (["papers"], "there is no spider 'papers'; the spiders are archive, news"),
        (["http://a.cn/"], "write the URL as start: scrapy crawl news -a start=http://a.cn/"),
        (["news", "www.a.cn/b"], "write the URL as start: scrapy crawl news -a start=www.a.cn/b"),
        (["news", "limit=5"], "write -a before it: -a limit=5"),
        (["news", "start=http://a.cn/"], "write -a before it: -a start=http://a.cn/"),
        (["news", "--fast"], "there is no option --fast; scrapy crawl --help lists them"),
        (["news"], None),
    ],
)
def test_words_behind_crawl(names: list[str], words: str | None) -> None:
    """A URL or an argument in the place of the spider gets a message with its right place."""
    complaint = spider_complaint(names, ["news", "archive"])
    assert complaint == words or (words is not None and complaint is not None and words in complaint)


@pytest.mark.parametrize(
    "arguments",
    [
        ("crawl", "news", "-a", "start"),
        ("parse",),
        ("parse", "www.example.cn"),
    ],
)
def test_mistakes_end_with_status_2_and_without_traceback(arguments: tuple[str, ...]) -> None:
    """Usage and one line."""
    done = scrapy_here(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert ": error: " in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        *("fetch http://127.0.0.1:9/", "shell", "view http://127.0.0.1:9/", "bench", "check", "list"),
        *("runspider none.py", "parse http://127.0.0.1:9/", "crawl news -a start=http://127.0.0.1:9/"),
        *("outcomes .", "push . --status"),
    ],
)
def test_wrong_setting_ends_every_command(command: str) -> None:
    """One line names it, and the exit status is 2: also with the commands that are Scrapy's own."""
    done = scrapy_here(*command.split(), "-s", "DOWNLOAD_DELAY=abc")
    name = command.partition(" ")[0]
    words = f"scrapy {name}: -s DOWNLOAD_DELAY=abc: write a number, such as 0.25\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("DETAILS=decks", "DETAILS: unknown 'decks'"),
        ("LOG_LEVEL=LOUD", "there is no log level LOUD"),
        ("SPIDER_MODULES=nowhere", "SPIDER_MODULES: there is no module nowhere"),
        ("ALLOW_PRIVATE_HOSTS=//", "ALLOW_PRIVATE_HOSTS: '//' is not a host"),
    ],
)
def test_setting_with_which_no_crawler_starts(setting: str, words: str) -> None:
    """It ends a command of Scrapy in the same way."""
    done = scrapy_here("fetch", "http://127.0.0.1:9/", "-s", setting)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"scrapy fetch: {words}")
    assert done.stderr.count("\n") == 1


def test_settings_that_may_be_fractions() -> None:
    """They are the whole numbers by default that some component reads as fractions."""
    code = "".join(path.read_text("utf-8") for folder in FOLDERS for path in folder.rglob("*.py"))
    read = set(re.findall(r'getfloat\(\s*"([A-Z_]+)"', code))
    whole = {
        name
        for module in (default_settings, own_settings)
        for name, value in vars(module).items()
        if name.isupper() and type(value) is int
    }
    overridden = {name for name in whole if type(getattr(own_settings, name, 0)) is not int}
    assert read & whole - overridden == FRACTIONS
