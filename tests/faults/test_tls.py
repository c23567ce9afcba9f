"""Servers whose certificates prove nothing: row 47, and their robots.txt: row 55."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import FaultServer

STORIES = set(map(story, range(1, 5)))


def over_tls(certificate: trustme.LeafCert) -> Callable[[socket.socket], socket.socket]:
    """Return the function that makes TLS of a connection."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return lambda plain: context.wrap_socket(plain, server_side=True)


@pytest.mark.fault(47, 55)
def test_certificates_are_verified(tmp_path: Path) -> None:
    """Self-signed, expired and others' certificates are refused, unless the user vouches for the host."""
    known, unknown = trustme.CA(), trustme.CA()
    known.cert_pem.write_to_path(tmp_path / "known.pem")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    certificates = {
        "good": known.issue_cert("127.0.0.31"),
        "self-signed": unknown.issue_cert("127.0.0.32"),
        "expired": known.issue_cert("127.0.0.33", not_after=yesterday),
        "wrong name": known.issue_cert("www.lanqiao.test"),
        "vouched for": unknown.issue_cert("127.0.0.35"),
    }
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(
                FaultServer(healthy({}), host=f"127.0.0.{number}", wrap=over_tls(certificate))
            )
            for number, (name, certificate) in enumerate(certificates.items(), 31)
        }
        origins = {name: server.origin.replace("http:", "https:") for name, server in servers.items()}
        ran = crawl(
            tmp_path / "crawl",
            ",".join(f"{origin}/" for origin in origins.values()),
            *("TLS_UNVERIFIED_HOSTS=127.0.0.35", "HOST_PATIENCE=1"),
            variables={"SSL_CERT_FILE": str(tmp_path / "known.pem")},
        )
        came = {name: ran.paths(origin) for name, origin in origins.items()}
        reasons = {name: ran.reason(f"{origin}/") for name, origin in origins.items() if not came[name]}
        asked = [server.targets() for name, server in servers.items() if not came[name]]
    assert {name for name, paths in came.items() if paths == STORIES} == {"good", "vouched for"}
    assert reasons == dict.fromkeys(("self-signed", "expired", "wrong name"), "certificate not trusted")
    assert asked == [[], [], []]
    vouched = {record["evidence"].get("tls.unverified") for record in ran.records if ".35" in record["url"]}
    others = {record["evidence"].get("tls.unverified") for record in ran.records if ".31" in record["url"]}
    assert (vouched, others) == ({"127.0.0.35"}, {None})


@pytest.mark.fault(47)
def test_certificates_without_robots(tmp_path: Path) -> None:
    """A page whose server is not trusted has failed under this name, without another try."""
    certificate = trustme.CA().issue_cert("127.0.0.1")
    with FaultServer(healthy({}), wrap=over_tls(certificate)) as server:
        start = server.origin.replace("http:", "https:") + "/"
        ran = crawl(tmp_path / "crawl", start, "ROBOTSTXT_OBEY=0", "RETRY_TIMES=2")
    assert ran.outcomes()[start]["reason"] == "certificate not trusted"
    assert ran.outcomes()[start]["tries"] == 0
    assert ran.status == 3
