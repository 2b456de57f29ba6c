-- What the pages of one site have in common. Migration 6; later changes are appended in
-- migrations.py, never made here.

-- The lines of pages in plain text whose address is known, as hashes without their words.
CREATE TABLE page_lines (
    page TEXT PRIMARY KEY,          -- the page
    site TEXT NOT NULL,             -- host of its address
    address INTEGER NOT NULL,       -- hash of the address
    lines BLOB NOT NULL,            -- sorted hashes of its lines, 4 bytes each, low byte first
    passages BLOB NOT NULL          -- the same of the stretches of eight words and more
);
CREATE INDEX page_lines_by_site ON page_lines (site, page);

-- Sites of which pages came or were read again by a run that has not come to its end.
CREATE TABLE unsettled_sites (
    site TEXT PRIMARY KEY           -- host
) WITHOUT ROWID;

-- A register that holds pages from before gets their lines by the next run (see sites.py).
INSERT INTO state SELECT 'lines_known', '' WHERE NOT EXISTS (SELECT 1 FROM pages);
