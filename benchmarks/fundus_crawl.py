"""Runs Fundus on a newspaper of `benchmarks.papers`: `python -m benchmarks.fundus_crawl ORIGIN OUT`.

Its publishers are declared in code; this one is declared as they are, with selectors for its pages and its
sitemap as the source. It runs in an environment of its own, `.venv-fundus`: Fundus needs an older lxml.
"""

from __future__ import annotations

import datetime as dt
import sys

from fundus import Crawler, Sitemap
from fundus.parser import ArticleBody, BaseParser, ParserProxy, attribute
from fundus.parser.utility import extract_article_body_with_selector, generic_date_parsing
from fundus.publishers.base_objects import Publisher
from lxml.etree import XPath


class PaperParser(ParserProxy):  # type: ignore[misc]  # Fundus is not installed beside mypy
    """Reads the newspaper's pages."""

    class V1(BaseParser):  # type: ignore[misc]  # as above
        """The only layout that it has."""

        _paragraphs = XPath("//div[@id='content']/p")
        _headline = XPath("string(//h1)")

        @attribute  # type: ignore[untyped-decorator]  # as above
        def body(self) -> ArticleBody | None:
            """Return the text."""
            return extract_article_body_with_selector(
                self.precomputed.doc, paragraph_selector=self._paragraphs
            )

        @attribute  # type: ignore[untyped-decorator]  # as above
        def title(self) -> str:
            """Return the headline."""
            return str(self._headline(self.precomputed.doc))

        @attribute  # type: ignore[untyped-decorator]  # as above
        def publishing_date(self) -> dt.datetime | None:
            """Return the date."""
            published: dt.datetime | None = generic_date_parsing(
                self.precomputed.meta.get("article:published_time")
            )
            return published


def main(origin: str, out: str) -> None:
    """Crawl the newspaper; write a line for each article."""
    paper = Publisher(
        name="Paper",
        domain=origin,
        parser=PaperParser,
        sources=[Sitemap(f"{origin}/sitemap.xml", languages={"en"})],
    )
    articles = Crawler(paper, delay=0.0, threading=False).crawl(error_handling="raise")
    with open(out, "w", encoding="utf-8") as file:  # noqa: PTH123  a name is what it is given
        file.writelines(
            f"{each.html.responded_url}\t{each.title}\t{len(str(each.body))}\n" for each in articles
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
