"""The commands that README and the pages of tasks print run as they are printed."""

from __future__ import annotations

import re
import shlex
import shutil
from argparse import ArgumentParser
from importlib import import_module
from itertools import takewhile
from pathlib import Path

import pytest
from scrapy.settings import Settings

from tests.house.internet import internet
from tests.house.printed import Block, Clone, blocks
from tests.house.site import ROOT, page

TASKS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/how-to").glob("*.md"))
DOCUMENTS = ("README.md", "docs/getting-started.md", *TASKS)
NOT_RUN = {
    "make test": "it is what runs this test",
    **dict.fromkeys(
        (
            "scrapy push data/www.china.org.cn --to http://127.0.0.1:8000/hook --secrets secret.txt",
            "scrapy push data/www.china.org.cn --to postgresql://news@localhost/news",
            "scrapy push data/www.china.org.cn --to nats://localhost:4222",
            "scrapy crawl news -a start=http://www.china.org.cn/world/ -s PUSH=nats://localhost:4222",
        ),
        "tests/pushing starts the servers",
    ),
}
"""Commands that are not run, and why."""
LANGUAGES = ("", "sh", "cron", "console", "python", "toml")
SHELL = {"|", "||", ">"}
"""Words that end the arguments of a command."""
FOLLOWING = "tail -f "
PROGRAMS = re.compile(
    r"^(?:\$ )?(?:scrapy|make|tail|head|python3?|pip|cat|jq|curl|\.venv|git)\b.*", re.MULTILINE
)
PLACEHOLDERS = {
    " URL": " http://www.china.org.cn/2022-08/06/content_78360417.shtml",
    "http://…": "http://www.china.org.cn/world/content_1.htm",
}
"""Values for the placeholders in commands."""
URLS = (
    "http://www.china.org.cn/2022-08/06/content_78360417.shtml",
    "http://www.china.org.cn/2023-01/17/content_85065511.htm",
)
SERVER = "# receiver.py\n"  # a program that does not end; tests/pushing/test_page.py runs it
FRAGMENT = "EXAMPLE_CN = Publisher("  # the draft that `scrapy newpublisher` writes, after it was edited
SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
ARTICLE = page("Survey of old bridge ends", SENTENCE, SENTENCE.replace("Monday", "Tuesday"))
COLLECTION, CAPTURED = "http://archive.example.org/news", "http://www.example.com/world/a.htm"
CAPTURES = f'{{"urlkey": "a", "timestamp": "20150806120000", "url": "{CAPTURED}", "status": "200"}}\n'
PAGES = {
    "http://www.example.cn/news/2024-05/20/c123456.html": ARTICLE,
    f"{COLLECTION}/cdx?url=http%3A%2F%2Fwww.example.com%2Fworld%2F&matchType=prefix&output=json&from=20150101"
    "&to=20161231&showNumPages=true&limit=10000": CAPTURES.encode(),
    f"{COLLECTION}/20150806120000id_/{CAPTURED}": ARTICLE,
}


def made(folder: Path, proxy: str) -> Clone:
    """Return a clone in which a reader has a list of URLs and a saved page, as the documents say."""
    clone = Clone(folder, proxy)
    (folder / "urls.txt").write_text("\n".join(URLS), "utf-8")
    (folder / "page.html").write_bytes(ARTICLE)
    return clone


def filled(command: str) -> str:
    """Return a command as a reader types it."""
    for placeholder, value in PLACEHOLDERS.items():
        command = command.replace(placeholder, value)
    return command


def run(clone: Clone, command: str, block: Block) -> str:
    """Run a command and return its output; it must succeed and, in a transcript, print the same."""
    program = command.rsplit(" | ", maxsplit=1)[-1].split(maxsplit=1)[0]
    if program == "jq" and shutil.which("jq") is None:
        return ""  # Debian: apt install jq
    done = clone.watch(filled(command)) if command.startswith(FOLLOWING) else clone.run(filled(command))
    assert done.status == 0, f"{command}\n{done.out}\n{done.err}"
    if block.language == "console":
        assert f"$ {command}\n{done.out}" == block.text
    return done.out + done.err


def run_example(clone: Clone, block: Block) -> None:
    """Run an example in Python; it must succeed and print something."""
    (clone.folder / "example.py").write_text(block.text, "utf-8")
    done = clone.run("python example.py")
    assert done.status == 0, f"{block.text}\n{done.err}"
    assert done.out


def write_file(clone: Clone, block: Block) -> None:
    """Write the file that an example shows; its first line is a comment with the name."""
    name = block.text.partition("\n")[0].removeprefix("# ")
    (clone.folder / name).write_text(block.text, "utf-8")


def check_shown(summary: str, said: str) -> None:
    """Check that each line of a summary was printed, apart from time, place and truncation."""
    for line in summary.splitlines():
        pattern = re.escape(line).replace("…", ".*").replace(re.escape(" in 1 s"), r" in \d+ s")
        assert re.search(f"(?:^| INFO: ){pattern}$", said, re.MULTILINE), f"{line}\n{said}"


@pytest.mark.thorough
@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_run_as_printed(name: str, tmp_path: Path) -> None:
    """Each command and each Python example of the document, in order, in a clone; sites are invented ones."""
    said = ""
    with internet(PAGES) as proxy:
        clone = made(tmp_path / "clone", proxy)
        for block in blocks(ROOT / name):
            for command in block.commands():
                said += run(clone, command, block) if command not in NOT_RUN else ""
            if block.language == "toml":
                write_file(clone, block)
            if block.language == "python" and not block.text.startswith((FRAGMENT, SERVER)):
                run_example(clone, block)
            if " articles written to " in block.text:
                check_shown(block.text, said)


def check_options(command: str) -> None:
    """Check that a command of the project has the options that a document prints; it is not run."""
    program, name, *arguments = takewhile(lambda word: word not in SHELL, shlex.split(filled(command)))
    assert program.endswith("scrapy")
    described = import_module(f"crawler.commands.{name}").Command()
    described.settings = Settings()
    parser = ArgumentParser(command, conflict_handler="resolve")
    described.add_options(parser)
    unknown = [word for word in parser.parse_known_args(arguments)[1] if word.startswith("-")]
    assert not unknown, command


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_have_the_options_as_printed(name: str) -> None:
    """The options of all commands of the project are known."""
    for block in blocks(ROOT / name):
        for command in block.commands():
            if command.startswith(("scrapy ", ".venv/bin/scrapy ")):
                check_options(command)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_is_marked_as_one(name: str) -> None:
    """No block that is not run begins a line with a program."""
    for block in blocks(ROOT / name):
        assert block.language in LANGUAGES
        if block.language == "":
            assert not PROGRAMS.findall(block.text)


def test_what_is_not_run_is_printed() -> None:
    """The list of commands that are not run names only printed ones."""
    printed = {command for name in DOCUMENTS for block in blocks(ROOT / name) for command in block.commands()}
    assert set(NOT_RUN) <= printed
