"""Contracts: the properties of Scrapy and Twisted that this project relies on beyond their documentation."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pkgutil import resolve_name
from typing import Any

import pytest
import scrapy
import twisted
from scrapy.http import Headers, HtmlResponse, Request
from scrapy.settings import Settings

from crawler.internals.importing import without_sources
from tests.house.site import ROOT
from tests.internals.uses import FENCE, uses_in


def _nothing_more() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Contract:
    """One name that is not public, and the property that this project relies on."""

    name: str
    """As `uses.py` writes it."""
    module: str
    """The module of crawler/internals to adapt if the contract is broken."""
    relied: str
    """The property, in words."""
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Texts in the source code of a class or a function, by its path."""
    does: Callable[[], bool] = _nothing_more
    """A check by running code."""

    def __str__(self) -> str:
        versions = f"Scrapy {scrapy.__version__} or Twisted {twisted.__version__}"
        return f"{versions} broke `{self.name}`: {self.relied}. Adapt {FENCE}{self.module}.py."

    def holds(self) -> bool:
        """Return whether the installed versions keep the contract; a name that is missing breaks it."""
        try:
            return all(_source(path).count(text) for path, texts in self.says.items() for text in texts) and (
                self.does()
            )
        except (ImportError, AttributeError, TypeError):
            return False


def _source(path: str) -> str:
    return " ".join(inspect.getsource(resolve_name(path)).split())


def _make(path: str, *arguments: Any, **options: Any) -> Any:
    return resolve_name(path)(*arguments, **options)


_ENGINE = "scrapy.core.engine:ExecutionEngine"
_DOWNLOADER = "scrapy.core.downloader:Downloader"
_HANDLER = "scrapy.core.downloader.handlers.http11:HTTP11DownloadHandler"
_LENIENT = "scrapy.core.downloader.handlers.http11:_LenientHTTP11Client"
_PROTOCOL = "twisted.web._newclient:HTTP11ClientProtocol"
_REDIRECT = "scrapy.downloadermiddlewares.redirect:BaseRedirectMiddleware"
_MEDIA = "scrapy.pipelines.media:MediaPipeline"
_FEEDS = "scrapy.extensions.feedexport:FeedExporter"
_STORAGE = "scrapy.extensions.feedexport:FileFeedStorage"


def _redirect_is_a_get() -> bool:
    middleware = _make("scrapy.downloadermiddlewares.redirect:MetaRefreshMiddleware", Settings())
    posted, url = Request("http://example.com/a", method="POST", body=b"x"), "http://example.com/b"
    following = middleware._redirect_request_using_get(posted, HtmlResponse(posted.url), url)
    return (following.url, following.method, following.body) == (url, "GET", b"")


def _configuration_is_found() -> bool:
    closest = resolve_name("scrapy.utils.conf:closest_scrapy_cfg")
    return (closest(ROOT / "tests"), closest("/")) == (str(ROOT / "scrapy.cfg"), "")


def _spiders_are_listed() -> bool:
    settings = Settings({"SPIDER_MODULES": ["crawler.spiders"]})
    return "news" in _make("scrapy.spiderloader:get_spider_loader", settings).list()


def _storage_has_path_and_mode() -> bool:
    appended, new = _make(_STORAGE, "file:///a%20b"), _make(_STORAGE, "a", feed_options={"overwrite": True})
    return (appended.path, appended.write_mode, new.write_mode) == ("/a b", "ab", "wb")


def _class_is_chosen() -> bool:
    headers = Headers({"Content-Type": "text/html"})
    types = resolve_name("scrapy.responsetypes:responsetypes")
    return types.from_args(headers=headers, url="http://example.com/", body=b"") is HtmlResponse


def _media_know_their_results() -> bool:
    info = resolve_name("scrapy.pipelines.media:MediaPipeline.SpiderInfo")(None)
    return (info.downloaded, info.downloading) == ({}, set())


def _deprecated_class_has_its_module() -> bool:
    deprecate = resolve_name("scrapy.utils.deprecate")
    with without_sources():
        deprecated = deprecate.create_deprecated_class("OldHeaders", Headers)
    return deprecated.__module__ == __name__ and deprecate.inspect is inspect


