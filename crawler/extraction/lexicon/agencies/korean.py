"""Agencies, papers and networks with Korean names."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
CRI온라인 | ko | dateline
게티이미지 | ko | photos
게티이미지뱅크 | ko | photos
게티이미지코리아 | ko | photos
교도 | ko | dateline photos
뉴스1 | ko | dateline photos
뉴스핌 | ko | dateline
뉴시스 | ko | dateline photos
로이터 | ko | dateline photos
신화 | ko | dateline
신화망 | ko | dateline
신화망 한국어판 | ko | dateline
신화사 | ko | dateline photos
신화통신 | ko | dateline photos
연합뉴스 | ko | dateline photos
연합뉴스TV | ko | dateline photos
인민망 | ko | dateline
인민망 한국어판 | ko | dateline
인민일보 | ko | dateline
조선중앙통신 | ko | dateline
중국국제방송 | ko | dateline
중국망 | ko | dateline
중국신문사 | ko | dateline
중앙통신사 | ko | dateline
타스 | ko | dateline
"""
