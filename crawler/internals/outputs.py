"""Opens Scrapy's storage of feeds in local files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.extensions.feedexport import FileFeedStorage

if TYPE_CHECKING:
    pass


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
