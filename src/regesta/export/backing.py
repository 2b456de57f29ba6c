"""Export of what stands behind happenings: their origins and their disputes."""

from regesta.export import parts
from regesta.export.columns import Column, Kind
from regesta.store.query import DisputeRow, OriginRow, confirmation_rows, dispute_rows

CONFIRMATIONS: Kind[OriginRow] = Kind(
    name="confirmations",
    says="The independent origins of each happening, one a row: whose reporting, on whose word.",
    rows=confirmation_rows,
    columns=(
        Column(name="happening", says="the happening", read=lambda row: row.happening),
        Column(name="reporter", says="whose reporting it is", read=lambda row: row.reporter),
        Column(
            name="sources",
            says="the primary sources it stands on",
            read=lambda row: list(row.sources),
        ),
        Column(
            name="vouched",
            says="who vouches: party (to the deed), third party, unknown or unattributed",
            read=lambda row: row.vouched.value,
        ),
        Column(
            name="articles",
            says="the articles under it, with the reason why each stands there",
            read=lambda row: [parts.carrier(carrier) for carrier in row.carriers],
            parts=parts.CARRIER,
        ),
    ),
)

DISPUTES: Kind[DisputeRow] = Kind(
    name="disputes",
    says="Values for one slot of a deed that cannot all be true.",
    rows=dispute_rows,
    columns=(
        Column(name="id", says="the dispute", read=lambda row: row.id),
        Column(
            name="happenings",
            says="the happening; two where the value keeps the reports apart",
            read=lambda row: list(row.happenings),
        ),
        Column(name="slot", says="quantity, when, where or deed", read=lambda row: row.slot),
        Column(name="what", says="what is counted", read=lambda row: row.what),
        Column(name="reason", says="why they shut each other out", read=lambda row: row.reason),
        Column(
            name="claims",
            says="who says what, value by value",
            read=lambda row: [
                parts.claim(claim, value=side.value) for side in row.sides for claim in side.claims
            ],
            parts=parts.CLAIM,
        ),
    ),
)
