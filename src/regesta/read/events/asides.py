"""Clauses that the writer tells as done, whatever is said, asked or wished for above them."""

from regesta.knowledge.frames import words_of
from regesta.read.auxiliaries import auxiliaries, opens_with_that
from regesta.read.clauses import child, prepositions, set_apart
from regesta.read.direct import in_direct_speech
from regesta.read.tree import Token

_PLAN = words_of("PLAN")
_SET = frozenset({"set", "slate", "fix", "pencil", "bill", "book", "tip", "expect"})
_AHEAD = frozenset({"will", "shall", "'ll", "wo", "may", "might", "could", "can", "would"})
_TIMES = frozenset({"week", "weekend", "month", "year", "spring", "summer", "autumn", "winter"})
_PAST = frozenset({"was", "were", "had", "has", "have", "been"})
# "any country that attacked X" attacked nobody.
_ANY = frozenset({"any", "every", "each", "no", "whatever", "whichever", "those", "anyone"})

_STEPS = words_of("CLAIM") | {
    "decision", "move", "step", "demand", "condition", "deal", "offer", "threat", "plan", "story",
    "figure", "view", "remark", "request", "measure", "promise", "refusal",
}  # fmt: skip
_MAY = frozenset({"may", "might", "could", "can", "ca", "would"})
_MADE_KNOWN = frozenset({"plain", "public", "clear", "known", "official", "explicit", "felt"})
_CHANCES = frozenset({"likely", "possible", "unlikely", "impossible", "inevitable"})

_ASKS = _AHEAD | {"did", "does", "do", "has", "have", "is", "are", "was", "were"}
_COMING_BACK = frozenset({"return", "reimposition", "restoration", "reinstatement", "snapback"})
_DEFYING = frozenset({"defiance", "spite", "response", "retaliation", "protest", "revenge"})
_MEETINGS = words_of("TALKS") | words_of("MEETING")
_HOSTS = frozenset(
    {"host", "hold", "convene", "organise", "organize", "chair", "attend", "lead", "address",
     "arrange", "stage", "welcome", "receive"}
)  # fmt: skip
_SETS_OFF = frozenset({"trigger", "initiate", "start", "launch"})


def told_aside(clause: Token) -> bool:
    """Whether a clause is told as fact about a noun: "blamed X for the raid, which killed ...".

    "..., who took the town in May, left it, X said": behind a comma the writer speaks of anybody.
    """
    past = clause.tag_ == "VBD" or "had" in auxiliaries(clause)
    if clause.dep_ != "relcl" or not (past or clause.tag_ in ("VBZ", "VBP")):
        return False
    if in_direct_speech(clause):
        return False
    if _sums_up(clause.head):
        return True
    aside = clause.left_edge.i > 0 and clause.doc[clause.left_edge.i - 1].text == ","
    if aside and _is_wanted(clause):
        return True
    if not past:  # "denied the raid, for which B blames it"
        behind = (c for p in clause.children if p.dep_ == "prep" for c in p.children)
        return aside and any(c.lower_ == "which" for c in behind)
    doers = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.lower_ == "whom" for c in clause.children):  # "refused to free the men whom it held"
        return any(c.lower_ == "the" or c.dep_ == "poss" for c in clause.head.children)
    if aside and any(c.lower_ == "which" for c in clause.children):
        return True
    return any(c.lower_ == "which" or (aside and c.lower_ == "who") for c in doers)


def _is_wanted(clause: Token) -> bool:
    """ "would swap no land, which is what B had asked for": what the writer adds to it."""
    what = child(clause, "ccomp")
    return clause.lemma_ == "be" and what is not None and what.left_edge.lower_ == "what"


def told_apart(lower: Token, governor: Token) -> bool:
    """ "A sent ships in May; in June it sent planes, X said": the writer's own clause.

    So is what he sets against what was said: "A said it would send ships, while B sent none".
    """
    if lower.dep_ == "advcl" and lower.i > governor.i:
        return _set_against(lower)
    return lower.dep_ in ("ccomp", "parataxis") and set_apart(lower, governor)


def _set_against(clause: Token) -> bool:
    """Whether a clause tells behind ", while" what another did."""
    first = clause.left_edge
    behind = first.lower_ in ("while", "whereas") and first.doc[first.i - 1].text == ","
    past = clause.tag_ == "VBD" or "has" in auxiliaries(clause)
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON" for c in clause.children)
    return behind and past and own and not in_direct_speech(clause)


def _sums_up(noun: Token) -> bool:
    """ "said it would leave, a decision that B called wise": what the writer adds to it."""
    first = noun.left_edge
    apart = first.i > 0 and first.doc[first.i - 1].text == ","
    return (
        noun.dep_ in ("appos", "npadvmod")
        and apart
        and first.lower_ in ("a", "an")
        and noun.lemma_ in _STEPS
    )


def told_with(clause: Token, preposition: Token) -> bool:
    """ "..., with A condemning B": told beside the main clause, as what is only compared is."""
    if _compared(clause, preposition):
        return True
    absolute = clause.dep_ == "pcomp" and preposition.lower_ in ("with", "despite", "amid")
    if not absolute or child(clause, "nsubj") is None:
        return False
    return not any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in preposition.head.children)


