"""`scrapy checkpublisher`: check the declarations of publishers, and try one on a saved page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.commands.each_crawl import complain
from crawler.commands.explanation_text import shown
from crawler.commands.extract import read_page
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.commands.saved_pages import InputError
from crawler.declaring.own import own_folder, use_own_publishers
from crawler.internals.commands import DescribedCommand, settings_of
from crawler.publishers import (
    PUBLISHERS,
    DeclarationFile,
    Layout,
    Publisher,
    any_pattern,
    faults_of,
    files_of,
    layouts_of,
    publisher_of,
)
from crawler.text.counts import counted
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from crawler.extraction.explain.selectors import SelectorFinding
    from crawler.extraction.tree.layouts import Index
    from crawler.extraction.tree.page import Page

_DESCRIPTION = """\
Check the declarations of publishers: those in the folder publishers/ (setting PUBLISHERS_DIR), and the
bundled ones. Each wrong value is a line on standard error, with file, publisher, field, value and the right
form; the exit status is then 2. With a saved page, print which elements each selector of its publisher's
layouts finds.

Examples:
  scrapy checkpublisher
  scrapy checkpublisher page.html --url http://www.example.com/2024-05/20/content_1.htm

Every command that uses the declarations refuses wrong ones in the same words before it does anything. No
format shows whether a selector or a pattern fits the site: try the declaration on several pages.
docs/publishers.md describes all fields.
"""


class Command(DescribedCommand):
    """Checks declarations."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "[FILE|- [--url URL]]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Check the declarations of publishers, and try one on a page"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--url", metavar="URL", help="the URL of the page")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the result of the check, and the findings on a page, or an error in one line."""
        end_on_closed_pipe()
        files = tuple(files_of(own_folder(settings_of(self))))
        errors = [*_errors(files)]
        for error in errors:
            self.exitcode = complain("checkpublisher", error)
        if not args:
            say(*_checked(files), _sum(files, len(errors)))
        elif not errors:
            use_own_publishers(settings_of(self))
            self._try(args, opts.url)

    def _try(self, args: list[str], url: str | None) -> None:
        try:
            page = read_page(args, url, None)
        except InputError as error:
            self.exitcode = complain("checkpublisher", str(error))
            return
        publisher = publisher_of(page.url)
        if publisher is None:
            host = urlsplit(page.url).hostname
            self.exitcode = complain("checkpublisher", f"no declaration has the host {host} in its `hosts`")
            return
        say(*_tried(page, publisher))


def _errors(files: Sequence[DeclarationFile]) -> Iterator[str]:
    for each in files:
        yield from each.errors
    yield from (fault.words for publisher in PUBLISHERS for fault in faults_of(publisher))


def _checked(files: Sequence[DeclarationFile]) -> Iterator[str]:
    """Word the files without errors."""
    for file in (each for each in files if not each.errors):
        names = ", ".join(publisher.name for publisher in file.publishers)
        yield f"{file.path}: {names or 'no publisher: assign each Publisher(…) to a name of the module'}"


def _sum(files: Sequence[DeclarationFile], errors: int) -> str:
    own = sum(len(each.publishers) for each in files)
    return f"{counted(own, 'own declaration')}, {len(PUBLISHERS)} bundled ones: {counted(errors, 'error')}"


def _tried(page: Page, publisher: Publisher) -> Iterator[str]:
    """Word the findings of a declaration on a page."""
    from crawler.extraction.tree.layouts import (  # noqa: PLC0415  every start of a crawl imports all commands
        Index,
        match_layout,
    )
    from crawler.extraction.tree.survey import survey  # noqa: PLC0415  as above

    index = Index(survey(page.root))
    used = match_layout(index, layouts_of(publisher))
    yield f"{publisher.name} ({publisher.title}): {page.url}"
    yield from (f"  {_pattern(name, publisher, page.url)}" for name in ("article_urls", "hub_urls"))
    yield f"  layout used: {used.name if used else 'none, general rules read the page'}"
    for layout in dict.fromkeys((*publisher.layouts, *([used] if used else []))):
        yield from _of_layout(index, layout, is_used=layout is used)


def _pattern(name: str, publisher: Publisher, url: str) -> str:
    """Word which pattern of a field the path of the URL matches."""
    path = path_of(url)
    matching = (each for each in getattr(publisher, name) if any_pattern((each,)).search(path))
    pattern = next(matching, None)
    return f"{name}: {pattern}" if pattern else f"{name}: no pattern matches {path}"


def _of_layout(index: Index, layout: Layout, *, is_used: bool) -> Iterator[str]:
    from crawler.extraction.explain.selectors import selector_findings  # noqa: PLC0415  as above

    missing = [each for each in layout.fingerprint if index.find(each) is None]
    lacks = f"does not apply, the page lacks {' and '.join(missing)}"
    applies = "applies" if is_used else "applies, but one before it is used"
    yield f"layout {layout.name}: {lacks if missing else applies}"
    yield from (f"  {_found(each)}" for each in selector_findings(index, layout))


def _found(finding: SelectorFinding) -> str:
    mark = "*" if finding.is_used else "-"
    text = shown(finding.text) if finding.text else "a picture" if finding.is_used else "empty"
    result = f"{counted(finding.elements, 'element')}: {text}" if finding.elements else "nothing"
    return f"{mark} {finding.field} {finding.selector}: {result}"
