"""Harvests from a real pywb on loopback: `python -m tests.house.pywb_run VENV`.

VENV is an environment with pywb and cdx-toolkit. A site on loopback is harvested twice, and changes in
between. After its end, pywb replays the archives of both harvests, from a plain index and from a compressed
one with pages (ZipNum). All articles, and the picture of one, are harvested from it again, by replay and by
ranges of the WARC files, and one article by the URL of its capture. cdx-toolkit lists the same captures.
"""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.house.scrapyd_run import wait_for
from tests.house.site import LONGEST, environment, scrapy, served
from tests.pictures.images import jpeg
from tests.spiders.harvest import HASTE, listing
from tests.webarchives.harvests import path, story
from tests.webarchives.server import Archive, serving

PORT = 18466
PYWB = f"http://127.0.0.1:{PORT}"
STORIES = 12
CHANGED = 3
"""Articles that change between the harvests."""
BLOCK = 4
"""Captures in one compressed block of an index."""
PICTURE = "/lock.jpg"
"""Path of the picture that the last article shows."""
FIELDS = ("url", "headline", "body", "published", "publisher", "language")
# pywb finds a single URL at the beginning of a block only if it may read two blocks at once.
CONFIG = """\
collections:
  plain:
    index: {folder}/index.cdxj
    archive_paths: {folder}/warcs/
  paged:
    index:
      type: zipnum
      path: {folder}/cluster.idx
      shard_index_loc: {folder}/cluster.loc
      max_blocks: 2
    archive_paths: {folder}/warcs/
"""


def harvest(crawl: Path, *arguments: str) -> list[dict[str, Any]]:
    """Harvest into a directory; return the records. Raises RuntimeError if the harvest is not complete."""
    words = [word for each in arguments for word in ("-a", each)]
    done = scrapy(
        *("crawl", "news", *words, "-s", f"CRAWL_DIR={crawl}", "-s", "WEB_ARCHIVE_DELAY=0.001"),
        *("-s", "PHOTOS=1", *HASTE),
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in (crawl / "articles.jsonl").read_text("utf-8").splitlines()]


def harvested_twice(folder: Path) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    """Harvest a site, change it and harvest it again; return its origin and the records of both harvests."""
    pages = {"/": listing(*map(path, range(STORIES))).encode()}
    pages |= {path(number): story(number) for number in range(STORIES)}
    pages |= {path(STORIES - 1): story(STORIES - 1, more=f"<img src='{PICTURE}'>"), PICTURE: jpeg()}
    with served(pages) as origin:
        first = harvest(folder / "first", f"start={origin}/")
        pages |= {path(number): story(number, "closed") for number in range(CHANGED)}
        time.sleep(1)  # the index counts seconds, and the newest capture must be that of the second harvest
        return origin, first, harvest(folder / "second", f"start={origin}/")


def index(venv: Path, folder: Path) -> None:
    """Write the indexes of the archives of both harvests: a plain one, and one in compressed blocks."""
    (folder / "warcs").mkdir()
    for file in folder.glob("*/pages/*.warc.gz"):
        file.rename(folder / "warcs" / file.name)
    warcs = folder / "warcs"
    indexer = [str((venv / "bin" / "cdx-indexer").absolute()), "-s", "-j", "-d", str(warcs)]
    output = ["-o", str(folder / "index.cdxj"), str(warcs)]
    subprocess.run([*indexer, *output], check=True, timeout=LONGEST)  # noqa: S603  as above
    lines = (folder / "index.cdxj").read_bytes().splitlines(keepends=True)
    summary, blocks = "", b""
    for start in range(0, len(lines), BLOCK):
        block = gzip.compress(b"".join(lines[start : start + BLOCK]))
        key = b" ".join(lines[start].split(b" ")[:2]).decode()
        summary += f"{key}\tpart-0\t{len(blocks)}\t{len(block)}\t{start // BLOCK + 1}\n"
        blocks += block
    (folder / "part-0.gz").write_bytes(blocks)
    (folder / "cluster.idx").write_text(summary, encoding="utf-8")
    (folder / "cluster.loc").write_text(f"part-0\t{folder}/part-0.gz\n", encoding="utf-8")


