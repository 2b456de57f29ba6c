"""Whether "he" or "she" can mean somebody: by the first name or the office, where they tell."""

from regesta.model import Party

_SHE = frozenset({"she", "her", "herself"})
_HE = frozenset({"he", "him", "his", "himself"})
# First names that one sex alone bears; whoever bears another may be either.
_WOMEN = frozenset(
    {"aisha", "amber", "amina", "angela", "anita", "anna", "annalena", "anne", "annegret", "asma",
     "audrey", "benazir", "caroline", "catherine", "cecilia", "christine", "chrystia", "claudia",
     "condoleezza", "cristina", "diana", "dilma", "dina", "elisabeth", "elizabeth", "ellen",
     "emily", "emma", "erna", "ertharin", "eva", "evelyn", "fatima", "fatou", "federica", "fiona",
     "florence", "gina", "giorgia", "hanan", "hanna", "harriet", "heather", "helen", "helga",
     "helle", "hillary", "hina", "indira", "ingrid", "irina", "isabel", "ivanka", "jacinda",
     "jacqueline", "jeanine", "jennifer", "joanna", "joyce", "judith", "julia", "julie", "kaja",
     "karen", "karin", "katarina", "kellyanne", "khaleda", "kirstjen", "kristalina", "laura",
     "linda", "liz", "louise", "madeleine", "margaret", "margot", "maria", "marie", "marija",
     "marina", "marine", "mary", "melania", "melissa", "mette", "michelle", "mirjana", "monica",
     "nadia", "nancy", "natalia", "natalie", "navi", "nikki", "olga", "patricia", "penny",
     "priti", "rachel", "retno", "rosemary", "ruth", "samantha", "sandra", "sanna", "sarah",
     "sheila", "sigrid", "simonetta", "sonia", "sophie", "stephanie", "susan", "sushma",
     "svetlana", "sylvie", "tatiana", "theresa", "tzipi", "ursula", "valentina", "valérie",
     "victoria", "viola", "wendy", "yulia", "zuzana"}
)  # fmt: skip
_MEN = frozenset(
    {"abdel", "abdul", "abdullah", "abiy", "adel", "ahmed", "alexander", "alexei", "alexis",
     "ali", "anders", "andrei", "andrew", "andrzej", "anthony", "antonio", "antony", "anwar",
     "ashraf", "barack", "bashar", "ben", "benjamin", "bernard", "bernie", "bill", "binyamin",
     "bob", "boris", "charles", "christopher", "dan", "daniel", "david", "dick", "dmitri",
     "dmitry", "dominic", "dominique", "donald", "edward", "ehud", "emmanuel", "enrique", "evo",
     "francois", "frank", "frank-walter", "françois", "fumio", "gennady", "george", "giuseppe",
     "gordon", "guido", "guy", "hamid", "hassan", "heiko", "henry", "herbert", "hosni", "hugo",
     "hussein", "ibrahim", "igor", "imran", "ivan", "jack", "jair", "james", "javad", "javier",
     "jean-claude", "jean-yves", "jens", "jeremy", "jim", "jimmy", "joe", "john", "jon", "jose",
     "joseph", "josé", "juan", "julian", "justin", "karl", "keir", "kenneth", "kevin", "khalid",
     "kofi", "larry", "laurent", "leon", "lloyd", "luigi", "luis", "mahmoud", "manuel", "mario",
     "mark", "martin", "mateusz", "matteo", "mauricio", "michael", "miguel", "mike", "mikhail",
     "mohamed", "mohammad", "mohammed", "muammar", "mustafa", "narendra", "nawaz", "nicolas",
     "nicolás", "nicos", "nikol", "nikolai", "olaf", "omar", "osama", "paul", "pedro", "peter",
     "petro", "philip", "rafael", "ramzan", "raul", "recep", "rex", "richard", "rishi", "robert",
     "rodrigo", "ron", "ronald", "saddam", "salman", "scott", "sebastian", "sergei", "sergey",
     "shimon", "shinzo", "sigmar", "silvio", "stephen", "steve", "steven", "tayyip", "ted",
     "thomas", "tim", "tom", "tony", "viktor", "vladimir", "volodymyr", "wilbur", "william",
     "xavier", "yair", "yasser", "yitzhak", "yoshihide", "yossi", "zoran"}
)  # fmt: skip
_FEMALE = frozenset({"queen", "princess", "empress"})
_MALE = frozenset({"king", "prince", "emir", "sultan", "emperor", "pope", "crown prince"})


def fits(word: str, party: Party) -> bool:
    """Whether a pronoun can mean a party: "he" is no Theresa, "she" no Donald."""
    if word not in _SHE and word not in _HE:
        return True
    name = (party.person or "").lower()
    first = name.split(" ", 1)[0]
    office = party.office or ""
    woman = first in _WOMEN or office in _FEMALE or office.endswith("woman")
    man = first in _MEN or office in _MALE
    return not (woman if word in _HE else man and not woman)
