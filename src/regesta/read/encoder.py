"""The first network of the English model, from words to vectors, said in fewer steps.

What a word contributes by itself is the same wherever it stands and is kept; what its neighbours
add is worked out for a whole batch at a time, in the model's own numbers. The two networks behind
it, of tags and of heads, take the vectors from the docs as they do in spaCy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
Network = Model[Any, Any]
Multiply = Callable[[Floats, Floats], Floats]
KEPT = 50_000  # words whose own vectors are kept, 20 MB; a run over many pages starts anew then
PAD = 4  # empty places between sentences, as many as a word's neighbours are felt


@dataclass(frozen=True, slots=True)
class _Layer:
    """One look at the neighbours: the best of `pieces` sums, set right around nought and added."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    pieces: int


class Encoder:
    """Gives the words of docs their vectors, as the pipe "tok2vec" does."""

    def __init__(self, pipeline: Language) -> None:
        network = cast(Tok2Vec, pipeline.get_pipe("tok2vec")).model
        embed, encode = network.get_ref("embed"), network.get_ref("encode")
        features, _, tables, mixer, _ = embed.layers
        self._columns = features.attrs["columns"]
        self._tables, self._mixer = tables.layers[0], mixer.layers[0]
        self._layers = tuple(map(_layer, encode.layers[0].layers))
        self._multiply = cast(Multiply, network.ops.gemm)
        self._width = int(network.get_dim("nO"))
        self._places: dict[bytes, int] = {}
        self._own: Floats = np.zeros((KEPT, self._width), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Give the docs their vectors."""
        at, places = PAD, []
        for doc in docs:
            places.append((at, at + len(doc)))
            at += len(doc) + PAD
        vectors: Floats = np.zeros((at, self._width), dtype=np.float32)
        words = np.concatenate([np.arange(start, end) for start, end in places])
        vectors[words] = self._by_themselves(docs)
        for layer in self._layers:
            vectors = self._beside(vectors, layer)
        for doc, (start, end) in zip(docs, places, strict=True):
            doc.tensor = vectors[start:end]  # type: ignore[assignment]  # spaCy takes any floats

    def _by_themselves(self, docs: Sequence[Doc]) -> Floats:
        """What every word of the docs says by itself."""
        rows = np.concatenate([doc.to_array(self._columns) for doc in docs])
        size = rows.shape[1] * rows.itemsize
        whole = rows.tobytes()
        keys = [whole[at : at + size] for at in range(0, len(whole), size)]
        new = {key: at for at, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(new) > KEPT:
            self._places.clear()
            new = {key: at for at, key in enumerate(keys)}
        if len(new) > KEPT:
            return self._mixed(rows)
        if new:
            first = len(self._places)
            self._own[first : first + len(new)] = self._mixed(rows[list(new.values())])
            self._places.update(zip(new, range(first, first + len(new)), strict=True))
        return self._own[[self._places[key] for key in keys]]

    def _mixed(self, rows: NDArray[np.uint64]) -> Floats:
        return cast(Floats, self._mixer.predict(self._tables.predict(rows)))

    def _beside(self, vectors: Floats, layer: _Layer) -> Floats:
        """The vectors with what the words on both sides add to them."""
        width = self._width
        seen = np.zeros((len(vectors), 3 * width), dtype=np.float32)
        seen[1:, :width] = vectors[:-1]
        seen[:, width : 2 * width] = vectors
        seen[:-1, 2 * width :] = vectors[1:]
        sums = self._multiply(seen, layer.weights)
        sums += layer.bias
        best = sums[:, :width]
        for piece in range(1, layer.pieces):
            best = np.maximum(best, sums[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
        best *= (spread ** np.float32(-0.5))[:, np.newaxis]
        best *= layer.scale
        best += layer.shift
        best += vectors
        return best


def _layer(residual: Network) -> _Layer:
    """The numbers of one layer, its pieces set apart so that they can be compared as blocks."""
    maxout = next(m for m in residual.walk() if m.name == "maxout")
    norm = next(m for m in residual.walk() if m.name == "layernorm")
    weights, bias = _numbers(maxout, "W"), _numbers(maxout, "b")
    return _Layer(
        weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        bias=bias.T.reshape(-1),
        scale=_numbers(norm, "G"),
        shift=_numbers(norm, "b"),
        pieces=weights.shape[1],
    )


def _numbers(network: Network, name: str) -> Floats:
    return np.asarray(network.get_param(name), dtype=np.float32)
