"""Reads the literals of scripts: sums of them, and variables that hold one. Scripts are never run."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LITERAL = r"(?:'(?:[^'\\\n]|\\.){0,2000}'|\"(?:[^\"\\\n]|\\.){0,2000}\")"
_LITERALS = re.compile(_LITERAL)
_SUM = re.compile(rf"{_LITERAL}(?:\s{{0,9}}\+\s{{0,9}}{_LITERAL})+")
_TEMPLATE = re.compile(r"`([^`$\\'\"\n]{0,2000})`")
"""A template literal without a variable."""
_HOLDS = re.compile(
    rf"(?<![\w.$])([A-Za-z_$][\w$.]{{0,60}})\s{{0,9}}=\s{{0,9}}({_LITERAL})(?=\s{{0,9}}(?:[;,}})\n<]|$))"
)
"""A variable or a property, and the literal that it gets: `var url = '/list.htm';`."""
_USED = re.compile(r"(?<=[=(+,])(\s{0,9})([A-Za-z_$][\w$.]{0,60})(?=\s{0,9}(?:[;,})+\n<\"']|$))")
_MOST = 3
"""Values of one variable that are tried."""


def joined(script: str) -> str:
    """Return a script with each sum of literals as one: `'/cn' + "/list.htm"` becomes `'/cn/list.htm'`."""
    return _SUM.sub(_as_one, script) if "+" in script else script


def readings(script: str) -> Iterator[str]:
    """Yield a script with its variables replaced by their literals, in sums, too.

    Once for each value of a variable that gets several: `url = '/m/'` or `url = '/cn/'`.
    """
    script = joined(_TEMPLATE.sub(r"'\1'", script))
    values: dict[str, list[str]] = {}
    for name, literal in _HOLDS.findall(script):
        if "location" not in name:
            values.setdefault(name, []).append(literal)
    for number in range(min(_MOST, max(map(len, values.values()), default=1))):
        chosen = {name: literals[min(number, len(literals) - 1)] for name, literals in values.items()}
        once = _with_values(script, chosen)
        yield once if once == script else _with_values(once, _sums_of(once) | chosen)


def _sums_of(script: str) -> dict[str, str]:
    """Return the variables that got a sum of other variables."""
    return {name: literal for name, literal in _HOLDS.findall(script) if "location" not in name}


def _with_values(script: str, values: dict[str, str]) -> str:
    return joined(_USED.sub(lambda used: used[1] + values.get(used[2], used[2]), script))


def _as_one(match: re.Match[str]) -> str:
    whole = "".join(literal[1:-1] for literal in _LITERALS.findall(match[0]))
    quote = '"' if "'" in whole and '"' not in whole else "'"
    return f"{quote}{whole}{quote}"
