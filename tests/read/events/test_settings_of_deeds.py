"""Each of many deeds in each of many settings: did, will, may, did not, as X says, and no deed."""

from typing import NamedTuple

import pytest
from tests.read.events.telling import read_text, told


class Deed(NamedTuple):
    """A deed in three forms of its verb and the rest of its words."""

    base: str
    past: str
    participle: str
    ing: str
    rest: str
    line: str  # the type, "@" for the modality, and the sides


DEEDS = (
    Deed("meet", "met", "met", "meeting", "the Chilean president", "CONSULT @ CHL+NOR"),
    Deed("visit", "visited", "visited", "visiting", "Chile", "CONSULT @ NOR > CHL"),
    Deed("sign", "signed", "signed", "signing", "an accord with Chile", "SUPPORT @ CHL+NOR"),
    Deed("agree", "agreed", "agreed", "agreeing", "to cooperate with Chile", "AGREE @ CHL+NOR"),
    Deed("send", "sent", "sent", "sending", "weapons to Chile", "AID @ NOR > CHL"),
    Deed("impose", "imposed", "imposed", "imposing", "tariffs on Chile", "SANCTION @ NOR > CHL"),
    Deed("expel", "expelled", "expelled", "expelling", "a Chilean diplomat",
         "SANCTION @ NOR > CHL"),
    Deed("accuse", "accused", "accused", "accusing", "Chile of spying", "ACCUSE @ NOR > CHL"),
    Deed("reject", "rejected", "rejected", "rejecting", "the Chilean offer",
         "REJECT @ NOR > CHL"),
    Deed("urge", "urged", "urged", "urging", "Chile to free the sailors", "REQUEST @ NOR > CHL"),
    Deed("threaten", "threatened", "threatened", "threatening", "to attack Chile",
         "THREATEN @ NOR > CHL"),
    Deed("attack", "attacked", "attacked", "attacking", "Chilean troops", "ASSAULT @ NOR > CHL"),
    Deed("seize", "seized", "seized", "seizing", "a Chilean ship", "COERCE @ NOR > CHL"),
    Deed("release", "released", "released", "releasing", "two Chilean sailors",
         "RETREAT @ NOR > CHL"),
    Deed("withdraw", "withdrew", "withdrawn", "withdrawing", "troops from Chile",
         "RETREAT @ NOR > CHL"),
    Deed("deploy", "deployed", "deployed", "deploying", "troops near Chile",
         "MOBILIZE @ NOR > CHL"),
    Deed("hold", "held", "held", "holding", "a joint exercise with Chile",
         "COOPERATE @ CHL+NOR"),
    Deed("praise", "praised", "praised", "praising", "Chile", "SUPPORT @ NOR > CHL"),
)  # fmt: skip
SETTINGS = (
    ("Norway {past} {rest}.", "actual", "nobody"),
    ("Norway has {participle} {rest}.", "actual", "nobody"),
    ("Norway will {base} {rest}.", "planned", "nobody"),
    ("Norway plans to {base} {rest}.", "planned", "nobody"),
    ("Norway is to {base} {rest}.", "planned", "nobody"),
    ("Norway is set to {base} {rest}.", "planned", "nobody"),
    ("Norway intends to {base} {rest}.", "planned", "nobody"),
    ("Norway could {base} {rest}.", "possible", "nobody"),
    ("Norway may {base} {rest}.", "possible", "nobody"),
    ("Norway is likely to {base} {rest}.", "possible", "nobody"),
    ("Norway did not {base} {rest}.", "negated", "nobody"),
    ("Norway has not {participle} {rest}.", "negated", "nobody"),
    ("Norway never {past} {rest}.", "negated", "nobody"),
    ("Norway has yet to {base} {rest}.", "negated", "nobody"),
    ("Norway denied that it had {participle} {rest}.", "negated", "NOR"),
    ("Norway denied {ing} {rest}.", "negated", "NOR"),
    ("Peru said Norway had {participle} {rest}.", "actual", "PER"),
    ("Peru said that Norway {past} {rest}.", "actual", "PER"),
    ("Norway {past} {rest}, Peru said.", "actual", "PER"),
)
NO_DEED = (
    "Norway wanted to {base} {rest}.",
    "Norway should {base} {rest}.",
    "If Norway {past} {rest}, prices would rise.",
)
CONTENT = (
    ("Peru urged Norway to {base} {rest}.", "REQUEST"),
    ("Norway refused to {base} {rest}.", "REJECT"),
)


@pytest.mark.parametrize(
    ("setting", "modality", "vouchers"), SETTINGS, ids=[s[0] for s in SETTINGS]
)
def test_a_deed_stands_as_its_setting_says(setting: str, modality: str, vouchers: str) -> None:
    for deed in DEEDS:
        text = setting.format(**deed._asdict())
        line = f"{deed.line.replace('@', modality)} | said {vouchers}"
        assert told(read_text(text).events, text=text, expected=(line,)) == [line], text


@pytest.mark.parametrize("setting", NO_DEED)
def test_wishes_conditions_and_advice_are_no_deeds(setting: str) -> None:
    for deed in DEEDS:
        text = setting.format(**deed._asdict())
        assert told(read_text(text).events, text=text, expected=()) == [], text


@pytest.mark.parametrize(("setting", "kind"), CONTENT)
def test_what_is_urged_or_refused_is_no_deed_of_its_own(setting: str, kind: str) -> None:
    for deed in DEEDS:
        text = setting.format(**deed._asdict())
        assert [event.type for event in read_text(text).events] == [kind], text
