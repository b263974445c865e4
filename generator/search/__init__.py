"""The site's own search: model and pages → small files that a browser fetches a few of. `theme/js/modules/search` reads them."""

from generator.search.documents import Document, Documents, of_area, of_event, of_page, ordered, stands_alone
from generator.search.index import files

__all__ = ["Document", "Documents", "files", "of_area", "of_event", "of_page", "ordered", "stands_alone"]
