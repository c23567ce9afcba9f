"""What `scrapy schedule` prints: the same command, as cron and systemd take it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.commands.schedule import asked_for
from crawler.commands.timetable import (
    Every,
    Job,
    TimetableError,
    crontab_line,
    service_unit,
    timer_unit,
)
from crawler.ledger.ledger import Ledger
from tests.house.site import scrapy, scrapy_here
from tests.ledger.examples import asked
from tests.spiders.harvest import HASTE, article, small_site

PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), min_size=1, max_size=12)


def job(every: str, *arguments: str, name: str = "www.sample.test") -> Job:
    """Return a job that runs so often."""
    return Job(name, Path("/srv/news harvest"), ["/srv/bin/scrapy", "crawl", *arguments], Every.parse(every))


@pytest.mark.parametrize(
    ("every", "times", "calendar"),
    [
        ("15m", r"\d+,\d+,\d+,\d+ \* \* \* \*", r"\*:\d\d/15"),
        ("1h", r"\d+ \* \* \* \*", r"\*:\d\d"),
        ("60min", r"\d+ \* \* \* \*", r"\*:\d\d"),
        ("6 hours", r"\d+ \*/6 \* \* \*", r"00/6:\d\d"),
        ("1d", r"\d+ 4 \* \* \*", r"04:\d\d"),
        ("24h", r"\d+ 4 \* \* \*", r"04:\d\d"),
        ("1w", r"\d+ 4 \* \* 1", r"Mon 04:\d\d"),
    ],
)
def test_intervals(every: str, times: str, calendar: str) -> None:
    """Both schedulers are told the same interval."""
    assert re.fullmatch(times, " ".join(crontab_line(job(every)).split()[:5]))
    assert re.search(rf"^OnCalendar={calendar}$", timer_unit(job(every)), re.MULTILINE)


@pytest.mark.parametrize("every", ["7h", "0h", "90m", "2w", "hourly", "", "-1h", "1.5h"])
def test_intervals_that_nobody_keeps(every: str) -> None:
    """Cron cannot count over the end of a day: what does not divide it is refused."""
    with pytest.raises(TimetableError, match="write 15m, 1h, 6h, 1d or 1w"):
        Every.parse(every)


def test_jobs_do_not_begin_at_once() -> None:
    """Each has a minute of its own, always the same."""
    minutes = {crontab_line(job("1h", name=f"host{number}.test")).split()[0] for number in range(40)}
    assert len(minutes) > 20
    assert crontab_line(job("1h")) == crontab_line(job("1h"))


@given(st.lists(PLAIN, max_size=4))
def test_arguments_reach_the_command_by_cron(arguments: list[str]) -> None:
    """Cron makes line breaks of percent signs, and gives the rest to a shell."""
    line = crontab_line(job("1h", *arguments)).split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", line)
    folder, _, command = line.replace("\\%", "%").partition(" && ")
    assert shlex.split(folder) == ["cd", "/srv/news harvest"]
    assert shlex.split(command) == ["/srv/bin/scrapy", "crawl", *arguments]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not there")
def test_units_are_sound(tmp_path: Path) -> None:
    """Systemd itself finds no fault with them."""
    program = shutil.which("true") or "/bin/true"
    harvest_job = Job("a.test", tmp_path, [program, "-s", 'A="b c" 100% $HOME \\', "x;y"], Every.parse("6h"))
    files = [tmp_path / "harvest-a.test.service", tmp_path / "harvest-a.test.timer"]
    for file, text in zip(files, (service_unit(harvest_job), timer_unit(harvest_job)), strict=True):
        file.write_text(text, encoding="utf-8")
    told = verified(*files)
    if "Failed to initialize" in told:
        pytest.skip("systemd cannot look at units here")
    assert "harvest-a.test" not in told
    files[0].write_text(
        service_unit(harvest_job).replace("ExecStart=", "ExecStart=nowhere"), encoding="utf-8"
    )
    assert "harvest-a.test" in verified(*files)


def verified(*files: Path) -> str:
    """Return what systemd says of units."""
    done = subprocess.run(  # noqa: S603  files of this test
        ["systemd-analyze", "verify", "--man=no", *map(str, files)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr


def test_command_of_a_crawl(tmp_path: Path) -> None:
    """The ledger knows what the crawl was asked for; what is printed runs as it is."""
    with small_site(tmp_path / "site", {"/2022-08/01/content_1.htm": article(1)}) as server:
        start = f"{server.origin}/2022-08/01/content_1.htm"
        folder = tmp_path / "www.sample.test"
        asked = ("-a", f"start={start}", "-a", "scope=127.0.0.1", "-a", "since=2022-08-01")
        assert scrapy("crawl", "news", *asked, "-s", f"CRAWL_DIR={folder}", *HASTE).returncode == 0
        done = scrapy_here("schedule", str(folder), "--every", "1h", "--", *HASTE)
        assert done.returncode == 0, done.stderr
        line = done.stdout.splitlines()[1]
        hits = len(server.hits)
        again = subprocess.run(line.split(" ", 5)[5].replace("\\%", "%"), shell=True, check=False)  # noqa: S602
        assert again.returncode == 0
        assert len(server.hits) > hits
    assert "-a scope=127.0.0.1 -a since=2022-08-01" in line
    assert "written" in (folder / "crawl.log").read_text("utf-8")
    units = scrapy_here("schedule", str(folder), "--units", str(tmp_path / "units"))
    assert "enable --now harvest-www.sample.test.timer" in units.stdout
    assert len(list((tmp_path / "units").iterdir())) == 2


def test_archive_by_day_is_a_start(tmp_path: Path) -> None:
    """A start with a date in braces is scheduled as it was written, not as the list of one day."""
    template = "http://news.example.cn/{date:%Y/%m%d}/news.shtml"
    ledger = Ledger(tmp_path, terms="('news.example.cn',) 2024-05-01 None")
    ledger.errands.add(asked(1, found_on=template), ledger.now())
    ledger.end("finished", 0, 0)
    ledger.close()
    assert asked_for(tmp_path) == [
        *("-a", f"start={template}", "-a", "scope=news.example.cn", "-a", "since=2024-05-01")
    ]


def test_many_starts_go_into_a_file(tmp_path: Path) -> None:
    """Cron takes no line of more than 998 characters: long lists of starts are in a file that it names."""
    pages = {f"/2022-08/01/content_{number}.htm": article(number) for number in range(30)}
    with small_site(tmp_path / "site", pages) as server:
        starts = [f"{server.origin}{path}" for path in pages]
        folder = tmp_path / "www.sample.test"
        asked = ("-a", f"start={','.join(starts)}")
        assert scrapy("crawl", "news", *asked, "-s", f"CRAWL_DIR={folder}", *HASTE).returncode == 0
        line = scrapy_here("schedule", str(folder)).stdout.splitlines()[1]
    assert len(line) < 998
    assert f"-a start={folder}/start.txt" in line
    assert (folder / "start.txt").read_text("utf-8").splitlines() == starts


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "name a crawl's directory"), (("nowhere",), "there is no ledger"), ((".", "--every", "7h"), "")],
)
def test_mistakes(arguments: tuple[str, ...], words: str) -> None:
    """Each is told in one line."""
    done = scrapy_here("schedule", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
