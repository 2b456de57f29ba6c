"""Reading settings from where people put them."""

import math
import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from regesta.settings.record import Settings

FILE = "regesta.toml"
PREFIX = "REGESTA_"

Value = str | int | float | Path


class SettingsError(Exception):
    """A setting has a wrong value; the message is one sentence for the user."""


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """Settings from `flags` (None is "not given"), REGESTA_* variables and regesta.toml.

    `environment` and `folder` are the process's own unless given. Raises SettingsError.
    """
    file = (folder or Path.cwd()) / FILE
    variables = os.environ if environment is None else environment
    found: dict[str, Value] = {}
    found |= _checked(_from_file(file), where=str(file))
    found |= _checked(_from_environment(variables), where="the environment")
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    found |= _checked(given, where="the command line")
    return Settings(**found)  # type: ignore[arg-type]  # each value has been through its check


def _from_file(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error


def _from_environment(variables: Mapping[str, str]) -> dict[str, object]:
    """Only the names we know: other programs may use the prefix too."""
    named = {name: variables.get(PREFIX + name.upper(), "") for name in CHECKS}
    return {name: value for name, value in named.items() if value}


def _checked(values: Mapping[str, object], *, where: str) -> dict[str, Value]:
    checked: dict[str, Value] = {}
    for name, value in values.items():
        if name not in CHECKS:
            known = ", ".join(CHECKS)
            raise SettingsError(f"{where} sets {name!r}, which is none of {known}.")
        check, wanted = CHECKS[name]
        try:
            checked[name] = check(value)
        except (TypeError, ValueError) as error:
            said = f"{where} sets {name} to {value!r}, but it must be {wanted}."
            raise SettingsError(said) from error
    return checked


def _path(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise ValueError
    return Path(value).expanduser()


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value.strip()


def _whole(value: object, *, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError
    number = int(value)
    if not least <= number <= most:
        raise ValueError
    return number


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError
    number = float(value)
    if not 0 < number <= MOST_SECONDS or math.isnan(number):
        raise ValueError
    return number


MOST_WORKERS = 512
MOST_SECONDS = 86_400.0
MOST_BYTES = 900_000_000
"""SQLite holds up to 10^9 bytes in a row."""

CHECKS: Mapping[str, tuple[Callable[[object], Value], str]] = {
    "register": (_path, "a path"),
    "workers": (
        lambda value: _whole(value, least=1, most=MOST_WORKERS),
        f"a whole number from 1 to {MOST_WORKERS}",
    ),
    "page_seconds": (_seconds, f"a number of seconds above 0, at most {MOST_SECONDS:.0f}"),
    "max_page_bytes": (
        lambda value: _whole(value, least=1, most=MOST_BYTES),
        f"a whole number of bytes from 1 to {MOST_BYTES}",
    ),
    "host": (_words, "a host name or address"),
    "port": (lambda value: _whole(value, least=0, most=65_535), "a port from 0 to 65535"),
}
"""Each setting with its check and what it must be."""
