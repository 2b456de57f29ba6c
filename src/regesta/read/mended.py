"""The tree with what the model gets wrong put right, token by token."""

from regesta.read.conjoined import (
    float_each,
    free_manner,
    give_name,
    raise_saying,
    will_both,
)
from regesta.read.gerunds import take_for_blow, take_for_noun, take_for_thing
from regesta.read.hyphened import name_whole
from regesta.read.misplaced import (
    give_object,
    give_shown,
    give_speaker,
    hang_on_count,
    join_heads,
    lift_speech,
    part_day,
    part_from_body,
    part_from_measure,
    take_for_many,
    take_ground,
    take_temper,
)
from regesta.read.noun_clauses import give_doer, take_wording
from regesta.read.rejoined import (
    give_main_verb,
    give_that,
    give_who,
    is_set_apart,
    join_above,
    join_hyphened,
    join_list,
    join_nations,
    lift_from_auxiliary,
    part_from_participle,
    take_content,
    take_for_doer,
    take_infinitive,
)
from regesta.read.saying import CARRIES, take_for_saying
from regesta.read.shifted import (
    give_back_object,
    give_owned,
    put_object_back,
    take_for_done,
    take_neighbouring,
    take_object,
)
from regesta.read.subjects import (
    DAYS,
    give_absolute,
    give_agent,
    give_clause,
    give_clause_doer,
    give_far_subject,
    give_second,
    give_subject,
    part_from_subject,
    raise_main,
    take_for_participle,
)
from regesta.read.supposed import part_supposed
from regesta.read.tree import Doc, Token, hang

# "hoped" -> "hop": the rule lemmatizer cuts -es, -ed and -ing off verbs that end in e.
WRONG_LEMMAS = {
    "hop": "hope", "stag": "stage", "wag": "wage", "slat": "slate", "din": "dine", "pip": "pipe",
    "fin": "fine", "readie": "ready", "resupplie": "resupply",
    "greenlighte": "greenlight", "cordone": "cordon",
    "readmitte": "readmit", "instal": "install", "ax": "axe", "appal": "appall", "rag": "rage",
}  # fmt: skip
# Surnames that are English words derail the tagger; it is shown a name it knows in their place.
NAMES_LIKE_WORDS = {"Trump": "obama"}
# Verbs after which "two men arrested in May" is read as a clause.
LETS_GO = frozenset({"free", "release", "return", "pardon", "deport", "arrest", "repatriate"})
# What nobody can be: "the minister travelled to X", read as on a noun, is what he did.
GOES = frozenset(
    {"travel", "assemble", "convene", "arrive", "condole", "depart", "confer", "cross"}
)
DONE = frozenset({"VBD", "VBN", "VBG"})  # tags of the verbs that may be put right
# "Good Friday", "Bloody Sunday": days with a name of their own.
OF_DAYS = frozenset(
    {"Ash", "Black", "Bloody", "Cyber", "Easter", "Good", "Holy", "Maundy", "Palm", "Shrove",
     "Super", "Whit"}
)  # fmt: skip


def _is_leading_name(token: Token) -> bool:
    """A surname that the model takes for an auxiliary: "Theresa May greets"."""
    auxiliary = token.text == "May" and token.dep_ == "aux"
    return auxiliary and any(c.dep_ == "compound" for c in token.lefts)


def _hang_on_noun(participle: Token) -> None:
    """ "freed two men arrested in May": who was freed, read as a clause of its own."""
    verb = participle.head
    bare = participle.tag_ == "VBN" or all(c.dep_ != "dobj" for c in participle.children)
    above = verb.head if verb.dep_ == "dobj" else verb.head.head.head  # "12 of the 100 men"
    if participle.dep_ == "acl" and bare and above.lemma_ in LETS_GO:
        participle.tag_ = "VBN" if participle.tag_ == "VBD" else participle.tag_
    if participle.dep_ != "ccomp" or participle.tag_ == "VBG" or verb.lemma_ not in LETS_GO:
        return
    if any(c.dep_ in ("aux", "auxpass", "mark") for c in participle.children):
        return
    noun = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    if noun is None or noun.i < verb.i or not bare:
        return
    participle.tag_ = "VBN"
    hang(noun, verb, "dobj")
    hang(participle, noun, "acl")


