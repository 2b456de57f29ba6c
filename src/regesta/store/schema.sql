-- The register: one SQLite file. Every finding carries the page, the place and the rule.
-- Offsets are code points into pages.text, the end exclusive. Dates are ISO 8601 prefixes whose
-- length is their precision. Columns stand for what is asked; `record` columns hold the whole
-- record as JSON. Migration 1; later changes are appended in migrations.py, never made here.

-- Raw pages as they came, with what was read from them.
CREATE TABLE pages (
    id TEXT PRIMARY KEY,            -- hash of address (or name) and body
    name TEXT NOT NULL,             -- the input's own name; of several, the smallest
    url TEXT,                       -- address, NULL for a page without one
    media_type TEXT NOT NULL,       -- what the source says the body is, such as text/html
    charset TEXT,                   -- what the transport declared, NULL when it said nothing
    fetched_at TEXT,                -- ISO 8601 UTC, NULL when nobody knows
    given TEXT NOT NULL,            -- JSON: what the source said about the page, unchecked
    body BLOB NOT NULL,             -- the raw bytes, zlib-compressed
    text TEXT NOT NULL,             -- the page text that all offsets point into
    made_by TEXT NOT NULL,          -- program, rules and language model of the reading
    reading BLOB NOT NULL           -- the whole Reading as JSON, its text left out, zlib-compressed
);

-- Articles: what pages are cut into.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,     -- row number, for the word index only; means nothing else
    id TEXT NOT NULL UNIQUE,        -- hash of the page and the place on it
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- the page it stands on
    role TEXT NOT NULL,             -- main, related, teaser or update
    start INTEGER NOT NULL,         -- offset of the first character of its first piece
    "end" INTEGER NOT NULL,         -- offset after the last character of its last piece
    title TEXT,                     -- headline, NULL when it has none
    publisher TEXT,                 -- outlet as the page names it
    agency TEXT,                    -- wire agency credited for the words
    published TEXT,                 -- ISO prefix of publication, NULL when not known
    published_precision TEXT,       -- year, month, day or minute
    published_basis TEXT,           -- how the date is known: meta, given, page, dateline ...
    published_order TEXT,           -- the date in UTC, for putting articles in time order
    language TEXT,                  -- ISO 639 code of the language
    body TEXT NOT NULL,             -- the body's spans, one a line: what the word index holds
    rule TEXT NOT NULL,             -- row of the table that made the article
    record TEXT NOT NULL            -- JSON: the whole Article
);
CREATE INDEX articles_by_page ON articles (page);
CREATE INDEX articles_by_time ON articles (published_order DESC, id);

-- Word index over articles; the writer keeps it in step.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title,                          -- articles.title
    body,                           -- articles.body
    publisher,                      -- articles.publisher
    content = 'articles', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Events: one deed told by one article.
CREATE TABLE events (
    id TEXT PRIMARY KEY,            -- hash of the article, the deed's words and its parties
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- the page that tells it
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that tells it
    type TEXT NOT NULL,             -- one of the 16 PLOVER types, such as CONSULT
    mode TEXT NOT NULL,             -- the type's finer mode, empty when there is none
    modality TEXT NOT NULL,         -- actual, planned, possible or negated
    background INTEGER NOT NULL,    -- 1 when told as history
    start INTEGER NOT NULL,         -- offset where the deed's words begin
    "end" INTEGER NOT NULL,         -- offset after the deed's words
    happened TEXT,                  -- ISO prefix of the deed's own date, NULL when not said
    happened_precision TEXT,        -- year, month, day or minute
    happened_basis TEXT,            -- how that date is known
    place TEXT,                     -- name of the place of the deed, NULL when not said
    place_country TEXT,             -- ISO 3166 alpha-3 country of the place
    evidence TEXT NOT NULL,         -- JSON: list of {page, start, end} of the sentences that state it
    rule TEXT NOT NULL,             -- row of the table that found it
    record TEXT NOT NULL            -- JSON: the whole Event
);
CREATE INDEX events_by_page ON events (page);
CREATE INDEX events_by_article ON events (article);

