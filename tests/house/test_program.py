"""Tests of the program's name in messages."""

from __future__ import annotations

import pytest

from crawler.program import VARIABLE, as_started, program


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Example:\n  scrapy demo\n", "Example:\n  harvest demo\n"),
        ("`scrapy crawl news` and scrapy fleet", "`harvest crawl news` and harvest fleet"),
        ("usage: scrapy <command> [options]", "usage: harvest <command> [options]"),
        ("scrapy completion bash > completions/scrapy", "harvest completion bash > completions/harvest"),
        (
            "> ~/.zfunc/_scrapy  > fish/completions/scrapy.fish",
            "> ~/.zfunc/_harvest  > fish/completions/harvest.fish",
        ),
        ("in a scrapy.cfg; Scrapy's own; scrapyd", "in a scrapy.cfg; Scrapy's own; scrapyd"),
    ],
)
def test_help_bears_the_name_of_the_program(text: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands and files named after the program change with it, and nothing else."""
    monkeypatch.setenv(VARIABLE, "harvest")
    assert as_started(text) == shown
    monkeypatch.delenv(VARIABLE)
    assert as_started(text) == text


def test_name_without_a_start_by_harvest(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a project, people type `scrapy`."""
    monkeypatch.delenv(VARIABLE, raising=False)
    assert program() == "scrapy"
