"""Words that many news articles have whatever they are about.

A set of a dozen pages cannot tell by counting that "minister" says less than "Aflao"; these lists
stand in for the articles that were not read. Written by hand; they fade as the set grows.
"""

from functools import cache

from regesta.knowledge import countries
from regesta.link.words import words

_EVERYWHERE = """
    according add added agree agreed already although always among announce announced area around
    ask asked away back based become began begin begun believe best better big bring brought call
    called came case cause chance change city claim claimed clear close come coming continue
    country couple course day decided decision deal despite different early earlier end ending
    even evening event ever every expected fact far few final find five follow followed following
    four friday full future gave general get give given go going good got great group group half
    hand happen happened hard head held help high history hold home hope hour hundred important
    including increase information instead issue join keep kept key kind know known large late
    later lead leader leading least leave led left less let level life like line link live local
    long look lost lot low made main major make making man many matter mean meeting meet member
    men met mid million minute monday morning move moved much name named national near nearly need
    never next night nine north note noted number official often old once open opened order others
    part party past pay people per percent place plan planned point possible post present
    president press problem public put question quickly rather read ready real really reason
    receive received recent recently remain remained report reported reporter reporting result
    return right room run saturday saw second see seen sent september set seven several show
    showed side since situation six small social something soon source south special spokesman
    spokeswoman stand start started state statement still stop story strong sunday support sure
    taken take taking talk team tell ten term thing think third thousand though thought three
    through thursday today together told tonight took top toward town tried try trying tuesday
    turn turned twitter until update use used using video view visit wait want wanted war warn
    warned way wednesday went west white whole win within without woman women word work worked
    working world yesterday yet young
"""

_POLITICS = """
    accord act action administration affair against agency agreement aide aid alliance ally
    ambassador american announcement armed army attack authority ban bilateral border campaign
    capital central ceasefire chief chinese civilian condemn condemned conference conflict council
    cooperation court crisis death defence defense delegation democratic department deputy
    development diplomat diplomatic economic economy effort election embassy energy envoy european
    federal fight fighting fire force foreign forum free friendly global government governor
    gratitude house
    human international invasion justice kill killed killing law leadership lawmaker letter
    military minister ministry mission missile nation negotiation nuclear office operation
    opposition parliament partner partnership peace policy police political power presidential
    pressure prime protest region regional relation relationship republic right role russian
    sanction secretary security senior side sign signed signing soldier strategic strike strategy
    summit talks target territory thank thanks threat tie ties trade treaty troop union united vote
    weapon
"""

_OTHER_BEATS = """
    accident air airline airport angeles bank billion book business ceo character child coach
    company consumer cost crash customer data digital director episode executive family fan fell
    film firm flight game goal growth health hit hospital hurt industry injured injury investigation
    investor kid league machine manager market match media money mother movie music network new
    offer officer online passenger patient percent photo picture plane play played player price
    product profit project quarter rate researcher rise road sale scientist school score season
    series service share site star stock store street student study system tax technology tour
    train user vehicle victim victory weather website weekend york
"""

COMMON_WORDS = frozenset(words(_EVERYWHERE + _POLITICS + _OTHER_BEATS))
"""The words of the lists as `words` gives them."""


@cache
def country_words() -> frozenset[str]:
    """Words of the names, adjectives and capitals of countries: many stories have the same."""
    return frozenset(
        word
        for country in countries().values()
        for name in (country.name, *country.aliases, *country.adjectives, *country.capitals)
        for word in words(name)
    )


@cache
def plain_words() -> frozenset[str]:
    """Words that say nothing of one deed: those of every article, and countries'."""
    return COMMON_WORDS | country_words()
