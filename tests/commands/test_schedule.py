"""The lines of `scrapy schedule`: the same command, in the form of cron and systemd."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.commands.schedule import Schedule, schedule_of
from crawler.commands.timetable import (
    Every,
    Job,
    TimetableError,
    crontab_line,
    service_unit,
    timer_unit,
)
from crawler.ledger.invocations import Invocation, latest_invocation, note_invocation
from crawler.ledger.ledger import Ledger
from tests.house.site import scrapy, scrapy_here
from tests.ledger.examples import asked
from tests.spiders.harvest import HASTE, article, small_site

TODAY = date(2026, 9, 15)
START = "http://news.example.cn/"
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
    """Both schedulers get the same interval."""
    assert re.fullmatch(times, " ".join(crontab_line(job(every)).split()[:5]))
    assert re.search(rf"^OnCalendar={calendar}$", timer_unit(job(every)), re.MULTILINE)


@pytest.mark.parametrize("every", ["7h", "0h", "90m", "2w", "hourly", "", "-1h", "1.5h"])
def test_intervals_that_nobody_keeps(every: str) -> None:
    """Cron cannot count over the end of a day: other intervals are refused."""
    with pytest.raises(TimetableError, match="write 15m, 1h, 6h, 1d or 1w"):
        Every.parse(every)


def test_jobs_do_not_begin_at_once() -> None:
    """Each has a minute of its own, always the same."""
    minutes = {crontab_line(job("1h", name=f"host{number}.test")).split()[0] for number in range(40)}
    assert len(minutes) > 20
    assert crontab_line(job("1h")) == crontab_line(job("1h"))


@given(st.lists(PLAIN, max_size=4))
def test_arguments_reach_the_command_by_cron(arguments: list[str]) -> None:
    """Cron makes line breaks of percent signs, and gives the rest to a shell; a shell reads the same."""
    line = crontab_line(job("1h", *arguments)).split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", line)
    for read in (line.replace("\\%", "%"), line):
        folder, _, command = read.partition(" && ")
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
    """Return the output of systemd about units."""
    done = subprocess.run(  # noqa: S603  files of this test
        ["systemd-analyze", "verify", "--man=no", *map(str, files)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr


def test_command_of_a_crawl(tmp_path: Path) -> None:
    """The ledger knows how the crawl was run, settings included; the printed line runs as it is."""
    with small_site(tmp_path / "site", {"/2022-08/01/content_1.htm": article(1)}) as server:
        start = f"{server.origin}/2022-08/01/content_1.htm"
        folder = tmp_path / "www.sample.test"
        asked = ("-a", f"start={start}", "-a", "scope=127.0.0.1", "-a", "since=2022-08-01")
        assert scrapy("crawl", "news", *asked, "-s", f"CRAWL_DIR={folder}", *HASTE).returncode == 0
        done = scrapy_here("schedule", str(folder), "--every", "1h")
        assert (done.returncode, done.stderr) == (0, "")
        line = done.stdout.splitlines()[1]
        hits = len(server.hits)
        again = subprocess.run(line.split(" ", 5)[5], shell=True, check=False)  # noqa: S602
        assert again.returncode == 0
        assert len(server.hits) > hits
    assert "-a scope=127.0.0.1 -a since=2022-08-01 -s ALLOW_PRIVATE_HOSTS=127.0.0.0/8,localhost -s" in line
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
    words = schedule_of([str(tmp_path)], "1h", TODAY).job.command
    arguments = ("-a", f"start={template}", "-a", "scope=news.example.cn", "-a", "since=2024-05-01")
    assert list(words[-len(arguments) - 4 : -4]) == list(arguments)


def noted(folder: Path, arguments: dict[str, str], settings: dict[str, str]) -> Schedule:
    """Return the schedule of a crawl that was started so."""
    ledger = Ledger(folder)
    note_invocation(ledger.journal, ledger.run, Invocation("news", arguments, settings))
    ledger.end("finished", 0, 0)
    ledger.close()
    return schedule_of([str(folder)], "1h", TODAY)


@pytest.mark.parametrize(
    ("arguments", "settings", "left_out"),
    [
        ({"start": START, "limit": "20"}, {}, "limit=20 is left out"),
        ({"start": START}, {"CLOSESPIDER_TIMEOUT": "60"}, "CLOSESPIDER_TIMEOUT=60 is left out"),
    ],
)
def test_limits_of_a_first_look_are_left_out(
    tmp_path: Path, arguments: dict[str, str], settings: dict[str, str], left_out: str
) -> None:
    """A run that a limit ends has status 10; whoever wants it writes it again."""
    schedule = noted(tmp_path, arguments, settings)
    assert not [word for word in schedule.job.command if word.startswith(("limit", "CLOSESPIDER"))]
    assert [note for note in schedule.notes if note.startswith(left_out)] == schedule.notes != []


@pytest.mark.parametrize(
    ("until", "is_over"),
    [("2026-08-31", True), ("2026-08", True), ("2026-09-15", False), ("2027", False)],
)
def test_days_that_are_over_are_told(tmp_path: Path, until: str, is_over: bool) -> None:
    """Nobody repeats a crawl of last year every hour without knowing it."""
    notes = noted(tmp_path, {"start": START, "since": "2026-01-01", "until": until}, {}).notes
    assert bool(notes) is is_over
    assert not notes or notes[0].startswith("the days of this crawl ended on 2026-08-31: ")


def test_fleet_is_scheduled_by_its_own_command(tmp_path: Path) -> None:
    """The command line of its latest run, with its directory and a log for its lines."""
    sites = tmp_path / "sites.txt"
    sites.write_text("http://127.0.0.1:1/\n", "utf-8")
    folder = tmp_path / "fleet"
    given = ("-d", str(folder), "--tries", "1", "-a", "since=2026-01-01", *HASTE)
    scrapy("fleet", str(sites), *given)
    done = scrapy_here("schedule", str(folder), "--every", "1d")
    assert (done.returncode, done.stderr) == (0, "")
    line = done.stdout.splitlines()[1]
    assert f"fleet {sites} --tries 1 -a since=2026-01-01 -s DOWNLOAD_DELAY=0" in line
    assert line.endswith(f"-d {folder} 2>> {folder}/fleet.log")


def test_fleet_that_never_ran_cannot_be_scheduled(tmp_path: Path) -> None:
    """One line gives the remedy."""
    (tmp_path / "shards").mkdir()
    done = scrapy_here("schedule", str(tmp_path))
    assert (done.returncode, "run it once first" in done.stderr) == (2, True)


def test_crawl_with_a_directory_needs_no_start(tmp_path: Path) -> None:
    """It repeats the latest run, with the given changes, from any list of URLs."""
    with small_site(tmp_path / "site", {"/2022-08/01/content_1.htm": article(1)}) as server:
        list_of_urls = tmp_path / "urls.txt"
        list_of_urls.write_text(f"{server.origin}/2022-08/01/content_1.htm\n", "utf-8")
        folder = ("-s", f"CRAWL_DIR={tmp_path / 'crawl'}")
        first = ("-a", f"start={list_of_urls}", "-a", "limit=1", *HASTE)
        assert scrapy("crawl", "news", *first, *folder).returncode in (0, 10)
        again = scrapy("crawl", "news", *folder, "-s", "DOWNLOAD_DELAY=0.01")
        assert again.returncode == 0, again.stderr
    assert f"as in the latest run: -a start={list_of_urls} -s ALLOW_PRIVATE_HOSTS=" in again.stderr
    invocation = latest_invocation(tmp_path / "crawl")
    assert invocation.settings["DOWNLOAD_DELAY"] == "0.01"
    assert "limit" not in invocation.arguments


def test_crawl_without_start_and_earlier_run(tmp_path: Path) -> None:
    """A start is required as before."""
    done = scrapy("crawl", "news", "-s", f"CRAWL_DIR={tmp_path}")
    assert done.returncode == 2
    assert "name a start: -a start=" in done.stderr


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
    """Each is named in one line."""
    done = scrapy_here("schedule", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
