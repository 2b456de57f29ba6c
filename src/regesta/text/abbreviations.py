"""Abbreviations whose full stop seldom ends a sentence, sorted by what must follow for it to do so.

All are written without their last stop. Compiled by hand from wire and newspaper usage.
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Never the end of a sentence: a name or a further word must follow.
LEADING: frozenset[str] = _words(
    """
    Mr Mrs Ms Messrs Mx Dr Prof Rev Fr Hon Sheikh Smt Shri
    Gen Lt Col Maj Capt Cpt Cdr Cmdr Cmd Comdr Sgt Cpl Pvt Adm Brig Cmdre Lt.-Gen Lt.-Col
    Maj.-Gen Brig.-Gen Lieut Ens Supt Insp Det Const
    Sen Sens Rep Reps Gov Govs Pres Amb Atty Asst Assoc Dep Secy Min Dir Del
    Mt Ft vs v viz cf e.g i.e Dr.-Ing
    """
)

# Not the end when a number follows: "No. 5", "Aug. 18", "Art. 5", "Rs. 500".
BEFORE_NUMBER: frozenset[str] = _words(
    """
    no nos p pp vol vols art arts sec secs fig figs ch chap para paras par res sect app
    approx ca est rs
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

# The end only when a word that commonly opens a sentence follows.
OPEN: frozenset[str] = _words(
    """
    Inc Ltd Co Corp Cos Bros LLC Plc plc Jr Sr Esq Ph.D St Ave Blvd Rd Dept Univ Assn
    Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev
    Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """
)

# Words that open a sentence far more often than they follow an abbreviation inside one.
OPENERS: frozenset[str] = _words(
    """
    A According After Again All Also Although Among An And Another Any As At Because Before Both
    But By Despite During Each Earlier Even Every For From He Her Here His How However I If In
    Instead It Its Last Later Like Many Meanwhile More Most My No Nor Not Now Of On Once One Only Or
    Other Others Our Over She Since So Some Still Such That The Their Then There These They This
    Those Though Through To Two Under Until We What When Where Whether Which While Who Why With
    Without Yet You Your
    """
)

# Capitalised words that follow "a.m." and "p.m." within a sentence.
AFTER_CLOCK: frozenset[str] = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat
    Sun January February March April May June July August September October November December
    Eastern Central Mountain Pacific Greenwich Coordinated Indian Moscow London Beijing Tokyo Local
    """
)

# Verbs with which a speaker is named after a question or exclamation: '"Why now?" Orlov asked.'
SPEECH_VERBS: frozenset[str] = _words(
    """
    said says asked asks added adds told tells wrote writes replied replies answered answers
    shouted cried exclaimed declared wondered demanded posted tweeted quipped urged insisted
    continued responded remarked recalled
    """
)

# Last part of a domain or file name, lower-cased: never glued sentences.
NAME_ENDINGS: frozenset[str] = _words(
    """
    com org net gov edu info news int mil biz html htm php aspx pdf doc docx txt jpg jpeg png gif
    csv xls xlsx ppt zip exe json xml mp3 mp4 io ai
    """
)
