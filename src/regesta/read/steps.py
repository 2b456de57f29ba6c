"""The steps of the English parser, taken one by one from here.

spaCy's own loop lets go of the interpreter's lock, and its functions of today fetch it back
several times a step, each time only to ask whether one of them failed. Where the lock is kept,
that is asked for nothing, and the same steps take less than half the time.
"""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

State = Any  # of one sentence: its stack, the words to come, what hangs on what


def heads(parser: Any, docs: Sequence[Doc]) -> list[State]:
    """What the pipe "parser" predicts of docs that have their vectors."""
    states: list[State] = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    weights, bias = (model.vec2scores.get_param(name) for name in ("W", "b"))
    weights = weights.T
    going = [state for state in states if not state.is_final()]
    while going:
        hidden = model.state2vec.predict(model.get_token_ids(going))
        scores = hidden @ weights
        scores += bias
        going = parser.transition_states(going, scores)
    model.clear_memory()
    return states
