"""Finds the folder, the settings and the spiders of the project."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import closest_scrapy_cfg, get_config, init_env

if TYPE_CHECKING:
    from scrapy.settings import Settings
    from scrapy.spiderloader import SpiderLoaderProtocol

SETTINGS = "crawler.settings"
"""The module of this project's settings."""
_VARIABLE = "SCRAPY_SETTINGS_MODULE"
_ADDON = "crawler.extensions.crawl_directory.CrawlDirectory"


class ProjectError(ValueError):
    """A scrapy.cfg names settings that cannot be imported. Raised by `choose_settings`."""


def choose_settings() -> None:
    """Let Scrapy use the settings of the closest scrapy.cfg if they build on this project's, else these.

    Settings that the environment names stay. Raises `ProjectError`.
    """
    if _VARIABLE in os.environ:
        return
    init_env(_project())  # also lets Python import from the folder of scrapy.cfg
    if not _builds_on_ours(os.environ.get(_VARIABLE, SETTINGS)):
        os.environ[_VARIABLE] = SETTINGS
    os.environ.setdefault(_VARIABLE, SETTINGS)


def _builds_on_ours(name: str) -> bool:
    try:
        settings = import_module(name)
    except Exception as error:  # any error of the user's own code
        file = closest_scrapy_cfg() or "scrapy.cfg"
        words = str(error) if isinstance(error, ImportError) else f"{type(error).__name__}: {error}"
        raise ProjectError(f"{file} names the settings {name}, which cannot be imported: {words}") from error
    return _ADDON in getattr(settings, "ADDONS", {})


def project_folder() -> Path:
    """Return the folder of the closest scrapy.cfg, at or above the working directory; else the latter.

    A scrapy.cfg of another project does not count.
    """
    config = closest_scrapy_cfg()
    return Path(config).parent if config and not _is_another_projects() else Path.cwd()


def _is_another_projects() -> bool:
    """Return whether the settings in use are this project's own, although scrapy.cfg names others."""
    named = get_config().get("settings", _project(), fallback=SETTINGS)
    return named != os.environ.get(_VARIABLE, named) == SETTINGS


def _project() -> str:
    return os.environ.get("SCRAPY_PROJECT", "default")


def spiders_of(settings: Settings) -> SpiderLoaderProtocol:
    """Return the loader of the spiders that the settings name."""
    return get_spider_loader(settings)
