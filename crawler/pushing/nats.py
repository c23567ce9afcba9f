"""Publishes messages to a stream of NATS JetStream. Needs nats-py, the extra `nats`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import MaxPayloadError
from nats.js.errors import APIError, NoStreamResponseError

from crawler.pushing.errors import NotDeliveredError, RefusedError
from crawler.pushing.message import Message
from crawler.pushing.sink import CONNECT_SECONDS, SinkTerms, late_words

_ID = "Nats-Msg-Id"
"""Header by which a stream ignores a message that it has already."""
_NO_TOKEN = re.compile(r"[^\w-]+")
"""Characters that are not used in a token of a subject."""


@dataclass(frozen=True, slots=True)
class Login:
    """A user with a password, or a token without a user."""

    user: str | None
    password: str | None


class Nats:
    """Publishes events to the subjects `PREFIX.PUBLISHER.KIND`: `news.china_org_cn.new`.

    Each event waits for the acknowledgement of the one before: a stream may lose a message and take the next.
    """

    size = 100
    """Events between two acknowledgements that are stored."""

    def __init__(self, url: str, prefix: str, login: Login, terms: SinkTerms) -> None:
        self._url = url
        self._prefix = prefix
        self._login = login
        self._seconds = terms.answer_seconds
        self._runner: asyncio.Runner | None = None
        self._client: Client | None = None

    def send(self, messages: Sequence[Message]) -> None:
        """Publish the messages, one by one."""
        runner = self._runner = self._runner or asyncio.Runner()
        try:
            runner.run(self._publish(messages))
        except NoStreamResponseError as error:
            raise RefusedError(
                f"no stream takes the subjects {self._prefix}.>: create one, such as"
                f" nats stream add NEWS --subjects '{self._prefix}.>'"
            ) from error
        except MaxPayloadError as error:
            raise RefusedError(f"{error}: raise max_payload of the server") from error
        except TimeoutError as error:
            raise NotDeliveredError(f"no acknowledgement: {late_words(self._seconds)}") from error
        except (NatsError, APIError, OSError) as error:
            raise NotDeliveredError(f"no acknowledgement: {error or type(error).__name__}") from error

    async def _publish(self, messages: Sequence[Message]) -> None:
        if self._client is None:
            self._client = Client()
            await self._client.connect(
                self._url,
                allow_reconnect=False,
                max_reconnect_attempts=1,  # 0 would mean no limit, also for the first connection
                reconnect_time_wait=0,
                connect_timeout=int(CONNECT_SECONDS),
                error_cb=_ignore,  # the error is raised as well
                user=self._login.user,
                password=self._login.password if self._login.user else None,
                token=None if self._login.user else self._login.password,
            )
        stream = self._client.jetstream(timeout=self._seconds)
        for message in messages:
            await stream.publish(self._subject(message), message.body, headers={_ID: message.event.id})

    def _subject(self, message: Message) -> str:
        publisher = _NO_TOKEN.sub("_", message.publisher) or "_"
        return f"{self._prefix}.{publisher}.{message.event.kind}"

    def close(self) -> None:
        """Close the connection."""
        runner, self._runner = self._runner, None
        client, self._client = self._client, None
        if runner is None:
            return
        with runner:
            if client is not None:
                runner.run(client.close())


async def _ignore(_: Exception) -> None:
    """Do nothing."""
