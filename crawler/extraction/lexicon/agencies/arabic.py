"""Agencies, papers and networks with Arabic names."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
CGTN العربية | ar | dateline
أ ب | ar | dateline
أ ف ب | ar | dateline photos
أ.ب | ar | dateline
إذاعة الصين الدولية | ar | dateline
إرنا | ar | dateline photos
أسوشيتد برس | ar | photos
أش أ | ar | dateline
أ.ف.ب | ar | dateline photos
إفي | ar | dateline
الأناضول | ar | dateline photos
الجزيرة | ar | dateline photos
الجزيرة نت | ar | dateline
الحياة | ar | dateline
الشرق الأوسط | ar | dateline
الفرنسية | ar | photos
بترا | ar | dateline photos
تاس | ar | dateline
د ب أ | ar | dateline
د.ب.أ | ar | dateline
رويترز | ar | dateline photos
رويترز عربي | ar | dateline
سانا | ar | dateline
سبأ | ar | dateline
سبوتنيك | ar | dateline photos
شبكة الصين | ar | dateline
شينخوا | ar | dateline photos
صحيفة الشعب | ar | dateline
غيتي | ar | photos
غيتي إيميجز | ar | photos
فرانس برس | ar | dateline photos
قنا | ar | dateline
كونا | ar | dateline
معا | ar | dateline
مينا | ar | dateline
نوفوستي | ar | dateline
نينا | ar | dateline
واس | ar | dateline photos
واع | ar | dateline
وام | ar | dateline photos
وفا | ar | dateline photos
وكالات | ar | dateline photos
وكالة أنباء شينخوا | ar | dateline
يو بي اي | ar | dateline
"""