def _regain_subject(verb: Token) -> None:
    """ "A called B a friend", whose parse hangs the verb on A as on a noun: A is who called B."""
    name = verb.head
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    hang(name, verb, "nsubj")
    for named in [c for c in verb.rights if c.dep_ == "oprd"]:
        for word in [c for c in named.rights if c.dep_ == "appos"]:
            hang(word, verb, "oprd")
            named.dep_ = "dobj"
    for named in [c for c in name.rights if c.dep_ == "appos" and c.i > verb.i]:
        for word in [c for c in named.rights if c.dep_ == "appos"]:
            hang(word, verb, "oprd")
        hang(named, verb, "dobj")
    for rest in [c for c in name.rights if c.i > verb.i]:
        hang(rest, verb, rest.dep_)
    for by in [c for c in verb.children if c.dep_ == "agent" and verb.lemma_ in GOES]:
        by.dep_ = "prep"  # "travelled by train"


def _give_owner(whose: Token) -> None:
    """ "A, whose leader, B, gave up C", whose parse joins the giving up to the verb above."""
    office = whose.head
    if office.dep_ != "appos":
        return
    end = max(t.i for t in office.subtree)
    verb = next((t for t in whose.doc[end + 1 :] if not t.is_punct and t.pos_ != "ADV"), None)
    if verb is None or verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    hang(verb, office.head, "relcl")
    hang(office, verb, "nsubjpass" if passive else "nsubj")


def _set_day_apart(day: Token) -> None:
    """ "condemned Greece Sunday", whose parse makes one name of the two: the day is when."""
    part_day(day)
    name = day.doc[day.i - 1] if day.i else day
    if day.text not in DAYS or name.dep_ != "compound" or name.head != day:
        return
    verb = day.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if name.text in OF_DAYS or name.pos_ != "PROPN" or verb.pos_ not in ("VERB", "AUX"):
        return
    done = day.dep_ == "npadvmod" and not any(c.dep_ == "dobj" for c in verb.children)
    hang(name, day.head, "dobj" if done else day.dep_)
    for word in [c for c in day.children if c != name]:
        hang(word, name, word.dep_)
    hang(day, verb, "npadvmod")


def _give_day_to_saying(day: Token) -> None:
    """ "said on Monday it would leave", whose parse has it leave on Monday: that was said then."""
    top = day.head if day.dep_ == "pobj" else day
    verb = top.head
    saying = verb.head
    if top.dep_ not in ("prep", "npadvmod") or verb.dep_ != "ccomp" or saying.tag_ not in DONE:
        return
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    after = saying.i + 1 == top.left_edge.i and verb.i > saying.i
    marked = any(c.dep_ == "mark" and c.i < top.i for c in verb.children)
    if after and not marked and subject is not None and top.i < subject.left_edge.i:
        hang(top, saying, top.dep_)


def _take_for_passive(verb: Token) -> None:
    """ "although cut off from X and hit with Y": the second, too, is what was done to it."""
    first = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and first.tag_ == "VBN"
    if not joined or first.dep_ not in ("advcl", "acl"):
        return
    own = [c.dep_ for verbs in (first, verb) for c in verbs.children]
    if not any(dep in ("nsubj", "nsubjpass", "aux", "auxpass", "dobj") for dep in own):
        verb.tag_ = "VBN"


def _count_before_last(word: Token) -> None:
    """ "The three last met in May", whose parse takes "last" for the doer: the three are."""
    count = next((c for c in word.lefts if c.dep_ == "nummod"), None)
    if word.lower_ not in ("last", "first") or count is None or word.dep_ not in ("nsubj", "dobj"):
        return
    if word.pos_ != "ADJ" or count.i != word.i - 1:
        return
    hang(count, word.head, word.dep_)
    for left in [c for c in word.lefts if c != count]:
        hang(left, count, left.dep_)
    hang(word, word.head, "advmod")


def _lift_from_apposition(verb: Token) -> None:
    """ "A, B's main ally, called for X", whose parse hangs the calling on the ally."""
    beside = verb.head
    name = beside.head
    apart = verb.i > 0 and verb.doc[verb.i - 1].text == ","
    told = verb.dep_ == "acl" and verb.tag_ == "VBD" and beside.dep_ == "appos" and apart
    if told and name.dep_ == "ROOT" and name.pos_ == "PROPN" and name.i < verb.i:
        hang(verb, name, "acl")


