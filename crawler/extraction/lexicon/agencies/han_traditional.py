"""Agencies, papers and networks in traditional Chinese characters, of Hong Kong, Taiwan and Japan."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
on.cc東網 | zh | dateline
三立新聞網 | zh | dateline
上報 | zh | dateline
中國新聞社 | zh | dateline
中國新聞網 | zh | dateline
中國時報 | zh | dateline
中國網 | zh | dateline
中央社 | zh ja | dateline photos bare
中央通訊社 | zh | dateline photos
中廣新聞 | zh | dateline
中廣新聞網 | zh | dateline
中新網 | zh | dateline
中時 | zh | dateline
中時新聞網 | zh | dateline
中時電子報 | zh | dateline
中華日報 | zh | dateline
中通社圖片 | zh | photos
人民日報 | zh ja | dateline
人民網 | zh ja | dateline photos
今日新聞 | zh | dateline
信報 | zh | dateline
公視新聞 | zh | dateline
台灣醒報 | zh | dateline
合眾國際社 | zh | dateline photos
大公報 | zh | dateline
大公網 | zh | dateline
大紀元 | zh ja | dateline photos
大紀元時報 | zh | dateline
工商時報 | zh | dateline
彭博新聞社 | zh | dateline photos
德國之聲 | zh | dateline photos
德新社 | zh | dateline photos
成報 | zh | dateline
文匯報 | zh | dateline
文匯網 | zh | dateline
新華社 | zh ja | dateline photos bare
新華網 | zh ja | dateline photos
新頭殼 | zh | dateline
旺報 | zh | dateline
明報 | zh | dateline
星島 | zh | dateline
星島日報 | zh | dateline
星洲網 | zh | dateline
時事社 | zh | dateline photos
時報資訊 | zh | dateline
晴報 | zh | dateline
本報 | zh | dateline byline
本網 | zh | dateline byline
東方日報 | zh | dateline
東森新聞 | zh | dateline
東網 | zh | dateline
橙柿互动 | zh | dateline
橙訊 | zh | dateline
歐新社 | zh | photos
民視新聞 | zh | dateline
法廣 | zh | dateline
澎湃新聞 | zh | photos
澳門日報 | zh | dateline
精實新聞 | zh | dateline
經濟一週 | zh | dateline
經濟日報 | zh | dateline
經濟通 | zh | dateline
維基共享資源 | zh | photos bare
維基百科 | zh | photos bare
网易体育 | zh | dateline
网易娱乐 | zh | dateline
网易新闻 | zh | dateline
网易科技 | zh | dateline
网易财经 | zh | dateline
美國之音 | zh | dateline
美聯社 | zh | dateline photos bare
聯合國 | zh | photos
聯合報 | zh | dateline
聯合新聞網 | zh | dateline
聯合早報 | zh | dateline
聯合晚報 | zh | dateline
自由亞洲電台 | zh | dateline
自由時報 | zh | dateline
自由電子報 | zh | dateline
華視新聞 | zh | dateline
蘋果日報 | zh | dateline
視覺中國 | zh | photos
財訊快報 | zh | dateline
達志影像 | zh | photos bare
鉅亨網 | zh | dateline
青年日報 | zh | dateline
韓聯社 | zh | dateline photos
頭條日報 | zh | dateline
風傳媒 | zh | dateline
香港01 | zh | dateline
香港中通社 | zh | dateline photos
香港商報 | zh | dateline
香港商報網 | zh | dateline
香港大公文匯 | zh | dateline
香港文匯報 | zh | dateline
香港文匯網 | zh | dateline
香港經濟日報 | zh | dateline
香港電台 | zh | dateline
點新聞 | zh | dateline
"""
