-- Deeds that other pages completed. Migration 4; later changes are appended in migrations.py, never
-- made here. The links are made anew by the next run.

-- By which words an event's person was known: events that their own page does not make whole.
CREATE TABLE completed_events (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, -- the event
    position INTEGER NOT NULL,      -- place among the persons that had to be known, from 0, by name
    person TEXT NOT NULL,           -- the person, as the words name them
    office TEXT NOT NULL,           -- the office they give
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that gives it
    start INTEGER NOT NULL,         -- its words in the article's page
    "end" INTEGER NOT NULL,         -- end of those words, exclusive
    PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX completed_events_by_article ON completed_events (article);

-- Without the words that make it whole it is no event.
CREATE TRIGGER completed_events_go AFTER DELETE ON completed_events BEGIN
    DELETE FROM events WHERE id = OLD.event;
END;

DELETE FROM state WHERE name = 'linked_by';
