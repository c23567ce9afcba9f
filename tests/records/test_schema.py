"""Tests of the JSON Schema of the record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from crawler import items
from crawler.items import Article, Dateline, Photo
from crawler.records import schema
from crawler.records.lines import article_line
from tests.records.examples import article, articles, full_article

SCHEMA: dict[str, Any] = schema.article_schema()


def errors(record: Mapping[str, Any]) -> list[str]:
    """Return the errors that the schema reports."""
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(dict(record))]


def parsed(record: Article) -> dict[str, Any]:
    """Return the value that a reader gets."""
    return cast("dict[str, Any]", json.loads(article_line(record)))


def test_shipped_schema_is_up_to_date() -> None:
    """The file in the package equals the output of `scrapy schema`."""
    assert schema.shipped_schema() == schema.schema_text()


def test_schema_is_a_schema() -> None:
    """The schema is valid by its own standard."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("record", [article(), full_article()])
def test_records_are_valid(record: Article) -> None:
    """An empty record and a full one pass."""
    assert errors(parsed(record)) == []


@given(articles())
def test_any_record_has_the_declared_shape(record: Article) -> None:
    """Whatever text a record holds, its shape passes; only constants can be wrong."""
    shaped = parsed(record) | {"schema": items.SCHEMA, "id": "0" * 16, "headline": "x"}
    assert errors(shaped) == []


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "article/1"},
        {"id": "short"},
        {"headline": ""},
        {"revision": 0},
        {"body": "text"},
        {"body": [1]},
        {"dateline": {"text": "X --"}},
        {"photos": [{}]},
        {"evidence": {"a": 1}},
        {"unknown": 1},
    ],
)
def test_wrong_records_are_refused(change: dict[str, Any]) -> None:
    """Wrong constants, wrong types and unknown keys fail."""
    assert errors(parsed(article()) | change)


def test_every_key_is_required() -> None:
    """A reader may rely on every key."""
    for name in parsed(article()):
        assert errors({key: value for key, value in parsed(article()).items() if key != name})


@pytest.mark.parametrize(
    ("record", "properties"),
    [
        (Article, SCHEMA["properties"]),
        (Dateline, SCHEMA["$defs"]["Dateline"]["properties"]),
        (Photo, SCHEMA["$defs"]["Photo"]["properties"]),
    ],
)
def test_every_field_is_described(record: Any, properties: dict[str, Any]) -> None:
    """Each field of the declaration stands in the schema, in order, with its documentation."""
    assert list(properties) == [field.name for field in fields(record)]
    assert all(len(value["description"]) > 10 for value in properties.values())


def test_unknown_types_are_refused() -> None:
    """A field of a type that the schema has no word for is an error, not an empty schema."""
    with pytest.raises(TypeError, match="no word for"):
        schema._value_schema(bytes)
