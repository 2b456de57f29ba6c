"""When and where a deed was done, and whether it is told as history: from its own window only."""

import re
from datetime import date

from spacy.tokens import Token

from regesta.knowledge import NameHit, NameKind, place
from regesta.model import EventType, Modality, Party, Place, PlacePrecision, Span, When
from regesta.read.actors.scene import Scene
from regesta.read.clauses import clause_of, complements, governors
from regesta.read.events.candidate import Candidate
from regesta.read.events.standing import speech_verb

LEAD_SENTENCES = 3  # news in the perfect tense stands in the lead, history after it
HISTORY_DAYS = 30  # the codebook's line between news and history
_PLACE_KINDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.COUNTRY})
_BOUNDS = frozenset({"until", "till", "by", "before", "after"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "off"})
# Deeds whose place is where the parties came together: a sentence that tells only this, and
# names a place, names its place.
_MET = frozenset({EventType.CONSULT})
_STRUCK = frozenset({EventType.ASSAULT})
# Words that mark a deed as an older thing recalled, when no date says so.
_RECALLED = re.compile(
    r"\b(?:since (?:19|20)\d\d|for (?:years|decades|months)|over the (?:past|last) (?:\w+ )?"
    r"(?:years?|decades?)|in the past|previously|decades? ago|years? ago|months ago|last year|"
    r"historically|once again since|formerly|in (?:19|20)\d\ds|the late \d{4}s)\b",
    re.IGNORECASE,
)
_WARS = frozenset({"invasion", "war", "annexation", "occupation", "intervention"})


def _token_at(candidate: Candidate, span: Span) -> Token | None:
    """The token that carries a span of the page: the one whose head lies outside it."""
    sentence = candidate.scene.sentence
    inside = [t for t in candidate.token.doc if span.start <= sentence.offsets[t.idx] < span.end]
    return next((t for t in inside if t.head not in inside or t.head == t), None)


def _distance(token: Token, predicate: Token) -> int:
    """Steps in the parse between two tokens."""
    up = {t: steps for steps, t in enumerate((predicate, *governors(predicate)))}
    if token in up:
        return up[token]
    for steps, governor in enumerate(governors(token), start=1):
        if governor in up:
            return steps + up[governor]
    return 99


def _same_window(token: Token, predicate: Token) -> bool:
    """Whether a date or place belongs to the deed's own clause, or to the noun deed itself."""
    for governor in governors(token):
        if governor == predicate:
            return True
        if governor.pos_ in ("VERB", "AUX"):
            break
    return clause_of(token) == clause_of(predicate)


def when(candidate: Candidate, *, verbal: bool, alone: bool) -> When | None:
    """The date of the deed: the nearest date phrase of its own clause.

    A verbal deed that is told by a verb of saying may take the date of the saying. The only date
    of a sentence that tells only this deed (`alone`) is the deed's, wherever the parse put it.
    """
    found: list[tuple[int, When]] = []
    predicate = candidate.token
    saying = speech_verb(predicate) if verbal else None
    dated = [
        (token, known)
        for known in candidate.scene.sentence.dates
        if known.span is not None
        and (token := _token_at(candidate, known.span)) is not None
        and not _of_another_noun(candidate, token)
    ]
    for token, known in dated:
        if _same_window(token, predicate):
            found.append((_distance(token, predicate), known))
        elif saying is not None and clause_of(token) == saying:
            found.append((50 + _distance(token, predicate), known))
    if not found and alone and len(dated) == 1 and not verbal:
        return dated[0][1]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _of_another_noun(candidate: Candidate, token: Token) -> bool:
    """Whether a date is another noun's ("a Monday call") or only a bound ("until June 1")."""
    head = token.head
    if token.lower_ in _BOUNDS or (token.dep_ == "pobj" and head.lower_ in _BOUNDS):
        return True
    if token.dep_ not in ("compound", "amod", "nmod", "nummod", "poss") or head.pos_ != "NOUN":
        return False
    return head != candidate.token and head not in candidate.object_heads()


def _as_place(candidate: Candidate, hit: NameHit, tokens: tuple[Token, ...]) -> Place:
    known = place(hit.name, country=hit.country) if hit.kind is not NameKind.COUNTRY else None
    precision = PlacePrecision.COUNTRY
    if hit.kind is NameKind.CAPITAL:
        precision = PlacePrecision.CITY
    elif known is not None:
        precision = PlacePrecision(known.precision)
    elif hit.kind is NameKind.PLACE:
        precision = PlacePrecision.REGION
    return Place(
        span=candidate.scene.sentence.words(tokens),
        text=candidate.scene.text_of(tokens),
        name=hit.name,
        country=known.country if known is not None else hit.country,
        lat=known.lat if known is not None else None,
        lon=known.lon if known is not None else None,
        precision=precision,
        rule=f"place.{hit.kind.value}",
    )


