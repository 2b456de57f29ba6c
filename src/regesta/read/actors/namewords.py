"""Which tokens of a parse are the words of one person's name."""

from regesta.read.actors.scene import Scene
from regesta.read.clauses import child
from regesta.read.tree import Token

# The article of Arabic names: "al-Sisi" is written small.
_ARTICLES = frozenset({"al", "el", "ul", "as", "ar", "at", "ad", "az", "ash", "an"})


def _is_hyphen(token: Token) -> bool:
    """A hyphen inside a word that the parser's tokens cut: "Jong-un"."""
    return token.text == "-" and not token.spaced


def is_capital(head: Token) -> bool:
    """Whether the written word that the token ends begins with a capital letter."""
    token = head
    while token.i > 1 and _is_hyphen(token.doc[token.i - 1]):
        token = token.doc[token.i - 2]
    return (head if token.lower_ in _ARTICLES else token).text[:1].isupper()


def _rest_of(head: Token) -> tuple[Token, ...]:
    """The small half of a given name, where the parse ends the name before it: "Moon Jae-in"."""
    rest = tuple(head.doc[head.i + 1 : head.i + 3])
    if head.spaced or len(rest) != len("-n") or child(head, "compound") is None:
        return ()
    hyphen, half = rest
    return rest if _is_hyphen(hyphen) and half.text.islower() and half.text.isalpha() else ()


def name_tokens(head: Token) -> tuple[Token, ...]:
    """The proper nouns that end at the head: first names, initials, surname."""
    tokens = [*reversed(_rest_of(head)), head]
    for at in range(head.i - 1, -1, -1):
        token = head.doc[at]
        if _is_hyphen(token):
            tokens.append(token)
            continue
        joined = token.head == head or token.head.head == head or token.head in tokens
        if token.pos_ != "PROPN" or not joined or token.dep_ not in ("compound", "nmod", "flat"):
            break
        tokens.append(token)
    return tuple(reversed(tokens))


def before_date(head: Token, scene: Scene) -> Token:
    """ "met President A Tuesday": the name that the parse hung on the day after it."""
    if not head.lefts:
        return head
    names = [c for c in head.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
    if names and scene.is_dated(head):
        return names[-1]
    many = (c for c in head.lefts if c.dep_ == "nmod" and c.tag_ in ("NNS", "NNPS"))
    inside = (c for c in many if child(c, "prep") is not None)
    return next(inside, head)  # "rebels in A and war-torn B": the parse hung rebels on B
