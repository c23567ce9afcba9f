"""Which addresses are public, in all the spellings that a URL may have."""

from __future__ import annotations

import ipaddress
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crawler.safety.addresses import Allowed, AllowedHostError, is_public, literal_address
from crawler.safety.special_addresses import BLOCKS
from tests.house.site import ROOT

PRIVATE = """
127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
0.1.2.3 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
192.0.0.1 ::1 :: fe80::1 fc00::1 fd00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101::1
2001:0:4136:e378:8000:63bf:80ff:fffe
192.0.0.192 192.88.99.1 192.88.99.2 192.0.0.170 192.0.0.255 64:ff9b:1::808:808 fec0::1 ::8.8.8.8
::ffff:8.8.8.8 5f00::1 3fff::1 3fff:fff:ffff::1 100::1 100:0:0:1::1 2001:2::1 2001:10::1 2001:1::4
4000::1 1fff::1 e000::1
2a00:1450::5efe:7f00:1 2a00:1450::200:5efe:a9fe:a9fe 2606:4700::300:5efe:a00:1 2606:4700::100:5efe:c0a8:1
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 93.184.216.34 202.108.22.5 192.0.0.9 192.0.0.10 192.31.196.1 192.0.1.1 192.88.98.1
223.255.255.255 2606:4700::1111 64:ff9b::808:808 2002:808:808::1 2001:1::1 2001:4:112::1 2001:200::1
2400:3200::1 2620:4f:8000::1 3ffe::1 3fff:1000::1
2a00:1450::5efe:808:808 2606:4700::200:5efe:101:101 2606:4700::5eff:7f00:1 2606:4700::5efe:0:7f00:1
""".split()
SPELLINGS = {
    "http://2130706433/": "127.0.0.1",
    "http://0x7f.1/": "127.0.0.1",
    "http://127.1/": "127.0.0.1",
    "http://0177.0.0.1/": "127.0.0.1",
    "http://0x7f000001/": "127.0.0.1",
    "http://１２７.０.０.１/": "127.0.0.1",
    "http://127。0。0。1/": "127.0.0.1",
    "http://%31%32%37.0.0.1/": "127.0.0.1",
    "http://127.0.0.1./": "127.0.0.1",
    "http://[::ffff:127.0.0.1]/": "::ffff:7f00:1",
    "http://[0:0:0:0:0:ffff:7f00:1]:8000/": "::ffff:7f00:1",
    "http://user:pass@10.0.0.1/": "10.0.0.1",
    "http:\\\\10.0.0.1\\": "10.0.0.1",
}


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.fault(18, 20)
def test_special_addresses_are_not_public(address: str) -> None:
    """Loopback, private, link-local, shared, multicast and reserved ranges, however embedded."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_other_addresses_are(address: str) -> None:
    """Addresses that the public internet routes are public, by NAT64 and 6to4 as well."""
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_mapped_addresses_are_judged_as_what_they_stand_for(address: ipaddress.IPv4Address) -> None:
    """An address that leads to an IPv4 address is as public as that; a mapped one only if allowed."""
    high, low = int(address) >> 16, int(address) & 0xFFFF
    for leading in (f"64:ff9b::{high:x}:{low:x}", f"2002:{high:x}:{low:x}::1"):
        assert is_public(ipaddress.ip_address(leading)) == is_public(address)
    mapped = ipaddress.ip_address(f"::ffff:{address}")
    assert not is_public(mapped)
    assert Allowed.parse([str(address)]).admits("a.example", mapped)


@given(st.ip_addresses())
def test_no_range_is_forgotten(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """Addresses that Python calls private, loopback, link-local, reserved or multicast are not public."""
    assume(not address.is_global or address.is_multicast)
    rows = [row for row in BLOCKS.strip().splitlines() if address in network_of(row)]
    assert not is_public(address) or any(" | yes | " in row for row in rows)


def network_of(row: str) -> Any:
    """Return the network of a row."""
    return ipaddress.ip_network(row.partition(" ")[0])


HEAD = (
    "Address Block,Name,RFC,Allocation Date,Termination Date"
    ",Source,Destination,Forwardable,Globally Reachable\n"
)
IPV4 = '''0.0.0.0/8,"""This network""","[RFC791], Section 3.2",1981-09,N/A,True,False,False,False
192.0.0.0/24 [2],IETF Protocol Assignments,"[RFC6890], Section 2.1",2010-01,N/A,False,False,False,False [3]
"192.0.0.170/32, 192.0.0.171/32",NAT64/DNS64 Discovery,"[RFC8880]",2013-02,N/A,False,False,False,False
192.88.99.0/24,Deprecated (6to4 Relay Anycast),[RFC7526],2001-06,2015-03,,,,N/A
'''
IPV6 = """2001::/32,TEREDO,"[RFC4380]",2006-01,N/A,True,True,True,N/A [2]
2001:3::/32,AMT,[RFC7450],2014-12,N/A,True,True,True,True
"""


def test_the_registries_are_read_as_iana_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Footnotes are left out, two blocks in a cell are two rows; a fault leaves the module."""
    renew = runpy.run_path(str(ROOT / ".ci" / "addresses.py"))
    files = [tmp_path / name for name in ("v4.csv", "v6.csv")]
    for file, text in zip(files, (IPV4, IPV6), strict=True):
        file.write_text(HEAD + text, "utf-8")
    output = tmp_path / "written.py"
    monkeypatch.setitem(renew["main"].__globals__, "OUTPUT", output)
    renew["main"]([str(file) for file in files])
    written = runpy.run_path(str(output))
    assert written["BLOCKS"].strip().splitlines() == [
        '0.0.0.0/8 | no | "This network"',
        "192.0.0.0/24 | no | IETF Protocol Assignments",
        "192.0.0.170/32 | no | NAT64/DNS64 Discovery",
        "192.0.0.171/32 | no | NAT64/DNS64 Discovery",
        "192.88.99.0/24 | n/a | Deprecated (6to4 Relay Anycast)",
        "2001::/32 | n/a | TEREDO",
        "2001:3::/32 | yes | AMT",
    ]
    before = output.read_bytes()
    for names in ([str(files[0])], [str(files[0])] * 2):
        with pytest.raises(SystemExit):
            renew["main"](names)
    files[1].write_text(HEAD.replace("Globally", "Global") + IPV6, "utf-8")
    with pytest.raises(KeyError):
        renew["main"]([str(file) for file in files])
    assert output.read_bytes() == before


