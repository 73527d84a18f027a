"""A small knowledge base to break, and the real one to ask."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge.library import Library
from bot.knowledge.loader import load
from bot.knowledge.stamp import stamp
from tests.conftest import ROOT
from tests.knowledge import small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge base without a mistake."""
    return small.write(tmp_path / "knowledge")


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small knowledge base, read."""
    library = load(small.write(tmp_path_factory.mktemp("small") / "knowledge")).library
    assert library is not None
    return library


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real knowledge base whose translations count as compared: these tests are about answers."""
    copy = tmp_path_factory.mktemp("real") / "knowledge"
    shutil.copytree(ROOT / "knowledge", copy)
    stamp(copy)
    return copy


@pytest.fixture(scope="session")
def real(real_folder: Path) -> Library:
    """The real knowledge base, read."""
    loaded = load(real_folder)
    assert loaded.library is not None, "\n".join(map(str, loaded.errors[:5]))
    return loaded.library
