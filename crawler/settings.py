"""Sets Scrapy's settings, each unusual value with its reason; `-s NAME=VALUE` overrides any of them."""

from importlib.util import find_spec

from scrapy.settings import default_settings

from crawler import __version__

BOT_NAME = "crawler"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"

# -- Identity and politeness ------------------------------------------------------------------------------

# Name of the crawler. Put your name and an address for complaints into it.
USER_AGENT = f"china-news-harvester/{__version__} (news archive; operator not named)"

ROBOTSTXT_OBEY = True  # obey robots.txt; Scrapy's default is False
ROBOTS_CACHE_SECONDS = 24 * 3600  # lifetime of a robots.txt in seconds; the maximum of RFC 9309
ROBOTS_RETRY_SECONDS = 600  # seconds between tries for a robots.txt that cannot be fetched; its host waits
CRAWL_DELAY_MAX = 180  # seconds; a longer Crawl-delay is reduced, with a warning. People's Daily asks for 120
TDMREP = False  # read each site's /.well-known/tdmrep.json once, before its first page (W3C's TDMRep)
# Reservations from text and data mining whose articles are dropped. All others are recorded in `rights`:
# {"noai": "skip", "tdm-reservation": "skip", "content-signal: ai-train=no": "record"}.
RESERVATIONS: dict[str, str] = {}
# Checks of requests and responses. Scrapy's own RobotsTxtMiddleware allows everything if robots.txt cannot be
# fetched, and ignores Crawl-delay.
DOWNLOADER_MIDDLEWARES = {
    # These two have no effect here, because the scope filters offsite links, and cost time on every page.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.ArchivePace": 90,  # before a Crawl-delay, which may be longer
    "crawler.middlewares.RobotsGate": 100,
    "crawler.middlewares.TdmFiles": 110,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.middlewares.Unpacking": 590,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.MetaRefreshes": 580,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.WebRedirects": 600,
    "crawler.middlewares.BareUrls": 595,
    "crawler.middlewares.walls.BotWalls": 585,  # sees unpacked pages before their redirects are followed
    "crawler.middlewares.pauses.HostPauses": 560,  # sees 429 and 503 before Scrapy's RetryMiddleware does
    "crawler.middlewares.Cookies": 700,
}

# A host that answers 429 or 503 is paused for the time in its Retry-After, else with exponential back-off;
# its URLs are queued again. A host that does not answer several times in a row is dead.
HOST_PAUSE_FIRST = 10.0  # seconds of the first pause; each further one in a row is twice as long
HOST_PAUSE_MAX = 3600.0  # seconds of the longest pause; a longer Retry-After is a trap or a mistake
HOST_DEAD_AFTER = 5  # consecutive pages without an answer after which a host is dead
HOST_DEAD_PAUSE = 60.0  # seconds of the first pause of a dead host
HOST_PATIENCE = 300.0  # seconds that a run waits when only dead hosts are left; the next run tries them again
HOST_WAITS_PER_URL = 3  # pauses after which a URL has failed, even if its host answers others

# AutoThrottle waits as long as the server took to answer, and longer when it slows down, but at least
# DOWNLOAD_DELAY seconds. A host gets at most two connections.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0  # seconds of the first delay
AUTOTHROTTLE_MAX_DELAY = 30.0  # seconds of the longest delay
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0  # average number of requests in flight to a host
DOWNLOAD_DELAY = 0.25  # seconds between two requests to a host, at least
CONCURRENT_REQUESTS_PER_DOMAIN = 2  # connections to a host, at most
CONCURRENT_REQUESTS = 32  # requests in flight over all hosts; each host gets few

# Seconds between two requests to a web archive, which gets one connection. 0: as declared for the archive
# (the Wayback Machine 3, Common Crawl 1, others 1).
WEB_ARCHIVE_DELAY = 0.0

COOKIES_ENABLED = False  # cookies; news pages need none, and a session would change URLs and contents

# -- Safety -----------------------------------------------------------------------------------------------

# Only the web: by default Scrapy follows file://, ftp://, data: and s3:// from links, sitemaps and redirects.
DOWNLOAD_HANDLERS = {
    **dict.fromkeys(("data", "file", "ftp", "s3")),
    **dict.fromkeys(("http", "https"), "crawler.downloading.handler.PublicHandler"),
}
# Only public addresses, even after a redirect or a DNS answer. Exceptions (hosts, addresses, networks):
# -s ALLOW_PRIVATE_HOSTS=127.0.0.1,wiki.example.com,10.0.0.0/8
ALLOW_PRIVATE_HOSTS: list[str] = []
TWISTED_DNS_RESOLVER = (
    "crawler.downloading.resolver.PublicResolver"  # resolves host names to public addresses
)

