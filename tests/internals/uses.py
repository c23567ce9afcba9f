"""Finds the private and undocumented names of Scrapy and Twisted that this project uses.

`python -m tests.internals.uses` prints them, each with its places.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.house.site import ROOT

FENCE = "crawler/internals/"
LIBRARIES = ("scrapy", "twisted")

DOCUMENTED = {
    "scrapy": "Request Spider signals",
    "scrapy.cmdline": "execute",
    "scrapy.commands": "ScrapyCommand",
    "scrapy.core.downloader.handlers.http11": "HTTP11DownloadHandler",
    "scrapy.core.scheduler": "BaseScheduler",
    "scrapy.crawler": "AsyncCrawlerProcess Crawler",
    "scrapy.downloadermiddlewares.cookies": "CookiesMiddleware",
    "scrapy.downloadermiddlewares.redirect": "MetaRefreshMiddleware RedirectMiddleware",
    "scrapy.downloadermiddlewares.retry": "get_retry_request",
    "scrapy.exceptions": "*",
    "scrapy.exporters": "BaseItemExporter CsvItemExporter XmlItemExporter",
    "scrapy.http": "Headers Response",
    "scrapy.http.request": "NO_CALLBACK",
    "scrapy.logformatter": "LogFormatter LogFormatterResult",
    "scrapy.settings": "BaseSettings SETTINGS_PRIORITIES Settings default_settings",
    "scrapy.spidermiddlewares.depth": "DepthMiddleware",
    "scrapy.spidermiddlewares.httperror": "HttpError",
    "scrapy.statscollectors": "StatsCollector",
    "scrapy.utils.asyncio": "CallLaterResult call_later create_looping_call",
    "scrapy.utils.defer": "deferred_from_coro",
}
"""Names that Scrapy's documentation describes (2.19), by module. Twisted's has all without an underscore."""
ENGINE = {"close_spider_async", "download_async", "scheduler"}
"""Attributes of the engine that Scrapy's documentation describes."""

OTHERS = {"_replace", "_Element", "_exit"}
"""Private by their look alone: a method of named tuples, the class of lxml's elements, and `os._exit`."""


class Use(NamedTuple):
    """One use of a name that is not public."""

    file: str
    """Path from the project's folder, with slashes."""
    line: int
    name: str
    """An attribute (`_slot`, `engine.downloader`), or an import (`scrapy.core.downloader.Slot`)."""


def uses_in(folder: Path) -> Iterator[Use]:
    """Yield the uses in all modules of a folder."""
    for path in sorted(folder.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        nodes = _nodes(path)
        inherited = _inherited(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        uses = {*_imported(nodes), *_engine(nodes), *_taken(nodes, inherited)}
        yield from (Use(file, line, name) for line, name in sorted(uses))


def borrowed_in(folder: Path) -> Iterator[Use]:
    """Yield the imports from crawler/internals of names that are private there, or not defined there."""
    for path in sorted(folder.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for node in _nodes(path):
            module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
            if isinstance(node, ast.ImportFrom) and module.startswith("crawler.internals"):
                defined = _defined(ROOT / (module.replace(".", "/") + ".py"))
                names = (alias.name for alias in node.names)
                yield from (Use(file, node.lineno, name) for name in names if name not in defined)


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def _defined(path: Path) -> set[str]:
    """Return the public names that a module defines itself."""
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node]
        names |= {getattr(target, "name", getattr(target, "id", "_")) for target in targets}
    return {name for name in names if not name.startswith("_")}


def _imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in LIBRARIES:
            for alias in node.names:
                if not _is_public(node.module or "", alias.name):
                    yield node.lineno, f"{node.module}.{alias.name}"
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names if each.name.startswith("scrapy."))


def _is_public(module: str, name: str) -> bool:
    if any(part.startswith("_") for part in (*module.split("."), name)):
        return False
    return module.startswith("twisted") or bool({name, "*"} & set(DOCUMENTED.get(module, "").split()))


def _engine(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Yield the attributes of `….engine` that are not documented; `_taken` yields the private ones."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and not node.attr.startswith("_") and node.attr not in ENGINE:
            owner = node.value
            if getattr(owner, "attr", getattr(owner, "id", None)) == "engine":
                yield node.lineno, f"engine.{node.attr}"


def _taken(nodes: Iterable[ast.AST], inherited: set[str]) -> Iterator[tuple[int, str]]:
    """Yield private attributes of other objects, and those that a class inherits from a library."""
    own = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    own |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and _is_self(node.value)}
    for node in nodes:
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            if node.attr in inherited or not (_is_self(node.value) or node.attr in own):
                yield node.lineno, node.attr
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in inherited:
            yield node.lineno, node.name


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in OTHERS


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _inherited(module: str) -> set[str]:
    """Return the private names that the classes of a module inherit from a library."""
    classes = inspect.getmembers(importlib.import_module(module), inspect.isclass)
    own = [each for _, each in classes if each.__module__ == module]
    bases = {base for each in own for base in each.__mro__ if base.__module__.split(".")[0] in LIBRARIES}
    return {name for base in bases for name in _private_names(base)}


@cache
def _private_names(base: type) -> set[str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(base)))
    names = {getattr(node, "attr", getattr(node, "name", None)) for node in ast.walk(tree)}
    return {name for name in names if isinstance(name, str) and _is_private(name)}


def main() -> None:
    """Print the names, each with its places."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for use in uses_in(ROOT / "crawler"):
        places[use.name].append(f"{use.file}:{use.line}")
    for name, uses in sorted(places.items()):
        print(f"{name:72} {' '.join(uses)}")  # noqa: T201  it is a command
    files = {place.rpartition(":")[0] for uses in places.values() for place in uses}
    print(f"{len(places)} names in {len(files)} files")  # noqa: T201  as above


if __name__ == "__main__":
    main()
