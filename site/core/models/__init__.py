"""The bases of every record and page, and the tables that belong to no feature."""

from __future__ import annotations

from core.models.codes import ShortCode
from core.models.images import CreditedImage, CreditedRendition
from core.models.pages import ListingPage, NarrativePage, RecordIndexPage, SitePage, WordsPage
from core.models.records import Place, Record, SavedRecord
from core.models.scans import ScanCount

__all__ = [
    "CreditedImage",
    "CreditedRendition",
    "ListingPage",
    "NarrativePage",
    "Place",
    "Record",
    "RecordIndexPage",
    "SavedRecord",
    "ScanCount",
    "ShortCode",
    "SitePage",
    "WordsPage",
]
