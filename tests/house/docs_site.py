"""Builds the site of the documentation into build/site: `python -m tests.house.docs_site VENV`.

VENV is an environment with the extra `docs`. The site has the pages of docs/, and those of the project's
folder that they link to. It fails if a link or an anchor leads nowhere, or if a page is in no menu.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONFIGURATION = "zensical.toml"
DOCS = "docs"
FROM_ROOT = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
"""Pages of the project's folder, with their places in the site."""
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)")
_COLOURS = re.compile(r"\x1b\[[\d;]*m")


def place_in_site(path: str) -> str:
    """Return the place in the site of a file of the project: `docs/fleet.md` is `fleet.md`."""
    return FROM_ROOT.get(path) or path.removeprefix(f"{DOCS}/")


def with_site_links(text: str, path: str) -> str:
    """Return a page with the site's links: in docs/api.md, `../CHANGELOG.md` is `changelog.md`."""
    here, folder = os.path.dirname(place_in_site(path)), os.path.dirname(path)  # noqa: PTH120  these are no files

    def moved(link: re.Match[str]) -> str:
        target = os.path.normpath(os.path.join(folder, link[1]))  # noqa: PTH118  as above
        return f"]({os.path.relpath(place_in_site(target), here or '.')}"

    return _LINK.sub(moved, text)


def stage(folder: Path) -> None:
    """Write everything that the site is built from into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / DOCS, folder / DOCS)
    shutil.copy(ROOT / CONFIGURATION, folder)
    pages = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / DOCS).rglob("*.md"))]
    for page in (*pages, *FROM_ROOT):
        text = with_site_links((ROOT / page).read_text("utf-8"), page)
        (folder / DOCS / place_in_site(page)).write_text(text, "utf-8")


def menu() -> Iterator[str]:
    """Yield the pages that the site's menus name."""

    def pages(entry: object) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        children = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
        for child in children:
            yield from pages(child)

    return pages(tomllib.loads((ROOT / CONFIGURATION).read_text("utf-8"))["project"]["nav"])


def build(venv: Path, folder: Path) -> Path:
    """Build the site in a folder; return where it is. Raises SystemExit with all warnings if there is one."""
    stage(folder)
    staged = {path.relative_to(folder / DOCS).as_posix() for path in (folder / DOCS).rglob("*.md")}
    if strays := staged.symmetric_difference(menu()):
        raise SystemExit(f"{CONFIGURATION}: correct the menu entries of {', '.join(sorted(strays))}")
    done = subprocess.run(  # noqa: S603  the generator of the environment that was named
        [venv.absolute() / "bin" / "zensical", "build", "--strict"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise SystemExit(_COLOURS.sub("", done.stdout.decode()).partition("Traceback")[0])
    return folder / "site"


if __name__ == "__main__":
    place = build(Path(sys.argv[1]), ROOT / "build" / "site")
    sys.stdout.write(f"The site is in {place}. To read it: python3 -m http.server -d {place}\n")
