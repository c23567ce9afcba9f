"""Scrapy's settings, each unusual value beside its reason; `-s NAME=VALUE` overrides any of them."""

from importlib.util import find_spec

from scrapy.settings import default_settings

from crawler import __version__

BOT_NAME = "crawler"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"

# -- Who we are, and manners ------------------------------------------------------------------------------

# The one setting that says who crawls. Put an address into it where a site's operator can complain.
USER_AGENT = f"china-news-harvester/{__version__} (news archive; operator not named)"

ROBOTSTXT_OBEY = True  # Scrapy's default is not to
ROBOTS_CACHE_SECONDS = 24 * 3600  # how long a robots.txt holds; RFC 9309 allows no longer
ROBOTS_RETRY_SECONDS = 600  # then one that could not be fetched is asked for again; until then nothing is
CRAWL_DELAY_MAX = 180  # seconds; People's Daily asks for 120. A longer one is cut to it, and the log says so
# Scrapy's own middleware crawls everything where robots.txt cannot be fetched, and knows no Crawl-delay.
DOWNLOADER_MIDDLEWARES = {
    # Without effect here, and each costs every page its time: the scope says what is offsite.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.RobotsGate": 100,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.middlewares.Unpacking": 590,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.MetaRefreshes": 580,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.WebRedirects": 600,
    "crawler.scheduling.pauses.HostPauses": 560,  # sees 429 and 503 before Scrapy's RetryMiddleware does
    "crawler.middlewares.Cookies": 700,
}

# A host that answers 429 or 503 is left alone as long as its Retry-After says, else 10 s, each time in a row
# twice as long; its URLs go back into the queue. One that answers nothing to 5 pages in a row is dead.
HOST_PAUSE_FIRST = 10.0
HOST_PAUSE_MAX = 3600.0  # what asks for more is a trap or a mistake
HOST_DEAD_AFTER = 5
HOST_DEAD_PAUSE = 60.0
HOST_PATIENCE = 300.0  # when only such hosts are left, the run waits no longer for them; the next one does
HOST_WAITS_PER_URL = 3  # then a URL has failed, though its host may be fine

# AutoThrottle waits as long as the server took to answer, and longer when it slows down; DOWNLOAD_DELAY is
# the least that it goes down to. Two connections to a host at most.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
DOWNLOAD_DELAY = 0.25
CONCURRENT_REQUESTS_PER_DOMAIN = 2
CONCURRENT_REQUESTS = 32  # many hosts side by side, each of them slowly

COOKIES_ENABLED = False  # a news page needs none, and a session would make URLs and contents differ

# -- Safety -----------------------------------------------------------------------------------------------

# Only the web: by default Scrapy follows file://, ftp://, data: and s3:// from links, sitemaps and redirects.
DOWNLOAD_HANDLERS = {
    **dict.fromkeys(("data", "file", "ftp", "s3")),
    **dict.fromkeys(("http", "https"), "crawler.downloading.handler.PublicHandler"),
}
# And only the public part of it, whatever a link, a redirect or a DNS answer says. Hosts, addresses and
# networks that are to be reached all the same: -s ALLOW_PRIVATE_HOSTS=127.0.0.1,wiki.example.com,10.0.0.0/8
ALLOW_PRIVATE_HOSTS: list[str] = []
TWISTED_DNS_RESOLVER = "crawler.downloading.resolver.PublicResolver"

DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy's default is not to
TLS_UNVERIFIED_HOSTS: list[str] = []  # whose certificates are taken as they are; their records say so
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # of a page, before and after decompression; default 1 GiB
HEADERS_BYTES_MAX = 256 * 1024  # of a response; servers themselves allow 8 to 64 KiB
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
PAGE_BYTES_MAX = 4 * 1024 * 1024  # that are read of a page; the longest of news have two, mostly scripts
PARSE_TIMEOUT = 5.0  # seconds of CPU time for one page, first its links, then its article; most take 0.01
# Pages are parsed in so many processes beside the crawl, which use other cores and can be killed: what
# crashes or never ends costs that page alone. 0 parses in the crawl's own process.
PARSE_PROCESSES = 1
DOWNLOAD_TIMEOUT = 60  # the whole download, not the silence in it: a slow drip ends too; default 180
DNS_TIMEOUT = 20
# What one host may take of one run; its URLs beyond that wait for the next run. Mazes and tarpits end there.
HOST_PAGES_MAX = 20_000
HOST_SECONDS_MAX = 4 * 3600  # spent waiting for its answers; 20,000 answers of 0.7 s
# One server can answer to any number of names, `*.example.com`: of a registered domain and of an address, so
# many hosts have turns at a time, in the order of discovery, and so many pages are fetched in one run.
DOMAIN_HOSTS_AT_ONCE = 8  # the largest publishers have forty, on servers of their own
ADDRESS_HOSTS_AT_ONCE = 4
DOMAIN_PAGES_MAX = 100_000
ADDRESS_PAGES_MAX = 100_000
DOMAIN_HOSTS_MAX = 500  # new hosts of a domain in one run; the embassies have two hundred
PARAMETERS_MAX = 20  # of one query; real ones have a handful
PATH_SEGMENTS_MAX = 20  # real paths have a handful
PATH_REPEATS_MAX = 2  # of one segment in a path, numbers apart: relative links that grow, /a/a/a
SITEMAP_DEPTH_MAX = 3  # indexes within indexes; the protocol knows one level, an index may name itself
SITEMAP_CHILDREN_MAX = 1000  # sitemaps that one index may name
ENTRIES_MAX = 50_000  # that are read of one sitemap or feed; what the protocol allows
ENTRIES_BYTES_MAX = 64 * 1024 * 1024  # of a gzipped one after decompression; the protocol allows 50 MB
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # for authors of spiders
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # the frontier bounds them already
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "crawler.middlewares.BoundedDepth": 900,  # the same, and counts what it drops
}
DEPTH_LIMIT = 50  # link mazes; channel lists with pagination stay far below
LIST_PAGES_MAX = 200  # pages of one list; a calendar without end stops there
REDIRECT_MAX_TIMES = 8  # real chains (http, https, www, mobile, language) stay below; default 20
# A page that says it will reload itself in five minutes is an article, not a redirect.
METAREFRESH_MAXDELAY = 10

# Two attempts more, later than everything else; 429 and 503 are among Scrapy's retried statuses.
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the failed download logs a line of its own

TELNETCONSOLE_ENABLED = False  # a Python console in the crawl, for everyone on this machine

# -- Speed and memory (measured, see docs) ----------------------------------------------------------------

# A loop in C, where it is installed: a sixteenth of the crawl's own CPU time.
ASYNCIO_EVENT_LOOP = "uvloop.Loop" if find_spec("uvloop") else None
# Scrapy starts that many tasks for every response, and a page has one item; the default is 100.
CONCURRENT_ITEMS = 1
MEMUSAGE_WARNING_MB = 2048

# -- From page to line ------------------------------------------------------------------------------------

ITEM_PIPELINES = {
    "crawler.pipelines.ArchivePages": 50,
    "crawler.pipelines.ExtractArticle": 100,
    "crawler.pipelines.RejectUnsound": 200,
    "crawler.pipelines.RejectOutOfRange": 300,
    "crawler.pipelines.DropDuplicates": 400,
    "crawler.pipelines.DropUnchanged": 500,
    "crawler.pipelines.NameStories": 600,
    "crawler.pipelines.KeepToLimit": 900,
}

# The directory of this crawl. Empty: data/<host of the first start URL>/ in the project's folder.
CRAWL_DIR = ""

# The raw pages that may be articles go to CRAWL_DIR/pages/*.warc.gz, so that better extraction later needs no
# second fetch; with ARCHIVE_ALL all that is fetched does.
ARCHIVE = True
ARCHIVE_ALL = False
ARCHIVE_FILE_MB = 1000  # then a new file is begun; the size that archives agree on