DOWNLOAD_VERIFY_CERTIFICATES = True  # verify the certificates of servers; Scrapy's default is False
TLS_UNVERIFIED_HOSTS: list[str] = []  # hosts whose certificates are not verified; their records say so
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # bytes of a page, also decompressed; Scrapy's default is 1 GiB
HEADERS_BYTES_MAX = 256 * 1024  # bytes of a response's header; servers themselves allow 8 to 64 KiB
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024  # bytes of a page above which the log has a warning
PAGE_BYTES_MAX = 4 * 1024 * 1024  # bytes read of a page; the longest news pages have 2 MiB, mostly scripts
PARSE_TIMEOUT = 5.0  # seconds of CPU time for one page, first its links, then its article; most take 0.01
# Maximum number of parsing processes beside the crawl, and never more than the machine has cores. Most crawls
# need one; another one starts only if all running ones are busy. They can be killed, so a page that crashes
# or hangs the parser affects no other page. 0 parses in the crawl's own process.
PARSE_PROCESSES = 4
DOWNLOAD_TIMEOUT = 60  # seconds for a whole download, so that a slow drip ends, too; Scrapy's default is 180
DNS_TIMEOUT = 20  # seconds for the look-up of a host name
# Bounds for one host in one run, against mazes and tarpits; further URLs of the host wait for the next run.
HOST_PAGES_MAX = 20_000  # pages of one host
HOST_SECONDS_MAX = 4 * 3600  # seconds of waiting for the answers of one host; 20,000 answers of 0.7 s
# Bounds for all hosts of one registered domain, and of one address, in one run, against wildcard domains
# (`*.example.com`). Hosts take turns in the order of discovery.
DOMAIN_HOSTS_AT_ONCE = 8  # hosts of a domain at a time; the largest publishers have forty, on several servers
ADDRESS_HOSTS_AT_ONCE = 4  # hosts of an address at a time
DOMAIN_PAGES_MAX = 100_000  # pages of all hosts of a domain
ADDRESS_PAGES_MAX = 100_000  # pages of all hosts of an address
DOMAIN_HOSTS_MAX = 500  # new hosts of a domain; the embassies have two hundred
PARAMETERS_MAX = 20  # parameters of a query; real ones have a handful
PATH_SEGMENTS_MAX = 20  # segments of a path; real paths have a handful
# Growing links of a script or a host in one run: filters that add up (?f1=1&f2=1), folders inside each other
# (/p1/p2/p1/). Ten more are followed for each one that led to something new.
GROWING_LINKS_MAX = 100
PATH_REPEATS_MAX = 2  # equal segments in a path, except numbers; against growing relative links, /a/a/a
SITEMAP_DEPTH_MAX = 3  # levels of nested indexes; the protocol has one level, but an index may name itself
SITEMAP_CHILDREN_MAX = 1000  # sitemaps that one index may name
ENTRIES_MAX = 50_000  # entries read of one sitemap or feed; the protocol's maximum
ENTRIES_BYTES_MAX = 64 * 1024 * 1024  # bytes of one, decompressed; the protocol allows 50 MB
# Checks of the requests that a spider yields.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # for authors of spiders
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # the frontier bounds URLs already
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "crawler.middlewares.BoundedDepth": 900,  # Scrapy's own, with a count of the dropped links
}
DEPTH_LIMIT = 50  # links from the start, against link mazes; channel lists with pagers have far fewer
LIST_PAGES_MAX = 200  # consecutive pages of one list, against endless calendars
REDIRECT_MAX_TIMES = 8  # consecutive redirects; real chains (http, https, www, mobile) are shorter
METAREFRESH_MAXDELAY = 10  # seconds; a page that reloads itself after five minutes is an article, no redirect

# Two more attempts, after all other requests; Scrapy's retried statuses include 429 and 503.
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # level of Scrapy's message; the failed download has its own log line

TELNETCONSOLE_ENABLED = False  # a Python console in the crawl, open to everyone on this machine

# -- Speed and memory (measured, see docs) ----------------------------------------------------------------

