"""Indexes headlines and bodies for search: words, also of texts that have no spaces between them.

SQLite has no tokenizer for Chinese: to `unicode61` a run of characters between two punctuation marks is one
word, and `trigram` finds no word below three characters. Therefore there are two tables:

- `articles_fts` has the words between spaces; and of each run of Chinese, Japanese or Korean characters, all
  parts of up to four characters, each as a word.
- `articles_trigrams` has these runs only, for longer words.

The view `articles_search` searches both.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from crawler.text.lazy_pattern import LazyPattern

LONGEST = 4  # characters of a part; each further one adds a quarter to the size of `articles_fts`

_EAST_ASIAN = (
    "\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48c"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_UNSPACED = "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17dd"
"""Thai, Lao, Burmese and Khmer: trigrams find their words, few of which are shorter."""
_PART = LazyPattern(f"[{_EAST_ASIAN}]")
_PARTS = LazyPattern(f"[{_EAST_ASIAN}]+")
_RUN = LazyPattern(f"[{_EAST_ASIAN}{_UNSPACED}]")
_WORD = re.compile(r"[^\W_]+")

_SCHEMA = """
CREATE VIRTUAL TABLE articles_fts USING fts5(headline, body, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE articles_trigrams USING fts5(headline, body, content='', tokenize='trigram');
INSERT INTO articles_fts(articles_fts, rank) VALUES ('rank', 'bm25(10.0, 1.0)');
INSERT INTO articles_fts(rowid, headline, body)
SELECT rowid, words_of(headline), words_of(body) FROM articles;
INSERT INTO articles_trigrams(rowid, headline, body)
SELECT rowid, runs_of(headline), runs_of(body) FROM articles;
CREATE VIEW articles_search(rowid, headline, body, articles_search)
-- Datasette detects the search of a table by the words: VIRTUAL TABLE USING FTS content="articles"
AS SELECT rowid, headline, body, articles_fts FROM articles_fts
UNION ALL SELECT rowid, headline, body, articles_trigrams FROM articles_trigrams;
"""


def index(database: sqlite3.Connection) -> None:
    """Make the tables and the view that search the table `articles`. Raises sqlite3.Error."""
    database.create_function("words_of", 1, words_of, deterministic=True)
    database.create_function("runs_of", 1, runs_of, deterministic=True)
    database.executescript(_SCHEMA)


def words_of(text: str) -> str:
    """Return a text with spaces around each searchable word.

    `at 5G网 now` becomes `at 5G now 网 G网 5G网`: SQLite takes the query `5G网` as one word.
    """
    if not _PART.search(text):
        return text
    return " ".join((_PARTS.sub(" ", text), *_parts(text)))


def _parts(text: str) -> Iterator[str]:
    """Yield all parts of up to `LONGEST` characters that have an East Asian one, of each word."""
    for word in filter(_PART.search, _WORD.findall(text)):
        for size in range(1, LONGEST + 1):
            parts = (word[start : start + size] for start in range(len(word) - size + 1))
            yield from filter(_PART.search, parts)


def runs_of(text: str) -> str:
    """Return a text without the words of other scripts, which the other table has as whole words."""
    if not _RUN.search(text):
        return ""
    return _WORD.sub(lambda word: word[0] if _RUN.search(word[0]) else "\n", text)
