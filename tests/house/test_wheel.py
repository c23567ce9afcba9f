"""The wheel works in any empty folder, installed as by `pipx install` and `uv tool install`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.records import read_articles
from tests.house.site import LONGEST, ROOT, environment, page, served

pytestmark = pytest.mark.thorough

TAKEN = ("pyproject.toml", "README.md", "LICENSE", "crawler", "data")
SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
SECOND = "The bridge stays closed to carts until the report is printed, which will take a month."
URL = "http://www.example.cn/news/2024-05/20/c123456.html"
HASTE = ("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0", "-s", "ALLOW_PRIVATE_HOSTS=127.0.0.1")


@dataclass(frozen=True, slots=True)
class Installed:
    """The program, installed from the wheel."""

    wheel: Path
    program: Path

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program in a folder."""
        return _run(folder, str(self.program), *arguments)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel, and install it beside the dependencies of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    source, venv = folder / "source", folder / "venv"
    source.mkdir()
    for name in TAKEN:
        _copy(ROOT / name, source / name)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    built = _run(folder, *pip, "wheel", "--no-deps", "--no-build-isolation", "-w", ".", str(source))
    assert built.returncode == 0, built.stderr
    wheel = next(folder.glob("*.whl"))
    _run(folder, sys.executable, "-m", "venv", "--without-pip", str(venv))
    python = venv / "bin" / "python"
    done = _run(folder, *pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    assert done.returncode == 0, done.stderr
    packages = next((venv / "lib").glob("python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return Installed(wheel, venv / "bin" / "harvest")


def _copy(path: Path, to: Path) -> None:
    if path.is_dir():
        ignored = shutil.ignore_patterns("__pycache__", "demo", "*.example*")
        shutil.copytree(path, to, symlinks=True, ignore=ignored)
    else:
        shutil.copy(path, to)


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in environment().items()
        if not name.startswith(("COV", "PYTHONPATH", "SCRAPY", "NEWS_HARVESTER"))
    }
    return subprocess.run(  # noqa: S603  the commands are this test's own
        command,
        cwd=folder,
        env={**kept, "PATH": f"{Path(command[0]).parent}{os.pathsep}{kept['PATH']}"},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def test_wheel_has_the_sample_site_and_no_more(installed: Installed) -> None:
    """Every file of data/samplesite is in the package, and nothing lies beside the package."""
    names = zipfile.ZipFile(installed.wheel).namelist()
    site = ROOT / "data" / "samplesite"
    wanted = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    folder = "crawler/samplesite_data/"
    assert {name.removeprefix(folder) for name in names if name.startswith(folder)} == wanted
    tops = {name.partition("/")[0].partition("-")[0] for name in names}
    assert tops == {"crawler", "china_news_harvester"}


def test_demo_runs_in_an_empty_folder(installed: Installed, tmp_path: Path) -> None:
    """It harvests the bundled site into the folder, and names commands that work there."""
    done = installed.run(tmp_path, "demo")
    assert done.returncode == 0, done.stderr
    assert len(list(read_articles(tmp_path / "data" / "demo" / "articles.jsonl"))) >= 60
    assert "$ harvest crawl news -a start=http://127.0.0.1:" in done.stdout
    assert "scrapy " not in done.stdout + done.stderr
    assert "harvest report" in done.stderr


def test_declare_crawl_and_export_in_an_empty_folder(installed: Installed, tmp_path: Path) -> None:
    """A draft lands in the folder, the next crawl uses it, and its articles can be exported."""
    (tmp_path / "page.html").write_bytes(page("Survey of old bridge ends", SENTENCE, SECOND))
    drafted = installed.run(tmp_path, "newpublisher", "page.html", "--url", URL)
    assert drafted.returncode == 0, drafted.stderr
    assert drafted.stdout.startswith("wrote publishers/example_cn.py\n")
    declaration = tmp_path / "publishers" / "example_cn.py"
    text = declaration.read_text("utf-8").replace('("example.cn",)', '("example.cn", "127.0.0.1")')
    declaration.write_text(text, "utf-8")
    path = "/news/2024-05/20/c123456.html"
    pages = {
        "/": f"<html><body><ul><li><a href='{path}'>Survey of old bridge ends</a></ul></html>".encode(),
        path: page("Survey of old bridge ends", SENTENCE, SECOND),
    }
    with served(pages) as origin:
        done = installed.run(tmp_path, "crawl", "news", "-a", f"start={origin}/", *HASTE)
    crawls = [path.parent for path in tmp_path.glob("data/*/articles.jsonl")]
    assert len(crawls) == 1, done.stderr
    assert [each.publisher for each in read_articles(crawls[0] / "articles.jsonl")] == ["example.cn"]
    exported = installed.run(tmp_path, "export", str(crawls[0]), "--to", "csv", "-o", "table")
    assert exported.returncode == 0, exported.stderr
    assert "Survey of old bridge ends" in (tmp_path / "table" / "articles.csv").read_text("utf-8")


def test_settings_of_the_folder_are_used_if_they_build_on_ours(installed: Installed, tmp_path: Path) -> None:
    """A scrapy.cfg whose settings import ours counts, also below its folder; another project's does not."""
    own = tmp_path / "own"
    (own / "below").mkdir(parents=True)
    (own / "scrapy.cfg").write_text("[settings]\ndefault = mine\n", "utf-8")
    (own / "mine.py").write_text("from crawler.settings import *\nSTATUS_EVERY = 7\n", "utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "scrapy.cfg").write_text("[settings]\ndefault = theirs\n", "utf-8")
    (other / "theirs.py").write_text("BOT_NAME = 'theirs'\nSTATUS_EVERY = 7\n", "utf-8")
    ask = ("settings", "--get", "STATUS_EVERY")
    assert installed.run(own / "below", *ask).stdout == "7\n"
    assert installed.run(other, *ask).stdout == "30.0\n"


def test_settings_that_cannot_be_imported_are_named(installed: Installed, tmp_path: Path) -> None:
    """One line says which file names them, and the status is 2."""
    (tmp_path / "broken.py").write_text("STATUS_EVERY = = 7\n", "utf-8")
    for name in ("nowhere", "broken"):
        (tmp_path / "scrapy.cfg").write_text(f"[settings]\ndefault = {name}\n", "utf-8")
        done = installed.run(tmp_path, "schema")
        assert done.returncode == 2
        words = f"harvest: {tmp_path}/scrapy.cfg names the settings {name}, which cannot be imported: "
        assert done.stderr.startswith(words)
        assert len(done.stderr.splitlines()) == 1


def test_program_says_its_commands_and_its_version(installed: Installed, tmp_path: Path) -> None:
    """Lists, helps and errors bear its name; a command that is not there is an error."""
    listed = installed.run(tmp_path)
    assert listed.stdout.startswith("harvest ")
    assert "  newpublisher " in listed.stdout
    version = installed.run(tmp_path, "--version")
    assert (version.returncode, version.stdout) == (0, f"{listed.stdout.partition(chr(10))[0]}\n")
    for name in ("export", "fetch"):
        assert f"harvest {name}" in installed.run(tmp_path, name, "--help").stdout
    wrong = installed.run(tmp_path, "harvest")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "there is no command 'harvest'" in wrong.stderr
    assert "did you mean crawl?" in installed.run(tmp_path, "crwal").stderr
