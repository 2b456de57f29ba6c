"""Verbs that the parse joined to a clause they do not go on from, put back where they belong."""

from regesta.knowledge import offices
from regesta.knowledge.frames import words_of
from regesta.read.auxiliaries import opens_with_that
from regesta.read.going_on import SPEECH
from regesta.read.misplaced import take_for_place
from regesta.read.noun_clauses import WILLED, take_will
from regesta.read.tree import Doc, Token, hang

# What only those who can speak do, whatever stands beside it.
_SPEAKS = frozenset(
    {"accuse", "urge", "warn", "ask", "blame", "praise", "welcome", "condemn", "denounce",
     "criticise", "criticize", "appeal", "thank", "vow", "pledge", "insist", "reiterate",
     "congratulate", "summon", "announce", "declare", "demand", "order", "promise", "recall",
     "expel", "invite", "reject", "dismiss", "describe", "argue", "say", "tell", "convene"}
)  # fmt: skip
_CALLED = frozenset({"meeting", "session", "vote", "summit", "conference", "talk"})  # by people
_CALLS = frozenset({"for", "on", "upon"})  # "called for", "called on"; what is "called" may be all
_PEOPLE = words_of("PEOPLE")
# Nouns that speak for those whose they are, or for those in them.
_SPEAKING = frozenset(
    {"country", "state", "nation", "side", "group", "capital", "report", "statement", "letter",
     "resolution", "ruling", "text", "document", "paper", "newspaper", "editorial", "petition",
     "agency", "body", "union", "bloc", "alliance", "council", "committee", "panel", "commission",
     "court", "bank", "fund", "company", "firm", "party", "leadership", "power", "ally",
     "neighbour", "neighbor", "rival", "partner", "member", "family", "relative", "activist",
     "protester", "demonstrator", "crowd", "mission", "embassy", "team", "staff", "source"}
)  # fmt: skip
# Arms that tables list among the forces whose they are, and that say nothing.
_DUMB = frozenset(
    {"missile", "missiles", "rocket", "drone", "shell", "mortar", "artillery", "shelling", "jet",
     "aircraft", "plane", "warplane", "helicopter", "bomber", "tank", "howitzer", "airstrike"}
)  # fmt: skip
# Who may be those of several states that a list behind them names.
_OF_STATES = frozenset(
    {"government", "junta", "minister", "leader", "president", "official", "authority", "ruler",
     "parliament", "lawmaker", "embassy", "envoy", "ambassador", "premier", "army", "military",
     "regime", "king", "general", "diplomat"}
)  # fmt: skip
_HIS = frozenset({"his", "her", "its", "their"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
# How a past tense and a participle may both end: "fired", "sent", "brought", "held", "seized".
_PARTICIPLES = ("ed", "nt", "ght", "ld", "id", "aught", "ound", "ost", "eft", "ade", "ut")
OWN = SUBJECTS | {"aux", "auxpass"}
# What is done "to VERB" hung on these is what they are about, never an aim: "offered to help".
_WILLS = frozenset(
    {"offer", "undertake", "resolve", "commit", "volunteer", "pledge", "promise", "vow", "agree",
     "refuse", "decline", "threaten", "decide", "plan", "intend", "opt", "consent", "propose",
     "swear", "fail", "vote", "hope", "aim"}
)  # fmt: skip
# What is told to somebody "that" is so is what the clause says, whatever stands between.
_TELLS = frozenset(
    {"promise", "assure", "reassure", "remind", "inform", "tell", "warn", "notify", "convince",
     "persuade", "advise", "alert"}
)  # fmt: skip
_TAKES_AIM = WILLED | {"deal", "agreement", "appeal"}
_SAYS = frozenset({"say", "announce", "declare", "add", "insist", "write", "argue"})
_MEDIA = words_of("MEDIUM") | {"call", "speech", "hearing", "briefing", "address", "conference"}
_GIVES = frozenset(
    {"make", "give", "announce", "express", "take", "reach", "renew", "repeat", "reiterate",
     "issue", "voice", "declare", "confirm", "signal", "reaffirm", "unveil", "strike", "have"}
)  # fmt: skip


def join_above(verb: Token) -> None:
    """ "A decried it as a step that raises tension and urged B": A urged, the step raises.

    "A said trade could suffer and urged B", "A said shots had been fired and accused B" too.
    """
    if verb.dep_ != "conj" or any(c.dep_ in OWN for c in verb.children):
        return
    if _speaks(verb) and _is_of_things(verb.head):
        _go_on_from(verb, _verb_of_saying(verb.head))
        return
    beside = verb.head
    if beside.dep_ == "oprd" and beside.pos_ in ("NOUN", "ADJ"):  # "called it a lie, and left"
        _go_on_from(verb, beside.head)
        return
    if _adds(verb, to=beside):
        _go_on_from(verb, _verb_of_saying(beside))
        return
    if verb.tag_ != "VBD" or not (beside.tag_ in ("VBZ", "VBP") or _is_supposed(beside)):
        return
    above = beside
    while above.head != above and above.tag_ != "VBD":
        above = above.head
    if beside.dep_ != "conj":
        _go_on_from(verb, above)


def _go_on_from(verb: Token, above: Token) -> None:
    if above.tag_ == "VBD":
        hang(verb, above, verb.dep_)
        verb.tag_ = "VBD"


def _verb_of_saying(clause: Token) -> Token:
    """The verb on which a clause hangs, or the clause that it is joined to."""
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head if clause.dep_ == "ccomp" and clause.head.i < clause.i else clause


def _adds(verb: Token, *, to: Token) -> bool:
    """ "A said B had been called in and added that ...": A added, who goes on from saying.

    What B had done is told in another tense.
    """
    had = to.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_ == "aux" for c in to.lefts)
    said = verb.tag_ == "VBD" and verb.lemma_ in SPEECH and verb.i > to.i
    outer = to.dep_ == "ccomp" and to.head.lemma_ in SPEECH
    return had and said and outer and any(c.dep_ == "ccomp" for c in verb.rights)


def _is_supposed(verb: Token) -> bool:
    """ "could suffer": no past tense is joined to it."""
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _speaks(verb: Token) -> bool:
    if verb.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in verb.rights):
        return False
    if verb.lemma_ == "call":
        on = any(c.dep_ == "prep" and c.lower_ in _CALLS for c in verb.rights)
        return on or any(c.dep_ == "dobj" and c.lemma_ in _CALLED for c in verb.rights)
    return verb.lemma_ in _SPEAKS