def _compared(clause: Token, verb: Token) -> bool:
    """ "20 came, two more than X told parliament": X said another thing."""
    doer = child(verb, "nsubj") if clause.dep_ == "ccomp" and clause.i < verb.i else None
    return doer is not None and any(t.lower_ == "than" for t in doer.subtree)


def told_beside(clause: Token) -> bool:
    """Whether a clause is the writer's own setting of what is denied above it: "after X did"."""
    return clause.dep_ in ("advcl", "relcl") and any(
        c.lower_ in ("after", "when", "while", "as", "since", "before") for c in clause.children
    )


def told_on(joined: Token, verb: Token) -> bool:
    """ "A said he met B and they agreed": what he said goes on with those whom he spoke of."""
    doer, said = child(joined, "nsubj"), child(verb, "ccomp")
    if joined.dep_ != "conj" or verb.lemma_.lower() not in words_of("SPEECH"):
        return False
    them = doer is not None and doer.lower_ in ("they", "both")
    return them and said is not None and said.i < joined.i and said.tag_ == joined.tag_


def is_given(clause: Token) -> bool:
    """ "asked for the return of children who were taken": what a clause about a noun tells is done.

    "A couple arrested by X" too; "drones launched by X" may be any.
    """
    if clause.dep_ == "prep":  # "vowed to go on despite a call by X", "in defiance of X's call"
        return clause.lower_ == "despite" or any(t.lower_ in _DEFYING for t in clause.rights)
    noun = clause.head
    if any(c.lower_ in _ANY for c in noun.lefts) or noun.lower_ in _ANY:
        return False
    if clause.dep_ == "relcl":
        helpers = auxiliaries(clause)
        if helpers & _AHEAD:
            return False
        return clause.tag_ == "VBD" or (clause.tag_ == "VBN" and bool(helpers & _PAST))
    done = clause.dep_ == "acl" and clause.tag_ == "VBN" and any(prepositions(clause, "by"))
    if clause.lemma_ in _HOSTS and noun.lemma_ in _MEETINGS:  # "will attend talks held by X"
        return False
    return done and any(c.dep_ in ("det", "nummod", "poss") for c in noun.lefts)


def is_ordered(lower: Token) -> bool:
    """ "ordered missiles fired", "ordered the consulate closed": done by whoever orders it."""
    done = lower.dep_ in ("ccomp", "xcomp", "dobj") and lower.tag_ in ("VBN", "VBD", "NNS", "NN")
    return done and (
        lower.pos_ == "VERB" or any(c.dep_ == "acl" and c.tag_ == "VBN" for c in lower.children)
    )


def is_matter(clause: Token, *, verbal: frozenset[str]) -> bool:
    """ "accused A of ramming a boat, injuring two": a participle that goes on with the charge.

    One of a verb of saying (`verbal`) is the accuser's: "accused A of lying, demanding a reply".
    """
    if clause.tag_ != "VBG" or clause.lemma_ in verbal:
        return False
    charges = (p for p in prepositions(clause.head, "of", "for") if p.i < clause.i)
    return any(child(p, "pcomp") is not None for p in charges)


def is_suspected(clause: Token) -> bool:
    """ "suspicions that A shipped arms to B": what may be so."""
    told = clause.dep_ in ("acl", "ccomp") and clause.tag_ != "VB"
    told = told or (clause.dep_ == "relcl" and opens_with_that(clause))
    return told and clause.head.lemma_ in words_of("SUSPICION")


def is_reported(clause: Token) -> bool:
    """ "a remark that A might do it", "the claim that A did": what a noun of saying tells."""
    said = words_of("MEDIUM") | words_of("CLAIM")
    told = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    hung = clause.dep_ == "acl" or (clause.dep_ == "relcl" and opens_with_that(clause))
    return hung and told and clause.head.lemma_.lower() in said


def is_weighed(verb: Token) -> bool:
    """ "is weighing whether to VERB"."""
    asked = any(c.lower_ == "whether" for c in verb.children) and verb.dep_ in ("ccomp", "xcomp")
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return asked and to and verb.head.lemma_ in words_of("WEIGHED")


_BEGINS = frozenset({"begin", "come", "follow", "happen", "open", "resume", "start"})


def is_due(verb: Token) -> bool:
    """ "X is due in Y", "talks are to follow"; "X to visit Y", as headlines write it."""
    if verb.dep_ == "ROOT" and verb.tag_ == "VB" and child(verb, "nsubj") is not None:
        return _has_to(verb)
    state, ahead = child(verb, "acomp"), child(verb, "xcomp")
    if verb.lemma_ != "be" or ahead is None:
        return verb.lemma_ == "be" and state is not None and state.lower_ == "due"
    place = ahead.lemma_ == "take" and any(c.lower_ == "place" for c in ahead.children)
    return _has_to(ahead) and verb.tag_ != "VBD" and (place or ahead.lemma_ in _BEGINS)


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def is_planned(lower: Token, lemma: str) -> bool:
    """ "plans to VERB", "is set to VERB", "schedule talks"; "sets a tariff" is no plan."""
    if lower.dep_ == "nsubjpass" and lemma in _SET:  # "talks are set for June"
        return lemma == "expect" or any(prepositions(lower.head, "for"))
    if lower.dep_ in ("dobj", "nsubjpass", "prep"):
        return lemma in ("plan", "schedule", "arrange", "prepare")
    return lemma in _PLAN or _is_going_to(lower)


