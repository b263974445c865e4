"""All that programs read of a site, made once for each module's own context."""

from __future__ import annotations

import pytest

from generator.feeds import feeds
from generator.pages.context import SiteContext
from generator.repository.history import read_history
from tests.events_of_every_kind import NOW


@pytest.fixture(scope="module")
def written(context: SiteContext) -> dict[str, bytes]:
    """Each file's bytes, by path."""
    return dict(feeds(context, read_history(context.root, NOW)))
