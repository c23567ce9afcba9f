"""Agencies, papers and networks with Japanese names."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
AFP時事 | ja | dateline photos
AP通信 | ja | dateline photos
CNN.co.jp | ja | dateline
アフロ | ja | photos
インタファクス通信 | ja | dateline
ゲッティ | ja | photos
ゲッティイメージズ | ja | photos
スプートニク | ja | dateline photos
タス通信 | ja | dateline photos
チャイナネット | ja | dateline
フォーカス台湾 | ja | dateline
ブルームバーグ | ja | dateline photos
ロイター | ja | dateline photos
ロイター通信 | ja | dateline photos
中国国際放送局 | ja | dateline
中国新聞社 | ja | dateline photos
中国網 | ja | dateline
中央社フォーカス台湾 | ja | dateline
人民網日本語版 | ja | dateline
共同 | ja | dateline photos
共同通信 | ja | dateline photos
共同通信社 | ja | photos
大紀元日本 | ja | dateline
新華経済 | ja | dateline
日本経済新聞 | ja | dateline photos
日経 | ja | dateline
時事 | ja | dateline photos
時事通信 | ja | dateline photos
時事通信社 | ja | photos
朝日新聞 | ja | dateline photos
朝鮮中央通信 | ja | dateline photos
東方新報 | ja | dateline
毎日新聞 | ja | dateline photos
産経新聞 | ja | dateline photos
聯合 | ja | dateline
聯合ニュース | ja | dateline photos
読売新聞 | ja | dateline photos
"""