def _join_names(name: Token) -> None:
    """Names and their parts, joined to those that they belong to."""
    take_temper(name)
    join_hyphened(name)
    part_from_body(name)
    join_list(name)
    take_for_doer(name)
    give_name(name)
    join_heads(name)


def _lost_its_subject(token: Token) -> bool:
    root = token.head
    leading = root.dep_ == "ROOT" and root.pos_ in ("PROPN", "NOUN") and root.i < token.i
    told = token.tag_ == "VBD" or (
        token.tag_ == "VBN" and any(c.dep_ in ("dobj", "oprd") for c in token.rights)
    )
    went = token.tag_ == "VBN" and token.lemma_ in GOES and token.head.dep_ == "ROOT"
    return token.dep_ == "acl" and ((leading and (told or is_set_apart(token))) or went)


def mended(doc: Doc) -> Doc:
    """The tree with what the model gets wrong put right: lemmas cut short, names read as words."""
    give_main_verb(doc)
    for token in doc:
        if token.tag_ in DONE or token.text in DAYS:
            _mend_done(token)
        if token.dep_ in ("nsubj", "nsubjpass"):
            lift_from_auxiliary(token)
        if token.dep_ in ("acl", "relcl"):
            take_content(token)
            give_who(token)
        _mend_by_tag(token)
        _mend_by_word(token)
        if token.tag_ in DONE and _lost_its_subject(token):
            _regain_subject(token)
    return doc


def _mend_done(verb: Token) -> None:
    """A verb or participle of what was done, or the day it was done on."""
    _hang_on_noun(verb)
    part_from_measure(verb)
    take_for_noun(verb)
    take_for_thing(verb)
    join_above(verb)
    part_from_participle(verb)
    give_clause(verb)
    give_speaker(verb)
    give_far_subject(verb)
    give_that(verb)
    give_subject(verb)
    give_back_object(verb)
    take_for_done(verb)
    part_from_subject(verb)
    raise_main(verb)
    will_both(verb)
    part_supposed(verb)
    _set_day_apart(verb)
    if verb.text in DAYS:
        _give_day_to_saying(verb)
    _take_for_passive(verb)
    give_absolute(verb)
    _lift_from_apposition(verb)


def _mend_by_tag(token: Token) -> None:
    if token.tag_ == "JJ":
        _count_before_last(token)
        join_nations(token)
    if token.tag_ == "VBG":
        take_wording(token)
        raise_saying(token)
        give_shown(token)
        give_second(token)
        take_neighbouring(token)
        take_for_blow(token)
    if token.tag_ == "NN":
        take_for_participle(token)
    if token.tag_ == "RP":
        give_object(token)
    if token.tag_ == "DT":
        float_each(token)
    if token.lemma_ in CARRIES:
        take_for_saying(token)
    if token.tag_ in ("VBZ", "VBP"):
        take_for_many(token)
        give_subject(token)
    if token.lower_ == "as":
        put_object_back(token)
    if token.lower_ in ("with", "to", "from") and token.dep_ in ("prep", "dative"):
        take_object(token)
    if token.lower_ == "of":
        give_doer(token)
    if token.lower_ in ("in", "on", "near", "by", "against", "with"):
        take_ground(token)
        give_agent(token)
    if token.lower_ in ("before", "after", "as", "since", "until"):
        give_clause_doer(token)
    if token.dep_ == "prep":
        lift_speech(token)
    if token.tag_ == "VB":
        take_infinitive(token)
    if token.tag_ in ("VB", "VBP"):
        will_both(token)
    if token.tag_ == "NNP" or token.dep_ == "nsubj":
        _join_names(token)


def _mend_by_word(token: Token) -> None:
    if token.lower_ in ("one", "face", "head"):
        free_manner(token)
    if "-" in token.text:
        name_whole(token)
    if token.lower_ == "whose" and token.dep_ == "poss":
        give_owned(token)
        _give_owner(token)
    if token.text in NAMES_LIKE_WORDS or _is_leading_name(token):
        token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
        token.dep_ = "nsubj" if token.dep_ == "aux" else token.dep_
    right = WRONG_LEMMAS.get(token.lemma_)
    if right is not None and not token.lower_.startswith(token.lemma_ + token.lemma_[-1]):
        token.lemma_ = right
    if token.lemma_ in GOES:
        hang_on_count(token)