def is_time_ahead(whose: Token) -> bool:
    """ "next week's meeting", "tomorrow's talks"; "the next president's visit" names no time."""
    if whose.dep_ != "poss":
        return False
    following = any(c.lower_ in ("next", "coming") for c in whose.children)
    return whose.lower_ == "tomorrow" or (following and whose.lower_ in _TIMES)


def _is_going_to(lower: Token) -> bool:
    """ "X is going to visit Y"; "I am going to ask him", before a meeting, is of that meeting."""
    verb = lower.head
    doer = child(verb, "nsubj")
    ahead = verb.lower_ == "going" and lower.dep_ == "xcomp"
    return ahead and doer is not None and doer.lower_ not in ("i", "we")


def brings_content(preposition: Token, lemma: str) -> bool:
    """Prepositions that bring the content of a wish: "call for", "accuse of", "warn of"."""
    return preposition.lower_ in {
        "call": ("for",), "push": ("for",), "press": ("for",), "appeal": ("for",),
        "accuse": ("of",), "warn": ("of", "against", "about"), "hope": ("for",),
        "criticise": ("for",), "criticize": ("for",), "condemn": ("for",), "blame": ("for",),
        "threaten": ("with",), "charge": ("with",), "insist": ("on",), "ask": ("for",),
        "agree": ("to", "on"), "commit": ("to",), "lobby": ("for",), "discuss": ("about",),
    }.get(lemma, ())  # fmt: skip


def told_before(lower: Token, verb: Token) -> bool:
    """ "A blamed B, B blamed A": a clause beside another whose verb has an object of its own."""
    if lower.dep_ != "ccomp" or lower.i > verb.i or lower.tag_ == "VB":
        return False
    return any(c.dep_ in ("dobj", "xcomp", "ccomp") and c.i > verb.i for c in verb.children)


def made_likely(noun: Token, verb: Token) -> bool:
    """ "made a meeting of the two more likely", "rendered talks impossible": there was none yet."""
    chances = (c for c in verb.rights if c.lemma_.lower() in _CHANCES)
    return verb.lemma_ in ("make", "render") and any(c.i > noun.i for c in chances)


def made_plain(noun: Token, verb: Token) -> bool:
    """ "its refusal was made plain": what is made known is there."""
    told = (c for c in verb.children if c.dep_ in ("oprd", "acomp", "ccomp"))
    named = noun.dep_ in ("nsubjpass", "dobj", "nsubj")
    return named and verb.lemma_ == "make" and any(c.lower_ in _MADE_KNOWN for c in told)


def is_inverted(verb: Token, doer: Token | None) -> bool:
    """ "Had X shot it down, ...": a condition without "if"."""
    first = next((c for c in verb.children if c.dep_ == "aux"), None)
    if first is None or doer is None or first.i > doer.i:
        return False
    return first.lower_ in ("had", "were", "should") and first == verb.left_edge


def is_question(verb: Token, doer: Token | None) -> bool:
    """ "Did A do it?"."""
    first = next((c for c in verb.children if c.dep_ == "aux"), None)
    if first is None or doer is None or first.i > doer.i or verb.dep_ != "ROOT":
        return False
    return first.lower_ in _ASKS and verb.doc[-1].text == "?"


def is_hypothetical(noun: Token, verb: Token) -> bool:
    """ "any raid would mean war", "sending troops would mean war": there was none."""
    named = noun.pos_ == "NOUN" and noun.dep_ in ("nsubj", "nsubjpass")
    bare = any(c.lower_ in ("any", "a", "an", "another") for c in noun.children)
    acting = noun.tag_ == "VBG" and noun.dep_ == "csubj"
    acting = acting and all(t.text != "," for t in verb.doc[noun.i : verb.i])
    open_ = any(c.dep_ == "aux" and c.lower_ in _MAY for c in verb.children)
    return open_ and (acting or (named and bare))


def is_set_off(noun: Token, verb: Token) -> bool:
    """ "triggered the return of sanctions": what is set off comes later."""
    return noun.dep_ == "dobj" and noun.lemma_ in _COMING_BACK and verb.lemma_ in _SETS_OFF


def states_terms(lower: Token) -> bool:
    """ "an accord under which X is to ...": the terms of a deal are its content."""
    return lower.dep_ == "relcl" and any(c.lower_ == "under" for c in lower.children)


def among_doers(lower: Token, verb: Token) -> bool:
    """ "A was among the first to VERB": A did it."""
    return lower.tag_ == "VB" and any(c.lower_ == "among" for c in verb.children)
