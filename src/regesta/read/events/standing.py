"""How a deed stands in its sentence: done, planned, possible or negated, and on whose word.

The walk starts at the predicate and climbs to the root; every step may settle the modality, add
a voucher, or show that the words are no deed at all but the content of a wish or request.
"""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge.frames import words_of
from regesta.model import EventType, Modality
from regesta.read.actors.scene import Scene
from regesta.read.auxiliaries import auxiliaries, carrier
from regesta.read.clauses import (
    bare,
    child,
    governors,
    is_aim,
    is_negated,
    is_passive,
    set_apart,
)
from regesta.read.events.asides import (
    among_doers,
    brings_content,
    is_due,
    is_given,
    is_hypothetical,
    is_inverted,
    is_matter,
    is_ordered,
    is_planned,
    is_question,
    is_reported,
    is_set_off,
    is_suspected,
    is_time_ahead,
    is_weighed,
    made_likely,
    made_plain,
    states_terms,
    told_apart,
    told_aside,
    told_before,
    told_beside,
    told_on,
    told_with,
)
from regesta.read.events.disowned import (
    is_conceivable,
    is_disowned,
    is_made_up,
    is_taken_back,
    is_untrue,
)
from regesta.read.events.firsts import ranked_doer
from regesta.read.events.meetings import brings_meeting
from regesta.read.events.noun_above import (
    brings_means,
    comes_to_nothing,
    is_planned_word,
    under_adjective,
    under_noun,
)
from regesta.read.events.speakers import (
    SPEECH,
    according_to,
    owners_of_words,
    saying_of,
    speakers,
    vouching,
)
from regesta.read.events.staged import is_opinion, is_polled, is_staged, is_told_in_fiction
from regesta.read.events.stance import Standing, thought
from regesta.read.events.undone import (
    for_its,
    has_no_object,
    is_lifted,
    is_passed_over,
    is_set_against,
    is_undone,
    never_tried,
    only_looms,
    undone_as,
    undone_by,
    was_to_have,
)
from regesta.read.events.unreal import (
    FORECASTS,
    OUGHT,
    is_ahead,
    is_awaited,
    is_counterfactual,
    is_forecast,
    is_foretold,
    is_likened,
    is_set_visit,
    is_term,
    is_undenied,
    waits_for,
)
from regesta.read.going_on import speaking
from regesta.read.tree import Token

