"""Subjects that the parse took for appositions of a name that stands before them."""

from regesta.knowledge.frames import words_of
from regesta.read.tree import Token, hang

_HEADS = frozenset(
    {"head", "chief", "chairman", "chairwoman", "chairperson", "chair", "director", "deputy",
     "spokesman", "spokeswoman", "spokesperson", "commander", "speaker"}
)  # fmt: skip
_BLOWS = words_of("ATTACK")
_BODIES = words_of("STATE_BODIES") | {"army", "navy", "police", "parliament", "forces", "duma"}
_SHOWN = frozenset({"film", "see", "picture", "photograph", "record", "show", "catch", "spot"})
_ANSWERS = frozenset(
    {"response", "retaliation", "reply", "answer", "reaction", "revenge", "reprisal", "vengeance",
     "retribution", "payback"}
)  # fmt: skip
_SPEECHES = frozenset(
    {"speech", "interview", "address", "letter", "statement", "sermon", "broadcast", "telegram"}
)
# What is said in a speech itself: "criticised his remarks in an interview".
_UTTERED = frozenset(
    {"remark", "comment", "claim", "accusation", "allegation", "charge", "word", "statement",
     "assertion", "suggestion", "answer", "criticism", "say", "make", "give", "describe", "call"}
)  # fmt: skip
_VERDICTS = frozenset(
    {"reject", "condemn", "criticise", "criticize", "denounce", "urge", "accuse", "blame", "demand",
     "dismiss", "praise", "welcome", "threaten", "warn", "promise", "pledge", "vow", "refuse",
     "defend", "ask", "call", "offer", "thank"}
)  # fmt: skip
_ANSWERING = frozenset({"revenge", "reprisal", "retaliatory", "retaliation"})
_HOURS = frozenset(
    {"night", "morning", "afternoon", "evening", "noon", "midnight", "dawn", "lunchtime", "prayers",
     "prayer", "service", "mass"}
)  # fmt: skip
# How states and their leaders are said to be, at the head of a sentence.
_TEMPERS = frozenset(
    {"defiant", "embattled", "beleaguered", "furious", "angry", "irate", "blushing", "cocky",
     "wary", "nervous", "resurgent", "isolated", "neutral", "communist", "socialist",
     "outraged", "stung", "humiliated", "jubilant", "stubborn", "desperate", "impoverished",
     "landlocked", "neighbouring", "neighboring", "nearby", "mighty", "tiny", "hawkish",
     "bullish", "rattled", "jittery", "gleeful", "anxious", "vengeful", "triumphant", "weary",
     "chastened", "emboldened", "cash-strapped"}
)  # fmt: skip
DAY_WORDS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
)
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "latest"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_APART = frozenset({"over", "back", "out", "down", "up", "away"})  # "drilling off A" is a place


def after_participle(verb: Token) -> Token | None:
    """ "Citing X, A and B held ...": A, with what is joined to it."""
    inside = (c for noun in verb.children if noun.dep_ == "dobj" for c in noun.children)
    return next((c for c in inside if c.dep_ in ("appos", "conj") and c.pos_ == "PROPN"), None)


def give_shown(verb: Token) -> None:
    """ "was seen in Rome kicking X", where the parse takes Rome for who kicks.

    "Was seen outside his home, kicking X" too, where it joins the kick to the home.
    """
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        while above.pos_ not in ("VERB", "AUX") and above.head is not above:
            above = above.head
        if _is_shown(above):
            hang(verb, above, "advcl")
        return
    if verb.dep_ != "pcomp" or not _is_shown(above.head):
        return
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if noun is not None and noun.pos_ == "PROPN":
        hang(noun, above, "pobj")
        hang(verb, above.head, "advcl")


def _is_shown(verb: Token) -> bool:
    return verb.lemma_ in _SHOWN and any(c.dep_ == "auxpass" for c in verb.children)


