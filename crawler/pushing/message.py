"""Builds the messages that receivers get, and their JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import msgspec

from crawler.items import FIRST_SCHEMA, Article
from crawler.ledger.events import Event, EventKind
from crawler.ledger.removals import Removal, Restoration
from crawler.publishers.registry import publisher_of
from crawler.records.lines import json_line
from crawler.records.schema import JsonSchema, schema_of
from crawler.text.urls import host_of

SCHEMA = "event/1"
"""The version of the message. A change that breaks a receiver raises the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMessage:
    """A change of an article, as receivers get it."""

    schema: str
    """The version of this message: `event/1`."""
    id: str
    """The event's id. It stays the same if the event is sent again: receivers ignore an id that they know."""
    crawl: str
    """Id of the crawl's sequence of events; a ledger that is made anew has another one."""
    serial: int
    """Number of the event in this sequence, from 1."""
    kind: EventKind
    """`new`, `changed` (a later revision), `removed`, or `restored` (a removed article is back)."""
    time: str
    """Time at which the change was stored: ISO 8601, UTC."""
    article: Article | None
    """The record, as its line in articles.jsonl has it; null for a removal and a restoration."""
    removal: Removal | Restoration | None
    """The line of removals.jsonl; null for an article."""


def event_schema() -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of a message. Articles of earlier versions may be in it, too."""
    schema = schema_of(EventMessage, SCHEMA)
    properties = cast("dict[str, JsonSchema]", schema["properties"])
    properties["schema"]["const"] = SCHEMA
    earlier = {"type": "object", "properties": {"schema": {"const": FIRST_SCHEMA}}, "required": ["schema"]}
    options = cast("list[object]", properties["article"]["anyOf"])
    properties["article"]["anyOf"] = [*options, earlier]
    return schema


@dataclass(frozen=True, slots=True)
class Message:
    """An event that is ready to be sent."""

    event: Event
    publisher: str
    """Name of the publisher, or host of an unknown one: `china.org.cn`."""
    record: bytes
    """The line of the article, or of the removal, without its line feed."""
    body: bytes
    """The whole message: one line of JSON without its line feed."""


def message_of(event: Event, record: bytes, log: str) -> Message:
    """Build the message of an event from its line."""
    line = msgspec.Raw(record)
    is_article = event.revision is not None
    message = {
        "schema": SCHEMA,
        "id": event.id,
        "crawl": log,
        "serial": event.serial,
        "kind": event.kind,
        "time": event.noted,
        "article": line if is_article else None,
        "removal": None if is_article else line,
    }
    return Message(event, _publisher(event, record), record, json_line(message).rstrip(b"\n"))


class NamedLine(msgspec.Struct):
    """The fields of an article's line that name it."""

    id: str
    revision: int
    publisher: str | None = None
    url: str = ""


def _publisher(event: Event, record: bytes) -> str:
    named = msgspec.json.decode(record, type=NamedLine) if event.revision is not None else None
    url = named.url if named is not None else event.url or ""
    known = publisher_of(url)
    return (named.publisher if named is not None else None) or (known.name if known else host_of(url))
