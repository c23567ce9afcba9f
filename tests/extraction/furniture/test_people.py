"""Lists of people, parsed."""

from __future__ import annotations

import pytest

from crawler.extraction.furniture.people import persons, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李河、吴帆", ("李河", "吴帆")),
        ("李河 吴帆", ("李河", "吴帆")),
        ("李河，吴帆；周渡", ("李河", "吴帆", "周渡")),
        ("李河_LS2041", ("李河",)),
        ("李河、李河", ("李河",)),
        ("李河 编辑 周渡", ("李河",)),
        ("李河lihe@linshui.example", ("李河",)),
        ("买买提·渡江", ("买买提·渡江",)),
        ("Wade Lindqvist and Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Wade Lindqvist, Mara Quell & Tobin Ashe", ("Wade Lindqvist", "Mara Quell", "Tobin Ashe")),
        ("Wade Lindqvist/Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Wade Lindqvist  Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Andy Sandorf", ("Andy Sandorf",)),
        ("[Wade Lindqvist]", ("Wade Lindqvist",)),
        ("Maël Quérin et Noé Tarrasque", ("Maël Quérin", "Noé Tarrasque")),
        ("Iria Caldas e Noé Tarrasque", ("Iria Caldas", "Noé Tarrasque")),
        ("Wade Lindqvist, Jr., Mara Quell, MD", ("Wade Lindqvist Jr", "Mara Quell")),
        ("Wade Lindqvist, Ph.D., and Mara Quell, Esq.", ("Wade Lindqvist", "Mara Quell")),
        ("Mara Quell, Harbour Correspondent", ("Mara Quell",)),
        ("Mara Quell Senior harbour correspondent, Senior harbour correspondent", ("Mara Quell",)),
        ("Mara Quell (special envoy)", ("Mara Quell",)),
        ("Mara Quell, staff writer", ("Mara Quell",)),
        ("Mara Quell ❤️", ("Mara Quell",)),
        ("Mara Quell posted", ("Mara Quell",)),
        ("Twitter", ()),
        ("玛拉・奎尔 河流与港口、 船闸研究员", ("玛拉・奎尔",)),
        ("河流与港口，船闸与渡口高级研究员", ()),
        ("李河、吴帆研究员", ("李河", "吴帆研究员")),
        ("临水大学水文学院吴林", ("吴林",)),
        ("临水大学水文学院", ("临水大学水文学院",)),
        ("⚓ Mara Quell 👩‍💻", ("Mara Quell",)),
        ("Mara Quell @maraquell", ("Mara Quell",)),
        ("买买提·渡江 吴帆", ("买买提·渡江", "吴帆")),
        ("阿依古丽·买买提江 买买提·渡江", ("阿依古丽·买买提江", "买买提·渡江")),
        ("Iria Caldas-y-Quell", ("Iria Caldas-y-Quell",)),
        ("More stories by Mara Quell", ("Mara Quell",)),
        ("Mara Quell Senior Reporter", ("Mara Quell",)),
        ("Mara Quell, Staff Writer", ("Mara Quell",)),
        ("Mara Quell in Linshui and Tobin Ashe in Lanqiao", ("Mara Quell", "Tobin Ashe")),
        ("Mara Quell Twitter Facebook", ("Mara Quell",)),
        ("Mara Quell, Associated Press", ("Mara Quell",)),
        ("Mara Quell, CNN", ("Mara Quell",)),
        ("周渡_zhoudu", ("周渡",)),
        ("周 渡", ("周渡",)),
        ("周 渡、李 河", ("周渡", "李河")),
        ("周渡\\n", ("周渡",)),
        ("佚名", ()),
        ("系统管理员", ()),
        ("网络整理", ()),
        ("admin", ()),
        ("Anonymous", ()),
        ("国际小编", ()),
        ("Mara Quell, Bianji", ("Mara Quell",)),
        ("${reporter}", ()),
        ("Reuters", ("Reuters",)),
        ("", ()),
        ("X", ()),
        ("作者：", ()),
        ("x" * 61, ()),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    """A printed list falls apart into names, each of them once, and names keep their inner words."""
    assert split_names(text) == names


def test_roles_are_no_names() -> None:
    """A role between names is no name."""
    assert split_names("李河 实习生 吴帆") == ("李河", "吴帆")


def test_persons() -> None:
    """Papers, accounts and addresses are no people."""
    assert persons(
        (
            "李河",
            "临水晚报",
            "post@sample.test",
            "admin",
            "LS2041",
            "查看评论",
            "See full bio",
            "Wade Lindqvist Twitter Mara Quell",
            "Mara Quell",
            "新华社",
            "Foto: Wade Lindqvist",
        )
    ) == (
        "李河",
        "Mara Quell",
    )
