"""Facts shipped as data, and how to look them up; nothing here reads a page."""

from regesta.knowledge.countries import Country, countries, country
from regesta.knowledge.entries import NameKind
from regesta.knowledge.names import NameHit, NameTable, names
from regesta.knowledge.offices import Office, OfficeTable, offices
from regesta.knowledge.organisations import Organisation, organisation

__all__ = [
    "Country",
    "NameHit",
    "NameKind",
    "NameTable",
    "Office",
    "OfficeTable",
    "Organisation",
    "countries",
    "country",
    "names",
    "offices",
    "organisation",
]
