"""Lists IANA's special-purpose addresses (RFC 6890). `python .ci/addresses.py` renews them."""

AS_OF = "2025-05-01"
"""Date of the registries; this state was entered by hand."""

BLOCKS = """
0.0.0.0/8 | no | "This network"
0.0.0.0/32 | no | "This host on this network"
10.0.0.0/8 | no | Private-Use
100.64.0.0/10 | no | Shared Address Space
127.0.0.0/8 | no | Loopback
169.254.0.0/16 | no | Link Local
172.16.0.0/12 | no | Private-Use
192.0.0.0/24 | no | IETF Protocol Assignments
192.0.0.0/29 | no | IPv4 Service Continuity Prefix
192.0.0.8/32 | no | IPv4 dummy address
192.0.0.9/32 | yes | Port Control Protocol Anycast
192.0.0.10/32 | yes | Traversal Using Relays around NAT Anycast
192.0.0.170/32 | no | NAT64/DNS64 Discovery
192.0.0.171/32 | no | NAT64/DNS64 Discovery
192.0.2.0/24 | no | Documentation (TEST-NET-1)
192.31.196.0/24 | yes | AS112-v4
192.52.193.0/24 | yes | AMT
192.88.99.0/24 | n/a | Deprecated (6to4 Relay Anycast)
192.88.99.2/32 | no | 6a44-relay anycast address
192.168.0.0/16 | no | Private-Use
192.175.48.0/24 | yes | Direct Delegation AS112 Service
198.18.0.0/15 | no | Benchmarking
198.51.100.0/24 | no | Documentation (TEST-NET-2)
203.0.113.0/24 | no | Documentation (TEST-NET-3)
240.0.0.0/4 | no | Reserved
255.255.255.255/32 | no | Limited Broadcast
::1/128 | no | Loopback Address
::/128 | no | Unspecified Address
::ffff:0:0/96 | no | IPv4-mapped Address
64:ff9b::/96 | yes | IPv4-IPv6 Translat.
64:ff9b:1::/48 | no | IPv4-IPv6 Translat.
100::/64 | no | Discard-Only Address Block
100:0:0:1::/64 | no | Dummy IPv6 Prefix
2001::/23 | no | IETF Protocol Assignments
2001::/32 | n/a | TEREDO
2001:1::1/128 | yes | Port Control Protocol Anycast
2001:1::2/128 | yes | Traversal Using Relays around NAT Anycast
2001:1::3/128 | yes | DNS-SD Service Registration Protocol Anycast
2001:2::/48 | no | Benchmarking
2001:3::/32 | yes | AMT
2001:4:112::/48 | yes | AS112-v6
2001:10::/28 | n/a | Deprecated (previously ORCHID)
2001:20::/28 | yes | ORCHIDv2
2001:30::/28 | yes | Drone Remote ID Protocol Entity Tags (DETs) Prefix
2001:db8::/32 | no | Documentation
2002::/16 | n/a | 6to4
2620:4f:8000::/48 | yes | Direct Delegation AS112 Service
3fff::/20 | no | Documentation
5f00::/16 | no | Segment Routing (SRv6) SIDs
fc00::/7 | no | Unique-Local
fe80::/10 | no | Link-Local Unicast
"""
"""Each block, whether it is globally reachable (n/a: the registry leaves it open), and its name."""