# Types whose deed is done by saying: the doer's own word is the deed, not a voucher for it.
VERBAL = frozenset(
    {
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
_APART = (told_with, told_apart, for_its)
LIGHT = words_of("LIGHT")
THOUGHT = frozenset({"believe", "think", "suspect", "estimate", "suggest", "allege", "expect"})
CONTENT = words_of("CONTENT")
_COMES_ABOUT = words_of("COMES_ABOUT")
CONSIDER = words_of("CONSIDER")
FAILED = words_of("FAILED")
FAULTING = words_of("FAULTING")
# "thanked B for freeing C": B has done it.
_BLAMING = (FAULTING | words_of("PUNISHING")) - words_of("PRAISING")
_BRINGS = frozenset({"prompt", "cause", "make"})  # "prompted a threat": there was one
DENIED = frozenset({"deny", "disclaim", "disavow"})
WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
MAY = frozenset({"may", "might", "could", "can", "ca", "would"})
HEDGES = words_of("HEDGES")
POSSIBLE_NOUN = words_of("POSSIBLE_NOUN")
# What is wished for, asked or meant is none; what its words take for done is.
_WISHES = ("content.", "noun-content.", "chance.", "purpose", "against", "yet-to", "failed.",
           "negation", "undone.", "plan.", "expected", "auxiliary.", "recommended")  # fmt: skip
CONDITION = frozenset({"if", "unless", "whether", "should", "lest"})


def standing(predicate: Token, scene: Scene) -> Standing:
    """How the deed of `predicate` stands."""
    ranked = ranked_doer(predicate)
    if ranked is not None:  # "was the first to do it" is "did it"
        return standing(ranked.head, scene)
    state = _own_words(predicate)
    if is_staged(predicate):
        return state.dropped("staged")
    lower, sheltered, settled, given = predicate, False, False, False
    for governor in _chain(predicate):
        if not state.kept:
            return state
        if sheltered and governor.lemma_.lower() in DENIED:
            break
        if told_aside(lower) or any(apart(lower, governor) for apart in _APART):
            break
        given = given or (state.modality is Modality.ACTUAL and is_given(lower))
        if not settled or governor.lemma_.lower() in SPEECH:
            above = _step(state, lower=lower, governor=governor, scene=scene)
            state = state if given and above.rule.startswith(_WISHES) else above
        sheltered = sheltered or told_beside(lower)
        settled = sheltered and (settled or lower.tag_ == "VBD")  # "refuses to talk since A did B"
        lower = governor
    state = _said_after(state, predicate=predicate, scene=scene)
    return replace(state, said_by=(*according_to(predicate, scene), *state.said_by))


def _chain(predicate: Token) -> Iterator[Token]:
    """The governors; a finite verb joined to an infinitive hangs on the infinitive's governor.

    "declined to comment and accused": the parser joins `accused` to `comment`. A participle of
    saying goes on from what was said: "said it would leave, accusing B".
    """
    token = predicate
    saying = speaking(predicate)
    if saying is not None:
        yield saying
        token = saying
    while token.head != token:
        governor = token.head
        if token.dep_ == "conj" and governor.tag_ == "VB" and token.tag_ in ("VBD", "VBZ", "VBP"):
            token = governor
            continue
        yield governor
        token = governor


def _said_after(state: Standing, *, predicate: Token, scene: Scene) -> Standing:
    """ "A did B, X said": the saying hangs below the deed's own clause."""
    for clause in (predicate, *governors(predicate)):
        for c in clause.children:
            if c.dep_ == "parataxis" and c.lemma_.lower() in SPEECH:
                return replace(state, said_by=(*vouching(c, scene), *state.said_by))
    return state


def _own_words(predicate: Token) -> Standing:
    """What the predicate's own auxiliaries, negation and adjectives say."""
    state = Standing()
    if predicate.pos_ in ("VERB", "AUX"):
        state = _verb_words(state, predicate)
        none = state.kept and has_no_object(predicate)
        return state.at_most(Modality.NEGATED, rule="negation") if none else state
    if only_looms(predicate) or is_lifted(predicate):
        return state.dropped("lifted" if is_lifted(predicate) else "looms")
    for c in predicate.children:
        if c.dep_ == "det" and c.lower_ == "no":
            return state.at_most(Modality.NEGATED, rule="no.noun")
        if c.dep_ in ("acl", "amod", "advmod", "compound") and is_planned_word(c):
            return state.at_most(Modality.PLANNED, rule=f"noun.{c.lower_}")
        if is_time_ahead(c):
            return state.at_most(Modality.PLANNED, rule="noun.next")
        if c.dep_ in ("amod", "advmod") and c.lower_ in POSSIBLE_NOUN:
            return state.at_most(Modality.POSSIBLE, rule=f"noun.{c.lower_}")
    return state


def _verb_words(state: Standing, verb: Token) -> Standing:
    helpers = auxiliaries(carrier(verb))
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if is_question(verb, doer):
        return state.dropped("question")
    if is_passed_over(verb) or is_counterfactual(verb):
        return state.dropped("never-done")
    if is_undone(verb, doer):
        told = verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH  # "said it would not do it"
        if (undone := undone_as(helpers & MAY, told=told)) is not None:
            return state.at_most(Modality.NEGATED, rule=undone)
    if is_opinion(verb):
        return state.at_most(Modality.POSSIBLE, rule="opinion")
    if is_weighed(verb):
        return state.at_most(Modality.POSSIBLE, rule="whether")
    if marks & CONDITION or is_inverted(verb, doer):
        return state.dropped("condition")
    if helpers & OUGHT:
        return state.dropped("recommended")
    if helpers & MAY:
        would = helpers & MAY == {"would"}
        modality = Modality.PLANNED if would and is_foretold(verb) else Modality.POSSIBLE
        return state.at_most(modality, rule="auxiliary." + min(helpers & MAY))
    if helpers & WILL:
        ahead = Modality.POSSIBLE if is_forecast(verb) else Modality.PLANNED
        return state.at_most(ahead, rule="auxiliary.will")
    if marks & HEDGES:
        return state.at_most(Modality.POSSIBLE, rule="hedge")
    if (verb.lemma_ == "expect" and is_passive(verb)) or is_due(verb):
        return state.at_most(Modality.PLANNED, rule="verb.expected")
    return state


def _step(state: Standing, *, lower: Token, governor: Token, scene: Scene) -> Standing:
    """One step up: what the governor makes of what hangs below it."""
    if states_terms(lower) and state.modality is not Modality.ACTUAL:
        return state.dropped("terms")
    if is_term(lower):
        return state.dropped("term")
    if is_disowned(lower, governor):
        return state.dropped("disowned")
    if is_told_in_fiction(lower, governor):
        return state.dropped("fiction")
    if is_untrue(lower, governor) or is_set_against(lower):
        return replace(state, modality=Modality.NEGATED, rule="untrue")
    if is_conceivable(lower, governor):
        return replace(state, modality=thought(state.modality), rule="conceivable")
    if is_set_off(lower, governor):
        return state.at_most(Modality.PLANNED, rule="set-off")
    if governor.pos_ in ("VERB", "AUX"):
        return _under_verb(state, lower=lower, verb=governor, scene=scene)
    if governor.pos_ == "ADJ" and lower.dep_ in ("xcomp", "ccomp"):
        done = any(c.dep_ == "aux" and c.lower_ == "have" for c in lower.children)
        return state if done else under_adjective(state, governor)
    if lower.dep_ in ("relcl", "acl") and lower.tag_ == "VB" and governor.lemma_ == "time":
        return state.dropped("time-to")
    if lower.dep_ == "acl" and governor.lemma_ in ("evidence", "proof", "sign", "indication"):
        denied = any(c.lower_ == "no" for c in governor.children)
        return state.at_most(Modality.NEGATED, rule="no-evidence") if denied else state
    if is_suspected(lower):
        return state.at_most(Modality.POSSIBLE, rule=f"noun.{governor.lemma_}")
    saying = saying_of(governor) if lower.dep_ in ("acl", "ccomp") else None
    if saying is not None:
        return _spoken(state, verb=saying, lower=lower, scene=scene)
    if is_reported(lower):
        return replace(state, said_by=(*owners_of_words(governor, scene), *state.said_by))
    return under_noun(state, lower=lower, noun=governor)


def _under_verb(state: Standing, *, lower: Token, verb: Token, scene: Scene) -> Standing:
    lemma = verb.lemma_.lower()
    if (lower.dep_ == "conj" and not told_on(lower, verb)) or among_doers(lower, verb):
        return state
    if lower.dep_ == "advcl":
        if lemma == "rule" and lower.tag_ == "VBG" and any(c.dep_ == "prt" for c in verb.children):
            return state.dropped("ruled-out")
        if lemma in FAULTING and is_matter(lower, verbal=CONTENT | SPEECH):
            return state.dropped(f"content.{lemma}")
        return state.dropped("purpose") if is_aim(lower) else _conditional(state, lower, verb)
    if lemma == "order" and is_ordered(lower):
        return state
    if lower.dep_ == "ccomp" and lower.i < verb.i and child(verb, "dobj") and lemma not in SPEECH:
        return state  # "A blamed B, C blamed D": two clauses set side by side
    if lower.dep_ in ("ccomp", "parataxis", "conj") and (lemma in SPEECH or lemma in FORECASTS):
        return _spoken(state, verb=verb, lower=lower, scene=scene)
    if told_before(lower, verb):
        return state
    if comes_to_nothing(lower, verb):
        return state.dropped(f"ended.{lemma}")
    inside = lower.dep_ in ("ccomp", "xcomp", "pcomp", "prep", "dobj", "nsubjpass", "csubj")
    if not inside:
        return _negated_carrier(state, lower=lower, verb=verb)
    if lemma in DENIED and verb.i < lower.i:
        return _denied(state, verb=verb, scene=scene)
    if undone_by(lower, verb):
        return replace(state, modality=Modality.NEGATED, rule=f"undone.{lemma}")
    if lower.dep_ == "prep" and not (lemma in CONTENT and brings_content(lower, lemma)):
        carried = _verb_words(Standing(), verb)
        if brings_means(lower) and carried.modality is not Modality.ACTUAL:
            return state.dropped("means")
        if lower.lower_ == "with" and carried.kept:  # "could answer with a test"
            state = state.at_most(carried.modality, rule=carried.rule)
        if brings_meeting(lower):
            return state.at_most(carried.modality, rule=carried.rule) if carried.kept else carried
        if lower.lower_ == "from" or (lower.lower_ == "against" and child(lower, "pcomp")):
            return state.dropped("range" if lower.lower_ == "from" else "against")
        if lower.lower_ == "for" and lemma in _BLAMING and child(lower, "pcomp") is not None:
            return state.dropped(f"reason.{lemma}")
        return state
    yet = lemma in ("have", "be") and any(c.lower_ == "yet" for c in verb.children)
    if yet or was_to_have(lower):
        return state.at_most(Modality.NEGATED, rule="yet-to")
    if lemma in FAILED or never_tried(lower, verb):
        return state.at_most(Modality.NEGATED, rule=f"failed.{lemma}")
    if lemma == "expect" and lower.dep_ in ("xcomp", "ccomp") and not is_passive(verb):
        return replace(state, modality=thought(state.modality), rule="expected")
    if is_planned(lower, lemma) or (lemma == "be" and lower.dep_ == "xcomp"):
        return state.at_most(Modality.PLANNED, rule=f"plan.{lemma}")
    if lemma in CONSIDER or (lemma in THOUGHT and lower.dep_ == "xcomp" and is_passive(verb)):
        return state.at_most(Modality.POSSIBLE, rule=f"considered.{lemma}")
    brought = lemma in _BRINGS and lower.dep_ in ("dobj", "xcomp")
    if lemma in CONTENT and not brought and not made_plain(lower, verb):
        return state.dropped(f"content.{lemma}")
    if lower.dep_ in ("dobj", "nsubjpass", "xcomp", "csubj"):
        return _negated_carrier(state, lower=lower, verb=verb)
    return state


def _denied(state: Standing, *, verb: Token, scene: Scene) -> Standing:
    if is_undenied(verb):
        return state.at_most(Modality.POSSIBLE, rule="undenied")
    said = (*speakers(verb, scene), *state.said_by)
    return replace(state, modality=Modality.NEGATED, rule="denied", said_by=said)


def _conditional(state: Standing, clause: Token, verb: Token) -> Standing:
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    if marks & CONDITION or is_likened(clause):
        return state.dropped("condition")
    if is_awaited(clause, verb):
        visit = is_set_visit(clause)
        return state.at_most(Modality.PLANNED, rule="when") if visit else state.dropped("awaited")
    if not marks and clause.tag_ == "VBG":
        carried = _verb_words(Standing(), verb)
        return state.at_most(carried.modality, rule=carried.rule) if carried.kept else carried
    if waits_for(clause, verb, marks):
        return state.dropped("condition")  # "will not talk until B leaves", "would until B left"
    if "before" in marks or "until" in marks:
        return state.at_most(Modality.PLANNED, rule="before") if is_ahead(clause) else state
    return state


def _negated_carrier(state: Standing, *, lower: Token, verb: Token) -> Standing:
    """A noun deed takes the modality of the verb that carries it: "will hold talks"."""
    if is_hypothetical(lower, verb):
        return state.dropped("hypothetical")
    if made_likely(lower, verb):
        return state.at_most(Modality.POSSIBLE, rule="made-likely")
    carries = verb.lemma_ in LIGHT or verb.lemma_ in ("place", "take", "schedule", "plan")
    carried_noun = carries and lower.pos_ in ("NOUN", "PROPN")
    carried_noun = carried_noun and lower.dep_ in ("dobj", "nsubjpass", "nsubj")
    carried_noun |= lower.dep_ == "nsubj" and (verb.lemma_ in _COMES_ABOUT or is_due(verb))
    if not carried_noun and lower.dep_ != "xcomp":
        return state
    carried = _verb_words(Standing(), verb)
    return state.at_most(carried.modality, rule=carried.rule)


def _spoken(state: Standing, *, verb: Token, lower: Token, scene: Scene) -> Standing:
    lemma = verb.lemma_.lower()
    if set_apart(lower, verb):  # the writer's own clause stands before the semicolon
        return state
    said = replace(state, said_by=(*vouching(verb, scene), *state.said_by))
    if is_made_up(verb) or is_taken_back(lower, verb):
        return said.dropped("made-up")
    if is_negated(verb):
        return said.dropped("unsaid")
    if lemma in THOUGHT or lemma in FORECASTS:
        if is_polled(verb):
            return said.dropped("polled")
        return replace(said, modality=thought(said.modality), rule=f"thought.{lemma}")
    if lemma in ("warn", "caution") or (lemma == "insist" and bare(lower)):
        return said.dropped(f"content.{lemma}")
    return said