def _slot_counts_bytes() -> bool:
    slot, request = _make("scrapy.core.scraper:Slot", 9_000), Request("http://example.com/")
    answer = HtmlResponse(request.url, body=bytes(10_000))
    slot.add_response_request(answer, request)
    full = (slot.active_size, slot.max_active_size, slot.needs_backout())
    slot.next_response_request_deferred()
    slot.finish_response(answer, request)
    return (full, slot.active_size) == ((10_000, 9_000, True), 0)


def _slot_has_a_pace() -> bool:
    slot = _make("scrapy.core.downloader:Slot", 1, 2.0, 0.0)
    pace = (slot.concurrency, slot.delay, slot.jitter, slot.lastseen, list(slot.queue))
    return slot in {slot: True} and pace == (1, 2.0, 0.0, 0, [])


CONTRACTS = (
    Contract(
        "_slot",
        "engine",
        "the engine's slot has `closing`, None until the spider is being closed, and `nextcall`, whose"
        " `schedule` makes the engine ask for the next request",
        {
            f"{_ENGINE}.__init__": ("self._slot: _Slot | None = None",),
            f"{_ENGINE}.close_spider_async": ("await self._slot.close()",),
            f"{_ENGINE}.open_spider_async": ("nextcall = CallLaterOnce(self._start_scheduled_requests)",),
            "scrapy.core.engine:_Slot": ("self.closing: Deferred[None] | None = None", "self.nextcall:"),
            "scrapy.utils.reactor:CallLaterOnce": ("def schedule(self, delay: float = 0)",),
        },
    ),
    Contract(
        "engine.scraper",
        "engine",
        "the engine hands each answer to `scraper.enqueue_scrape(result, request)`, whose deferred fires when"
        " the callback, the items and the requests of the page are done",
        {
            f"{_ENGINE}.__init__": ("self.scraper: Scraper = Scraper(crawler)",),
            f"{_ENGINE}._handle_downloader_output": ("yield self.scraper.enqueue_scrape(result, request)",),
            "scrapy.core.scraper:Scraper": (
                "def enqueue_scrape( self, result: Response | Failure, request:",
            ),
        },
    ),
    Contract(
        "engine.downloader",
        "downloader",
        "the engine's downloader is of the class in DOWNLOADER, has `slots` by host, and takes the pace of a"
        " new slot from `per_slot_settings`",
        {
            f"{_ENGINE}.__init__": ("self.downloader: Downloader = downloader_cls(crawler)",),
            f"{_DOWNLOADER}.__init__": ("self.slots: dict[str, Slot]",),
            f"{_DOWNLOADER}.get_slot_key": ("def get_slot_key(self, request: Request) -> str",),
            f"{_DOWNLOADER}._get_slot": ("self.per_slot_settings.get(key, {})", '"concurrency"', '"delay"'),
        },
    ),
    Contract(
        "scrapy.core.downloader.Downloader",
        "downloader",
        "the engine waits for the deferred of `fetch(request)`, which can be cancelled",
        {f"{_ENGINE}._download": ("result = yield self.downloader.fetch(request)",)},
    ),
    Contract(
        "scrapy.core.downloader.Slot",
        "downloader",
        "a slot can be a key; it has `concurrency`, `delay`, `jitter`, `lastseen`, and `queue` of the"
        " requests that wait, with their deferreds",
        {f"{_DOWNLOADER}._enqueue_request": ("slot.queue.append((request, d))",)},
        _slot_has_a_pace,
    ),
    Contract(
        "_process_queue",
        "downloader",
        "`_process_queue(slot)` starts each request of a slot, at least `delay` seconds after `lastseen` on"
        " the monotonic clock",
        {
            f"{_DOWNLOADER}._process_queue": ("now = monotonic()", "penalty = delay - now + slot.lastseen"),
            f"{_DOWNLOADER}._enqueue_request": ("self._process_queue(slot)",),
            f"{_DOWNLOADER}._latercall": ("self._process_queue(slot)",),
            f"{_DOWNLOADER}._download": ("self._process_queue(slot)",),
        },
    ),
    Contract(
        "_download",
        "downloader",
        "`_download(slot, request)` is awaited for each request that is started, and returns the response",
        {f"{_DOWNLOADER}._wait_for_download": ("response = await self._download(slot, request)",)},
    ),
    Contract(
        "_contextFactory",
        "handler",
        "the handler gives `_contextFactory` to each download",
        {f"{_HANDLER}.download_request": ("contextFactory=self._contextFactory",)},
    ),
    Contract(
        "_pool",
        "handler",
        "the handler has one pool of Twisted's for its connections",
        {_HANDLER: ("self._pool: HTTPConnectionPool = HTTPConnectionPool(", "pool=self._pool")},
    ),
    Contract(
        "_factory",
        "handler",
        "the pool builds its connections with `_factory(quiescentCallback, …)`",
        {
            f"{_HANDLER}.__init__": ("self._pool._factory = _LenientHTTP11ClientFactory",),
            "twisted.web.client:HTTPConnectionPool": ("self._factory(quiescentCallback, repr(endpoint))",),
        },
    ),
    Contract(
        "_verify_certificates",
        "handler",
        "Scrapy's policy verifies a certificate only if `_verify_certificates` is true",
        {
            "scrapy.core.downloader.contextfactory:_ScrapyClientContextFactory.creatorForNetloc": (
                "if not self._verify_certificates:",
            )
        },
    ),
    Contract(
        "scrapy.core.downloader.handlers.http11._LenientHTTP11ClientFactory",
        "connections",
        "Scrapy's factory builds its protocol from the pool's callback alone",
        {f"{_LENIENT}Factory": ("return _LenientHTTP11ClientProtocol(self._quiescentCallback)",)},
    ),
    Contract(
        "scrapy.core.downloader.handlers.http11._LenientHTTP11ClientProtocol",
        "connections",
        "the protocol sends a request with `request(request)`, which has an `absoluteURI`",
        {
            f"{_LENIENT}Protocol": ("def request(self, request: TxRequest)",),
            "twisted.web._newclient:Request": ("def absoluteURI(self)",),
        },
    ),
    Contract(
        "_quiescentCallback",
        "connections",
        "the factory keeps the pool's callback",
        {"twisted.web.client:_HTTP11ClientFactory": ("self._quiescentCallback = quiescentCallback",)},
    ),
    Contract(
        "_currentRequest",
        "connections",
        "the protocol keeps the request that is under way; between two it keeps None",
        {_PROTOCOL: ("self._currentRequest = request", "self._currentRequest = None")},
    ),
    Contract(
        "_parser",
        "connections",
        "the protocol has a parser while it reads a response, and `dataReceived` feeds it",
        {_PROTOCOL: ("_parser = None", "self._parser.dataReceived(bytes)")},
    ),
    Contract(
        "twisted.web._newclient.BODY",
        "connections",
        "the parser's `state` is BODY as soon as the headers are read",
        {"twisted.web._newclient:HTTPParser.switchToBodyMode": ("self.state = BODY",)},
    ),
    Contract(
        "_giveUp",
        "connections",
        "`_giveUp(reason)` closes the connection, and fails the response",
        {f"{_PROTOCOL}._giveUp": ("self.transport.loseConnection()", "self._disconnectParser(reason)")},
    ),
    Contract(
        "_finishResponse",
        "connections",
        "`_finishResponse(rest)` gets the bytes after the end of a response",
        {
            _PROTOCOL: (
                "HTTPClientParser(request, self._finishResponse)",
                "_finishResponse(self, rest: bytes)",
            )
        },
    ),
    Contract(
        "_fingerprinter",
        "media",
        "`_fingerprinter.fingerprint(request)` identifies the requests that are joined",
        {f"{_MEDIA}._process_request": ("fp = self._fingerprinter.fingerprint(request)",)},
    ),
    Contract(
        "scrapy.pipelines.media.MediaPipeline",
        "media",
        "the pipeline joins requests under way with equal fingerprints, looks into `downloaded` before each,"
        " waits for `media_to_download` and `media_downloaded`, hands an error of the download or of the"
        " latter to `media_failed`, whose result counts only if it is a failure, and calls `item_completed`"
        " at the end",
        {
            f"{_MEDIA}._process_request": (
                "if fp in info.downloaded:",
                "if fp in info.downloading:",
                "self.media_to_download(request, info, item=item)",
                "if file_info:",
            ),
            f"{_MEDIA}._check_media_to_download": (
                "response = await self.crawler.engine.download_async(request)",
                "self.media_downloaded(response, request, info, item=item)",
                "except Exception: failure = self.media_failed(Failure(), request, info)",
                "if isinstance(failure, Failure):",
            ),
            f"{_MEDIA}._cache_result_and_execute_waiters": ("info.downloaded[fp] = result",),
            f"{_MEDIA}.process_item": ("return self.item_completed(results, item, info)",),
            f"{_MEDIA}.open_spider": ("self.spiderinfo = self.SpiderInfo(",),
        },
        _media_know_their_results,
    ),
    Contract(
        "scrapy.pipelines.media.FileInfo",
        "media",
        "a result of the pipeline is a dictionary; any that is not empty stands for a finished download",
        {"scrapy.pipelines.media:FileInfo": ("url: str", "path: str", "checksum: str | None", "status: str")},
    ),
    Contract(
        "_redirect_request_using_get",
        "redirects",
        "it returns the request for another URL, by GET and without the body",
        does=_redirect_is_a_get,
    ),
    Contract(
        "_redirect",
        "redirects",
        "it counts the redirects of a request up to REDIRECT_MAX_TIMES, and notes URL and reason",
        {
            f"{_REDIRECT}._redirect": ("self, redirected: Request, request: Request, reason: Any",),
            _REDIRECT: ('"redirect_times"', '"redirect_urls"', "self.max_redirect_times"),
        },
    ),
    Contract(
        "scrapy.commands.crawl",
        "commands",
        "the module has Scrapy's command, which keeps the arguments of a spider in `opts.spargs`",
        {
            "scrapy.commands.crawl:Command": ("class Command(BaseRunSpiderCommand)",),
            "scrapy.commands:BaseRunSpiderCommand": ("opts.spargs = ",),
        },
    ),
    Contract(
        "scrapy.cmdline",
        "commands",
        "`execute` makes the parser of each command by the name `ScrapyArgumentParser`",
        {"scrapy.cmdline:execute": ("parser = ScrapyArgumentParser(",)},
    ),
    Contract(
        "_get_commands_dict",
        "commands",
        "it returns all commands by name, with `short_desc`",
        {"scrapy.cmdline:_print_commands": ("cmds = _get_commands_dict(settings, inproject)",)},
    ),
    Contract(
        "_get_commands_from_module",
        "commands",
        "it returns the commands of a module by name; `execute` takes one from those of `_get_commands_dict`",
        {
            "scrapy.cmdline:_get_commands_dict": ("_get_commands_from_module(cmds_module, inproject)",),
            "scrapy.cmdline:execute": (
                "cmds = _get_commands_dict(settings, inproject)",
                "cmd = cmds[cmdname]",
            ),
        },
    ),
    Contract(
        "_print_commands",
        "commands",
        "`execute` calls it if no command is named",
        {"scrapy.cmdline:execute": ("_print_commands(settings, inproject)",)},
    ),
    Contract(
        "_print_unknown_command",
        "commands",
        "`execute` calls it if there is no such command, and ends with status 2",
        {"scrapy.cmdline:execute": ("_print_unknown_command(settings, cmdname, inproject) sys.exit(2)",)},
    ),
    Contract(
        "_create_crawler",
        "commands",
        "it returns a crawl of the spider with a name, before the crawl starts",
        {"scrapy.commands:BaseRunSpiderCommand": ("self.crawler_process.create_crawler(spidercls)",)},
    ),
    Contract(
        "scrapy.commands.parse",
        "commands",
        "the module has Scrapy's command, which applies its options in `process_options`",
        {"scrapy.commands.parse:Command": ("def process_options(self, args: list[str], opts:",)},
    ),
    Contract(
        "scrapy.crawler.CrawlerProcessBase",
        "commands",
        "Scrapy's processes have one base, and `bootstrap_failed` if a crawl could not start",
        {
            "scrapy.crawler:CrawlerRunnerBase": ("self.bootstrap_failed = False",),
            "scrapy.crawler:CrawlerProcess": ("class CrawlerProcess(CrawlerProcessBase",),
            "scrapy.crawler:AsyncCrawlerProcess": ("class AsyncCrawlerProcess(CrawlerProcessBase",),
        },
    ),
    Contract(
        "scrapy.utils.conf.closest_scrapy_cfg",
        "project",
        "it returns the path of the scrapy.cfg in a folder or above it, or an empty string",
        does=_configuration_is_found,
    ),
    Contract(
        "scrapy.utils.conf.get_config",
        "project",
        "it returns the sum of all scrapy.cfg that apply, the closest last",
        {"scrapy.utils.conf:get_config": ("sources = get_sources(use_closest)",)},
    ),
    Contract(
        "scrapy.utils.conf.init_env",
        "project",
        "it puts the settings of scrapy.cfg into the environment, and its folder on the path",
        {
            "scrapy.utils.conf:init_env": (
                'os.environ["SCRAPY_SETTINGS_MODULE"] =',
                "sys.path.append(projdir)",
            )
        },
    ),
    Contract(
        "scrapy.spiderloader.get_spider_loader",
        "project",
        "it returns the loader of the settings' spiders",
        does=_spiders_are_listed,
    ),
    Contract(
        "scrapy.spiderloader.SpiderLoaderProtocol",
        "project",
        "a loader has `list` and `load`",
        {"scrapy.spiderloader:SpiderLoaderProtocol": ("def list(self)", "def load(self, spider_name: str)")},
    ),
    Contract(
        "scrapy.extensions.feedexport.FileFeedStorage",
        "outputs",
        "the storage has the `path` of its URI, and as `write_mode` `wb` with `overwrite`, else `ab`",
        does=_storage_has_path_and_mode,
    ),
    Contract(
        "scrapy.extensions.feedexport.FeedExporter",
        "outputs",
        "it has a slot for each feed, opens, writes and closes them on signals, and sends one at the end",
        {
            _FEEDS: (
                "self.slots.append(",
                "signals.connect(exporter.open_spider, signals.spider_opened)",
                "signals.connect(exporter.close_spider, signals.spider_closed)",
                "signals.connect(exporter.item_scraped, signals.item_scraped)",
                "await ensure_awaitable(slot.storage.store(",
                "signals.send_catch_log_async(signals.feed_exporter_closed)",
            ),
            "scrapy.extensions.feedexport:FeedSlot": (
                "self.file = self.storage.open(self.spider)",
                "self.itemcount",
                "self.store_empty",
                "self.uri",
                "def start_exporting(self)",
                "def finish_exporting(self)",
            ),
        },
    ),
    Contract(
        "scrapy.utils.defer.ensure_awaitable",
        "outputs",
        "it returns an awaitable for a Deferred, a coroutine and None",
        {"scrapy.utils.defer:ensure_awaitable": ("if isinstance(o, Deferred)", "inspect.isawaitable(o)")},
    ),
    Contract(
        "scrapy.responsetypes.responsetypes",
        "responses",
        "`from_args` chooses the class of a response by its headers, its URL and its body",
        does=_class_is_chosen,
    ),
    Contract(
        "engine.scraper",
        "scraper",
        "it has one slot, which is made before the spider is opened, with SCRAPER_SLOT_MAX_ACTIVE_SIZE",
        {
            "scrapy.core.scraper:Scraper.open_spider_async": (
                'self.slot = Slot(self.crawler.settings.getint("SCRAPER_SLOT_MAX_ACTIVE_SIZE"))',
            ),
            f"{_ENGINE}.open_spider_async": ("await self.scraper.open_spider_async()",),
        },
    ),
    Contract(
        "scrapy.core.scraper.Slot",
        "scraper",
        "it adds the bytes of an answer when it is queued, and subtracts them when it is processed",
        does=_slot_counts_bytes,
    ),
    Contract(
        "scrapy.utils.deprecate",
        "importing",
        "a deprecated class bears the name of the module that makes it, and nothing else of `inspect` is used"
        " meanwhile",
        {
            "scrapy.utils.deprecate:create_deprecated_class": (
                "frm = inspect.stack()[1]",
                "parent_module = inspect.getmodule(frm[0])",
                "deprecated_cls.__module__ = parent_module.__name__",
            ),
        },
        _deprecated_class_has_its_module,
    ),
)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.name)
def test_contract_holds(contract: Contract) -> None:
    """The installed versions have the properties that the project relies on."""
    assert contract.holds(), str(contract)


def test_broken_contract_is_told_in_words() -> None:
    """The message names the versions, the missing property, and the module to adapt."""
    renamed = Contract("_slot", "engine", "the engine has a slot", {f"{_ENGINE}._room": ("slot",)})
    assert not renamed.holds()
    assert str(renamed).startswith(
        f"Scrapy {scrapy.__version__} or Twisted {twisted.__version__} broke `_slot`"
    )
    assert str(renamed).endswith(": the engine has a slot. Adapt crawler/internals/engine.py.")


def test_each_name_has_a_contract() -> None:
    """A name that the package begins or ceases to use changes the contracts."""
    used = {(use.name, use.file.removeprefix(FENCE).removesuffix(".py")) for use in uses_in(ROOT / FENCE)}
    assert {(contract.name, contract.module) for contract in CONTRACTS} == used
