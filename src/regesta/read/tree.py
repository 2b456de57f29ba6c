"""A parsed sentence as plain objects: what the parser said, once, quick to walk again and again.

The names are those of spaCy's tokens. A tree grows in `grown`, is put right by `hang`, and is only
read from then on.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter


class Token:
    """One word of a sentence, with its head and what hangs on it; two are the same if identical.

    `children` are in the order of the words, `lefts` and `rights` those before and behind it,
    `left_edge` is the first word of all that hangs on it. The root is its own head. `spaced` says
    whether a space follows. `phrase` keeps what `clauses.core` finds.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_quote",
        "left_edge",
        "lefts",
        "lemma_",
        "lower_",
        "phrase",
        "pos_",
        "rights",
        "spaced",
        "tag_",
        "text",
    )
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    i: int
    idx: int
    spaced: bool
    is_punct: bool
    is_quote: bool
    doc: "Doc"
    head: "Token"
    left_edge: "Token"
    phrase: "tuple[Token, ...] | None"
    children: "tuple[Token, ...]"
    lefts: "tuple[Token, ...]"
    rights: "tuple[Token, ...]"

    def __len__(self) -> int:
        """How many characters the word has."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word itself."""
        return self.text

    @property
    def subtree(self) -> "Iterator[Token]":
        """The word and all that hangs on it, in their order where nothing crosses."""
        for left in self.lefts:
            yield from left.subtree
        yield self
        for right in self.rights:
            yield from right.subtree

    def is_ancestor(self, other: "Token") -> bool:
        """Whether another word hangs on this one, however deep."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


Doc = tuple[Token, ...]
PLACE = attrgetter("i")  # sorts words as they stand


def grown(tokens: Sequence[Token], heads: Sequence[int]) -> Doc:
    """The tokens joined into a tree; `heads` are the places of their heads."""
    doc = tuple(tokens)
    for token, head in zip(doc, heads, strict=True):
        token.doc = doc
        token.head = doc[head]
    _link(doc)
    return doc


def hang(token: Token, head: Token, dep: str) -> None:
    """The token moved below another head (its own: made the root).

    A head that hangs on the token takes its place first, so that no circle closes.
    """
    if token is not head and token.is_ancestor(head):
        head.head = head if token.head is token else token.head
        head.dep_ = token.dep_
    token.head, token.dep_ = head, dep
    _link(token.doc)


def _link(doc: Doc) -> None:
    """Give every token its children by the heads of all."""
    lefts: list[list[Token]] = [[] for _ in doc]
    rights: list[list[Token]] = [[] for _ in doc]
    for token in doc:
        token.left_edge = token
        head = token.head
        if head is not token:
            (lefts if token.i < head.i else rights)[head.i].append(token)
    for token, before, behind in zip(doc, lefts, rights, strict=True):
        token.lefts, token.rights = tuple(before), tuple(behind)
        token.children = token.lefts + token.rights
        above = token
        while above.head is not above and above.head.left_edge.i > token.i:
            above = above.head
            above.left_edge = token
