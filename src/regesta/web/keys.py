"""The keys of the desk and its parts: one table for the bar, the help sheet and the docs."""

# part, address, name in the bar, the letter after g
PARTS = (
    ("desk", "/", "Desk", "d"),
    ("stories", "/stories", "Stories", "s"),
    ("dyads", "/dyads", "Dyads", "y"),
    ("actors", "/actors", "Actors", "a"),
    ("matrix", "/matrix", "Matrix", "x"),
    ("map", "/map", "Map", "m"),
    ("disagreements", "/disagreements", "Disagreements", "i"),
    ("sources", "/sources", "Sources", "o"),
    ("runs", "/runs", "Runs", "n"),
    ("troubles", "/troubles", "Troubles", "t"),
)

# what it is about, and (strokes, what they do)
KEYS = (
    (
        "Move",
        (
            ("j k", "next, previous line; in the reader, event"),
            ("o", "open the line (also Enter)"),
            ("v", "open the original page in a new tab"),
            ("h l", "newer, older page of the list"),
            ("/", "search"),
            ("Esc", "leave a field, close this sheet"),
        ),
    ),
    (
        "Judge and cite",
        (
            ("m", "read, unread"),
            ("s", "star, unstar"),
            ("A", "mark all lines of this page as read"),
            ("w", "why this count"),
            (".", "copy the citation"),
            ("b", "copy it as BibTeX"),
            ("n", "copy it as a Chicago note"),
            (">", "see the citation in all three forms"),
            ("?", "this sheet"),
        ),
    ),
    ("Go to", tuple((f"g {key}", words.lower()) for _, _, words, key in PARTS)),
)
