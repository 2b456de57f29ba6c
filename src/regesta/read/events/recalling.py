"""Words that mark a deed as an older thing recalled, or as what came of one."""

import re

# Words that mark a deed as an older thing recalled, when no date says so.
RECALLED = re.compile(
    r"\b(?:since (?:19|20)\d\d|for (?:years|decades|months|centuries)|over the (?:past|last) "
    r"(?:\w+ )?(?:years?|decades?)|previously|"
    r"in the (?:days|age|era|reign) of|"
    r"in the past\b(?! (?:\w+ )?(?:days?|hours?|weeks?|fortnight|months?)\b)|"
    r"(?:decades?|years?|months) (?:ago|earlier)|(?:a|one) (?:year|decade) (?:ago|earlier)|"
    r"last year|historically|once again since|formerly|"
    r"(?:in|until|till|through|during) (?:the )?(?:early |mid-?|late )?(?:19\d|20[01])0s|"
    r"the late \d{4}s|"
    r"(?:during|under) (?:the )?(?:last|previous|former) (?:\w+ ){0,2}(?:administration|presidency|"
    r"government)|"
    r"at (?:the|that) time|back then|in those days|in recent years|"
    r"periodically|regularly|many times|time and again|"
    r"on (?:many|numerous|several|various|other|(?:several|many|various|numerous) other) occasions|"
    r"for (?:so )?long\b(?!-)|has long|have long|"
    r"during the (?:cold war|(?:first|second) world war|soviet era)|"
    r"before (?:he|she) (?:became|took)|under (?:his|her|its|their) predecessors?|"
    r"(?:his|her) predecessor|when (?:he|she) was "
    r"(?:the )?(?:\w+ )?(?:president|minister|premier|chancellor|secretary|leader)|"
    r"during (?:his|her) (?:first|previous|earlier|last) (?:term|presidency|stint)|"
    r"since (?:\w+ ){1,4}(?:took office|came to power|independence|the collapse|the fall))\b",
    re.IGNORECASE,
)
# A time of days, which no rule of dates can count where it hangs on another day.
DAYS_BEFORE = re.compile(
    r"\b(?:(?:days?|hours?|nights?) (?:earlier|before|ago)|(?:last|this) (?:week|weekend)|"
    r"within (?:\w+ )?(?:days|hours|minutes)|"
    r"(?:the )?(?:week|day|night) before|earlier (?:in the|this|that) (?:day|week)|yesterday)\b",
    re.IGNORECASE,
)
# Words that count on from what was told before: after history they go on with it.
SEQUEL = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?) (?:later|afterwards?|after that)|"
    r"in the (?:\w+ )?(?:days|weeks|months|years) that followed|earlier that (?:month|year)|"
    r"(?:that|the same|the following|the next) (?:week|month|year|spring|summer|autumn|winter)|"
    r"in (?:response|turn|reply|retaliation)|as a result|"
    r"(?:during|in|over) (?:the same|that) period)\b",
    re.IGNORECASE,
)
# Affairs that "that" points back to: "during that war", "that raid was claimed by B".
AFFAIRS = frozenset(
    {"war", "coup", "raid", "attack", "strike", "battle", "invasion", "operation", "seizure",
     "conflict", "deal", "agreement", "accord", "treaty", "truce", "ceasefire", "visit", "trip",
     "meeting", "summit", "round", "crisis", "incident", "episode", "dispute", "standoff"}
)  # fmt: skip
