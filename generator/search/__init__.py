"""The site's own search: model and pages → small files that a browser fetches a few of. `theme/js/modules/search` reads them."""

from generator.search.documents import Document, Documents, documents, of_page, stands_alone
from generator.search.index import files

__all__ = ["Document", "Documents", "documents", "files", "of_page", "stands_alone"]
