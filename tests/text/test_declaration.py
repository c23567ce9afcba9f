"""Declarations of the encoding, where browsers find them and where templates hide them."""

from __future__ import annotations

import pytest

from crawler.text.declaration import Declaration, declarations


def declared(html: str) -> str | None:
    """Return the name that a page declares in itself."""
    return next((statement.name for statement in declarations(html.encode("latin-1"))), None)


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("text/html; charset=gb2312", "gb2312"),
        ("text/html;charset=GBK", "GBK"),
        ('text/html; charset="utf-8"; x=y', "utf-8"),
        ("text/html; Charset = utf-8", "utf-8"),
        ("text/html; boundary=a; charset=big5;", "big5"),
        ("charset=gbk", "gbk"),
    ],
)
def test_header(header: str, label: str) -> None:
    """The header's parameter is found in any case and quoting."""
    assert [statement.label for statement in declarations(b"", header)] == [label]


@pytest.mark.parametrize("header", [None, "", "text/html", "text/html; charset", "text/html; xcharset=gbk"])
def test_header_without_charset(header: str | None) -> None:
    """A header without the parameter declares nothing."""
    assert declarations(b"", header) == ()


@pytest.mark.fault(95)
@pytest.mark.parametrize(
    "tag",
    [
        "<meta charset=gbk>",
        "<META CHARSET='GBK' />",
        '<meta\n\tcharset = "gbk">',
        "<meta/charset=gbk>",
        '<meta charset="gbk"name=x>',
        "<meta <meta charset=gbk>",
        "<meta x' charset=gbk>",
        "<meta x=y' charset=gbk>",
        '<meta x="" charset=gbk charset=utf-8>',
        '<meta x=">" charset=gbk>',
        '<meta charset=gbk content="text/html; charset=utf-8" http-equiv=content-type>',
        '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
        '<meta content="text/html; charset=gbk" http-equiv="content-type">',
        "<meta http-equiv=Content-Type content='text/html;charset=\"gbk\"'>",
        '<meta http-equiv=Content-Type content=" charset  =  gbk ; x">',
        '<meta http-equiv=Content-Type content="charset text; charset=gbk">',
        "<meta http-equiv=content-type content=text/html; charset=gbk>",
        "<meta charset=nonsense><meta charset=gbk>",
        "<meta name=charset content=utf-8><meta charset=gbk>",
        "<!-- <meta charset=utf-8> --><meta charset=gbk>",
        "<!--><meta charset=gbk>",
        "<!---><meta charset=gbk> -->",
        "<script>'<meta charset=utf-8>'</script><meta charset=gbk>",
        "<style><meta charset=utf-8></style><meta charset=gbk>",
        "<a title='<meta charset=utf-8>'><meta charset=gbk>",
        "</a title='<meta charset=utf-8>'><meta charset=gbk>",
        "<!doctype html '><meta charset=gbk>",
        "<?xml version='1.0' encoding='utf-8'?><meta charset=gbk>",
        "<html \xf1><meta charset=gbk>",
        "< <meta charset=gbk>",
        f"<!-- {'x' * 5000} --><meta charset=gbk>",
        f"{'<link rel=stylesheet href=a.css>' * 1000}<meta charset=gbk>",
    ],
)
def test_meta(tag: str) -> None:
    """A declaration is found in every form that browsers understand, and far into the page."""
    assert declared(f"<!DOCTYPE html><html>{tag}<p>") == "gbk" or declared(tag) == "gbk"


@pytest.mark.fault(95)
@pytest.mark.parametrize(
    "tag",
    [
        "<meta charset=gbk",
        '<meta charset="gbk',
        '<meta charset="',
        "<metacharset=gbk>",
        "<meta x='y charset=gbk>",
        '<meta charset="gbk><p>"</p>',
        '<meta charset=gbk">',
        "<meta name=x content='text/html; charset=gbk'>",
        "<meta content='text/html; charset=gbk'>",
        "<meta http-equiv='Content-Type ' content='text/html; charset=gbk'>",
        "<meta http-equiv='Content-Style-Type' content='text/html; charset=gbk'>",
        "<meta http-equiv='Content-Type' content='text/html; charset='>",
        '<meta http-equiv="Content-Type" content="text/html; charset=gbk',
        '<meta http-equiv="Content-Type<meta charset="gbk">',
        '<p title="x>\n<meta charset=gbk>\n<p>"</p>',
        "<!-- <meta charset=gbk>",
        "<script>document.write('<meta charset=gbk>')</script>",
        "<script><meta charset=gbk>",
        "<p>charset=gbk &lt;meta charset=gbk>",
        f"{' ' * 70000}<meta charset=gbk>",
    ],
)
def test_no_meta(tag: str) -> None:
    """Unfinished tags, and those in comments or scripts, are no declarations."""
    assert declared(tag) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [("utf-16", "utf-8"), ("utf-16be", "utf-8"), ("x-user-defined", "windows-1252"), ("gb2312", "gbk")],
)
def test_impossible_labels(label: str, name: str) -> None:
    """A meta tag that could be read as ASCII cannot mean UTF-16."""
    assert declarations(f"<meta charset={label}>".encode()) == (Declaration(label, name),)


@pytest.mark.parametrize(
    ("xml", "label"),
    [
        ('<?xml version="1.0" encoding="GB2312"?><rss/>', "GB2312"),
        ("<?xml version='1.0' encoding = 'utf-8' ?>", "utf-8"),
    ],
)
def test_xml(xml: str, label: str) -> None:
    """An XML declaration declares, too."""
    assert [statement.label for statement in declarations(xml.encode())] == [label]


@pytest.mark.parametrize(
    "xml", [" <?xml encoding='gbk'?>", "<?xml version='1.0'?> encoding='gbk'", "<?xml encoding='gbk"]
)
def test_no_xml(xml: str) -> None:
    """It must begin the document, and be whole."""
    assert declarations(xml.encode()) == ()


def test_order() -> None:
    """Header, meta tag and XML declaration come in this order."""
    body = b"<?xml version='1.0' encoding='big5'?><meta charset=gbk>"
    labels = [statement.label for statement in declarations(body, "text/html; charset=utf-8")]
    assert labels == ["utf-8", "gbk", "big5"]
