"""The shapes of URL paths that news systems give their articles and lists, as data."""

from __future__ import annotations

import re

# All of them take linear time: look-aheads check the end before anything is tried twice.

NEVER = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|css|m?js|json|pdf|docx?|xlsx?|pptx?|zip|rar|7z|gz|tar|exe|dmg|apk|ipa"
    r"|mp[34]|m4[av]|m3u8|flv|avi|mov|wmv|swf|wav|ogg|woff2?|ttf|eot)$"
    r"|/(?:login|logout|register|signin|signup|passport|cart|search|so|comments?|guestbook|bbs|forum|app|download"
    r"|about(?:us)?|contact(?:us)?|copyright|sitemap\.html?)(?:[/.]|$)",
    re.IGNORECASE,
)
"""What neither is nor leads to an article."""

ARTICLE = re.compile(
    r"/content_\d+(?:_\d+)?\.(?:s?html?|htm)$"  # Founder ENP
    r"|/t\d{8}_\d+(?:_\d+)?\.s?html?$"  # TRS WCM
    r"|/n\d/\d{4}/\d{4}/c\d+-\d+(?:-\d+)?\.html?$"  # People's Daily
    r"|/(?:GB|GB/\d+)/(?:\d+/)+\d{6,}\.html?$"  # People's Daily, older
    r"|/c_\d{6,}(?:_\d+)?\.htm$"  # Xinhua until 2022
    r"|/\d{8}/[0-9a-f]{32}/c\.html$"  # Xinhua since
    r"|/a/\d{6}/\d{2}/[A-Z]{2}\w{10,}(?:_\d+)?\.html$"  # China Daily
    r"|/news/[\w-]{20,}/(?:index|share_amp)\.html$"  # CGTN
    r"|/info/\d+/\d+\.html?$"  # VSB
    r"|/art/\d{4}/\d+/\d+/art_\d+_\d+\.html$"  # Hanweb
    r"|/node_[0-9a-f]+/[0-9a-f]{8,}\.s?html?$"  # Founder, newer
    r"|/doc-\w{8,}\.s?html?$"  # Sina
    r"|/(?:19|20)\d\d[-/]?\d{2}[-/]\d{2}/(?!(?:index|default|list|node)[_.\d])[^/]+"
    r"|/(?:19|20)\d\d[-/]?\d{2}[-/]?\d{2}/[^/]+/index\.s?html?$"
    r"|/(?:19|20)\d{6}/\d{4,}\.s?html?$"
    r"|(?<!/channel)(?<!/topic)(?<!/tag)(?<!/list)"  # a serial number
    r"/(?!(?:node|list|col|column|channel|index|page|more)[_-]?\d)(?=[\w.-]*/?$)[\w-]*?\d{6}"
    r"|/(?:articles?|story|stories|news|detail|a)/(?:[^/]+/)*[a-z]*\d{5}\w*(?:\.\w+)?/?$"
    r"|/(?:articles?|story|stories)/[^/]{8,}/?$"
    r"|/(?=[a-z]*(?:\.\w+)?$)[a-z]*?(?:detail|article|content|story)"
    r"|/(?:[^/-]*-){4}[^/]*/?$",  # a headline as an address
    re.IGNORECASE,
)
"""What only articles have."""

HUB = re.compile(
    r"^/$|/[a-z]{1,24}/$"
    r"|/(?:index|default|home|main|list|node|channel|col|column|more|roll|rollnews|scroll|news|latest|page)"
    r"(?:[_-]?\d{1,10})?(?:_\d{1,4})?\.(?:s?html?|php|aspx?|jsp)$|/node_\d+(?:_\d+)?\.s?html?$|/col/col\d+/|/page/\d+/?$"
    r"|/(?:channel|topic|tag|list)/[^/]+/?$|/[0-9a-f]{24}(?:\.html)?$",  # the last is China Daily's
    re.IGNORECASE,
)
"""What only lists have."""

FOLDERS = re.compile(r"/[a-z][a-z-]{1,23}$", re.IGNORECASE)
"""A bare word, which is a list unless a query follows it."""

HOME_PATHS = ("/", "/index.html", "/index.htm", "/index.shtml", "/index.php", "/default.htm", "/default.html")
"""Where a site's home page is; many send those there who ask for what is gone."""
