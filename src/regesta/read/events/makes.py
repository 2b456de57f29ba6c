"""Words that hold a number and mean a thing: "$1.1bn" is money, "Su-27s" are aircraft."""

import re

# What the words of a sum and of a plane's make are read as.
MONEY, PLANE = "billion", "aircraft"
_SUM = re.compile(r"[\d.,]+(?:bn|mn|tn|m|b|k)")
# How the makes of military planes are written: "Tu-95", "F-16s", "B-52H", "P-8".
_AIRCRAFT = re.compile(
    r"(?:(?:tu|su|mig|mi|il|an|ka|y|j|jh|kj|h|f|fa|b|c|kc|rc|ec|ea|e|a|p|u|ah|uh|ch|mh|mq|rq|jas|jf)"
    r"-\d{2,3}|b-[12]|p-8|mi-[89]|mq-[19]|u-2|e-3|j-[67]|y-[89])[a-z]{0,2}\d?"
)
_TOLD = re.compile(rf"(?<![\w-])(?:({_SUM.pattern})|({_AIRCRAFT.pattern}))(?![\w-])")


# The letters of a sum that the text sets apart from its number: "$200m by".
SCALES = frozenset({"m", "bn", "mn", "tn", "b", "k"})


def made(lemma: str) -> str | None:
    """What a word with a number is read as, if it is one of these."""
    if _SUM.fullmatch(lemma):
        return MONEY
    return PLANE if _AIRCRAFT.fullmatch(lemma) else None


def told(text: str) -> frozenset[str]:
    """What the words with numbers of a text, lower case, are read as."""
    return frozenset(MONEY if found[1] else PLANE for found in _TOLD.finditer(text))
