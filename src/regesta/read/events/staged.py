"""Deeds of a world that is made up: of films and games, of war games, of what is only supposed."""

from regesta.knowledge import NameKind
from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, complements, governors, prepositions, subject
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_FICTION = words_of("FICTION")
_SUPPOSED = frozenset({"suppose", "assume", "imagine", "posit", "envision", "picture", "simulate"})
_OPENINGS = frozenset({"imagine", "suppose", "assume", "supposing", "picture"})
# What a work of fiction does with what it tells.
_TELLS = frozenset(
    {"tell", "show", "depict", "follow", "portray", "have", "let", "feature", "describe", "see",
     "predict", "open", "begin", "end", "start", "recount", "chronicle", "dramatise", "dramatize",
     "ask", "find", "suggest", "put", "say", "be"}
)  # fmt: skip
_SEASONS = frozenset({"season", "sequel", "prequel", "remake", "instalment", "installment"})
_SCENES = frozenset({"scene", "chapter", "episode", "subplot", "finale", "flashback"})
_STARTS = frozenset({"open", "begin", "start", "end", "close", "conclude", "culminate"})
_CASTING = frozenset({"star", "cast", "centre", "center", "revolve", "imagine"})
_PLAYED = frozenset(
    {"drill", "exercise", "wargame", "simulation", "manoeuvre", "maneuver", "rehearsal", "game",
     "role-play", "tabletop", "scenario"}
)  # fmt: skip
_MATCHES = frozenset(
    {"cup", "final", "semi-final", "semifinal", "quarter-final", "quarterfinal", "half", "league",
     "match", "tournament", "championship", "qualifier", "olympics", "derby", "inning", "play-off",
     "playoff", "stoppage", "regatta", "marathon", "sprint", "set", "fixture"}
)  # fmt: skip
_COUNTRY = frozenset({NameKind.COUNTRY})
_NOBODY = frozenset({"nobody", "none", "few", "no-one"})
_POLLED = frozenset(
    {"majority", "third", "half", "quarter", "percent", "%", "cent", "respondent", "voter", "most",
     "many", "few", "some", "people", "minority", "fifth", "share", "citizen", "reader", "viewer"}
)  # fmt: skip
_VIEWS = frozenset({"view", "opinion", "estimation", "reading", "judgment", "judgement", "eyes"})


def is_staged(predicate: Token) -> bool:
    """Whether a deed itself is played or supposed: "in the novel A invades B", "imagine A ..."."""
    first = predicate.doc[0]
    if first.lower_ in _OPENINGS and first.tag_ in ("VB", "VBP", "VBG", "NNP", "NN"):
        return True
    tellers = [c for c in predicate.lefts if c.dep_ == "nsubj"]  # "the series has A kidnap B"
    above = (predicate, *governors(predicate))
    if any(_casts(verb) or _is_its_plot(verb) or _is_scene(verb) for verb in above):
        return True
    if any(_opens_with(verb) for verb in predicate.doc if verb.lemma_ in _STARTS):
        return True
    if any(t.lower_ == "respondents" and t.dep_ == "nsubj" for t in predicate.doc):
        return True  # "respondents said B would attack"
    played = len(tellers) > 1 and tellers[0].lemma_.lower() in _FICTION
    return played or _is_set_in(predicate, _FICTION)


def _casts(verb: Token) -> bool:
    """ "the film stars X as a general who bombs B": whatever stands below it is played."""
    teller = subject(verb) if verb.lemma_ in _CASTING else None
    return teller is not None and teller.lemma_.lower() in _FICTION


def _is_scene(verb: Token) -> bool:
    """ "in one scene A orders his troops to leave; in another B resigns"."""
    own = (verb, *(c for c in verb.children if c.dep_ in ("ccomp", "conj")))
    settings = (p for v in own for p in v.lefts if p.dep_ == "prep" and p.lower_ == "in")
    return any(t.lemma_.lower() in _SCENES for p in settings for t in complements(p))


