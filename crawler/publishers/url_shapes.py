"""How the URLs of articles and of lists look in the content management systems that many publishers share.

Regular expressions over URL paths, searched, not matched from the start.
"""

from __future__ import annotations

CONTENT_ARTICLE = r"/content_\d+(?:_\d+)?\.s?html?$"
"""China.org.cn's system and Founder ENP: `/2022-10/21/content_78478030.htm`, its second part `…_2.htm`."""

NODE_HUB = r"/node_\d+(?:_\d+)?\.s?html?$"
"""The channel lists of the same systems: `/node_7075073.htm`, its second page `…_2.htm`."""

TRS_ARTICLE = r"/t20\d{6}_\d+(?:_\d+)?\.s?html?$"
"""TRS WCM: `/202405/t20240520_15263156.htm`."""

INDEX_HUB = r"/index(?:_\d+)?\.s?html?$"
"""A channel and its further pages: `/index.htm`, `/index_2.shtml`."""

XINHUA_OLD_ARTICLE = r"/c_\d+(?:_\d+)?\.html?$"
"""Xinhua's system before 2021: `/politics/2019-12/10/c_1125328347.htm`."""

XINHUA_ARTICLE = r"/20\d{6}/[0-9a-f]{24,36}/c(?:_\d+)?\.html$"
"""Xinhua's system since 2021: `/20230115/98a3b5c41af641938a2a205f1e0b9f71/c.html`."""

EPAPER_ARTICLE = r"/nw\.D\d+\w+_20\d{6}_\d+-\d+\.htm$"
"""The electronic edition of a printed paper, one article: `/nw.D110000gmrb_20240520_2-03.htm`."""

EPAPER_HUB = r"/nbs\.D\d+\w+_\d+\.htm$"
"""The electronic edition of a printed paper, one page of it: `/nbs.D110000renmrb_01.htm`."""