@pytest.mark.fault(18)
@pytest.mark.parametrize(("url", "address"), SPELLINGS.items())
def test_spellings(url: str, address: str) -> None:
    """Decimal, octal, hexadecimal, short, wide and escaped spellings are the address browsers read."""
    assert literal_address(url) == ipaddress.ip_address(address)
    assert not Allowed().admits_by_name(url)


@pytest.mark.parametrize(
    ("url", "admitted"),
    [
        ("http://news.example.com/", True),
        ("http://localhost/", False),
        ("http://www.localhost:80/", False),
        ("http://metadata.google.internal/computeMetadata/v1/", False),
        ("http://printer.local/", False),
        ("http://intranet/", False),
        ("http://8.8.8.8/", True),
    ],
)
@pytest.mark.fault(20)
def test_names(url: str, admitted: bool) -> None:
    """Names of this machine and of local networks are known without asking anyone."""
    assert Allowed().admits_by_name(url) is admitted


def test_exceptions() -> None:
    """Hosts, addresses and networks can be allowed, with or without a port, and nothing beside them is."""
    allowed = Allowed.parse(["127.0.0.1", " Intranet.Example.com:8080", "10.0.0.0/8", "[fd00::1]", ""])
    loopback, inner = ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("192.168.0.9")
    assert allowed.admits("a.example", loopback)
    assert allowed.admits("intranet.example.com", inner)
    assert not allowed.admits("a.example", inner)
    assert allowed.admits_by_name("http://10.1.2.3/")
    assert allowed.admits_by_name("http://[fd00::1]/")
    assert not allowed.admits_by_name("http://127.0.0.2/")


@pytest.mark.parametrize("entry", ["10.0.0.0/99", "a b", "http://a.example/"])
def test_what_is_no_host_is_said(entry: str) -> None:
    """An invalid setting is an error that gives the remedy."""
    with pytest.raises(AllowedHostError, match=r"write, for example, 127\.0\.0\.1"):
        Allowed.parse([entry])
