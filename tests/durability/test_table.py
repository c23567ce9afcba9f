"""Tests of the table of attacks in docs/durability.md."""

from __future__ import annotations

import re

from tests.durability.damage import Attack
from tests.durability.table import BEGIN, DOCUMENT, END, table, with_table


def test_the_document_shows_each_attack() -> None:
    """None of them cost an article when it was made."""
    shown = DOCUMENT.read_text("utf-8").partition(BEGIN)[2].partition(END)[0]
    rows = dict(re.findall(r"^\| ([^|]+) \| [\d,]+ \| (\d+ \| \d+ \| \d+) \|$", shown, re.MULTILINE))
    assert rows == dict.fromkeys([*(each.value for each in Attack), "all"], "0 | 0 | 0")


def test_points_and_damage_are_summed() -> None:
    """Each attack has one row, however many tests tried it."""
    line = '{"attack": "PAUSE", "points": 600, "lost": 1, "repeated": 0, "torn": 2}'
    made = table([line, line])
    assert f"| {Attack.PAUSE.value} | 1,200 | 2 | 0 | 4 |" in made
    assert made.endswith("\n| all | 1,200 | 2 | 0 | 4 |")
    assert with_table(f"a\n{BEGIN}\nold\n{END}\nb", made) == f"a\n{BEGIN}\n{made}\n{END}\nb"
