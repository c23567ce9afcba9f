"""Which addresses are public, in all the spellings that a URL may have."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.safety.addresses import Allowed, AllowedHostError, is_public, literal_address

PRIVATE = """
127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
0.1.2.3 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
192.0.0.1 ::1 :: fe80::1 fc00::1 fd00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101::1
2001:0:4136:e378:8000:63bf:80ff:fffe
""".split()
PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 202.108.22.5 2606:4700::1111 64:ff9b::808:808 2002:808:808::1".split()
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
    """What the public internet routes is public, by NAT64 and 6to4 as well."""
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_mapped_addresses_are_judged_as_what_they_stand_for(address: ipaddress.IPv4Address) -> None:
    """An IPv4 address inside an IPv6 one is as public as by itself."""
    mapped, translated = (f"::ffff:{address}", f"64:ff9b::{int(address) >> 16:x}:{int(address) & 0xFFFF:x}")
    assert is_public(ipaddress.ip_address(mapped)) == is_public(address)
    assert is_public(ipaddress.ip_address(translated)) == is_public(address)


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
    """A setting that cannot be read is an error that says what to write."""
    with pytest.raises(AllowedHostError, match=r"write, for example, 127\.0\.0\.1"):
        Allowed.parse([entry])
