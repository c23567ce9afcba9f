"""Builds the possible states of files after a power cut, from a log of their writes (machine.c).

After a power cut a disk holds all synchronised data (fsync). Of the later writes, it holds any choice. So a
cut after any record of the log leaves of each file none, some or all of the writes since its last fsync, in
any choice, the last one perhaps in part; and of the names in each folder (made, renamed, removed) those up to
some moment since the folder's last fsync.
"""

from __future__ import annotations

import os
import random
import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = struct.Struct("=c4Q")
_FOLDERS = 1 << 62
"""Numbers from here on stand for folders."""


@dataclass(frozen=True, slots=True)
class Step:
    """A record of the log."""

    operation: str
    """c(reate), w(rite), t(runcate), s(ynchronise), r(ename), u(nlink), m(ake a folder)."""
    inode: int
    offset: int
    path: str
    data: bytes


def steps_of(log: Path) -> list[Step]:
    """Read a log."""
    return list(_read(log.read_bytes()))


def _read(text: bytes) -> Iterator[Step]:
    at = 0
    while at + _HEAD.size <= len(text):
        operation, inode, offset, path, data = _HEAD.unpack_from(text, at)
        at += _HEAD.size
        if at + path + data > len(text):  # the process was killed in the midst of a record
            return
        name, content = text[at : at + path], text[at + path : at + path + data]
        yield Step(operation.decode(), inode, offset, os.fsdecode(name), content)
        at += path + data


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    """The content on the disk."""
    pending: list[Step] = field(default_factory=list)
    """Writes that may not be on the disk."""

    def settle(self) -> None:
        """Bring everything to the disk."""
        for step in self.pending:
            change(self.content, step)
        self.pending.clear()

    def left(self, dice: random.Random) -> bytes:
        """Return the content that a power cut leaves."""
        content = bytearray(self.content)
        for step in chosen(self.pending, dice):
            change(content, step)
        return bytes(content)

    def now(self) -> bytes:
        """Return the content that a reader sees before the cut."""
        content = bytearray(self.content)
        for step in self.pending:
            change(content, step)
        return bytes(content)


def change(content: bytearray, step: Step) -> None:
    """Write or truncate; a gap is filled with zeros."""
    if step.operation == "t":
        del content[step.offset :]
    content.extend(bytes(max(0, step.offset - len(content))))
    if step.operation == "w":
        content[step.offset : step.offset + len(step.data)] = step.data


def chosen(pending: list[Step], dice: random.Random) -> list[Step]:
    """Choose the unsynchronised writes that are on the disk."""
    way = dice.choice(("none", "all", "first", "some", "torn"))
    if way == "some":
        return [step for step in pending if dice.random() < 0.5]
    count = {"none": 0, "all": len(pending)}.get(way, dice.randint(0, len(pending)))
    kept = pending[:count]
    if way == "torn" and kept and kept[-1].operation == "w":
        last = kept[-1]
        part = last.data[: dice.randint(0, len(last.data))]
        kept[-1] = Step("w", last.inode, last.offset, last.path, part)
    return kept


class Disk:
    """Files and folders, as they are on a disk and as processes see them."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._files: dict[int, _File] = {}
        self._inodes: dict[int, int] = {}
        """The number of the file that has an inode now: inodes are used again."""
        self._seen: dict[str, int] = {}
        """The number of the file at each path, as processes see it."""
        self._kept: dict[str, int] = {}
        """The same on the disk."""
        self._pending: dict[str, list[Step]] = defaultdict(list)
        """Changes of names, by folder, that are not known to be on the disk."""

    def take(self, step: Step) -> None:
        """Let a step happen."""
        if step.operation in "wt" and step.inode in self._inodes:
            self._files[self._inodes[step.inode]].pending.append(step)
        elif step.operation == "s":
            self._synchronise(step)
        elif step.operation in "crum":
            number = self._made(step)
            named = Step(step.operation, number, step.offset, step.path, step.data)
            rename(self._seen, named)
            self._pending[os.path.dirname(step.path)].append(named)  # noqa: PTH120  a string, thousands of times

    def _made(self, step: Step) -> int:
        if step.operation == "m":
            return _FOLDERS
        if step.operation == "c":
            number = len(self._files)
            self._files[number] = _File()
            self._inodes[step.inode] = number
            return number
        return 0

    def _synchronise(self, step: Step) -> None:
        if step.path == self._root or self._seen.get(step.path) == _FOLDERS:
            for named in self._pending.pop(step.path, ()):
                rename(self._kept, named)
        elif step.inode in self._inodes:
            self._files[self._inodes[step.inode]].settle()

    def seen(self, path: Path) -> bytes:
        """Return the content of a file for a reader just now, or nothing without a file."""
        number = self._seen.get(str(path))
        return b"" if number is None else self._files[number].now()

    def cut(self, into: Path, dice: random.Random) -> None:
        """Write the files that a power cut leaves into a folder."""
        kept = dict(self._kept)
        for changes in self._pending.values():
            for named in changes[: dice.randint(0, len(changes))]:
                rename(kept, named)
        into.mkdir()
        for path, number in sorted(kept.items()):
            target = into / os.path.relpath(path, self._root)
            if not target.parent.is_dir():
                continue  # its folder is not there
            if number == _FOLDERS:
                target.mkdir()
            else:
                target.write_bytes(self._files[number].left(dice))


def rename(names: dict[str, int], step: Step) -> None:
    """Apply a change of names."""
    if step.operation in "cm":
        names[step.path] = step.inode
    elif step.operation == "u":
        names.pop(step.path, None)
    elif step.path in names:
        names[os.fsdecode(step.data)] = names.pop(step.path)
