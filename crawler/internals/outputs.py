"""Opens Scrapy's storage of feeds in local files, and watches the writing of all feeds."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import FeedExporter, FileFeedStorage
from scrapy.utils.defer import ensure_awaitable

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler


class OpenFileStorage(FileFeedStorage):
    """Scrapy's local file of a feed; a subclass opens and stores it in another way."""

    @property
    def file_path(self) -> Path:
        """The path of the file."""
        return Path(self.path)

    @property
    def mode(self) -> str:
        """The mode to open the file with: `wb` with `-O`, else `ab`."""
        return self.write_mode


class WatchedFeeds(FeedExporter):
    """Scrapy's writer of feeds; it opens each feed before the first request, and passes errors to `fail`.

    Scrapy itself logs a traceback for each item, and counts the item as written.
    """

    def __init__(self, crawl: Crawler) -> None:
        self._is_broken = False
        self.is_refused = False
        """Whether a feed has an unknown scheme or format, which Scrapy has logged."""
        try:
            super().__init__(crawl)
        except NotConfigured:
            if not crawl.settings.getdict("FEEDS"):
                raise
            self.is_refused = True

    @abstractmethod
    def fail(self, uri: str | None, lost: int, error: Exception) -> None:
        """Report an error of a feed, which costs this number of items."""

    def open_spider(self, spider: Spider) -> None:
        """Open the feeds."""
        if self.is_refused:
            return
        super().open_spider(spider)
        for slot in self.slots:
            slot.storage = cast("Any", _Storage(slot, self))
            if slot.store_empty:
                self._try(slot, slot.start_exporting)

    def write(self, item: Any, spider: Spider) -> bool:
        """Write an item to each feed; return whether all of them took it."""
        return self._try(None, lambda: super(WatchedFeeds, self).item_scraped(item, spider))

    async def close_spider(self, spider: Spider) -> None:
        """Complete and store the feeds; Scrapy sends its signal at the end."""
        self.slots = [slot for slot in self.slots if self._is_complete(slot)]
        await super().close_spider(spider)

    def _is_complete(self, slot: Any) -> bool:
        """Complete a feed with items; Scrapy completes an empty one."""
        if not slot.itemcount:
            return not self._is_broken
        try:
            return self._try(slot, slot.finish_exporting)
        except ValueError:  # the file is closed after an error that was reported
            return False

    def give_up(self) -> None:
        """Store no feed."""
        self.slots = []

    def _try(self, slot: Any, action: Callable[[], None]) -> bool:
        """Call a function, and report an OSError; return whether it succeeded."""
        try:
            action()
        except OSError as error:
            self._is_broken = True
            self.fail(getattr(slot, "uri", None), getattr(slot, "itemcount", 0), error)
            return False
        return True


class _Storage:
    """A feed's storage that reports its errors."""

    def __init__(self, slot: Any, feeds: WatchedFeeds) -> None:
        self._inner = slot.storage
        self._slot = slot
        self._feeds = feeds

    def open(self, spider: Spider) -> IO[bytes]:
        """Open the file."""
        opened: IO[bytes] = self._inner.open(spider)
        return opened

    async def store(self, file: IO[bytes]) -> None:
        """Store the file. Raises the errors of the storage."""
        try:
            await ensure_awaitable(self._inner.store(file))
        except Exception as error:  # each kind of store has its own exceptions
            self._feeds.fail(self._slot.uri, self._slot.itemcount, error)
            raise