def _locations(candidate: Candidate, *, alone: bool) -> list[tuple[int, int, Place]]:
    scene, predicate = candidate.scene, candidate.token
    found = []
    for preposition in predicate.doc:
        if preposition.lower_ not in _LOCATIVE or preposition.dep_ != "prep":
            continue
        joined = clause_of(preposition).dep_ == "conj" and clause_of(preposition) != predicate
        if not (_same_window(preposition, predicate) or (alone and not joined)):
            continue
        for head in complements(preposition):
            hit = scene.hit_at(head, _PLACE_KINDS) or _apposed(head, scene)
            if hit is None or hit.country is None:
                continue
            if hit.kind is NameKind.COUNTRY and preposition.lower_ not in ("in", "inside"):
                continue  # "sanctions on Iran" says no place
            tokens = tuple(t for t in head.subtree if hit.start <= t.idx < hit.end) or (head,)
            rank = 0 if hit.kind is not NameKind.COUNTRY else 1
            distance = _distance(preposition, predicate)
            found.append((rank, distance, _as_place(candidate, hit, tokens)))
    return found


def _apposed(head: Token, scene: Scene) -> NameHit | None:
    """ "in the Belarusian capital, Minsk": the name that stands beside the description."""
    for c in head.children:
        if c.dep_ == "appos":
            return scene.hit_at(c, _PLACE_KINDS)
    return None


def where(
    candidate: Candidate, *, kind: EventType, recipients: tuple[Party, ...], alone: bool
) -> Place | None:
    """The place of the deed, when its own clause names one after a preposition of place.

    What was struck is where it was struck, if the words name a place or a state's ground.
    """
    found = _locations(candidate, alone=alone and kind in _MET)
    if found:
        return min(found, key=lambda item: (item[0], item[1]))[2]
    if kind not in _STRUCK:
        return None
    inside = [p for p in recipients if p.rule.startswith("inside.")]
    for party in inside:
        for hit in candidate.scene.sentence.hits:
            at = candidate.scene.sentence.offsets[hit.start]
            if at != party.span.start or hit.country is None:
                continue
            tokens = tuple(t for t in candidate.token.doc if hit.start <= t.idx < hit.end)
            if tokens:
                return _as_place(candidate, hit, tokens)
    return None


def _days_before(value: str, on: str) -> int | None:
    """Days from the last day that `value` can mean to the article's day; None when unclear."""
    try:
        article = date.fromisoformat(on[:10])
        if len(value) >= 10:
            return (article - date.fromisoformat(value[:10])).days
        if len(value) == 7:
            year, month = int(value[:4]), int(value[5:7])
            following = date(year + month // 12, month % 12 + 1, 1)
            return (article - following).days + 1
        return (article - date(int(value[:4]), 12, 31)).days
    except ValueError:
        return None


def background(
    candidate: Candidate, *, dated: When | None, modality: Modality, material: bool
) -> bool:
    """Whether the deed is told as history: its date, else words and tenses that recall."""
    if modality in (Modality.PLANNED, Modality.POSSIBLE):
        return False
    on = candidate.scene.on
    dated = dated or _date_joined(candidate)
    if dated is not None and on is None and len(dated.value) == len("2014"):
        return True  # news does not tell its own deeds by the year alone
    if dated is not None and on is not None:
        days = _days_before(dated.value, on)
        if days is not None:
            return days > HISTORY_DAYS
    if modality is Modality.NEGATED:
        return False
    if dated is None and candidate.token.lemma_.lower() in _WARS:
        return True
    if _recalled(candidate) or _aside(candidate.token):
        return True
    late = candidate.scene.sentence.index >= LEAD_SENTENCES
    return material and late and _present_perfect(candidate.token)


def _date_joined(candidate: Candidate) -> When | None:
    """The date that tells a deed's age where it has none: that of the verb it is joined to.

    "withdrew in 2018 and imposed ..."; "has held since Tuesday" is no history either.
    """
    predicate = candidate.token
    for known in candidate.scene.sentence.dates:
        token = _token_at(candidate, known.span) if known.span is not None else None
        if token is None or _of_another_noun(candidate, token):
            continue
        if _same_window(token, predicate):
            return known
        if predicate.dep_ == "conj" and clause_of(token) == predicate.head:
            return known
    return None


def _recalled(candidate: Candidate) -> bool:
    clause = clause_of(candidate.token)
    words = " ".join(t.text for t in clause.subtree)
    return _RECALLED.search(words) is not None


def _aside(predicate: Token) -> bool:
    """A past deed in a relative clause: "X, who allowed Y to ..." recalls."""
    carried_on = any(c.lower_ in ("where", "when", "after") for c in predicate.children)
    return predicate.dep_ == "relcl" and predicate.tag_ in ("VBD", "VBN") and not carried_on


def _present_perfect(predicate: Token) -> bool:
    """ "has supplied": told as a standing fact, unless a word says it is fresh."""
    words = {c.lower_ for c in predicate.children}
    recent = any(c.lower_ == "since" for c in predicate.children)
    return (
        not recent
        and bool(words & {"has", "have"})
        and not words & {"just", "now", "already", "today"}
    )