# uvloop, an event loop in C, saves a sixteenth of the crawl's own CPU time.
ASYNCIO_EVENT_LOOP = "uvloop.Loop" if find_spec("uvloop") else None
# Tasks that Scrapy starts for every response; a page has one item. The default is 100.
CONCURRENT_ITEMS = 1
MEMUSAGE_WARNING_MB = 2048  # MiB of memory above which the log has a warning

# -- From page to line ------------------------------------------------------------------------------------

# The steps from a fetched page to a record, in the order of their numbers.
ITEM_PIPELINES = {
    "crawler.pipelines.SkipReserved": 40,
    "crawler.pipelines.ArchivePages": 50,
    "crawler.pipelines.ExtractArticle": 100,
    "crawler.pipelines.RejectUnsound": 200,
    "crawler.pipelines.RejectOutOfRange": 300,
    "crawler.pipelines.DropDuplicates": 400,
    "crawler.pipelines.DropUnchanged": 500,
    "crawler.pipelines.NameStories": 600,
    "crawler.pipelines.KeepToLimit": 900,
}

# The structure of each text in its record: headings, lists, tables, quotations, pictures and embeds in order.
BLOCKS = False
LINKS = False  # the same, with the links of each block
# The optional fields that are read: some of deck, kind, keywords, published_printed, videos, audios, access
# and rights, or all. The others stay empty, and `fields.unread` in the evidence names them (docs/record.md).
# docs/benchmarks.md has the cost of each.
DETAILS: list[str] = []

# The pictures of written articles are fetched into CRAWL_DIR/photos and the archive; needs the extra
# `photos` (docs/how-to/fetch-the-pictures.md).
PHOTOS = False
PHOTO_SIZE_MAX = 20 * 1024 * 1024  # bytes of a picture; a larger one is refused
PHOTO_PIXELS_MAX = 64_000_000  # pixels; a larger picture is not decoded. The largest cameras have 61 million
PHOTO_SECONDS_MAX = 300.0  # seconds that an article waits for its pictures; late ones are left out
PHOTO_CAPTURE_DAYS_MAX = 365  # days between the captures of an article and of its picture in a web archive
MEDIA_ALLOW_REDIRECTS = True  # follow the redirects of pictures; Scrapy's default is False

# Your own pipelines, added to those above: {"mine.Topics": 850}. Up to 100 an item is a fetched page, then an
# article. After 500, unchanged articles are dropped already.
EXTRA_PIPELINES: dict[str, int] = {}

# The directory of this crawl. Empty: data/<host of the first start URL>/ in the project's folder.
CRAWL_DIR = ""

# Folder of your own declarations of publishers (docs/publishers.md), in the project's folder. Its files are
# Python, and run.
PUBLISHERS_DIR = "publishers"

# Raw pages that may be articles are archived in CRAWL_DIR/pages/*.warc.gz, so that they can be extracted
# again without another fetch; with ARCHIVE_ALL, every fetched page is.
ARCHIVE = True
ARCHIVE_ALL = False  # archive every fetched page, also lists
ARCHIVE_FILE_MB = 1000  # megabytes at which a new file begins; the usual size of WARC files

# Folder for the ledger on a local disk, for a CRAWL_DIR on network storage, where SQLite's write-ahead log
# does not work. The ledger is copied to CRAWL_DIR every LEDGER_COPY_SECONDS and at the end. Empty: in
# CRAWL_DIR.
LEDGER_DIR = ""
LEDGER_COPY_SECONDS = 60.0  # seconds between two copies of the ledger, if LEDGER_DIR is set
# Seconds after which a crawl on a cluster ends if it gets no heartbeat of its fleet. Another worker restarts
# its shard after three times as long, or CRAWL_DELAY_MAX if that is longer.
FLEET_SILENCE = 20.0

# Ages, in hours since discovery, at which an article is rechecked for corrections. Lists are read in every
# run, unless they have been unchanged for long.
ARTICLE_RECHECKS = [6, 24, 72, 168, 720]

# Targets that get each new, changed, removed and restored article while the crawl runs, as of `scrapy push`:
# https://example.org/hook, nats://localhost:4222. Each has a process of its own, so that it cannot slow the
# crawl.
PUSH: list[str] = []
# Seconds in which a target must accept the connection and answer; then the events are sent again.
PUSH_ANSWER_SECONDS = 30.0
PUSH_WAIT = 30.0  # seconds that a crawl waits at its end until its targets have all events

