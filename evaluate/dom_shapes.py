"""Eight more shapes of HTML pages, measured before any mending: four for the main article, four for
the others. What they reached then stands in the commit that added them."""

from collections.abc import Callable, Sequence
from html import escape

from evaluate.layouts import Told

_CONSENT = (
    '<div id="cmp"><h2>We value your privacy</h2><p>We and our 812 partners store and read'
    " information on a device, such as cookies, to show you content and measure its use. You may"
    " change your choice at any time.</p><button>Accept all</button><button>Reject</button></div>"
)
_AD = '<div class="ad-slot"><span>Advertisement</span></div>'
_LETTER = (
    '<div class="newsletter-box"><p>Get the harbour briefing in your inbox every morning.</p>'
    '<form><input type="email"><button>Sign up</button></form></div>'
)
_VOICES = (
    ("marsh_harrier", "They said the same thing two years ago and nothing at all came of it."),
    ("Old Ned", "I was there last summer. It is far worse than the article says, believe me!"),
)


def _line(part: str) -> str:
    return f"<p>{escape(part)}</p>"


def _beginning(told: Told) -> str:
    return "".join(map(_line, told.paragraphs[:2]))


def _amp(told: Told, more: str) -> str:
    """As a page for phones is written."""
    body = "".join(map(_line, told.paragraphs))
    return (
        '<amp-sidebar id="s"><ul><li>Home</li><li>World</li></ul></amp-sidebar>'
        '<div class="amp-wp-article"><header class="amp-wp-article-header">'
        f'<h1 class="amp-wp-title">{escape(told.title)}</h1><div class="amp-wp-meta">Ann Lee</div>'
        f'</header><amp-img src="a.jpg"></amp-img><div class="amp-wp-article-content">{body}</div>'
        f"</div>{more}"
    )


def _consent(told: Told, more: str) -> str:
    """Behind a banner that asks about cookies, with a letter to subscribe to in the text."""
    half = len(told.paragraphs) // 2
    first, last = told.paragraphs[:half], told.paragraphs[half:]
    return (
        f'{_CONSENT}<main id="content"><h1>{escape(told.title)}</h1>'
        f'<div class="article-body">{"".join(map(_line, first))}{_LETTER}'
        f"{''.join(map(_line, last))}</div>{more}</main>"
    )


def _printed(told: Told, more: str) -> str:
    """The view of a page for printing."""
    return (
        f'<div id="print"><div class="logo">Quayside Reader</div><hr><h2>{escape(told.title)}</h2>'
        f"{'<br/><br/>'.join(map(escape, told.paragraphs))}<hr>"
        f"<small>Printed from https://quay.example/news/{told.number}</small></div>{more}"
    )


def _rows(told: Told, more: str) -> str:
    """Every paragraph in a row of its own, with adverts between."""
    rows = "".join(
        f'<div class="row"><div class="col-8">{_line(part)}</div></div>{_AD if n % 3 == 1 else ""}'
        for n, part in enumerate(told.paragraphs)
    )
    head = f'<div class="row"><h1>{escape(told.title)}</h1></div>'
    return f'<div class="container">{head}{rows}</div>{more}'


def _slides(others: Sequence[Told]) -> str:
    slides = "".join(
        f'<div class="swiper-slide"><a href="/n/{a.number}"><img alt=""><h3>{escape(a.title)}</h3>'
        f"</a>{_beginning(a)}</div>"
        for a in others
    )
    return f'<div class="swiper"><div class="swiper-wrapper">{slides}</div></div>'


def _loaded(others: Sequence[Told]) -> str:
    """Whole articles that scrolling brought."""
    return "".join(
        f'<section data-article-id="{a.number}"><h2>{escape(a.title)}</h2>'
        f"<div>{''.join(map(_line, a.paragraphs))}</div></section>"
        for a in others
    )


def _feed(others: Sequence[Told]) -> str:
    items = "".join(
        f'<li><a href="/n/{a.number}">{escape(a.title)}</a><span>{a.ago}</span>{_beginning(a)}</li>'
        for a in others
    )
    return f'<div class="stream"><h3>Latest</h3><ol>{items}</ol></div>'


def _thread(others: Sequence[Told]) -> str:
    """Readers' comments, and below them boxes with other articles."""
    voices = "".join(
        f'<div class="comment"><b>{who}</b><time datetime="2031-05-06">6 May</time>{_line(words)}'
        "</div>"
        for who, words in _VOICES
    )
    boxes = "".join(
        f'<div class="box"><strong><a href="/n/{a.number}">{escape(a.title)}</a></strong>'
        f"{_beginning(a)}</div>"
        for a in others
    )
    return (
        f'<section id="comments"><h3>2 comments</h3>{voices}</section>'
        f"<div><h3>You may also like</h3>{boxes}</div>"
    )


MORE_MAINS: dict[str, Callable[[Told, str], str]] = {
    "amp": _amp,
    "consent": _consent,
    "print": _printed,
    "rows": _rows,
}
# How the others are written, and whether with their whole text.
MORE_OTHERS: dict[str, tuple[Callable[[Sequence[Told]], str], bool]] = {
    "slides": (_slides, False),
    "loaded": (_loaded, True),
    "feed": (_feed, False),
    "thread": (_thread, False),
}