def is_answer(noun: Token) -> bool:
    """ "retaliation", "a revenge attack", "a retaliatory strike": what a blow gives back."""
    told = (c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod"))
    return noun.lemma_.lower() in _ANSWERS or not _ANSWERING.isdisjoint(told)


def take_ground(ground: Token) -> None:
    """ "In retaliation for A's strikes in X": where those fell, not where they were answered.

    "For strikes by A against X" too: who struck whom, none of whom the answer names. In "drilled
    near the border with X" it is the border that is with X, not the drill; in "sent troops to the
    border with X" too, but not in "closed the border with barbed wire".
    """
    answer = ground.head
    noun = ground.doc[ground.i - 1] if ground.i else ground
    if ground.dep_ != "prep" or answer is noun:
        return
    if ground.lower_ == "with":
        edge = noun.lower_ in ("border", "frontier", "boundary")
        named = any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in ground.rights)
        if noun.dep_ == "pobj" and edge and (named or noun.head.lower_ == "near"):
            hang(ground, noun, "prep")
        return
    if noun.dep_ == "pobj" and is_answer(noun.head.head):
        hang(ground, noun, "prep")
    elif is_answer(answer) and ground.lower_ in ("by", "against"):
        given = (c for c in answer.rights if c.dep_ == "prep" and c.i < ground.i)
        back = next((p for p in given if p.lower_ in ("for", "to")), None)
        blow = next((c for c in back.rights if c.dep_ == "pobj"), None) if back else None
        if blow is not None and blow.lemma_.lower() in _BLOWS:
            hang(ground, blow, "prep")


def lift_speech(preposition: Token) -> None:
    """ "rejected a call to speed up the vote in a speech in X": he spoke, and did not vote, there.

    "Dismissed her remarks in an interview" may be hers.
    """
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    spoken = preposition.dep_ == "prep" and preposition.lower_ in ("in", "at", "during")
    if noun is None or not spoken or not _is_speech(noun):
        return
    above = low = preposition.head
    if low.tag_ in _FINITE or low.lemma_.lower() in _UTTERED:
        return
    while above.tag_ not in _FINITE and above.dep_ != "ROOT":
        above = above.head
    if above.tag_ == "VBD" and above.lemma_ in _VERDICTS:
        behind = [c for c in low.rights if c.i > preposition.i and c.dep_ in ("prep", "npadvmod")]
        for word in (preposition, *behind):  # "in a speech in X on Monday"
            hang(word, above, word.dep_)


def _is_speech(noun: Token) -> bool:
    press = any(c.lower_ in ("news", "press") for c in noun.lefts)
    known = noun.lemma_.lower() in _SPEECHES or (
        press and noun.lemma_ in ("conference", "briefing")
    )
    own = any(c.lower_ in ("a", "an") or c.tag_ == "PRP$" for c in noun.lefts)
    return noun.tag_ == "NN" and known and own


def give_object(particle: Token) -> None:
    """ "answered by handing over the two men", whose parse hangs the men on the particle."""
    verb = particle.head
    if particle.dep_ != "prt" or verb.pos_ != "VERB" or particle.lower_ not in _APART:
        return
    if any(c.dep_ == "dobj" for c in verb.children):
        return
    for noun in [c for c in particle.children if c.dep_ == "pobj"]:
        hang(noun, verb, "dobj")
    if verb.dep_ == "pobj" and verb.tag_ == "VBG":
        verb.dep_ = "pcomp"


def hang_on_count(participle: Token) -> None:
    """ "A convoy of 80 trucks crossed into B": the convoy did, not the trucks, as the parse has."""
    noun = participle.head
    if participle.dep_ != "acl" or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return
    whole = noun.head.head
    if whole.dep_ == "ROOT" and whole.pos_ == "NOUN":
        hang(participle, whole, "acl")


def take_for_many(token: Token) -> None:
    """ "after two missile launches", whose parse takes the launches for a verb.

    "It was revenge for A airstrikes on B", too, where it takes them for what the revenge is.
    """
    before = token.doc[token.i - 1] if token.i else token
    if token.lower_ == "airstrikes" and before.dep_ == "pobj" and before.head.i == before.i - 1:
        for word in [c for c in token.children if c.i < token.i]:
            hang(word, token.head, token.dep_)
        hang(token, before.head, "pobj")
        hang(before, token, "compound")
    counted = any(c.dep_ in ("nummod", "compound", "amod", "det", "poss") for c in token.lefts)
    own = any(c.dep_ in ("nsubj", "dobj", "aux", "auxpass") for c in token.children)
    if token.dep_ in ("pobj", "dobj") and counted and not own:
        token.tag_, token.pos_ = "NNS", "NOUN"


