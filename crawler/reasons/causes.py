"""Lists the causes of outcomes. Their values are stored in ledgers and histories, and never change."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """The cause of an outcome. `facts.FACTS` has its words and its consequences."""

    # Answers of servers
    HTTP = "http"
    """An answer without success. Its detail is the status."""
    UNASKED_304 = "unasked_304"
    BOT_WALL = "bot_wall"
    """A firewall answered in place of the site. Its detail is the firewall."""
    ROBOTS_FORBIDDEN = "robots_forbidden"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    """robots.txt cannot be fetched. Its detail is the reason of that failure."""
    NO_ANSWER = "no_answer"
    """The host is dead. Its detail is the reason of its last failure."""

    # Downloads
    HOST_NOT_FOUND = "host_not_found"
    CONNECTION_REFUSED = "connection_refused"
    CONNECTION_FAILED = "connection_failed"
    TIMED_OUT = "timed_out"
    CUT_SHORT = "cut_short"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    HEADERS_TOO_LARGE = "headers_too_large"
    MALFORMED_STATUS = "malformed_status"
    MALFORMED_HEADER = "malformed_header"
    UNTRUSTED = "untrusted"
    PRIVATE_ADDRESS = "private_address"
    PROXY_REFUSED = "proxy_refused"
    NOT_HTTP = "not_http"
    REDIRECT_TO_NOTHING = "redirect_to_nothing"
    HOST_LEFT_ALONE = "host_left_alone"
    REFUSED = "refused"
    """A middleware refused the request. Its detail is the message."""
    EXCEPTION = "exception"
    """Another exception. Its detail is the class."""

    # Pictures
    NOT_A_PICTURE = "not_a_picture"
    PICTURE_SVG = "picture_svg"
    PICTURE_PIXELS = "picture_pixels"
    PICTURE_DAMAGED = "picture_damaged"
    PICTURE_WAIT = "picture_wait"

    # Visits
    NOT_A_PAGE = "not_a_page"
    OUT_OF_SCOPE = "out_of_scope"
    KNOWN_PAGE = "known_page"
    SAME_PAGE = "same_page"
    PART_ON_ITS_WAY = "part_on_its_way"
    PART_ELSEWHERE = "part_elsewhere"
    DROPPED_ON_THE_WAY = "dropped_on_the_way"
    PARSED_TOO_LONG = "parsed_too_long"
    PARSER_DIED = "parser_died"
    BROKEN_OFF = "broken_off"
    EXTRACTION_FAILED = "extraction_failed"
    PIPELINE_FAULT = "pipeline_fault"
    SPIDER_FAULT = "spider_fault"
    NOT_JSON = "not_json"
    """The record cannot be written as JSON. Its detail is the error."""

    # Pages that are no articles
    NOT_TEXT = "not_text"
    SOFT_NOT_FOUND = "soft_not_found"
    LOGIN_PAGE = "login_page"
    SERVICE_PAGE = "service_page"
    BLOCKED_PAGE = "blocked_page"
    NEEDS_SCRIPTS = "needs_scripts"
    NO_HEADLINE = "no_headline"
    VIDEO_SHELL = "video_shell"
    NO_BODY = "no_body"
    HUB_PAGE = "hub_page"
    IMPRINT = "imprint"
    TOO_SHORT = "too_short"

    # Articles that are not written
    OUT_OF_RANGE = "out_of_range"
    RESERVED = "reserved"
    """A reservation that the setting RESERVATIONS skips."""
    BEYOND_LIMIT = "beyond_limit"
    DUPLICATE = "duplicate"
    COPIED = "copied"
    UNCHANGED = "unchanged"
    DROPPED = "dropped"
    """Dropped by a pipeline of the user. Its detail is the class of the exception."""

    # Bounds
    HOST_PAGES = "host_pages"
    HOST_SECONDS = "host_seconds"
    DOMAIN_PAGES = "domain_pages"
    DOMAIN_HOSTS = "domain_hosts"
    ADDRESS_PAGES = "address_pages"
    LIST_PAGES = "list_pages"
    ENTRIES = "entries"
    """Its detail is the type of the file."""
    INDEX_ENTRIES = "index_entries"
    """Its detail is the type of the file."""
    SITEMAP_DEPTH = "sitemap_depth"
    DEPTH = "depth"
    PARAMETERS = "parameters"
    PATH_SEGMENTS = "path_segments"
    PATH_REPEATS = "path_repeats"
    GROWING_LINKS = "growing_links"
    ARCHIVED_PAGES = "archived_pages"
    ADDRESS_TOO_LONG = "address_too_long"

    # Removals of articles, beside HTTP
    REDIRECTED_HOME = "redirected_home"
    SOFT_404 = "soft_404"

    # Web archives
    NOT_AN_INDEX = "not_an_index"
    """The answer of a CDX server is no list of captures. Its detail is the message."""
    NOT_THE_CAPTURE = "not_the_capture"
    """The archive gave something else than the capture. Its detail is the message."""
    NOT_CAPTURED = "not_captured"
    FAR_CAPTURE = "far_capture"
    OLDER_CAPTURE = "older_capture"

    # Archives
    A_LIST = "a_list"
    A_PART = "a_part"
    NOT_READ = "not_read"
    """The page could not be read. Its detail is the message."""
    DAMAGED = "damaged"
    """The record is damaged. Its detail is the message."""

    OTHER = "other"
    """A reason of another program or version. Its detail is the text."""
