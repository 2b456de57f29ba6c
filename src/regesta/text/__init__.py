"""String tools that keep offsets: decode, sentences, words, folding, shingles."""

from regesta.text.decode import Decoded, decode, looks_binary
from regesta.text.mojibake import mojibake
from regesta.text.sentences import split_sentences
from regesta.text.shingles import Shingle, shingles, winnow
from regesta.text.words import Folded, fold, words

__all__ = [
    "Decoded",
    "Folded",
    "Shingle",
    "decode",
    "fold",
    "looks_binary",
    "mojibake",
    "shingles",
    "split_sentences",
    "winnow",
    "words",
]
