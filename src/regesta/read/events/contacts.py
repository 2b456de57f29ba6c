"""Where one speaks out, what that is done for is said: "went on television to reject"."""

from regesta.read.clauses import complements, objects, prepositions
from regesta.read.events.candidate import Candidate

_CONTACTS = frozenset({"call", "phone", "telephone", "ring", "write", "cable", "text"})
_STANDS_UP = frozenset(
    {"go", "appear", "rise", "stand", "come", "turn", "take", "use", "speak", "return", "sit"}
)
_STAGES = frozenset(
    {"television", "tv", "radio", "air", "airwave", "airwaves", "parliament", "podium", "floor",
     "twitter", "facebook", "telegram", "instagram", "x", "platform", "stage", "rostrum",
     "speech", "address", "interview", "briefing", "conference", "sermon", "camera", "microphone",
     "assembly", "congress", "senate", "visit", "media"}
)  # fmt: skip


def speaks_out(candidate: Candidate) -> bool:
    """Whether the aim is that of a call, a letter or a speech, which says what it is made for."""
    verb = candidate.token.head
    if verb.lemma_.lower() in _CONTACTS:
        return True
    if verb.lemma_ not in _STANDS_UP:
        return False
    near = (t for p in prepositions(verb, "on", "in", "to", "before", "at") for t in complements(p))
    return any(t.lemma_.lower() in _STAGES for t in (*near, *objects(verb)))
