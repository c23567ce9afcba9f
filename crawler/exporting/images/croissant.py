"""Describes exported pictures in Croissant 1.0, the vocabulary of MLCommons (http://mlcommons.org/croissant/1.0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from crawler.exporting.images.digests import Resource
from crawler.exporting.images.pictures import UNKNOWN, Picture
from crawler.items import PictureFile, Rights
from crawler.pictures.names import ENDINGS
from crawler.records.schema import field_docs
from crawler.text.counts import counted

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The standard context, which validators compare."""
_TYPES = {"str": "sc:Text", "str | None": "sc:Text", "int": "sc:Integer", "bool": "sc:Boolean"}
_PICTURES = "picture-files"
_JSON_LINES = "application/jsonlines"


@dataclass(slots=True)
class StatedRights:
    """The rights that articles and files of pictures state, counted by picture."""

    licenses: Counter[str | None] = field(default_factory=Counter)
    """Licences of the articles."""
    reserved: int = 0
    """Pictures of articles with a reservation from text and data mining."""
    own: int = 0
    """Pictures whose files state other rights than their articles do."""

    def add(self, rights: Rights | None, file: PictureFile) -> None:
        """Count the rights of one picture."""
        license_ = rights.license if rights else None
        self.licenses[license_] += 1
        self.reserved += bool(rights and rights.reservations)
        self.own += bool(file.rights and file.rights != license_)

    @property
    def license(self) -> str | None:
        """The licence that all articles state, if no file states other rights; otherwise None."""
        return next(iter(self.licenses)) if len(self.licenses) == 1 and not self.own else None

    @property
    def words(self) -> str:
        """A description of the pictures and their rights."""
        pictures = counted(self.licenses.total(), "picture")
        licensed = self.licenses.total() - self.licenses[None]
        return (
            f"{pictures} of news articles, each with the caption and the credit that the page prints. "
            f"The articles of {licensed:,} of them state a licence (rights_license), those of "
            f"{self.reserved:,} a reservation from text and data mining (rights_reservations). "
            f"The files of {self.own:,} state rights of their own (file_rights)."
        )


def description(rights: StatedRights, files: dict[str, Any]) -> dict[str, Any]:
    """Return the description of an export, with the parts about its files, which the store of these makes."""
    license_ = {"license": rights.license} if rights.license else {}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "news-pictures",
        "description": rights.words,
        **license_,
        **files,
    }


def described_folder(rows: Resource) -> dict[str, Any]:
    """Return the files and fields of a folder with a table of the pictures."""
    name, *columns = _columns("pictures", rows)
    file = {"fileSet": {"@id": _PICTURES}, "extract": {"fileProperty": "filename"}}
    folder = rows.path.rpartition("/")[0]
    return {
        "distribution": [_file(rows, _JSON_LINES), _picture_files(f"{folder}/")],
        "recordSet": [_record_set("pictures", [_image(), name | {"references": file}, *columns])],
    }


def described_shards(rows: Resource, shards: Sequence[Resource]) -> dict[str, Any]:
    """Return the files and fields of shards, and of the table of their pictures.

    The picture and its row have one `file_name`.
    """
    inside = {"containedIn": [{"@id": shard.path} for shard in shards]}
    name = {"fileSet": {"@id": _PICTURES}, "extract": {"fileProperty": "filename"}}
    return {
        "distribution": [
            _file(rows, _JSON_LINES),
            *(_file(shard, "application/x-tar") for shard in shards),
            _picture_files("") | inside,
        ],
        "recordSet": [
            _record_set("pictures", [_column("pictures", "file_name", name), _image()]),
            _record_set("rows", _columns("rows", rows)),
        ],
    }


def _columns(records: str, rows: Resource) -> list[dict[str, Any]]:
    source = {"fileObject": {"@id": rows.path}}
    names = [column.name for column in fields(Picture)]
    return [_column(records, name, {**source, "extract": {"column": name}}) for name in names]


def _file(resource: Resource, media_type: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": resource.path,
        "name": resource.path,
        "contentUrl": resource.path,
        "contentSize": f"{resource.size} B",
        "encodingFormat": media_type,
        "sha256": resource.sha256,
    }


def _picture_files(folder: str) -> dict[str, Any]:
    """Return the set of the pictures in a folder, in all types; JPEG, the most frequent one, is the first."""
    patterns = [f"{folder}*.{suffix}" for suffix in (*ENDINGS.values(), UNKNOWN)]
    return _file_set(_PICTURES, list(ENDINGS), patterns)


def _file_set(name: str, media_types: str | Sequence[str], patterns: Sequence[str]) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": name,
        "name": name,
        "encodingFormat": media_types,
        "includes": list(patterns),
    }


def _record_set(name: str, columns: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"@type": "cr:RecordSet", "@id": name, "name": name, "field": list(columns)}


def _image() -> dict[str, Any]:
    content = {"fileSet": {"@id": _PICTURES}, "extract": {"fileProperty": "content"}}
    return _column("pictures", "image", content) | {"dataType": "sc:ImageObject"}


def _column(records: str, name: str, source: dict[str, Any]) -> dict[str, Any]:
    types = {column.name: str(column.type) for column in fields(Picture)}
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{name}",
        "name": name,
        "description": _descriptions()[name],
        "dataType": _TYPES[types.get(name, "str")],
        "source": source,
    }


@cache
def _descriptions() -> dict[str, str]:
    """Return the descriptions of the columns, by their names."""
    return {**field_docs(Picture), "image": "The picture."}
