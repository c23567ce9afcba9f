"""Tests of the inspection of pictures: the bytes alone count, and malice is refused before it is decoded."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress

import pytest
from PIL import Image

from crawler.pictures.inspection import UnusablePictureError, inspect_picture
from crawler.reasons import Cause
from tests.pictures.images import HTML, SVG, bomb, drawn, encoded, jpeg, scan_bomb, with_exif, with_iptc

MOST = 64_000_000
CAMERA_CAPTION, AUTHOR, COPYRIGHT, ORIENTATION = 270, 315, 33432, 274


@pytest.mark.parametrize(
    ("kind", "type_", "ending"),
    [
        ("JPEG", "image/jpeg", "jpg"),
        ("PNG", "image/png", "png"),
        ("GIF", "image/gif", "gif"),
        ("WEBP", "image/webp", "webp"),
        ("AVIF", "image/avif", "avif"),
        ("BMP", "image/bmp", "bmp"),
    ],
)
def test_type_and_size_are_those_of_the_bytes(kind: str, type_: str, ending: str) -> None:
    """Every format of the web is described by its own bytes."""
    body = encoded(drawn(size=(320, 240)), kind)
    file = inspect_picture(body, MOST)
    digest = hashlib.sha256(body).hexdigest()
    assert (file.type, file.width, file.height, file.size) == (type_, 320, 240, len(body))
    assert (file.path, file.sha256) == (f"photos/{digest[:2]}/{digest}.{ending}", digest)


def distance(one: str, other: str) -> int:
    """Return the number of different bits of two hashes."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_near_duplicates_have_near_hashes() -> None:
    """Another size, format or quality, or a turn by Exif, changes few bits; another picture changes many."""
    original = inspect_picture(jpeg(1), MOST).phash
    turned = drawn(1).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # shown turned to the right
    copies = (
        encoded(drawn(1, (800, 600)), quality=40),
        encoded(drawn(1), "PNG"),
        encoded(drawn(1, mode="L")),
        encoded(drawn(1, mode="CMYK")),
        encoded(turned, exif=exif),
    )
    assert len(original) == 16
    assert max(distance(original, inspect_picture(copy, MOST).phash) for copy in copies) <= 4
    assert distance(original, inspect_picture(jpeg(2), MOST).phash) > 16


def test_transparent_parts_are_white() -> None:
    """The colour of invisible pixels does not count."""
    hashes = set()
    for colour in ((255, 0, 0, 0), (0, 0, 0, 0)):
        image = drawn(3, mode="RGBA")
        image.paste(Image.new("RGBA", (160, 240), colour))
        hashes.add(inspect_picture(encoded(image, "PNG"), MOST).phash)
    assert len(hashes) == 1


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (HTML, Cause.NOT_A_PICTURE),
        (b"", Cause.NOT_A_PICTURE),
        (b"%PDF-1.7 ", Cause.NOT_A_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", Cause.NOT_A_PICTURE),
        (SVG, Cause.PICTURE_SVG),
        (b"\xef\xbb\xbf<svg onload='x()'/>", Cause.PICTURE_SVG),
        (b"<!-- drawn --> <svg/>", Cause.PICTURE_SVG),
        (bomb(), Cause.PICTURE_PIXELS),
        (bomb(9000, 9000), Cause.PICTURE_PIXELS),
        (bomb(1, 2**31 - 1), Cause.PICTURE_PIXELS),
        (scan_bomb(20_000), Cause.PICTURE_PIXELS),
        (jpeg()[:-400], Cause.PICTURE_DAMAGED),
        (encoded(drawn(), "PNG")[:-400], Cause.PICTURE_DAMAGED),
        (encoded(drawn(), "WEBP")[:-400], Cause.PICTURE_DAMAGED),
        (jpeg()[:200], Cause.PICTURE_DAMAGED),
    ],
)
def test_malice_is_refused(body: bytes, cause: Cause) -> None:
    """Each kind has its reason, and costs next to nothing."""
    began = time.process_time()
    with pytest.raises(UnusablePictureError) as refused:
        inspect_picture(body, MOST)
    assert refused.value.reason.cause is cause
    assert time.process_time() - began < 1.0


def test_any_bytes_are_a_picture_or_refused() -> None:
    """Whatever byte is wrong, no other error comes out."""
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        whole = encoded(drawn(4, (40, 30)), kind)
        for place in range(0, len(whole), max(1, len(whole) // 60)):
            broken = bytearray(whole)
            broken[place] ^= 0xFF
            with suppress(UnusablePictureError):
                inspect_picture(bytes(broken), MOST)


def test_texts_of_iptc() -> None:
    """Agencies write caption, makers and rights as IPTC, in UTF-8 or the encoding of their country."""
    fields = [
        (1, 90, b"\x1b%G"),
        (2, 80, "吴林".encode()),
        (2, 110, b"Example"),
        (2, 116, "© Example".encode()),
        (2, 120, "船闸打开，\r渔船通过。".encode()),
    ]
    file = inspect_picture(with_iptc(fields), MOST)
    assert (file.caption, file.credit, file.rights) == ("船闸打开， 渔船通过。", "吴林/Example", "© Example")
    chinese = "渔船通过新的船闸，记者在现场看到工人正在检查。"
    old = inspect_picture(with_iptc([(2, 120, chinese.encode("gb18030"))]), MOST)
    assert (old.caption, old.credit, old.rights) == (chinese, None, None)


def test_texts_of_exif() -> None:
    """Cameras write artist and copyright; their own captions say nothing."""
    tags = {CAMERA_CAPTION: "OLYMPUS DIGITAL CAMERA", AUTHOR: "Lin Wu", COPYRIGHT: "Lin Wu 2024\0"}
    file = inspect_picture(with_exif(tags), MOST)
    assert (file.caption, file.credit, file.rights) == (None, "Lin Wu", "Lin Wu 2024")


XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Example">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A lock.</rdf:li>
<rdf:li xml:lang="fr">Une écluse.</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Lin Wu</rdf:li><rdf:li>He Qiao</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li>© &e; Example</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_texts_of_xmp(kind: str) -> None:
    """XMP is read without its entities; a damaged packet costs only itself."""
    file = inspect_picture(encoded(drawn(), kind, xmp=XMP.encode()), MOST)
    assert (file.caption, file.credit) == ("A lock.", "Lin Wu, He Qiao/Example")
    assert file.rights is not None
    assert file.rights.replace(" ", "") in ("©&e;Example", "©Example", "©")
    damaged = inspect_picture(encoded(drawn(), kind, xmp=b"\0<x:xmp"), MOST)
    assert damaged.caption is None


def test_iptc_goes_before_exif() -> None:
    """The caption of the agency is better than that of the camera."""
    plain = with_exif({CAMERA_CAPTION: "A boat"})
    both = with_iptc([(2, 120, b"A boat at the lock.")])
    exif_segment = plain[2 : 4 + int.from_bytes(plain[4:6], "big")]
    assert inspect_picture(both[:2] + exif_segment + both[2:], MOST).caption == "A boat at the lock."