-- Who takes part in an event, and who vouches for it.
CREATE TABLE event_parties (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, -- the event
    side TEXT NOT NULL,             -- actor, recipient or said_by
    position INTEGER NOT NULL,      -- place in the event's own order, from 0
    text TEXT NOT NULL,             -- as written
    name TEXT NOT NULL,             -- as resolved
    country TEXT,                   -- ISO 3166 alpha-3, organisation or armed group; NULL unknown
    sector TEXT NOT NULL,           -- GOV, MIL, LEG ... or empty
    person TEXT,                    -- full name of a person
    office TEXT,                    -- office held
    start INTEGER NOT NULL,         -- offset where the words begin
    "end" INTEGER NOT NULL,         -- offset after the words
    rule TEXT NOT NULL,             -- row of the table that resolved the words
    PRIMARY KEY (event, side, position)
);
CREATE INDEX event_parties_by_country ON event_parties (country, side);

-- Direct speech.
CREATE TABLE quotes (
    id TEXT PRIMARY KEY,            -- hash of the article and the place of the words
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- the page it stands on
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article it stands in
    start INTEGER NOT NULL,         -- offset of the first quoted character
    "end" INTEGER NOT NULL,         -- offset after the last quoted character
    words TEXT NOT NULL,            -- the quoted words, exactly as on the page
    speaker TEXT,                   -- name of the speaker, NULL when not known
    country TEXT,                   -- the speaker's country or organisation
    rule TEXT NOT NULL,             -- row of the table that found it
    record TEXT NOT NULL            -- JSON: the whole Quote
);
CREATE INDEX quotes_by_page ON quotes (page);
CREATE INDEX quotes_by_article ON quotes (article);

-- Who held which office, on a page's own words.
CREATE TABLE tenures (
    page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, -- the page that says so
    position INTEGER NOT NULL,      -- place in the reading's own order, from 0
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that says so
    person TEXT NOT NULL,           -- who
    office TEXT NOT NULL,           -- the office
    country TEXT NOT NULL,          -- whose office: country or organisation
    former INTEGER NOT NULL,        -- 1 when the words say it is over
    since TEXT,                     -- ISO prefix of the start, NULL when not said
    until TEXT,                     -- ISO prefix of the end, NULL when not said
    seen TEXT,                      -- ISO date of the article that says so
    start INTEGER NOT NULL,         -- offset where the words begin
    "end" INTEGER NOT NULL,         -- offset after the words
    rule TEXT NOT NULL,             -- row of the table that found it
    record TEXT NOT NULL,           -- JSON: the whole Tenure
    PRIMARY KEY (page, position)
);
CREATE INDEX tenures_by_article ON tenures (article);
CREATE INDEX tenures_by_person ON tenures (person, country);

-- Bad input is data: what went wrong, where, in one sentence.
CREATE TABLE troubles (
    id TEXT PRIMARY KEY,            -- hash of everything below
    page TEXT NOT NULL,             -- page id; the input's name when it never became a page
    read INTEGER NOT NULL,          -- 1 when met while reading a stored page, 0 before that
    step TEXT NOT NULL,             -- the step that met it
    code TEXT NOT NULL,             -- short name of the kind of trouble
    message TEXT NOT NULL,          -- one clear sentence
    start INTEGER,                  -- offset where it is, NULL when it concerns the whole page
    "end" INTEGER                   -- offset after it
);
CREATE INDEX troubles_by_page ON troubles (page);
CREATE INDEX troubles_by_code ON troubles (step, code);

