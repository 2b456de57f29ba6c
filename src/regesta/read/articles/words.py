"""The known words of news pages. They are hints among other evidence, never a template."""

import re
from collections.abc import Iterable
from functools import lru_cache

import ahocorasick

from regesta.text.hinted import holds_any
from regesta.text.memo import Memo


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as plain text."""
    return frozenset(text.split())


# Agencies as they sign, credit and date their lines. Short forms count only in capitals.
AGENCIES = (
    "Agence France-Presse", "Anadolu Agency", "Anadolu", "Associated Press", "Bloomberg", "BelTA",
    "Interfax", "Jiji Press", "Kyodo News", "Kyodo", "Press Trust of India", "RIA Novosti",
    "Reuters", "Sputnik", "The Associated Press", "Ukrinform", "Xinhua", "Yonhap",
    "AAP", "AFP", "ANI", "ANSA", "AP", "APP", "BNS", "CNA", "DPA", "dpa", "EFE", "IANS", "IRNA",
    "ISNA", "KCNA", "Mehr", "PA", "PTI", "SANA", "SPA", "TASS", "TNS", "UNI", "UPI", "WAM",
    "XINHUA",
    "REUTERS", "INTERFAX", "BERNAMA", "Bernama", "Antara", "VNA", "ITAR-TASS", "CP",
    "The Canadian Press", "Belga", "STA", "MENA", "Petra", "NAN", "APA", "Trend", "Armenpress",
)  # fmt: skip
AGENCY = "(?:" + "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True)) + ")"

# Outlets that aggregators name most; a short line with one of them is likely its publisher.
OUTLETS = frozenset(
    name.casefold()
    for name in (
        "ABC News", "Al Arabiya", "Al Jazeera", "Al-Monitor", "Arab News", "Associated Press",
        "Axios", "BBC", "BBC News", "Belfast Telegraph", "Bloomberg", "Business Insider",
        "Business Standard", "CBC", "CBS News", "CNBC", "CNN", "CTV News", "Channel NewsAsia",
        "Chicago Tribune", "China Daily", "DW", "Daily Express", "Daily Mail", "Daily Mirror",
        "Daily Sabah", "Daily Telegraph", "Dawn", "Deccan Herald", "Defense News",
        "Deutsche Welle", "EUobserver", "Economic Times", "El País", "Euractiv", "Euronews",
        "Evening Standard", "Express Tribune", "Financial Express", "Financial Times",
        "First Post", "Firstpost", "Forbes", "Foreign Policy", "Fox News", "France 24",
        "Free Press Journal", "Global News", "Global Times", "Gulf News", "Gulf Today",
        "Haaretz", "Hindustan Times", "HuffPost", "India Today", "Indian Express",
        "Interfax", "Irish Examiner", "Irish Independent", "Irish Times", "Israel Hayom",
        "Jakarta Post", "Japan Times", "Japan Today", "Jerusalem Post", "Khaleej Times",
        "Korea Herald", "Kyiv Independent", "Kyiv Post", "Le Monde", "Los Angeles Times",
        "Mail & Guardian", "Mainichi", "Metro", "Middle East Eye", "Mint", "Miami Herald",
        "Moscow Times", "MSNBC", "NBC News", "NDTV", "NHK", "NPR", "National Post",
        "New Indian Express", "New Straits Times", "New York Post", "New York Times", "News18",
        "Newsweek", "Nikkei Asia", "POLITICO", "Politico", "Philippine Star", "Punch",
        "RFE/RL", "RNZ", "RT", "RTE", "Radio Free Europe", "Rappler", "Reuters", "Russia Today",
        "SBS", "SCMP", "Scroll.in", "Sky News", "South China Morning Post", "Straits Times",
        "Stuff", "Sydney Morning Herald", "TASS", "TRT World", "Taipei Times", "Telegraph",
        "The Age", "The Atlantic", "The Australian", "The Canadian Press", "The Citizen",
        "The Conversation", "The Diplomat", "The Economist", "The Guardian", "The Hill",
        "The Hindu", "The Independent", "The Irish Times", "The Japan News", "The Mainichi",
        "The Moscow Times", "The National", "The New York Times", "The News International",
        "The Print", "ThePrint", "The Star", "The Straits Times", "The Sun", "The Telegraph",
        "The Times", "The Times of India", "The Wire", "Time", "Times of India",
        "Times of Israel", "Toronto Star", "Tribune", "UPI", "USA Today", "Vanguard",
        "Voice of America", "VOA", "Wall Street Journal", "Washington Post", "Washington Times",
        "Xinhua", "Yahoo News", "Yahoo", "Yomiuri Shimbun", "Ynet", "Zee News",
    )
)  # fmt: skip

SECTIONS = word_set(
    "home news world politics business sport sports opinion culture tech technology science health"
    " lifestyle entertainment travel video videos live africa asia europe americas india national"
    " international economy markets environment climate education weather local nation city"
    " cricket football tennis arts style food magazine podcasts photos more menu search login"
    " logo image photo advertisement ad share print email comments subscribe background icon"
    " listen watch facebook twitter whatsapp telegram linkedin copy link close next previous"
)

# Of words in small letters: lines that head a list of other articles.
LIST_HEADING = re.compile(
    r"(?:related(?: (?:articles?|stories|news|posts|coverage|reading|links|topics|content))?"
    r"|(?:latest|top|more|breaking|recent|other|trending|featured"
    r"|popular) (?:news|stories|articles?"
    r"|headlines|posts|updates)|most (?:read|popular|viewed|shared)|trending(?: now)?|also read"
    r"|you (?:may|might) also (?:like|be interested in)|recommended(?: for you| stories| articles)?"
    r"|more (?:from|on|in) .{2,40}|read (?:next|more|also)|what to read next|up next|next up"
    r"|editor'?s'? (?:picks?|choice)|don'?t miss|in case you missed it|from (?:around )?the web"
    r"|keep reading|further reading|see also|in other news|headlines|in brief|news in brief)\W*",
)
COMMENT_HEADING = re.compile(
    r"(?:\d+ )?(?:reader )?comments?(?: \(?\d+\)?)?\W*"
    r"|post a comment\W*|leave a (?:comment|reply)\W*"
    r"|no comments(?: yet)?\W*|join the (?:conversation|discussion)\W*|be the first to comment\W*"
    r"|discussion\W*",
)
FURNITURE = re.compile(
    r"(?:hash)?tags?:?|topics?:?|share(?: (?:this|on|via"
    r"|article).{0,30})?|advertisement|ad|sponsored"
    r"|story continues below.{0,40}|article continues.{0,40}"
    r"|continue reading.{0,40}|scroll (?:down|to).{0,40}"
    r"|advertisement continue.{0,40}|(?:previous|next)(?: post"
    r"| article| story)?(?: next(?: post)?)?"
    r"|load more.{0,20}|show more|view (?:all|more).{0,20}|see (?:all|more).{0,20}|read full.{0,20}"
    r"|back to top|skip to.{0,30}|(?:main )?menu|search|log ?in.{0,20}"
    r"|sign (?:in|up).{0,60}|register"
    r"|subscribe.{0,80}|newsletters?.{0,60}|follow us.{0,60}|contact us|about us|privacy policy"
    r"|terms (?:of|and).{0,30}|cookies?.{0,60}|accept all.{0,20}"
    r"|home|logo|print|email|close|copy link"
    r"|photo|image|video|gallery|listen.{0,30}|watch(?: now| live| video)?|play|pause|live|breaking"
    r"|download (?:the|our).{0,40}|get (?:the|our) app.{0,20}|open in app|follow .{2,30} on .{2,20}"
    r"|advertise.{0,30}|feedback|help|faq|careers|sitemap|\d+ ?min(?:ute)?s? read|\d+ shares?"
    r"|story highlights|key points|highlights|at a glance|summary|editor'?s note|disclaimer.{0,20}"
    r"|explore what .{2,60} (?:can|could) do for you.{0,3}|app-?store.{0,30}|google play.{0,20}",
)
# Of words in small letters: the page speaking to its reader, an order, and words of service.
ORDER = re.compile(
    r"(?:try|let|ask|do|read on|make|meet|download|subscribe|sign up|sign in|log in|join|get"
    r"|click|tap|follow|explore|discover"
    r"|share|start|ready to|read more|enjoy|register|support|donate|install|stay|never miss|unlock"
    r"|don'?t miss|check out|visit|buy|shop|save|upgrade|become|enter|select|choose|find|see more"
    r"|turn on|allow|accept|manage|report|receive|listen)\b",
)
SERVICE = re.compile(
    r"\b(?:you|your|our|us|app|newsletter|inbox|subscription|subscribers?|account|cookies?|browser"
    r"|e-?mail|notifications?|phone|install|free of charge|free trial|premium|features|website"
    r"|play store|whatsapp channel)\b",
)
PROMO_OPENING = re.compile(
    r"(?:also\s+read|read\s+also|also\s+see|see\s+also|read\s+more|read\s+next|must\s+read|more\s+here"
    r"|related|recommended|also\s+watch|watch|don['’]t\s+miss|listen|explained|in\s+pictures|in\s+pics"
    r"|also\s+on\s+\w+|more\s+on\s+this|you\s+may\s+also\s+like)\s*(?P<mark>[|:–—>]|-\s)\s*",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    rf"(?:[-–—]{{1,3}}\s?{AGENCY}(?:[/ ]\w{{1,12}})*"
    rf"|/[a-z]{{2,4}}(?:/[a-z]{{2,4}})*|\({AGENCY}\)\.?"
    r"|(?:[-–—]\s?)?\(?(?:with|additional)"
    r" (?:inputs?|reporting|assistance|contributions?)\b.{2,120}"
    rf"|\(?(?=[^,/]{{2,30}}[,/]){AGENCY}(?:\s?[,/]\s?{AGENCY})+\)?\.?|\(?via {AGENCY}\)?\.?"
    r"|\W{0,3}(?:with )?(?:news |wire )?(?:agencies(?: inputs?| reports?)?"
    r"|agency (?:inputs?|reports?))\W{0,2}"
    r"|\(?(?:reporting|editing|writing|compiled|additional reporting|translated|edited)"
    r" by\b.{2,200}"
    r"|\(?this (?:story|article|report|copy) (?:has|was|is)\b.{5,200}"
    r"|(?:the )?(?:writer|author) is\b.{5,200}|[-–—]{2,3}\s?(?:end"
    r"|ends)\b.{0,10}|ends?|###|[-–—]30[-–—]"
    rf"|[-–—]{{2}}\s?(?-i:[A-Z]{{2,14}})(?:[/ ]\w{{1,12}})*)",
    re.IGNORECASE,
)
# Headings as plain text marks them: "## Ferries stay in port", "=== Ferries ===", "**Ferries**".
HEADING_MARK = re.compile(r"(?:#{1,6}\s+|={2,6}\s?|\*\*)(?=[^\W_\d]|[\"'“‘\d])(?=.{3,200}$)")
COPYRIGHT = re.compile(r"(?:\[?copyright\b|©|\(c\)\s?\d{4}|all rights reserved)", re.IGNORECASE)
SOURCE_LINE = re.compile(
    r"(?:original\s+)?(?:source|via|credit|courtesy)s?\s*:\s*(?P<named>\S.*)", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?:(?i:by|written by|reported by|story by|author)\s*:?\s+)"
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+(?:and|&|de|van|von|al|bin|[A-Z][\w.'’-]*)\b\.?,?){1,7}.{0,40})",
)
EMBED = re.compile(
    r"pic\.twitter\.com/\w+|\bt\.co/\w+|https?://(?:twitter|x)\.com/\w+/status"
    r"|[—–-]\s?[^—–]{2,60}\(@\w{2,30}\)\s+\w+\s\d{1,2},\s\d{4}\s*$|^view this post on instagram"
    r"|^a post shared by\b",
)
CREDIT_WORDS = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|pic|file photo|representational image|credit|courtesy)s?"
    r"\s?(?:credit|courtesy|by|source)?s?\s?[:/|]\s?(?P<by>.{2,60})$"
    r"|\((?:photo|image|picture|file photo|pic|file)\b[^()]{0,60}\)\s*$"
    r"|\|\s?(?:photo|image|picture)s?\b.{0,60}$"
    r"|\s©\s?[\w.'’ -]{2,40}\([\w/ ]{2,30}\)\s*$"
    r"|\b(?:getty images|ap photo\b.{0,30}|afp via getty.{0,20}|shutterstock|file photo)\W*$",
)
CREDIT_NAME = re.compile(
    rf"[.!?”\"')]\s(?P<by>(?:File\s)?(?:{AGENCY}|Getty|X|Twitter|Facebook|File|ANI Photo|AP Photo)"
    r"(?:/\w[\w .-]{0,30})?)\s*$"
)
# A caption without a full stop behind the name of the agency whose picture it is: "Getty Images
# Ministers arrive"; a headline about an agency goes on in small letters.
CREDIT_OPENING = re.compile(
    rf"(?:(?:{AGENCY}|Getty(?: Images)?|EPA|SWNS|BBC|Alamy|Shutterstock|Rex(?: Features)?"
    r"|Splash News|Corbis|iStock|Twitter|Instagram|Facebook|YouTube|Flickr|File photo|Handout)"
    r"\s?(?:[-•/:|]\s?[A-Z]\w+\s)?)\s?(?=[A-Z][a-z'’]* )"
)
# A caption by the words that sites write before it ("Image copyright Ana Reis Image caption The
# quay"), and by its photographer and agency ("Jo Park / Reuters Sailors look on").
CAPTION_OPENING = re.compile(
    r"(?i:image|media|video|photo|picture) (?i:copyright|caption|source)\s(?=[A-Z\"“‘\d])"
    r"|(?i:media playback is (?:un|not )supported)\b|Enlarge this image\b"
    r"|(?:Toggle|toggle|Hide|hide|Show|show) caption\b"
)
PICTURED_BY = re.compile(
    rf"(?:[A-Z][\w.'’-]*\s){{1,4}}/\s(?:{AGENCY}|Getty(?: Images)?|EPA|Alamy|Shutterstock)"
    r"\s(?=[A-Z\"“‘])"
)
# Words before the first of the points that sum up a text, glued to it.
POINTS_OPENING = re.compile(r"(?:Story|News|Article) highlights:?\s(?=[A-Z\"“‘\d])")
WATCH = re.compile(r"JUST WATCHED\s.*\bMUST WATCH\b")  # a film's name, before and behind itself
# Words with which a sentence takes up the last one, and no headline opens.
TAKES_UP = re.compile(
    r"(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Additionally|In addition"
    r"|For example|For instance|As a result|On the other hand|Of course|At the same time"
    r"|Earlier|Later|Instead|Still|Also|Indeed|Similarly|Finally|Therefore|Thus),\s"
)
_LEADING_ON = word_set("the a an of told than its their his her whose which called named")
# The last words of an article's last line: "... (Reporting by Ann Lee; editing by Jo Park)".
_SIGNED = re.compile(
    r"(?:\b(?:editing|reporting|writing|compiled|translated) by (?-i:[A-Z])[^.!?]{3,90}"
    r"|\bcontributed to this (?:report|story|article))\W*$",
    re.IGNORECASE,
)
# What stands above the text of a printed page: "QUAYSIDE DAILY   3 May 2024   16".
PAGE_HEADER = re.compile(
    r"\d{1,4}(?:\s{2,}|\t+)\S.{2,100}|\S.{2,100}?(?:\s{2,}|\t+)(?:[Pp](?:age|\.)\s?)?\d{1,4}"
    r"(?:\s?/\s?\d{1,4})?"
)
# Words that outlets' names are made of: a short capitalised line with one is likely a publisher.
OUTLET_WORD = re.compile(
    r"\b(?:Post|Times|Ledger|Herald|Tribune|Gazette|Journal|Daily|News|Dispatch|Chronicle|Observer"
    r"|Courier|Mail|Star|Standard|Telegraph|Guardian|Mirror|Press|Register|Sentinel|Examiner"
    r"|Monitor|Review|Weekly|Express|Independent|Argus|Echo|Bulletin|Radio|Broadcasting|Zeitung"
    r"|Mercury|Advertiser|Enquirer|Inquirer|Recorder|Reporter|Nation|Globe)\b"
)
# A caption that ends in somebody's name after its full stop: the photographer or the agency.
CREDIT_TAIL = re.compile(r"[.!?”\"')]\s(?:[A-Z][\w.-]+(?:/[A-Z]\w+)?\s?){1,3}$")
BAR_LIST = re.compile(r"[^|]{1,40}(?:\s?[|•·]\s?[^|•·]{1,40}){2,}")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Marks and words that labels other than text and title are known by.
_TELLING_MARKS = ("#", "@", "©", "|")
_TELLING_WORDS = word_set(
    "photo photos photograph photographs image images picture pictures credit getty source via"
    " courtesy copyright reserved"
    " reporting writing editing compiled edited translated inputs additional author writer read"
    " watch related recommended listen download subscribe sign app newsletter you your our e-mail"
    " email cookie cookies pic pics hashtag hashtags instagram shutterstock caption playback"
    " watched"
)
_TELLING_OPENINGS = ("this story", "this article", "this report", "this copy")
_PROMO_SIGNS = ("|", ":", "–", "—", ">", "-")
# Whatever SIGN_OFF matches opens with a mark or one of these, or lists agencies.
_SIGN_OFF_OPENINGS = (
    *("with ", "additional ", "news ", "wire ", "agenc", "via ", "end", "writer", "author"),
    *("the writer", "the author", "this story", "this article", "this report", "this copy"),
    *("reporting", "editing", "writing", "compiled", "translated", "edited"),
)
_BETWEEN_AGENCIES, _FIRST_AGENCY = (",", "/"), 32  # marks, and characters that end in one
_EMBED_HINTS = ("/", "@", "instagram", "shared by")
_CREDIT_HINTS = ("photo", "imag", "pic", "credit", "courtes", "getty", "shutterstock", "©")
# What EMBED or CREDIT_WORDS match has one of these marks, opens so, or has such a word at its end.
_MARKS_OF_BOTH = ("/", "@", ":", "(", "|", "©")
_POST_OPENINGS = ("view this post", "a post shared")
_CREDIT_ENDS, _END_REACH = ("photo", "getty", "shutterst"), 80


_LABEL_HINTS = ("aption", "opyright", "ource", "layback", "nlarge")  # of CAPTION_OPENING
_LABEL_REACH = 24  # characters in which one of them stands


def _bare(token: str) -> str:
    """The words in a stretch without spaces, without the marks around them: "(Oslo)-based" has
    two."""
    return " ".join(_WORD.findall(token))


bare_words = Memo(_bare).__getitem__


def _tells(token: str) -> bool:
    return not _TELLING_WORDS.isdisjoint(bare_words(token).casefold().split())


_tells_label = Memo(_tells).__getitem__


def is_telling(text: str, *, key: str, tokens: Iterable[str]) -> bool:
    """Whether a line has a word or a mark that labels other than text and title are known by."""
    return (
        holds_any(text, hints=_TELLING_MARKS)
        or ("/" in text and ("://" in text or " / " in text))  # one letter is found fastest
        or key.startswith(_TELLING_OPENINGS)
        or any(map(_tells_label, tokens))
    )


def is_sign_off(text: str, *, small: str) -> bool:
    """Whether a line (`small`: in small letters) says nothing but who wrote, sent or edited the
    text above it."""
    likely = (
        small.startswith(_SIGN_OFF_OPENINGS)
        or not small[:1].isalnum()
        or holds_any(small[:_FIRST_AGENCY], hints=_BETWEEN_AGENCIES)
    )
    return likely and SIGN_OFF.fullmatch(text) is not None


def opens_promo(text: str) -> bool:
    """Whether a line opens with the words that lead to another article."""
    return holds_any(text, hints=_PROMO_SIGNS) and PROMO_OPENING.match(text) is not None


def is_marked(small: str) -> bool:
    """Whether a text in small letters may be a post or name its photographer at all: asked of many
    lines first."""
    return (
        holds_any(small, hints=_MARKS_OF_BOTH)
        or small.startswith(_POST_OPENINGS)
        or holds_any(small[-_END_REACH:], hints=_CREDIT_ENDS)
    )


def is_embed(small: str) -> bool:
    """Whether a line in small letters is a post of a social network, told by its address or
    signature."""
    return holds_any(small, hints=_EMBED_HINTS) and EMBED.search(small) is not None


def is_credited(small: str) -> bool:
    """Whether a line in small letters names its photographer in so many words."""
    return holds_any(small, hints=_CREDIT_HINTS) and CREDIT_WORDS.search(small) is not None


def opens_caption(text: str) -> bool:
    """Whether a line opens with the words or the name that only captions have before them."""
    labelled = holds_any(text[:_LABEL_REACH], hints=_LABEL_HINTS)
    return (labelled and CAPTION_OPENING.match(text) is not None) or (
        "/" in text and PICTURED_BY.match(text) is not None
    )


def is_page_header(text: str) -> bool:
    """Whether a line numbers its page behind or before wide spaces, and is no address."""
    wide = "  " in text or "\t" in text
    return wide and "://" not in text and PAGE_HEADER.fullmatch(text) is not None


def signs_off(text: str) -> bool:
    """Whether a line of text ends by saying who wrote or edited it."""
    return holds_any(text[-130:], hints=("by ", "this ")) and bool(_SIGNED.search(text[-130:]))


def leads_on(text: str) -> bool:
    """Whether a line breaks off at a word behind which more must come, as at a link."""
    return not _LEADING_ON.isdisjoint(text.rsplit(None, 1)[-1:])


def has_address(text: str) -> bool:
    """Whether a line has what addresses of pages begin with."""
    return "://" in text or "www." in text


def has_bar(text: str) -> bool:
    """Whether a line has a mark that menus are divided by."""
    return "|" in text or "•" in text or "·" in text


def outlets_in(small: str) -> list[tuple[int, int]]:
    """Where known outlets of two or more words stand in a text of small letters, a space behind
    them."""
    if _LAST_OF_OUTLETS.isdisjoint(small.split(" ")):
        return []
    return [(last - len(name) + 1, last + 1) for last, name in _outlet_search().iter(small)]


_LAST_OF_OUTLETS = frozenset(name.split()[-1] for name in OUTLETS if " " in name)


@lru_cache(maxsize=1)
def _outlet_search() -> ahocorasick.Automaton:
    search = ahocorasick.Automaton()
    for name in OUTLETS:
        if " " in name:
            search.add_word(name, name)
    search.make_automaton()
    return search