def part_from_body(name: Token) -> None:
    """ "Head of A's committee B C said", whose parse has the head be of B C: he is B C."""
    head, leads = name.head.head, name.head.lower_ in ("of", "for")
    if name.dep_ != "pobj" or not leads or head.lemma_.lower() not in _HEADS:
        return
    before = [c for c in name.lefts if c.dep_ == "compound"]
    bodies = [i for i, c in enumerate(before) if _is_body(c)]
    given = before[bodies[-1] + 1 :] if bodies else []
    if not given or not all(t.pos_ == "PROPN" and t.text.istitle() for t in (*given, name)):
        return
    body = before[bodies[-1]]
    if any(t.i > body.i for t in body.subtree):
        return
    hang(body, name.head, "pobj")
    for word in [c for c in name.lefts if c.i < body.i]:
        hang(word, body, word.dep_)
    hang(name, head, "appos")


def _is_body(word: Token) -> bool:
    """Whether a word is that of a body, not of one who holds an office: "a spokesman for Mr X"."""
    return word.lower_ in _BODIES


def give_speaker(verb: Token) -> None:
    """ "From Rome, A B, X's adviser, said": A B, where the parse has both stand beside Rome."""
    told = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.lefts)
    if verb.tag_ not in _FINITE or told:
        return
    opening = (c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("from", "in"))
    for place in (t for preposition in opening for t in preposition.rights if t.dep_ == "pobj"):
        beside = [c for c in place.rights if c.dep_ == "appos" and c.i < verb.i]
        if len(beside) < len(("name", "office")) or beside[0].pos_ != "PROPN":
            continue
        end = max(t.i for t in beside[-1].subtree) + 1
        if verb.doc[end].text == "," and end + 1 == verb.i and beside[1].pos_ == "NOUN":
            hang(beside[0], verb, "nsubj")
            for office in beside[1:]:
                hang(office, beside[0], "appos")
            return


def after_opening(verb: Token) -> Token | None:
    """ "At the request of X, A was to meet": A, where it ends right before the verb."""
    if verb.tag_ not in _FINITE or verb.dep_ not in ("ROOT", "ccomp"):
        return None
    begin = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    opening = (c for c in verb.children if c.dep_ == "prep" and c.i < begin)
    for token in (t for preposition in opening for t in preposition.subtree):
        apart = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
        if token.dep_ == "appos" and apart and max(t.i for t in token.subtree) + 1 == begin:
            return token
    return None


def goes_on_from(verb: Token) -> Token | None:
    """ "A said B was leaving, and raised C": the verb of saying, where the parse joined it to B's.

    A past tense cannot go on from a participle behind "was", nor from a bare verb: "A said it was
    vital that B act to cut arms and called for C".
    """
    inner, outer = verb.head, verb.head.head
    if inner.tag_ == "VB" and verb.tag_ == "VBD":
        return _above(inner, tag=verb.tag_)
    apart = any(t.dep_ == "punct" and t.text == "," and inner.i < t.i < verb.i for t in verb.doc)
    said = inner.dep_ == "ccomp" and outer.tag_ in ("VBD", "VBZ") and outer.i < inner.i
    fits = inner.tag_ == "VBG" and verb.tag_ == outer.tag_
    return outer if said and fits and apart else None


def _above(verb: Token, *, tag: str) -> Token | None:
    """The nearest verb over one that is of a tense and has somebody for its subject."""
    found = verb
    while found.dep_ != "ROOT":
        found = found.head
        named = any(c.dep_ == "nsubj" and c.lower_ not in ("it", "there") for c in found.children)
        if found.tag_ == tag and named:
            return found
    return None


