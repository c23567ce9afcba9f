"""The locks of the environments: users get the packages of a crawl, and developers the same versions."""

from __future__ import annotations

import re
import tomllib

from tests.house.site import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
_NAME = re.compile(r"[\w.-]+")


def locked(name: str) -> dict[str, str]:
    """Return the versions in a lock, by normalised name."""
    lines = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {normal(package): version for package, version in lines}


def normal(name: str) -> str:
    """Return the name of a requirement, as locks write it."""
    return re.sub(r"[._]", "-", _NAME.findall(name)[0]).lower()


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements."""
    return {normal(each) for each in requirements}


def test_users_get_what_a_crawl_needs_and_no_tools() -> None:
    """`make demo` installs the dependencies, and no package that only tests and extras need."""
    needed = names(PROJECT["project"]["dependencies"])
    tools = names(PROJECT["project"]["optional-dependencies"]["dev"])
    packages = locked("requirements.lock").keys()
    assert needed <= packages
    assert tools & packages == names(PROJECT["dependency-groups"]["build"])


def test_tests_run_with_the_versions_of_users() -> None:
    """Users get the tested versions."""
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()
