"""String tools that keep offsets: decode, sentences, words, folding, shingles."""

from regesta.text.decode import Decoded, decode, looks_binary
from regesta.text.mojibake import mojibake
from regesta.text.sentences import split_sentences

__all__ = ["Decoded", "decode", "looks_binary", "mojibake", "split_sentences"]
