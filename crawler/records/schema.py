"""Builds the JSON Schema of a record from its dataclasses and their field docs."""

from __future__ import annotations

import ast
import inspect
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import resources
from itertools import pairwise

from crawler.items import SCHEMA, Article
from crawler.records.lines import json_text

SHIPPED = "article.schema.json"
"""Name of the schema's file inside the package."""

JsonSchema = dict[str, object]

_SCALARS: dict[object, JsonSchema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
}


def article_schema() -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of one line of `articles.jsonl`.

    Every key is always present: a missing value is null, an empty list or an empty string.
    """
    return schema_of(Article, SCHEMA)


def schema_of(record: type, version: str) -> JsonSchema:
    """Return the JSON Schema of a dataclass whose lines have this `schema`, with the records in it."""
    records = {each.__name__: _record_schema(each) for each in _records(record)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:china-news-harvester:{version}",
        "title": record.__name__,
        **records.pop(record.__name__),
        "$defs": records,
    }


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json_text(article_schema())


def shipped_schema() -> str:
    """Return the text of the schema that the package ships."""
    return resources.files("crawler.records").joinpath(SHIPPED).read_text(encoding="utf-8")


def _records(root: type) -> list[type]:
    """Return the record types inside a record, with its own, without base classes."""
    records: list[type] = []
    waiting: list[type] = [root]
    while waiting:
        record = waiting.pop()
        records.append(record)
        inner = {part for hint in typing.get_type_hints(record).values() for part in _parts(hint)}
        waiting += [part for part in inner if is_dataclass(part) and part not in records + waiting]
    return sorted(records, key=lambda record: record.__name__)


def _parts(hint: object) -> set[type]:
    arguments = typing.get_args(hint)
    if arguments:
        return set().union(*(_parts(argument) for argument in arguments))
    return {hint} if isinstance(hint, type) else set()


def _record_schema(record: type) -> JsonSchema:
    hints, docs = typing.get_type_hints(record), field_docs(record)
    names = [field.name for field in fields(record)]
    properties: JsonSchema = {
        name: {"description": docs[name], **_value_schema(hints[name])} for name in names
    }
    return {
        "description": inspect.cleandoc(record.__doc__ or ""),
        "type": "object",
        "properties": _with_constants(properties) if record is Article else properties,
        "required": names,
        "additionalProperties": False,
    }


def _value_schema(hint: object) -> JsonSchema:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [each.value for each in hint]}
    if isinstance(hint, types.UnionType):
        return _union_schema([_value_schema(option) for option in typing.get_args(hint)])
    return _container_schema(hint)


def _container_schema(hint: object) -> JsonSchema:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _value_schema(arguments[0])}
    if typing.get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _value_schema(arguments[1])}
    raise TypeError(f"the schema has no word for {hint!r}")


def _union_schema(options: list[JsonSchema]) -> JsonSchema:
    if all(option.keys() == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}


def _with_constants(properties: JsonSchema) -> JsonSchema:
    by_name = typing.cast("dict[str, JsonSchema]", properties)
    by_name["schema"] = {**by_name["schema"], "const": SCHEMA}
    by_name["id"] = {**by_name["id"], "pattern": "^[0-9a-f]{16}$"}
    by_name["headline"] = {**by_name["headline"], "minLength": 1}
    by_name["revision"] = {**by_name["revision"], "minimum": 1}
    return dict(by_name)


def field_docs(record: type) -> dict[str, str]:
    """Return the docstrings of a dataclass's fields, with those of its base classes."""
    docs: dict[str, str] = {}
    for parent in reversed(record.__mro__):
        if is_dataclass(parent):
            docs |= _own_field_docs(parent)
    return docs


def _own_field_docs(record: type) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(record))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    return {
        statement.target.id: " ".join(inspect.cleandoc(doc.value.value).split())
        for statement, doc in pairwise(body)
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        if isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }
