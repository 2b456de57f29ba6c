"""The window of a deed: which dates and places of its sentence are its own, not another's."""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.model import Span
from regesta.read.actors.scene import Scene
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import child, clause_of, governors, is_aim, is_passive
from regesta.read.events.candidate import LIGHT, MEASURES, Candidate
from regesta.read.events.outcomes import outcomes
from regesta.read.tree import Token

# Prepositions that bring what a deed is about: a date or place below them is not the deed's.
_TOPIC = frozenset(
    {"about", "over", "for", "from", "according", "despite", "because", "than", "amid"}
)
_TARGET = frozenset({"of", "on", "against", "to", "into"})
# What a date below them does not tell of the deed: "according to reports on Tuesday".
_ASIDE = frozenset({"about", "over", "according", "despite", "because", "than", "against"})
# "on the sidelines of the summit in X": nouns that only place another.
_PLACING = frozenset(
    {"sideline", "sidelines", "margin", "margins", "opening", "end", "start", "city", "town",
     "capital", "outskirts", "heart", "centre", "center", "region", "province", "village", "port",
     "suburb", "side", "day", "morning", "evening", "meeting", "session", "summit"}
)  # fmt: skip
# "Attending a rite in X on Monday, A said ...": a participle sets the scene of what is done; not
# so where it goes back to another thing: "citing a raid on Monday".
_REFERRING = frozenset(
    {"follow", "cite", "recall", "refer", "mark", "note", "quote", "react", "respond", "answer",
     "reply", "mention", "describe", "remember", "commemorate", "regard", "include", "repeat",
     "echo", "say", "insist", "argue", "fear", "expect", "hope", "use", "base", "accuse", "blame"}
)  # fmt: skip
# "flew to X on Monday for talks": what one goes for is done where and when one goes.
MOTION = frozenset(
    {"fly", "go", "come", "travel", "arrive", "head", "return", "land", "drive", "descend"}
)
# "voted on Monday to condemn": verbs whose infinitive is done when they are.
_BRINGING = frozenset(
    {"be", "vote", "begin", "start", "expect", "schedule", "set", "due", "slate", "plan", "join",
     "phone", "telephone", "call", "write", "meet", "gather", "fly", "travel", "lead", "prompt",
     "force", "cause"}
)  # fmt: skip
_SEEMS = frozenset({"appear", "seem", "happen", "prove", "turn"})
_HELD = frozenset({"believe", "think", "suspect", "understand", "presume", "know"})
# "began pulling out on Friday".
_PHASES = frozenset({"begin", "start", "resume", "finish", "keep", "continue", "stop"})
_PROMISES = frozenset({"promise", "pledge", "agree", "undertake", "commit", "accept", "vow"})
_ENDS = frozenset({"break", "end", "collapse", "fail", "conclude", "close", "begin", "open"})
# "The test prompted talks in X on Monday": the place and day of what it brought about.
_PROMPTS = frozenset(
    {"prompt", "spark", "trigger", "provoke", "draw", "raise", "fuel", "heighten", "bring", "push",
     "unleash", "deepen", "stir", "inspire", "encourage", "strain", "sour"}
)  # fmt: skip
_HOLDS = frozenset({"hold", "host", "convene", "sign", "reach", "strike", "conclude"})
# "met B, who called for ...": what a guest or host did then.
_MEETS = frozenset({"meet", "visit", "host", "receive", "welcome", "phone", "telephone", "see"})
_WRITINGS = words_of("MEDIUM") | {
    "resolution",
    "motion",
    "bill",
    "law",
    "decree",
    "text",
    "order",
    "memo",
}
_PUBLISHED = frozenset({"issue", "release", "publish", "post", "broadcast", "send", "read"})
_TIMES = frozenset({"day", "week", "month", "year"})
_BEHIND = frozenset({"following"})
_BLOWS = (words_of("ATTACK") | words_of("TEST")) - {"war", "invasion"}
_PACTS = words_of("PACT") | {"memorandum", "resolution", "declaration", "communique", "framework"}
_MAKING = frozenset(
    {"sign", "reach", "strike", "negotiate", "broker", "conclude", "agree", "make", "seal",
     "clinch", "mediate", "hammer", "adopt", "pass", "ink", "ratify", "join", "draft"}
)  # fmt: skip
BOUNDS = frozenset({"until", "till", "by", "before", "after", "beyond"})
# "during talks in X on Monday": a deed's clause is the clause of the occasion, too.
_OCCASION = frozenset({"during", "at", "in", "after", "on", "with", "amid", "following", "before"})


def token_at(candidate: Candidate, span: Span) -> Token | None:
    """The token that carries a span of the page: the one whose head lies outside it."""
    return next(heads_in(span, candidate.scene), None)


def heads_in(span: Span | None, scene: Scene) -> Iterator[Token]:
    """The tokens of a span of the page whose heads lie outside it; none of no span."""
    sentence = scene.sentence
    words = (sentence.doc or ()) if span is not None else ()
    inside = [t for t in words if span and span.start <= sentence.offsets[t.idx] < span.end]
    yield from (t for t in inside if t.head not in inside or t.head == t)


def distance(token: Token, predicate: Token) -> int:
    """Steps in the parse between two tokens."""
    up = {t: steps for steps, t in enumerate((predicate, *governors(predicate)))}
    if token in up:
        return up[token]
    for steps, governor in enumerate(governors(token), start=1):
        if governor in up:
            return steps + up[governor]
    return 99


def dated_by(token: Token, predicate: Token) -> bool:
    """Whether a date belongs to the deed's own clause, or to the noun deed itself."""
    inside = token.head if token.head.dep_ == "prep" and token.head.lower_ != "of" else token
    if inside.lower_ == "since" and of_the_first(inside.head):
        return False
    if _names_pact(token, predicate):
        return False
    if inside.lower_ == "for" and inside.dep_ == "prep" and predicate.pos_ == "VERB":
        return False  # "requested a session for Tuesday"
    return _within(inside, predicate, barred=_ASIDE)


def _names_pact(year: Token, predicate: Token) -> bool:
    """ "quit the 2015 accord": the year is a part of the name, but for those who "signed" it."""
    pact = year.head
    named = year.text.isdigit() and year.i < pact.i and pact.lemma_.lower() in _PACTS
    return named and pact != predicate and predicate.lemma_.lower() not in _MAKING


def placed_by(token: Token, predicate: Token, *, target: bool) -> bool:
    """Whether a place belongs to the deed's own clause, or to the noun deed itself.

    With `target` what stands inside the words of the target counts: "struck depots in X".
    """
    return _within(token, predicate, barred=_TOPIC if target else _TOPIC | _TARGET)


def made(predicate: Token) -> Token | None:
    """The thing that a participle makes, or by which it was done.

    "an accord in Geneva signed by X", "the speech he gave in Seoul in May, when he called X".
    """
    if predicate.dep_ == "relcl" and any(c.lower_ == "when" for c in predicate.children):
        return predicate.head
    if _written(predicate):
        return predicate.head
    passive = predicate.dep_ in ("acl", "relcl") and predicate.tag_ == "VBN"
    return predicate.head if passive and is_passive(predicate) else None


def _within(token: Token, predicate: Token, *, barred: frozenset[str]) -> bool:
    path: list[Token] = []
    thing = made(predicate)
    for governor in governors(token):
        if governor == thing and token.i < predicate.i:
            return not _led_astray(path, noun=True, barred=barred)
        if governor == predicate:
            return not _led_astray(path, noun=predicate.pos_ != "VERB", barred=barred)
        told_of = governor.dep_ == "relcl" and governor.head == thing and governor != predicate
        if governor.pos_ in ("VERB", "AUX") and not told_of and governor.dep_ != "prep":
            near = governor in _clauses(predicate)
            return near and not _led_astray(path, noun=False, barred=barred)
        path.append(governor)
    return clause_of(token) == clause_of(predicate)


def _led_astray(path: list[Token], *, noun: bool, barred: frozenset[str]) -> bool:
    """Whether the way up from a date or place leads through what a deed is about."""
    for below, token in zip([None, *path], path, strict=False):
        if token.dep_ == "prep" and token.lower_ in barred:
            near = {token.head.lemma_.lower(), below.lemma_.lower() if below is not None else ""}
            if not near & _PLACING and not (token.lower_ == "of" and (noun or near & MEASURES)):
                return True
        if token.lower_ == "since" and token.head.pos_ == "NOUN":  # "the first talks since 1979"
            return True
        if token.lower_ in _BEHIND and below is not None and below.lemma_.lower() in _BLOWS:
            return True  # "voted for sanctions following a test on Monday": the test's
        named = token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "NOUN"
        if named and not is_passive(token.head) and not noun:
            return True
    return False


def since_when(token: Token) -> bool:
    """Whether a date is only that since which a deed is counted: "since March's battle"."""
    return any(t.lower_ == "since" for t in (token, *governors(token)))


def of_the_first(clause: Token) -> bool:
    """ "the first talks since 1979", "the first time it has fired a rocket since 2009"."""
    noun = clause.head if clause.dep_ in ("relcl", "acl") else clause
    return noun.pos_ == "NOUN" and any(c.lower_ in ("first", "only", "last") for c in noun.lefts)


def _clauses(predicate: Token) -> Iterator[Token]:
    """The verbs whose dates and places are the deed's too."""
    yield from outcomes(predicate)
    if predicate.pos_ not in ("VERB", "AUX") and not _carried(predicate):
        return
    clause = clause_of(predicate)
    for verb in (clause, *_set_by(clause)):
        yield verb
        yield from _of_the_occasion(verb)
        if verb.lemma_ in _SEEMS:  # "appeared to relent last week, praising B"
            yield from (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB")
    yield from meanwhile(clause)
    aims = (c for c in clause.children if c.dep_ == "xcomp" and c.tag_ == "VB")
    for verb in (clause, *aims):  # "urged B to stay calm when he met him on Monday"
        yield from (c for c in verb.children if _at_once(c) and c.i > clause.i)


def meanwhile(clause: Token) -> Iterator[Token]:
    """ "Speaking in X, A said", "A, attending a rite in X on Sunday, said": the participles."""
    doers = (c for c in clause.lefts if c.dep_ == "nsubj")
    beside = (c for d in doers for c in d.rights if c.dep_ in ("acl", "advcl") and c.tag_ == "VBG")
    apart = (c for c in beside if c.doc[c.i - 1].text == ",")
    for c in (*(c for c in clause.lefts if _participle(c)), *apart):
        if c.lemma_ not in _REFERRING:
            yield c


def _of_the_occasion(clause: Token) -> Iterator[Token]:
    """The participle that places what a verb goes with.

    "Under a deal signed in X in May, A promised", "the round, held in X in May, broke up".
    """
    for near in clause.children:
        noun = near
        written = near.lower_ == "in" and near.dep_ == "prep"
        if written and (text := child(near, "pobj")) is not None and text.lemma_ in _WRITINGS:
            yield from (c for c in text.children if c.dep_ == "acl" and c.lemma_ in _PUBLISHED)
            continue
        if near.lower_ == "under" and clause.lemma_ in _PROMISES and clause.tag_ == "VBD":
            noun = child(near, "pobj") or near
        elif near.dep_ != "nsubj" or clause.lemma_ not in _ENDS:
            continue
        yield from (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _HOLDS)


def _set_by(clause: Token) -> Iterator[Token]:
    """The verbs above that set the scene: "struck a note on Tuesday, expressing ..., urging X".

    A participle has the scene of what it goes with, "began on Monday by saying" is one deed, and
    "met in May, when they signed" is one time.
    """
    while True:
        if clause.dep_ == "conj" and clause.tag_ == "VBG" and clause.head.tag_ == "VBG":
            clause = clause.head
            continue
        by = clause.dep_ == "pcomp" and clause.head.lower_ == "by"
        after = _at_once(clause) and clause.i > clause.head.i
        brought = _brought(clause) or is_aim(clause) or _written(clause)
        then = _participle(clause) or soon_after(clause) or goes_on(clause) or _stated(clause)
        if not (by or after or brought or then):
            return
        clause = clause_of(clause.head)
        yield clause


def _written(clause: Token) -> bool:
    """ "issued a statement on Monday that condemned X", "condemning X": the day of the writing."""
    told = clause.dep_ == "relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBG")
    return told and clause.head.lemma_ in _WRITINGS


def _stated(clause: Token) -> bool:
    """ "struck a softer note on Monday, saying that he was ready to ...": what he then was."""
    what = clause.dep_ == "ccomp" and child(clause, "acomp") is not None
    who = child(clause, "nsubj")
    return what and who is not None and who.pos_ == "PRON" and _participle(clause.head)


def _brought(clause: Token) -> bool:
    """ "voted on Monday to condemn X", "on Monday A is due to meet B": one time for both.

    "On Monday A was believed to be in B": that it is believed is of no day.
    """
    if clause.dep_ != "xcomp":
        return False
    if is_held(clause.head):
        return True
    begun = clause.tag_ == "VBG" and clause.head.lemma_ in _PHASES
    return begun or (clause.tag_ == "VB" and clause.head.lemma_ in _BRINGING)


def is_held(verb: Token) -> bool:
    """ "was believed (to be)", "is thought (to have)"."""
    return verb.lemma_ in _HELD and is_passive(verb)


def goes_on(clause: Token) -> bool:
    """ "On Monday A met B, who called for C": a relative clause that tells what came of it."""
    met, first = clause.head, clause.left_edge
    apart = first.i > 0 and clause.doc[first.i - 1].text == ","
    return (
        clause.dep_ == "relcl"
        and clause.tag_ == "VBD"
        and apart
        and met.dep_ in ("dobj", "nsubj")
        and met.i > met.head.i
        and met.head.lemma_ in _MEETS
        and met.head.tag_ == "VBD"
    )


def soon_after(clause: Token) -> bool:
    """ "closed the border on Monday, hours after A had attacked": the same day."""
    marks = (c for c in clause.children if c.dep_ in ("mark", "prep") and c.i < clause.i)
    return clause.dep_ == "advcl" and any(
        m.lower_ in ("before", "after")
        and any(t.lower_ in ("hours", "minutes", "moments", "shortly") for t in _just_before(m))
        for m in marks
    )


def _just_before(mark: Token) -> tuple[Token, ...]:
    return tuple(mark.doc[max(0, mark.i - 1) : mark.i])


def _at_once(clause: Token) -> bool:
    """ "..., when the two signed": a clause of the same time as the one that it follows."""
    if clause.dep_ != "advcl":
        return False
    above = clause.head
    while above.dep_ == "xcomp" and above.tag_ == "VB":
        above = above.head
    plain = (clause.tag_ == "VBD" or _was(clause)) and (above.tag_ == "VBD" or _was(above))
    marks = {c.lower_ for c in clause.children if c.dep_ in ("advmod", "mark")}
    return "when" in marks or (
        plain and bool(marks & {"as", "while"}) and not _sets_against(clause)
    )


def _sets_against(clause: Token) -> bool:
    """ ", while B fired at X on Tuesday": what another did, wherever and whenever it was."""
    first = clause.left_edge
    apart = first.lower_ == "while" and first.i > 0 and first.doc[first.i - 1].text == ","
    return apart and any(c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in clause.lefts)


def _was(verb: Token) -> bool:
    """ "was held", "were meeting"."""
    return not auxiliaries(verb).isdisjoint(("was", "were"))


def _carried(noun: Token) -> bool:
    """Whether a noun deed takes the circumstances of its verb: "held talks", "during talks"."""
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
        return verb.lemma_ in LIGHT or verb.lemma_ in ("attend", "end", "announce", "report")
    if noun.dep_ == "pobj":
        went = verb.lower_ == "for" and verb.head.lemma_ in MOTION | {"be"}  # "was in X for"
        if any(t.lemma_ in _TIMES for t in _just_before(verb)):  # "three days after an attack"
            return False
        return verb.lower_ in _OCCASION or verb.lower_ == "by" or went
    return noun.dep_ != "nsubj" or verb.lemma_ not in _PROMPTS


def told_by(predicate: Token) -> Token:
    """The verb that tells a deed: itself, or the one that a noun goes with ("held talks")."""
    noun = predicate.pos_ != "VERB" and predicate.dep_ in ("dobj", "nsubjpass")
    return predicate.head if noun and _carried(predicate) else predicate


def goes_with(predicate: Token, verb: Token) -> bool:
    """Whether a deed is a verb's, or that of a noun which takes its circumstances: "in a raid"."""
    near = predicate.pos_ in ("NOUN", "PROPN") and clause_of(predicate) == verb
    return predicate == verb or (near and _carried(predicate))


def _participle(clause: Token) -> bool:
    """ "..., urging X to": a participle clause that no conjunction sets apart."""
    return (
        clause.dep_ == "advcl"
        and clause.tag_ == "VBG"
        and not any(c.dep_ == "mark" or c.tag_ == "WRB" for c in clause.children)
    )
