"""Lists words of dates and times: parts of the day, time zones, eras."""

from __future__ import annotations

from crawler.text.months import MONTHS

TWO_WORD_MONTHS = " ".join(dict.fromkeys(name.partition("_")[0] for name in MONTHS if "_" in name))
"""First words of the month names that have two."""

AFTERNOON = frozenset(("pm", "下午", "晚上", "晚", "傍晚", "午后", "午後", "오후", "م", "مساء", "مساءً"))
"""Words for the second half of the day."""

NOON = "中午"
"""The hours around noon, of which only one and two are in the afternoon."""

MORNING = frozenset(("am", "上午", "早上", "早", "凌晨", "清晨", "午前", "오전", "ص", "صباحا", "صباحًا"))
"""Words for the first half of the day."""

PARTS_BEFORE = (NOON, *(word for word in (*sorted(AFTERNOON), *sorted(MORNING)) if word > "\u3000"))
"""Words of the above that stand before the hour."""

REGIONS = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
"""American zones named without a word for summer or winter time."""

ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 60,
    "wet": 0,
    "west": 60,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "мск": 180,
    "gst": 240,
    "pkt": 300,
    "ist": 330,
    "ict": 420,
    "wib": 420,
    "bjt": 480,
    "hkt": 480,
    "sgt": 480,
    "pht": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "brt": -180,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Minutes east of Greenwich by a zone's usual abbreviation. CST is missing, since it has two meanings."""

CENTRAL_STANDARD = -360
"""Minutes of CST in America; in China it is China Standard Time."""

ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988}
"""The year before the first of a Taiwanese or Japanese era."""
