-- Which names mean one person. Migration 5; later changes are appended in migrations.py, never
-- made here. The links are made anew by the next run.

-- The names of persons with the name that each goes by; part of the links.
CREATE TABLE namings (
    name TEXT PRIMARY KEY,          -- as the pages name somebody
    folded TEXT NOT NULL,           -- its words in plain lower case
    person TEXT NOT NULL            -- the name that this person goes by
) WITHOUT ROWID;
CREATE INDEX namings_by_person ON namings (person);
CREATE INDEX namings_by_words ON namings (folded);

DELETE FROM state WHERE name = 'linked_by';