# Where SQLite's log cannot live on the storage of CRAWL_DIR, as on a network's: a folder on a disk of this
# machine. The ledger is written there, and copied to CRAWL_DIR so often and at the end. Empty: in CRAWL_DIR.
LEDGER_DIR = ""
LEDGER_COPY_SECONDS = 60.0

# Of a fleet on a cluster: seconds after which a crawl ends that hears nothing of its fleet. Whoever takes up
# its shard waits three times as long, or CRAWL_DELAY_MAX if that is longer.
FLEET_SILENCE = 20.0

# Ages, in hours, at which an article is looked at again for corrections, from the day it was met on. What
# lists others is read in every run, until it has been still for long.
ARTICLE_RECHECKS = [6, 24, 72, 168, 720]

# Seconds that pages under way are given when the crawl is told to stop; the next run begins them anew.
STOP_GRACE = 5.0

ADDONS = {
    "crawler.extensions.quiet_log.QuietLog": 100,
    "crawler.extensions.crawl_directory.CrawlDirectory": 200,  # sets FEEDS where -o and -O do not
}
EXTENSIONS = {
    "crawler.extensions.quiet_log.HonestLog": 50,
    "crawler.extensions.ledger_keeper.LedgerKeeper": 100,
    "crawler.extensions.metrics.Metrics": 800,
    "crawler.extensions.status.Status": 850,
    "crawler.extensions.summary.Summary": 900,  # after CoreStats, whose figures it prints
    "crawler.extensions.history.History": 950,  # names the report below the summary
    "scrapy.extensions.logstats.LogStats": None,  # the status says more, and less often
}
# Scrapy imports all components of its base lists, also those that are switched off. These three bring a web
# server, an SSH library and another HTTP client along. RemoteControl executes code in the crawl, and its
# token file stays behind after kill -9; TelnetConsole is a Python console; `middlewares.Cookies` stands for
# the third.
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
DOWNLOADER_MIDDLEWARES_BASE = {
    path: order
    for path, order in default_settings.DOWNLOADER_MIDDLEWARES_BASE.items()
    if path not in _not_imported
}

FEED_EXPORT_ENCODING = "utf-8"  # for the other formats; JSON Lines are always UTF-8
FEED_EXPORTERS = {
    "jsonlines": "crawler.exporters.ArticleLinesExporter",
    "jsonl": "crawler.exporters.ArticleLinesExporter",
    "jl": "crawler.exporters.ArticleLinesExporter",
    "csv": "crawler.exporters.HarmlessCsvExporter",
}
FEED_STORAGES = {
    "": "crawler.exporters.LineFileStorage",
    "file": "crawler.exporters.LineFileStorage",
}

# -- What is said -----------------------------------------------------------------------------------------

LOG_LEVEL = "INFO"  # what the user wants to know; DEBUG shows every page, and Scrapy's own news
LOG_FORMAT = "%(asctime)s %(levelname)s: %(message)s"  # without the logger, which tells a user nothing
LOG_FORMATTER = "crawler.logs.OneLineLogFormatter"  # Scrapy's own prints whole items
LOG_VERSIONS: list[str] = []  # eleven lines at every start; `scrapy version -v` prints them
STATS_DUMP = False  # the summary tells the same in words; `-s STATS_DUMP=1` prints all

# How the crawl stands. auto: live rows on a terminal, elsewhere lines of the log; plain: such lines
# everywhere; json: an object a line on standard error; off: nothing.
STATUS = "auto"
STATUS_EVERY = 30.0  # seconds from line to line
REPORT = False  # write CRAWL_DIR/report.html at the end of each run; needs the extra `report`
METRICS_FILE = ""  # for node-exporter's textfile collector: a .prom file, one for each crawl; needs `metrics`
METRICS_PORT = 0  # of 127.0.0.1, where Prometheus may ask while the crawl runs
DEFAULT_DROPITEM_LOG_LEVEL = "INFO"  # a rejected page is no warning
