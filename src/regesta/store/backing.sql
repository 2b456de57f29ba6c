-- What stands behind happenings and stories, and what linking changed. Migration 3; later changes
-- are appended in migrations.py, never made here. The links are made anew by the next run.

-- The independent origins of a happening; part of the links.
CREATE TABLE confirmations (
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the happening
    position INTEGER NOT NULL,      -- place among its origins, from 0, by name
    reporter TEXT NOT NULL,         -- whose reporting it is
    sources TEXT NOT NULL,          -- JSON: list of the primary sources it stands on
    vouched TEXT NOT NULL,          -- party, third party, unknown or unattributed
    PRIMARY KEY (happening, position)
);
CREATE INDEX confirmations_by_vouched ON confirmations (vouched);

-- The articles under an origin; part of the links.
CREATE TABLE confirmation_articles (
    happening TEXT NOT NULL,        -- the happening
    position INTEGER NOT NULL,      -- confirmations.position of the origin
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    outlet TEXT NOT NULL,           -- its outlet by one name
    reason TEXT NOT NULL,           -- why it stands there, empty for its own reporting
    copy_of TEXT REFERENCES articles (id) ON DELETE SET NULL, -- the article whose words it carries
    PRIMARY KEY (happening, position, article),
    FOREIGN KEY (happening, position) REFERENCES confirmations ON DELETE CASCADE
);
CREATE INDEX confirmation_articles_by_article ON confirmation_articles (article);

-- Values for one slot of a deed that cannot all be true; part of the links.
CREATE TABLE disputes (
    id TEXT PRIMARY KEY,            -- hash of the happenings, the slot and what is counted
    happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the happening
    other TEXT REFERENCES happenings (id) ON DELETE CASCADE, -- the one the value keeps apart
    slot TEXT NOT NULL,             -- quantity, when, where or deed (done or denied)
    what TEXT NOT NULL,             -- what is counted, empty for other slots
    reason TEXT NOT NULL,           -- why the values shut each other out
    record TEXT NOT NULL            -- JSON: the whole Dispute
);
CREATE INDEX disputes_by_happening ON disputes (happening);
CREATE INDEX disputes_by_other ON disputes (other);

-- Topics of stories; part of the links.
CREATE TABLE story_topics (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, -- the story
    topic TEXT NOT NULL,            -- name of the topic
    code TEXT,                      -- IPTC QCode, NULL where we know none
    PRIMARY KEY (story, topic)
);
CREATE INDEX story_topics_by_topic ON story_topics (topic);

-- How much of an article adds nothing; part of the links.
CREATE TABLE padding (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, -- the article
    sentences INTEGER NOT NULL,     -- sentences of its body
    repeated INTEGER NOT NULL,      -- those that say again what an earlier one says
    bare INTEGER NOT NULL           -- others without a deed, quotation, name or number of their own
);

-- What the last linking put together, so that the next one can tell what it changed.
CREATE TABLE link_memory (
    kind TEXT NOT NULL,             -- story or happening
    id TEXT NOT NULL,               -- the story or happening
    members TEXT NOT NULL,          -- JSON: list of its articles or events
    PRIMARY KEY (kind, id)
);

-- What linkings changed against what stood before; history, so no run takes a row away.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY,     -- counts up
    run INTEGER,                    -- runs.id of the run that linked, NULL for a linking alone
    kind TEXT NOT NULL,             -- story or happening
    id TEXT NOT NULL,               -- the story or happening
    what TEXT NOT NULL,             -- added, removed, merged, split, renamed, grew or shrank
    others TEXT NOT NULL,           -- JSON: list of the ids it was merged from, split into ...
    reason TEXT NOT NULL            -- why, one sentence
);
CREATE INDEX changes_by_id ON changes (id);

DELETE FROM state WHERE name = 'linked_by';
