"""Reads the declarations in the user's own folder, the setting PUBLISHERS_DIR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crawler.internals.project import project_folder
from crawler.publishers import use_declarations

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

PACKAGE = Path("crawler/publishers")
"""The declarations of this project, in a checkout."""


def use_own_publishers(settings: BaseSettings) -> None:
    """Use the declarations in PUBLISHERS_DIR from now on. Raises `DeclarationError`."""
    use_declarations(own_folder(settings))


def own_folder(settings: BaseSettings) -> Path:
    """Return the path of PUBLISHERS_DIR."""
    return project_folder() / str(settings["PUBLISHERS_DIR"])


def declarations_folder(settings: BaseSettings) -> Path:
    """Return the folder for new declarations, relative to the project's: PUBLISHERS_DIR.

    In a checkout it is the package itself, unless PUBLISHERS_DIR exists.
    """
    own = Path(settings["PUBLISHERS_DIR"])
    is_checkout = (project_folder() / PACKAGE / "registry.py").is_file()
    return PACKAGE if is_checkout and not (project_folder() / own).is_dir() else own
