"""The site's own search: small files, of which a browser fetches a few. `theme/js/modules/search` reads them."""

from generator.search.documents import Document, Documents, of_area, of_event, of_page, of_story, ordered, stands_alone
from generator.search.index import files

__all__ = ["Document", "Documents", "files", "of_area", "of_event", "of_page", "of_story", "ordered", "stands_alone"]