@contextmanager
def running(venv: Path, folder: Path) -> Iterator[None]:
    """Run pywb until the block ends."""
    (folder / "config.yaml").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    command = [str((venv / "bin" / "wayback").absolute()), "-b", "127.0.0.1", "-p", str(PORT)]
    with subprocess.Popen(  # noqa: S603  the command is this script's own
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            wait_for(lambda: urllib.request.urlopen(PYWB).status)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def listed(venv: Path, collection: str, url: str) -> int:
    """Return the number of captures that cdx-toolkit lists."""
    command = [str((venv / "bin" / "cdxt").absolute()), "--source", f"{PYWB}/{collection}/cdx", "iter", url]
    done = subprocess.run(  # noqa: S603  as above
        command, env=environment(), capture_output=True, text=True, timeout=LONGEST, check=True
    )
    return len(done.stdout.splitlines())


def told(words: str, *, is_right: bool) -> None:
    """Print a result. Raises RuntimeError if it is wrong."""
    sys.stdout.write(f"{words}\n")
    if not is_right:
        raise RuntimeError(f"wrong: {words}")


def bare(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what does not depend on the harvest, in order: fields, and the digests of the pictures."""
    plain = (
        {**{name: each[name] for name in FIELDS}, "pictures": [file["sha256"] for file in files_of(each)]}
        for each in records
    )
    return sorted(plain, key=lambda each: each["url"])


def files_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the files of a record's photos."""
    return [photo["file"] for photo in record["photos"] if photo["file"]]


def check_pictures(name: str, records: list[dict[str, Any]], origin: str) -> None:
    """Check that one picture came from an archive at an origin."""
    captures = [file["capture"] for each in records for file in files_of(each)]
    is_right = len(captures) == 1 and captures[0].startswith(origin)
    told(f"{name}: pictures from {captures}", is_right=is_right)


def check_single_captures(folder: Path, origin: str, records: list[dict[str, Any]]) -> None:
    """Harvest an article by the URLs of its capture for a person, a frame and a program."""
    place = path(STORIES - 1)
    wanted = [each for each in records if each["url"].endswith(place)]
    year = wanted[0]["fetched"][:4]
    for modifier in ("", "mp_", "id_"):
        name = f"capture{modifier}"
        single = harvest(folder / name, f"start={PYWB}/plain/{year}{modifier}/{origin}{place}")
        told(f"{name}: {len(single)} article", is_right=bare(single) == bare(wanted))
        check_pictures(name, single, f"{PYWB}/plain/")


def check(venv: Path, folder: Path) -> None:
    """Compare harvests from pywb with those of the site."""
    origin, first, second = harvested_twice(folder)
    index(venv, folder)
    start = f"start=cdx:{origin}/*"
    files = Archive([], folder=folder / "warcs")
    with running(venv, folder), serving(files):
        for name in ("plain", "paged"):
            replay, at = f"archive={PYWB}/{name}/{{timestamp}}id_/{{url}}", f"index={PYWB}/{name}/cdx"
            newest = harvest(folder / f"{name}-newest", start, replay, at)
            told(f"{name}: {len(newest)} newest captures", is_right=bare(newest) == bare(second))
            check_pictures(name, newest, f"{PYWB}/{name}/")
            versions = harvest(folder / f"{name}-all", start, replay, at, "captures=all")
            wanted = len(first) + CHANGED
            told(f"{name}: {len(versions)} versions", is_right=len(versions) == wanted)
            ranges = harvest(folder / f"{name}-files", start, f"archive={files.files}", at)
            told(f"{name}: {len(ranges)} captures by ranges", is_right=bare(ranges) == bare(second))
            check_pictures(name, ranges, files.files.partition("{")[0])
        collection = harvest(folder / "collection", start, f"archive={PYWB}/plain")
        told(f"collection: {len(collection)} captures", is_right=bare(collection) == bare(second))
        check_single_captures(folder, origin, second)
        count = listed(venv, "paged", f"{origin}/*")  # it asks a server without pages for ever more of them
        told(f"paged: cdx-toolkit lists {count} captures", is_right=count >= len(first) + len(second))


def main(venv: Path) -> None:
    """Check harvests from pywb in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        check(venv, Path(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
