"""Deploys to a real scrapyd on loopback, and harvests by it: `python -m tests.house.scrapyd_run VENV`.

VENV is an environment with scrapyd and this project's dependencies, but not the project: that is in the egg.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crawler.samplesite import serve
from tests.house.site import ROOT
from tests.spiders.harvest import HASTE

PORT = 6897
BOUNDARY = "egg"
CONFIG = """\
[scrapyd]
eggs_dir = {folder}/eggs
logs_dir = {folder}/logs
dbs_dir = {folder}/dbs
bind_address = 127.0.0.1
http_port = {port}
poll_interval = 0.2
"""


def api(name: str, data: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> Any:
    """Call scrapyd's API. Raises RuntimeError where it says no."""
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}/{name}", data, {"Content-Type": kind})
    with urllib.request.urlopen(request) as response:  # noqa: S310  http on loopback
        answer = json.load(response)
    if answer["status"] != "ok":
        raise RuntimeError(answer)
    return answer


@contextmanager
def running(venv: Path, folder: Path) -> Iterator[None]:
    """Run scrapyd until the block ends."""
    (folder / "scrapyd.conf").write_text(CONFIG.format(folder=folder, port=PORT), encoding="utf-8")
    with subprocess.Popen(  # noqa: S603  the command is this script's own
        [str((venv / "bin" / "scrapyd").absolute()), "--pidfile="], cwd=folder, stdout=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(lambda: api("daemonstatus.json"))
            yield
        finally:
            process.terminate()


def wait_for(condition: Any, seconds: float = 60) -> None:
    """Wait until something is true. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if condition():
                return
        except OSError:
            pass  # it does not listen yet
        time.sleep(0.2)
    raise TimeoutError("scrapyd takes too long")


def egg(venv: Path, folder: Path) -> bytes:
    """Build the egg of the project."""
    build = [str((venv / "bin" / "python").absolute()), "-c", "import setuptools; setuptools.setup()", "-q"]
    where = ("egg_info", "-e", str(folder), "build", "-b", str(folder / "build"), "bdist_egg", "-d")
    subprocess.run([*build, *where, str(folder)], cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    return next(folder.glob("*.egg")).read_bytes()


def deploy(package: bytes) -> None:
    """Send the egg."""
    fields = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("project", "news"), ("version", "1"))
    )
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="egg"; filename="news.egg"\r\n\r\n'
    body = fields.encode() + head.encode() + package + f"\r\n--{BOUNDARY}--\r\n".encode()
    api("addversion.json", body, f"multipart/form-data; boundary={BOUNDARY}")


def main(venv: Path) -> None:
    """Deploy, harvest the sample site, and count the articles."""
    with tempfile.TemporaryDirectory() as name, serve() as site:
        folder = Path(name)
        with running(venv, folder):
            deploy(egg(venv, folder))
            settings = [each for each in HASTE if each != "-s"] + [f"CRAWL_DIR={folder / 'crawl'}"]
            job = [("project", "news"), ("spider", "news"), ("start", f"{site.origin}/")]
            asked = urllib.parse.urlencode([*job, *(("setting", each) for each in settings)])
            api("schedule.json", asked.encode())
            wait_for(lambda: api("listjobs.json?project=news")["finished"])
        lines = (folder / "crawl" / "articles.jsonl").read_bytes().count(b"\n")
    sys.stdout.write(f"scrapyd harvested {lines} articles of the sample site\n")
    if not lines:
        sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