-- What was run; a run that changed nothing leaves no row.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,         -- counts up
    started TEXT NOT NULL,          -- ISO 8601 UTC
    finished TEXT,                  -- ISO 8601 UTC, NULL while running or when it was killed
    inputs TEXT NOT NULL,           -- JSON: list of the inputs as they were named
    made_by TEXT NOT NULL,          -- program, rules and language model
    counts TEXT NOT NULL            -- JSON: pages read, skipped, articles, events, troubles ...
);

-- What holds for the whole register, by name.
CREATE TABLE state (
    name TEXT PRIMARY KEY,          -- "linked_by": set while the link tables fit the pages
    value TEXT NOT NULL             -- for linked_by: program and rules that made the links
);

-- Copies: one article carries another's words.
CREATE TABLE copies (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the copy
    origin TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article it copies
    kind TEXT NOT NULL,             -- reprint, shortened, rewrite, passages, edited or sentences
    share REAL NOT NULL,            -- part of its passages it shares, 0 to 1
    reason TEXT NOT NULL,           -- why it counts as a copy
    leading INTEGER NOT NULL,       -- 1 where the article stands under that origin
    PRIMARY KEY (article, origin)
);
CREATE INDEX copies_by_origin ON copies (origin);

-- Stories: articles about one happening or a chain of closely tied ones.
CREATE TABLE stories (
    id TEXT PRIMARY KEY,            -- hash of the founding article
    title TEXT NOT NULL,            -- headline of the story
    first TEXT,                     -- ISO day of the first article, NULL when none is dated
    last TEXT,                      -- ISO day of the last article
    reason TEXT NOT NULL,           -- why these articles belong together
    record TEXT NOT NULL            -- JSON: the whole Story
);
CREATE INDEX stories_by_time ON stories (last DESC, id);

-- Which articles a story holds.
CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, -- the story
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    position INTEGER NOT NULL,      -- place in time order, from 0
    PRIMARY KEY (story, article)
);
CREATE INDEX story_articles_by_article ON story_articles (article);

-- Happenings: one deed with all the events that report it.
CREATE TABLE happenings (
    id TEXT PRIMARY KEY,            -- hash of the founding event
    story TEXT REFERENCES stories (id) ON DELETE SET NULL, -- the story it belongs to
    type TEXT NOT NULL,             -- one of the 16 PLOVER types
    mode TEXT NOT NULL,             -- the founding event's mode
    modality TEXT NOT NULL,         -- actual, planned, possible or negated
    background INTEGER NOT NULL,    -- 1 when every report tells it as history
    happened TEXT,                  -- ISO prefix of the deed's own date, NULL when not known
    happened_precision TEXT,        -- year, month, day or minute
    happened_basis TEXT,            -- how that date is known
    place TEXT,                     -- name of the place
    place_country TEXT,             -- country of the place
    headline TEXT,                  -- title of the earliest article that reports it
    evidence TEXT NOT NULL,         -- first evidence sentence of the founding event
    reported TEXT,                  -- ISO day of the newest report
    reported_order TEXT,            -- newest report in UTC, for putting happenings in time order
    origins INTEGER NOT NULL,       -- independent origins
    articles INTEGER NOT NULL,      -- articles that tell it
    record TEXT NOT NULL            -- JSON: the whole Happening
);
CREATE INDEX happenings_by_time ON happenings (reported_order DESC, happened DESC, id);
CREATE INDEX happenings_by_story ON happenings (story);

-- Countries and organisations of a happening, for asking by them.
CREATE TABLE happening_parties (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the happening
    side TEXT NOT NULL,             -- actor or recipient
    party TEXT NOT NULL,            -- country or organisation code
    PRIMARY KEY (happening, side, party)
);
CREATE INDEX happening_parties_by_party ON happening_parties (party, side);

-- Which events report a happening.
CREATE TABLE happening_events (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the happening
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, -- an event that reports it
    position INTEGER NOT NULL,      -- place in the happening's own order, from 0
    PRIMARY KEY (happening, event)
);
CREATE INDEX happening_events_by_event ON happening_events (event);
