"""The knowledge base as people get it, for what must hold of all of it."""

import pytest

from bot.knowledge.library import Library
from bot.knowledge.loader import load
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The real knowledge base, read."""
    loaded = load(ROOT / "knowledge")
    assert loaded.library is not None, "\n".join(map(str, loaded.errors[:5]))
    return loaded.library
