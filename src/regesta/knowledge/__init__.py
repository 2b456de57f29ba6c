"""Facts shipped as data, and how to look them up; nothing here reads a page."""

from regesta.knowledge.agencies import Agency, AgencyKind, agencies, agency
from regesta.knowledge.cameo import cameo_root
from regesta.knowledge.countries import Country, countries, country
from regesta.knowledge.entries import NameKind
from regesta.knowledge.names import NameHit, NameTable, names
from regesta.knowledge.offices import Office, OfficeTable, offices
from regesta.knowledge.organisations import Organisation, organisation
from regesta.knowledge.people import PersonRow, leader_called, once_held, people, person, surname
from regesta.knowledge.placerow import PlaceRow
from regesta.knowledge.places import place
from regesta.knowledge.regions import described_as
from regesta.knowledge.towns import town

__all__ = [
    "Agency",
    "AgencyKind",
    "Country",
    "NameHit",
    "NameKind",
    "NameTable",
    "Office",
    "OfficeTable",
    "Organisation",
    "PersonRow",
    "PlaceRow",
    "agencies",
    "agency",
    "cameo_root",
    "countries",
    "country",
    "described_as",
    "leader_called",
    "names",
    "offices",
    "once_held",
    "organisation",
    "people",
    "person",
    "place",
    "surname",
    "town",
]
