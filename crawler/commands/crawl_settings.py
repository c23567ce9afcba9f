"""Words the first error in the settings of a crawl, before anything is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from crawler.commands.command_line import (
    address_complaint,
    check_log_level,
    check_modules,
    target_complaint,
    wrong_value,
    wrong_value_in,
)
from crawler.commands.setting_bounds import bound_complaint
from crawler.extensions.status import WAYS
from crawler.feeds.outputs import missing_library
from crawler.politeness.reservations import ReservationError, skipped
from crawler.program import how_to_add
from crawler.state.parsing import DetailError, fields_of
from crawler.state.rechecks import RecheckError, rechecks_of

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_COMPONENTS = ("EXTRA_PIPELINES", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS")
"""Settings that may name components of the user's own."""
_BUNDLED = ("crawler.", "scrapy.")
_EXTRACTION = "crawler.pipelines.ExtractArticle"
_PHOTO_LIBRARIES = ("PIL", "imha")


def given_complaint(given: Sequence[str], settings: BaseSettings) -> str | None:
    """Word the first value (NAME=VALUE) of a wrong type, unknown module or unknown log level; or None."""
    if complaint := wrong_value(given):
        return complaint
    try:
        check_modules(settings.getlist("SPIDER_MODULES"))
        check_log_level(settings["LOG_LEVEL"])
    except UsageError as error:
        return str(error)
    return None


def setting_complaint(settings: BaseSettings) -> str | None:
    """Word the first setting with which no crawler can start, or return None."""
    try:
        check_modules(settings.getlist("SPIDER_MODULES"))
        check_log_level(settings["LOG_LEVEL"])
    except UsageError as error:
        return str(error)
    return wrong_value_in(settings) or value_complaint(settings) or address_complaint((), settings)


def value_complaint(settings: BaseSettings) -> str | None:
    """Word the first wrong value, or return None."""
    if str(settings.get("STATUS", WAYS[0])).lower() not in WAYS:
        return f"STATUS={settings['STATUS']}: write one of {', '.join(WAYS)}"
    try:
        skipped(settings.getdict("RESERVATIONS"))
        fields_of(settings)
        rechecks_of(settings)
    except (DetailError, RecheckError, ReservationError) as error:
        return str(error)
    return bound_complaint(settings)


def machine_complaint(settings: BaseSettings) -> str | None:
    """Word the first component, library or secret that the settings need and this machine lacks; or None."""
    missing = import_complaint(settings) or target_complaint(settings)
    return missing or missing_library(settings.getdict("FEEDS")) or _missing_photo_library(settings)


def pipeline_complaint(settings: BaseSettings) -> str | None:
    """Word the lack of the pipeline that extracts articles, or return None."""
    if settings.getdict("ITEM_PIPELINES").get(_EXTRACTION) is not None:
        return None
    return "ITEM_PIPELINES replaces the pipelines of this project; add yours with EXTRA_PIPELINES instead"


def import_complaint(settings: BaseSettings) -> str | None:
    """Word the first component of the user's own that cannot be imported, or return None."""
    for name in _COMPONENTS:
        for path, order in settings.getdict(name).items():
            if order is None or not isinstance(path, str) or path.startswith(_BUNDLED):
                continue
            try:
                resolve_name(path)
            except (ImportError, AttributeError, ValueError) as error:
                return f"{name}: {path} cannot be imported: {error}"
    return None


def _missing_photo_library(settings: BaseSettings) -> str | None:
    if not settings.getbool("PHOTOS") or all(map(find_spec, _PHOTO_LIBRARIES)):
        return None
    return f"PHOTOS needs Pillow and imha: {how_to_add('photos')}"
