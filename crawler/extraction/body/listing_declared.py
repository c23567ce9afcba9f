"""Forms in which a page declares itself a list: class names of systems, types of schema.org."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import Form

_ANY: Final = r"(?:.*\s)?"
"""Further class names before one; each pattern holds for whole names, in any order."""
_NO_ARTICLE: Final = rf"^(?!{_ANY}(?:single|single-post|post-template|page-node)(?!\S))"

CLASSES: Final = (
    Form(
        name="WordPress: archive of a tag, category, author or day",
        languages="zxx",
        pattern=rf"{_NO_ARTICLE}(?={_ANY}archive(?!\S)){_ANY}(?:MARK)(?!\S)",
        marks=("category", "tag", "author", "date", "post-type-archive"),
        examples={"archive tag tag-804 has-sidebar": {}, "dark archive category category-world": {}},
        refuses=("archive", "single single-post tag", "archive single tag", "archives tag", "archive tags"),
    ),
    Form(
        name="WordPress: results of a search",
        languages="zxx",
        pattern=rf"{_NO_ARTICLE}(?={_ANY}search(?!\S)){_ANY}(?:MARK)(?!\S)",
        marks=("search-results", "search-no-results"),
        examples={"search search-results logged-out": {}, "search search-no-results": {}},
        refuses=("search", "has-search search-results-on", "single search search-results"),
    ),
    Form(
        name="WordPress: home page with the latest stories",
        languages="zxx",
        pattern=rf"{_NO_ARTICLE}(?={_ANY}blog(?!\S)){_ANY}(?:MARK)(?!\S)",
        marks=("home",),
        examples={"home blog has-sidebar": {}, "rtl home blog": {}},
        refuses=("home", "blog", "single home blog", "homepage blog"),
    ),
    Form(
        name="Drupal: page of a term, a search or the front",
        languages="zxx",
        pattern=rf"{_NO_ARTICLE}{_ANY}(?:MARK)(?!\S)",
        marks=("page-taxonomy-term", "path-taxonomy", "page-search", "path-search", "path-frontpage"),
        examples={"html page-taxonomy page-taxonomy-term page-taxonomy-term-12": {}, "path-frontpage": {}},
        refuses=("page-node page-taxonomy-term", "page-searching", "path-node"),
    ),
    Form(
        name="Joomla: category, or featured articles",
        languages="zxx",
        pattern=rf"^(?={_ANY}com_content(?!\S)){_ANY}(?:MARK)(?!\S)",
        marks=("view-category", "view-categories", "view-featured", "view-archive"),
        examples={"site com_content view-category layout-blog": {}, "com_content view-featured": {}},
        refuses=("site com_content view-article", "view-category"),
    ),
    Form(
        name="Ghost: home page, tag or author",
        languages="zxx",
        pattern=rf"{_NO_ARTICLE}{_ANY}(?:MARK)(?!\S)",
        marks=("home-template", "tag-template", "author-template"),
        examples={"tag-template tag-bridge": {}, "home-template": {}},
        refuses=("post-template tag-bridge", "page-template", "post-template tag-template"),
    ),
)
"""Class names of the `html` and `body` elements that only lists have; each system gives articles others."""

LISTING_TYPES: Final = ("CollectionPage", "SearchResultsPage")
"""Types of schema.org for lists. An article may be of one of them beside its own type."""
ARTICLE_TYPES: Final = ("Article", "BlogPosting", "Report")
"""Ends of the types of schema.org for articles: `NewsArticle`, `LiveBlogPosting`."""
