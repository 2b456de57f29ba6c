"""Charset labels as pages and servers write them -> Python codecs, as browsers read them.

Source: WHATWG Encoding Standard, section 4.2 "Names and labels". Several labels name a superset of
what they say (iso-8859-1 is windows-1252, gb2312 is gb18030), because pages do.
"""

_LABELS: tuple[tuple[str, str], ...] = (
    ("utf-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig"),
    ("cp1252", "ascii us-ascii ansi-x3.4-1968 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1"),
    ("cp1252", "windows-1252 x-cp1252 cp1252"),
    ("cp866", "ibm866 866 cp866 csibm866"),
    ("iso8859_2", "iso-8859-2 iso8859-2 iso88592 latin2 l2 csisolatin2"),
    ("iso8859_3", "iso-8859-3 iso8859-3 latin3 l3"),
    ("iso8859_4", "iso-8859-4 iso8859-4 latin4 l4"),
    ("iso8859_5", "iso-8859-5 iso8859-5 cyrillic csisolatincyrillic"),
    ("iso8859_6", "iso-8859-6 iso8859-6 arabic asmo-708 ecma-114"),
    ("iso8859_7", "iso-8859-7 iso8859-7 greek greek8 ecma-118"),
    ("iso8859_8", "iso-8859-8 iso8859-8 iso-8859-8-i hebrew logical visual"),
    ("iso8859_10", "iso-8859-10 iso8859-10 latin6 l6"),
    ("iso8859_13", "iso-8859-13 iso8859-13"),
    ("iso8859_14", "iso-8859-14 iso8859-14"),
    ("iso8859_15", "iso-8859-15 iso8859-15 latin9 l9"),
    ("iso8859_16", "iso-8859-16"),
    ("koi8_r", "koi8-r koi8 koi koi8-r cskoi8r"),
    ("koi8_u", "koi8-u koi8-ru"),
    ("mac_roman", "macintosh mac x-mac-roman"),
    ("mac_cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
    ("cp874", "windows-874 dos-874 tis-620 iso-8859-11 cp874"),
    ("cp1250", "windows-1250 cp1250 x-cp1250"),
    ("cp1251", "windows-1251 cp1251 x-cp1251 win-1251"),
    ("cp1253", "windows-1253 cp1253 x-cp1253"),
    ("cp1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5"),
    ("cp1255", "windows-1255 cp1255 x-cp1255"),
    ("cp1256", "windows-1256 cp1256 x-cp1256"),
    ("cp1257", "windows-1257 cp1257 x-cp1257"),
    ("cp1258", "windows-1258 cp1258 x-cp1258"),
    ("gb18030", "gb18030 gbk gb2312 gb-2312-80 chinese x-gbk csgb2312 cp936 ms936"),
    ("big5hkscs", "big5 big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5 cp950"),
    ("euc_jp", "euc-jp x-euc-jp cseucpkdfmtjapanese"),
    ("iso2022_jp", "iso-2022-jp csiso2022jp iso2022-jp"),
    ("cp932", "shift-jis sjis x-sjis ms932 windows-31j csshiftjis cp932 shiftjis"),
    ("cp949", "euc-kr ks-c-5601-1987 ks-c-5601-1989 ksc5601 korean windows-949 cp949 iso-ir-149"),
    ("utf-16-le", "utf-16le utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode"),
    ("utf-16-be", "utf-16be unicodefffe"),
)
_CODECS = {label: codec for codec, labels in _LABELS for label in labels.split()}


def codec_of(label: str) -> str | None:
    """The codec for a charset label, None for one that no page should carry."""
    plain = label.strip().strip("\"'").lower().replace("_", "-")
    return _CODECS.get(plain)