def _is_of_things(verb: Token) -> bool:
    """Whether what a clause is about cannot speak: "shots were fired", "there had been"."""
    about = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.head.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ccomp", "conj"):
        return False
    if about is None or about.dep_ == "expl":
        return about is not None
    if any(c.dep_ == "poss" and c.lower_ in _HIS for c in about.lefts):
        return True  # "A said his men had left and asked B": A asked, who speaks for them
    return is_thing(about)


def is_thing(noun: Token) -> bool:
    """Whether a noun is that of something that cannot speak: "the plan", "the shots"."""
    word = noun.lemma_.lower()
    human = word in _PEOPLE or word in _SPEAKING or offices().ends_in(word)
    human = human and word not in _DUMB
    return noun.pos_ == "NOUN" and not human


def part_from_participle(verb: Token) -> None:
    """ "Rockets fired from X struck Y": what struck was fired, read as two deeds of the rockets.

    Nothing joins the second verb to the first, which has no object of its own.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or first.tag_ not in ("VBD", "VBN"):
        return
    noun = next((c for c in first.lefts if c.dep_ == "nsubj"), None)
    if noun is None or noun.i != first.i - 1 or not first.lower_.endswith(_PARTICIPLES):
        return
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "acomp", "prt") for c in first.children):
        return
    if any(t.dep_ == "cc" or t.is_punct for t in verb.doc[first.i + 1 : verb.i]):
        return
    above, dep = (verb, "ROOT") if first.head is first else (first.head, first.dep_)
    hang(verb, above, dep)
    hang(noun, verb, "nsubj")
    hang(first, noun, "acl")
    first.tag_ = "VBN"
    for rest in [c for c in first.children if c.i < noun.i or c.i > verb.i]:
        hang(rest, verb, rest.dep_)


def give_main_verb(doc: Doc) -> None:
    """ "A, who hosted the talks, pressed B": A is the root, and `pressed` hangs low in its clause.

    The verb is hung on A as a participle would be; `parser` makes it the verb of the sentence.
    """
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in ("NOUN", "PROPN"):
        return
    low = (t for c in root.rights if c.dep_ == "relcl" for t in c.subtree)
    verb = next((t for t in low if t.dep_ == "acl" and _is_behind(t)), None)
    if verb is not None:
        hang(verb, root, "acl")


def is_set_apart(verb: Token) -> bool:
    """ "A, which had closed its border, offered to help", "A, B's envoy, called on C"."""
    between = (c for c in verb.head.rights if c.i < verb.i)
    return _is_behind(verb) and any(c.dep_ in ("relcl", "appos") for c in between)


def _is_behind(verb: Token) -> bool:
    """Whether a past tense or participle stands right behind a comma, done by nobody else."""
    apart = verb.i > 0 and verb.doc[verb.i - 1].text == ","
    by = any(c.dep_ == "agent" for c in verb.children)
    return apart and not by and verb.tag_ in ("VBD", "VBN") and any(True for _ in verb.rights)


def take_content(verb: Token) -> None:
    """ "promised the Baltic states that A would help", read as a clause on the states."""
    noun = verb.head
    above = noun.head
    if noun.dep_ == "pobj" and noun.lemma_ in _MEDIA and above.head.pos_ == "VERB":
        above = above.head  # "told reporters on a call that A must leave"
    elif noun.dep_ != "dobj":
        return
    if verb.dep_ not in ("acl", "relcl") or above.lemma_ not in _TELLS | _SAYS:
        return
    if opens_with_that(verb) and not any(c.dep_ == "ccomp" for c in above.rights):
        hang(verb, above, "ccomp")


def give_who(saying: Token) -> None:
    """ "X, who officials said brokered it": who did what is said, read as one who said it."""
    first = next(iter(saying.lefts), None)
    if saying.dep_ != "relcl" or first is None or first.tag_ not in ("WP", "WDT"):
        return
    told = next((c for c in saying.rights if c.dep_ == "xcomp" and c.tag_ in ("VBN", "VBD")), None)
    speaks = any(c.dep_ == "nsubj" and c is not first for c in saying.lefts)
    if (
        told is None
        or not speaks
        or told.i != saying.i + 1
        or saying.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return
    hang(told, saying, "ccomp")
    hang(first, told, "nsubj")
    told.tag_ = "VBD"


def give_that(verb: Token) -> None:
    """ "seized a ship that on Monday carried oil": what the ship did, read as joined."""
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH | _TELLS
    if verb.dep_ not in ("conj", "ccomp") or told or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    first = next(iter(verb.lefts), None)
    if first is None or first.lower_ != "that" or first.dep_ != "mark" or first.i == 0:
        return
    noun = verb.doc[first.i - 1]
    if noun.pos_ != "NOUN" or noun.i < verb.head.i or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    hang(verb, noun, "relcl")
    hang(first, verb, "nsubj")
    first.tag_ = "WDT"


def take_infinitive(verb: Token) -> None:
    """ "offered on Monday to help", "made a pledge on Monday to help": what is offered, no aim."""
    take_for_place(verb)
    take_will(verb)
    above = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or above.i > verb.i or above.pos_ != "VERB":
        return
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    if not to or any(c.lower_ in ("order", "as", "not") and c.dep_ != "neg" for c in verb.lefts):
        return
    thing = next((c for c in above.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    if thing is None and above.lemma_ in _WILLS and not any(map(_is_content, above.rights)):
        hang(verb, above, "xcomp")
    elif thing is not None and above.lemma_ in _GIVES and thing.lemma_.lower() in _TAKES_AIM:
        hang(verb, thing, "acl")


def _is_content(word: Token) -> bool:
    return word.dep_ in ("xcomp", "ccomp")


def join_nations(first: Token) -> None:
    """ "Dutch and Belgian sailors met", whose parse takes the first word alone for who met."""
    if first.tag_ != "JJ" or not first.text[:1].isupper() or first.dep_ == "conj":
        return
    joined = [first]
    while (below := next((c for c in joined[-1].rights if c.dep_ == "conj"), None)) is not None:
        joined.append(below)
    noun = joined.pop()
    last = next((c for c in noun.lefts if c.dep_ == "amod"), None)
    if last is None or noun.tag_ not in ("NNS", "NNPS") or not joined:
        return
    between = [t for t in first.doc[first.i : last.i + 1] if t not in (*joined, last)]
    listed = all(t.text == "," or t.lower_ == "and" for t in between)
    if not listed or not all(t.text[:1].isupper() for t in (*joined, last)):
        return
    hang(noun, first.head, first.dep_)
    for rest in [c for t in joined for c in t.children if c not in between and c not in joined]:
        if rest is not noun:
            hang(rest, noun, rest.dep_)
    hang(first, noun, "amod")
    hang(last, joined[-1], "conj")


def join_hyphened(last: Token) -> None:
    """ "King Willem-Alexander apologised", whose parse hangs the first half on the verb.

    "President Moon Jae-in said", which has two who say it, too.
    """
    if last.i < 2 or last.doc[last.i - 1].text != "-":
        return
    half = last.doc[last.i - 2]
    if half.pos_ != "PROPN" or half.head is not last.head:
        return
    twice = half.dep_ == "nsubj" and last.dep_ == "nsubj" and last.pos_ in ("NOUN", "ADP", "ADV")
    if twice and last.lower_ == last.text and len(last.text) < len("ling"):
        for word in [c for c in half.children if c.i < half.i]:
            hang(word, last, word.dep_)
        last.tag_, last.pos_, last.lemma_ = "NNP", "PROPN", last.text
    elif half.dep_ != "npadvmod" or last.pos_ != "PROPN":
        return
    hang(half, last, "compound")
    hang(last.doc[last.i - 1], last, "punct")


def join_list(second: Token) -> None:
    """ "The governments in A, B and C left": B and C, read as who leaves beside the governments."""
    verb = second.head
    if second.dep_ != "nsubj" or second.pos_ != "PROPN" or second.left_edge.i < 2:
        return
    if second.doc[second.left_edge.i - 1].text != "," or _joined_to(second) is None:
        return
    last = second.doc[second.left_edge.i - 2]
    above = last.head.head
    listed = last.dep_ == "pobj" and last.pos_ == "PROPN" and last.head.lower_ in ("in", "of")
    many = above.lemma_.lower() in _OF_STATES and above.tag_ == "NNS"
    if listed and many and above.dep_ == "nsubj" and above.head is verb:
        hang(second, last, "conj")


def _joined_to(noun: Token) -> Token | None:
    """What "and" joins to a name."""
    return next((c for c in noun.rights if c.dep_ == "conj"), None)


def take_for_doer(name: Token) -> None:
    """ "Nauru cut ties": a name that opens the sentence, read as a word for when or how.

    "Togo, joined by Benin, cut ties", "Nauru, ever the rebel, cut ties" too.
    """
    verb = name.head
    if name.i or name.dep_ not in ("npadvmod", "advmod", "intj", "advcl", "dep"):
        return
    between = name.doc[1 : verb.i]
    apart = len(between) > 1 and between[0].text == between[-1].text == ","
    if verb.tag_ not in ("VBD", "VBZ") or verb.i < 1 or (between and not apart):
        return
    if not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        name.dep_ = "nsubj"


def lift_from_auxiliary(doer: Token) -> None:
    """ "Kenya had armed rebels": a doer that the parse hangs on the "had" of its verb."""
    helper = doer.head
    verb = helper.head
    told = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if helper.dep_ in ("aux", "auxpass") and not told:
        hang(doer, verb, doer.dep_)