def _opens_with(verb: Token) -> bool:
    """ "The thriller opens with a bomb: A has crossed into B": all of the sentence is its plot."""
    teller = subject(verb)
    played = teller is not None and teller.lemma_.lower() in _FICTION
    several = teller is not None and any(True for _ in prepositions(teller, "of"))
    return played and not several and any(True for _ in prepositions(verb, "with", "in", "on"))


def _is_its_plot(verb: Token) -> bool:
    """ "a second season in which B invades C"; not "a series of raids in which"."""
    work = verb.head
    told = verb.dep_ == "relcl" and work.lemma_.lower() in _FICTION | _SEASONS
    inside = any(p.lower_ == "in" and p.dep_ == "prep" for p in verb.lefts)
    where = any(c.lower_ == "where" for c in verb.lefts)
    return told and (inside or where) and not any(True for _ in prepositions(work, "of"))


def is_told_in_fiction(lower: Token, governor: Token) -> bool:
    """ "the film tells how A took B", "the series has A kidnap B", "the model assumes that A ...".

    Who plays a part in it may be real all the same: "the film angered A".
    """
    if governor.pos_ not in ("VERB", "AUX") or lower.dep_ in ("nsubj", "nsubjpass"):
        return False
    if governor.lemma_.lower() in _SUPPOSED and lower.dep_ in ("ccomp", "advcl", "dobj"):
        return True
    if _is_set_in(governor, _FICTION):
        return True
    teller = subject(governor)
    if teller is None or teller.pos_ == "PRON" or teller.lemma_.lower() not in _FICTION:
        return False
    several = any(True for _ in prepositions(teller, "of"))  # "a series of raids"
    return governor.lemma_.lower() in _TELLS and not several


def is_played(predicate: Token) -> bool:
    """ "in a drill American soldiers attacked a bridge", "A and B clash in the cup on Sunday"."""
    grounds = (t for p in prepositions(predicate, "in", "at", "during") for t in complements(p))
    return _is_set_in(predicate, _PLAYED) or any(t.lemma_.lower() in _MATCHES for t in grounds)


def is_team(candidate: Candidate) -> bool:
    """ "France meet Austria on Sunday": a state's name that does what many do is its team's."""
    team = subject(candidate.token)
    if team is None or candidate.token.tag_ != "VBP" or team.tag_ != "NNP":
        return False
    joined = any(c.dep_ in ("conj", "cc") for c in team.children)
    named = candidate.scene.hit_at(team, _COUNTRY)
    return named is not None and not joined and not named.name.endswith("s")


def _is_set_in(verb: Token, what: frozenset[str]) -> bool:
    """Whether a clause is opened by "in the novel", "in a drill in A"."""
    settings = (p for p in verb.lefts if p.dep_ == "prep" and p.lower_ in ("in", "during"))
    inside = [t for p in settings for t in complements(p)]
    return any(t.lemma_.lower() in what or _is_ideal(t) for t in inside)


def _is_ideal(world: Token) -> bool:
    """ "in an ideal world A would recognise B"."""
    marks = {c.lower_ for c in world.lefts}
    return world.lemma_ == "world" and bool(marks & {"ideal", "perfect", "parallel", "imaginary"})


def is_polled(saying: Token) -> bool:
    """ "six in ten Poles believe that A did it", "most Finns think", "nobody thinks"."""
    many = subject(saying)
    if many is None:
        return False
    if many.lower_ in _NOBODY or any(c.dep_ == "det" and c.lower_ == "no" for c in many.children):
        return True
    counted = any(c.dep_ == "nummod" or c.lower_ in ("most", "many") for c in many.children)
    return many.lemma_.lower() in _POLLED or (many.tag_ in ("NNS", "NNPS") and counted)


def is_opinion(verb: Token) -> bool:
    """ "in the analyst's view, A will attack B"."""
    heads = (t for p in prepositions(verb, "in") for t in complements(p))
    return any(t.lemma_.lower() in _VIEWS and child(t, "poss") is not None for t in heads)