def part_day(day: Token) -> None:
    """ "On Sunday ministers of A met B", read as ministers of a Sunday: it is they who met."""
    noun = day.head
    before = day.doc[day.i - 1] if day.i else day
    apart = day.dep_ == "compound" and noun.i == day.i + 1 and noun.lower_ not in _HOURS
    if not apart or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.dep_ in ("nsubj", "nsubjpass") and before.dep_ in ("prep", "amod"):
        verb = noun.head
        name = before.dep_ == "prep" and not any(c.dep_ == "pobj" for c in before.children)
        hang(day, before if name else verb, "pobj" if name else "npadvmod")
        if before.dep_ == "amod" and before.head is noun:
            hang(before, day, "amod")
        return
    if noun.dep_ != "pobj" or noun.head is not before or before.lower_ not in ("on", "by", "since"):
        return
    verb = before.head
    told = verb.pos_ == "VERB" and verb.tag_ in _FINITE | {"VBN"} and verb.i > noun.i
    if told and not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        hang(noun, verb, "nsubjpass" if passive else "nsubj")
        hang(day, before, "pobj")


def part_from_measure(verb: Token) -> None:
    """ "A will leave, the first withdrawal agreed in years", read as what a withdrawal agreed.

    The clause before is the sentence's own; what stands behind the comma says what it amounts to.
    """
    noun = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBN") or noun is None:
        return
    start = noun.left_edge
    comma = verb.doc[start.i - 1] if start.i else start
    ranked = any(_is_ranking(c) for c in noun.lefts) and start.lower_ in ("the", "a", "its")
    clause = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < start.i), None)
    if not ranked or comma.text != "," or clause is None or noun.pos_ != "NOUN":
        return
    finite = clause.tag_ in _FINITE or any(c.tag_ in (*_FINITE, "MD") for c in clause.lefts)
    own = any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass") for c in verb.rights)
    own |= any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    if own or not finite or not any(c.dep_.startswith("nsubj") for c in clause.children):
        return
    hang(clause, clause, "ROOT")
    hang(noun, clause, "npadvmod")
    hang(verb, noun, "acl")
    verb.tag_ = "VBN"
    for mark in [c for c in verb.children if c.dep_ == "punct"]:
        hang(mark, clause, "punct")


def _is_ranking(word: Token) -> bool:
    """ "The first", "the biggest", "the latest", "the only"."""
    return word.dep_ == "amod" and (word.lower_ in _ORDINALS or word.tag_ == "JJS")


def join_heads(second: Token) -> None:
    """ "A, B agree to share data", as headlines and briefs write it: A and B."""
    verb, start = second.head, second.left_edge.i
    if second.dep_ != "nsubj" or second.pos_ != "PROPN" or start < len(("A", ",")):
        return
    first = second.doc[start - 2]
    apart = second.doc[start - 1].text == "," and first.head is verb and first.pos_ == "PROPN"
    many = verb.tag_ == "VBP" or (first.dep_ == "nsubj" and verb.tag_ == "VBD")
    if (
        apart
        and many
        and first.dep_ in ("npadvmod", "nsubj", "dep")
        and first.lower_ not in DAY_WORDS
    ):
        hang(first, verb, "nsubj")
        hang(second, first, "conj")


def take_temper(word: Token) -> None:
    """ "Defiant Warsaw refused", whose parse makes one name of the two."""
    if word.i == 0 and word.dep_ == "compound" and word.lower_ in _TEMPERS:
        word.tag_, word.pos_, word.lemma_ = "JJ", "ADJ", word.lower_
        word.dep_ = "amod"


def take_for_place(name: Token) -> None:
    """ "sent two men to Denmark", whose parse takes the name for a verb."""
    to = name.doc[name.i - 1] if name.i > 1 else name
    own = all(c is to or c.dep_ == "punct" for c in name.children)
    if not (name.text[0].isupper() and to.text == "to" and to.head is name and own):
        return
    above = name.head
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    if above.i > to.i or above.text[0].isupper():
        return
    name.tag_, name.pos_, name.lemma_ = "NNP", "PROPN", name.text
    to.tag_, to.pos_ = "IN", "ADP"
    hang(to, above, "prep")
    hang(name, to, "pobj")