# Seconds for pages in flight to finish when the crawl is told to stop; the next run repeats the rest.
STOP_GRACE = 5.0

# Components that complete the settings when a crawl starts.
ADDONS = {
    "crawler.extensions.quiet_log.QuietLog": 100,
    "crawler.extensions.extra_pipelines.ExtraPipelines": 150,
    "crawler.extensions.crawl_directory.CrawlDirectory": 200,  # sets FEEDS where -o and -O do not
}
# Components that observe a crawl.
EXTENSIONS = {
    "crawler.extensions.quiet_log.HonestLog": 50,
    "crawler.extensions.shared_slot.SharedSlots": 60,
    "crawler.extensions.outputs.Outputs": 0,  # reports errors of -o and -O, which Scrapy's class only logs
    "scrapy.extensions.feedexport.FeedExporter": None,
    "crawler.extensions.ledger_keeper.LedgerKeeper": 100,
    "crawler.extensions.metrics.Metrics": 800,
    "crawler.extensions.status.Status": 850,
    "crawler.extensions.summary.Summary": 900,  # after CoreStats, whose figures it prints
    "crawler.extensions.history.History": 950,  # names the report below the summary
    "crawler.extensions.pushes.Pushes": 960,  # waits for its targets last
    "scrapy.extensions.logstats.LogStats": None,  # Status reports more, and less often
}
# Scrapy imports all components of its base lists, also disabled ones. These three import a web server, an SSH
# library and another HTTP client. RemoteControl executes code in the crawl, and leaves a token file after
# kill -9; TelnetConsole is a Python console; `middlewares.Cookies` replaces the third.
_not_imported = frozenset(
    (
        "scrapy.extensions.remote_control.RemoteControl",
        "scrapy.extensions.telnet.TelnetConsole",
        "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",
    )
)
EXTENSIONS_BASE = {
    path: order for path, order in default_settings.EXTENSIONS_BASE.items() if path not in _not_imported
}
# Scrapy's base list without the components above.
DOWNLOADER_MIDDLEWARES_BASE = {
    path: order
    for path, order in default_settings.DOWNLOADER_MIDDLEWARES_BASE.items()
    if path not in _not_imported
}

FEED_EXPORT_ENCODING = "utf-8"  # encoding of the other formats; JSON Lines are always UTF-8
# Writers of the formats of -o and -O.
FEED_EXPORTERS = {
    "jsonlines": "crawler.feeds.exporters.ArticleLinesExporter",
    "jsonl": "crawler.feeds.exporters.ArticleLinesExporter",
    "jl": "crawler.feeds.exporters.ArticleLinesExporter",
    "csv": "crawler.feeds.exporters.FlatCsvExporter",
    "xml": "crawler.feeds.exporters.FlatXmlExporter",
}
# Storage of local files for -o and -O; other places are Scrapy's.
FEED_STORAGES = {
    "": "crawler.feeds.exporters.LineFileStorage",
    "file": "crawler.feeds.exporters.LineFileStorage",
}

# -- Log and progress -------------------------------------------------------------------------------------

LOG_LEVEL = "INFO"  # lowest level of messages in the log; DEBUG shows every page, and Scrapy's own messages
LOG_FORMAT = "%(asctime)s %(levelname)s: %(message)s"  # without the logger, which means nothing to a user
LOG_FORMATTER = "crawler.logs.OneLineLogFormatter"  # words the messages; Scrapy's own prints whole items
LOG_VERSIONS: list[str] = []  # packages to log at the start; `scrapy version -v` prints their versions
STATS_DUMP = False  # log all counters of Scrapy at the end; the summary has them in words

# Report of progress. auto: live rows on a terminal, elsewhere log lines; plain: log lines; json: one JSON
# object a line on standard error; off: nothing.
STATUS = "auto"
STATUS_EVERY = 30.0  # seconds between lines of progress
REPORT = False  # write CRAWL_DIR/report.html at the end of each run; needs the extra `report`
METRICS_FILE = ""  # for node-exporter's textfile collector: a .prom file, one for each crawl; needs `metrics`
METRICS_PORT = 0  # port on 127.0.0.1 that Prometheus scrapes while the crawl runs; 0: none
DEFAULT_DROPITEM_LOG_LEVEL = "INFO"  # log level of a rejected page
