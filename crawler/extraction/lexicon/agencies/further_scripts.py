"""Agencies with Greek, Hebrew, Persian, Urdu, Indic and Thai names."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
এএফপি | bn | photos
পিটিআই | bn | photos
বাসস | bn | photos
রয়টার্স | bn | photos
ΑΠΕ | el | photos
ΑΠΕ-ΜΠΕ | el | photos
ایرنا | fa | photos
ایسنا | fa | photos
تسنیم | fa | photos
رویترز | fa | photos
פלאש 90 | he | photos
פלאש90 | he | photos
רויטרס | he | photos
एएनआई | hi | photos
एएफपी | hi | photos
पीटीआई | hi | photos
रॉयटर्स | hi | photos
รอยเตอร์ | th | photos
เอเอฟพี | th | photos
اے ایف پی | ur | photos
اے پی | ur | photos
رائٹرز | ur | photos
روئٹرز | ur | photos
"""
