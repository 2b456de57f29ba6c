"""String tools that keep offsets: decode, sentences, words, folding, shingles."""

from regesta.text.decode import Decoded, decode, looks_binary
from regesta.text.hinted import Hinted, hinted
from regesta.text.mojibake import mojibake
from regesta.text.sentences import split_sentences
from regesta.text.shingles import Shingle, shingles, winnow
from regesta.text.words import Folded, fold, words

__all__ = [
    "Decoded",
    "Folded",
    "Hinted",
    "Shingle",
    "decode",
    "fold",
    "hinted",
    "looks_binary",
    "mojibake",
    "shingles",
    "split_sentences",
    "winnow",
    "words",
]
