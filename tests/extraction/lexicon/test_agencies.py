"""The table of agencies: its laws, and that it is the only place where agencies stand."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import crawler
from crawler.extraction.captions.caption import parse_caption
from crawler.extraction.dateline import parse_dateline
from crawler.extraction.lexicon.agencies.table import TABLES, AgencyRole, agencies, rows
from crawler.text.months import fold_word

LANGUAGES = frozenset("ar bn de el en eo es fa fr he hi id ja ko mul pt ru th uk ur zh".split())
"""Those of the family's pages, and of the datelines and photo credits that are read."""

IN_ONE_PLACE = (
    *"新华社 新華社 中新社 法新社 路透社 韩联社 参考消息网 每日经济新闻 ブルームバーグ 연합뉴스".split(),
    *"Синьхуа Интерфакс رويترز شينخوا Tanjug Lehtikuva".split(),
    "Prensa Latina",
    "Agence France-Presse",
)


def folded(name: str) -> str:
    """Return the name without case, accents, dots, and with one kind of apostrophe."""
    return fold_word(name).replace("’", "'")


def test_no_name_stands_twice() -> None:
    """One line a name."""
    counts = Counter(folded(agency.name) for agency in rows())
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("role", AgencyRole)
def test_each_role_has_agencies(role: AgencyRole) -> None:
    """No role is empty."""
    assert agencies(role)


def test_rows() -> None:
    """A row has a name without stray spaces, languages that are known, and a role."""
    for agency in rows():
        assert agency.name == " ".join(agency.name.split())
        assert agency.languages, agency
        assert agency.languages <= LANGUAGES, agency
        assert agency.roles, agency


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.partition(" | ")[0])
def test_rows_are_sorted(table: str) -> None:
    """Rows stand in the order of their first language and their folded names."""
    keys = [(line.split(" | ")[1].split()[0], folded(line.split(" | ")[0])) for line in table.splitlines()]
    assert [pair for pair in pairwise(keys) if pair[0] > pair[1]] == []


def test_longest_names_come_first() -> None:
    """The alternatives of an expression hide none of each other."""
    names = agencies(AgencyRole.DATELINE, "ja", "ko")
    assert [pair for pair in pairwise(names) if pair[1].startswith(pair[0])] == []
    assert {"新華社", "AFP", "연합뉴스"} <= set(names)
    assert "新华社" not in names
    assert set(names) < set(agencies(AgencyRole.DATELINE))


def test_a_name_serves_photos_and_datelines() -> None:
    """Roles are of the name, not of a list."""
    assert {"新华社", "Reuters"} <= {*agencies(AgencyRole.DATELINE)} & {*agencies(AgencyRole.PHOTOS)}


def constants(module: Path) -> Iterator[str]:
    """Yield the strings of a module that are no documentation."""
    tree = ast.parse(module.read_text("utf-8"))
    shown = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    examples = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in ("examples", "refuses")
        for each in ast.walk(node.value)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in shown | examples
        ):
            yield node.value


def strings_of_package() -> dict[str, str]:
    """For each module of the package its strings, joined."""
    root = Path(crawler.__file__).parent
    modules = (path for path in root.rglob("*.py") if path.stat().st_size)
    return {path.relative_to(root).as_posix(): "\n".join(constants(path)) for path in modules}


def test_agencies_stand_in_the_table_alone() -> None:
    """No other module has a list of its own."""
    strings = strings_of_package()
    for name in IN_ONE_PLACE:
        having = [module for module, text in strings.items() if name in text]
        assert len(having) == 1, (name, having)
        assert having[0].startswith("extraction/lexicon/agencies/")


@pytest.mark.parametrize(
    "caption",
    [
        "渡口恢复通航。（中国新闻社）",
        "The ferry returns to Lanqiao. (Bernama)",
        "Паром вернулся в порт. (Спутник)",
        "عادت العبارة إلى الميناء (الأناضول)",
        "나루터에 배가 돌아왔다. (로이터)",
    ],
)
def test_who_writes_supplies_photos(caption: str) -> None:
    """Wire services of datelines are known in brackets behind a caption."""
    assert parse_caption(caption).agency == caption.rpartition(" ")[2].rpartition("。")[2].strip("()（）")


def test_a_bracket_alone_ends_a_dateline() -> None:
    """Names are looked up without accents."""
    text = "Lanqiao (CNN en Español) El ferry vuelve al puerto después del invierno."
    dateline = parse_dateline(text)
    assert dateline is not None
    assert (dateline.text, dateline.agency) == ("Lanqiao (CNN en Español)", "CNN en Español")
