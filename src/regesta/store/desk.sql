-- What the desk needs besides the register itself. Migration 2; later changes are appended in
-- migrations.py, never made here. The links are made anew by the next run, which fills the tables
-- that belong to them.

-- How pages and troubles first came; a page keeps its row when it is read anew.
CREATE TABLE arrivals (
    id TEXT PRIMARY KEY,            -- the page or the trouble
    run INTEGER,                    -- runs.id of the run that brought it, NULL when nobody noted it
    linking INTEGER                 -- number of the linking that first showed it, NULL before that
) WITHOUT ROWID;
CREATE INDEX arrivals_by_run ON arrivals (run, id);
CREATE INDEX arrivals_by_linking ON arrivals (linking);

-- What people have read; no run touches it.
CREATE TABLE read_marks (
    id TEXT PRIMARY KEY,            -- happening, story or article
    at TEXT NOT NULL                -- ISO 8601 UTC
);

-- What people have starred; no run touches it.
CREATE TABLE stars (
    id TEXT PRIMARY KEY,            -- happening, story, article or any other id
    at TEXT NOT NULL                -- ISO 8601 UTC
);

-- When people looked at the desk; no run touches it.
CREATE TABLE visits (
    number INTEGER PRIMARY KEY,     -- counts up
    at TEXT NOT NULL,               -- ISO 8601 UTC
    upto INTEGER NOT NULL           -- the newest linking they were shown; later ones are new
);

-- Questions people want to ask again; no run touches it.
CREATE TABLE saved_queries (
    name TEXT PRIMARY KEY,          -- what they call it
    query TEXT NOT NULL,            -- as written in the search box
    at TEXT NOT NULL                -- ISO 8601 UTC
);

-- Happenings in time order; part of the links.
CREATE TABLE happening_order (
    number INTEGER PRIMARY KEY,     -- from 1, the newest report last
    happening TEXT NOT NULL UNIQUE REFERENCES happenings (id) ON DELETE CASCADE, -- the happening
    came INTEGER NOT NULL           -- the linking that first showed one of its pages
);
CREATE INDEX happening_order_by_came ON happening_order (came);

-- When stories first came; part of the links.
CREATE TABLE story_arrivals (
    story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE, -- the story
    came INTEGER NOT NULL           -- the linking that first showed one of its pages
);
CREATE INDEX story_arrivals_by_came ON story_arrivals (came);

-- Which articles tell which happenings, for looking up words; part of the links.
CREATE TABLE article_happenings (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, -- articles.number
    happening INTEGER NOT NULL,     -- happening_order.number
    PRIMARY KEY (article, happening)
) WITHOUT ROWID;

-- What happenings can be asked by and counted by, each with the set of its happenings.
CREATE TABLE terms (
    id INTEGER PRIMARY KEY,         -- row number, in the order of the values of a kind
    kind TEXT NOT NULL,             -- type, actor, dyad, outlet, month ... (store/terms.py has all)
    value TEXT NOT NULL,            -- such as AGREE, BLR, BLR>IRN, 2025-08
    folded TEXT NOT NULL,           -- the value's words in plain lower case
    size INTEGER NOT NULL,          -- how many happenings the set holds
    members BLOB NOT NULL,          -- their numbers, packed (store/query/sets.py says how)
    UNIQUE (kind, value)
);
CREATE INDEX terms_by_size ON terms (kind, size DESC, value);
CREATE INDEX terms_by_words ON terms (kind, folded);

-- The terms of kinds with very many values once more, for counting them all in one go.
CREATE TABLE term_pairs (
    kind TEXT PRIMARY KEY,          -- terms.kind
    happenings BLOB NOT NULL,       -- happening_order.number of each pair, 4 bytes each
    terms BLOB NOT NULL             -- terms.id of each pair, in the same order
);

-- How many rows some tables hold, as long as the links fit the pages; part of the links.
CREATE TABLE totals (
    name TEXT PRIMARY KEY,          -- the table
    rows INTEGER NOT NULL           -- how many it holds
);

-- For which countries and organisations people appear; part of the links.
CREATE TABLE person_countries (
    country TEXT NOT NULL,          -- country or organisation code
    person TEXT NOT NULL,           -- as named
    PRIMARY KEY (country, person)
) WITHOUT ROWID;

-- Outlets and agencies with their counts; part of the links.
CREATE TABLE outlets (
    kind TEXT NOT NULL,             -- outlet or agency
    name TEXT NOT NULL,             -- as the pages name it
    articles INTEGER NOT NULL,      -- articles that name it
    copies INTEGER NOT NULL,        -- those of them that carry another article's words
    first TEXT,                     -- ISO day of its first article, NULL when none is dated
    last TEXT,                      -- ISO day of its last article
    troubles INTEGER NOT NULL,      -- troubles met on pages with its articles
    PRIMARY KEY (kind, name)
);
CREATE INDEX outlets_by_size ON outlets (kind, articles DESC, name);

CREATE INDEX articles_in_time_order ON articles (published_order DESC, id, number);
CREATE INDEX event_parties_by_person ON event_parties (person, text, country)
    WHERE person IS NOT NULL;
CREATE INDEX quotes_by_speaker ON quotes (speaker, article);
CREATE INDEX quotes_by_country ON quotes (country, article);
CREATE INDEX tenures_by_country_in_time ON tenures (country, seen DESC);
CREATE INDEX tenures_by_person_in_time ON tenures (person, seen DESC);

-- Pages of an older register came at nobody knows when: before every visit.
INSERT INTO arrivals SELECT id, NULL, NULL FROM pages;
INSERT INTO arrivals SELECT id, NULL, NULL FROM troubles;
DELETE FROM state WHERE name = 'linked_by';
