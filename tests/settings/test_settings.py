"""Flags before environment before file; wrong values are one clear sentence."""

from dataclasses import fields
from pathlib import Path

import pytest

from regesta.settings import Settings, SettingsError, load_settings
from regesta.settings.load import CHECKS


def load(folder, *, flags=None, toml=None, **variables):
    if toml is not None:
        (folder / "regesta.toml").write_text(toml, encoding="utf-8")
    return load_settings(flags, environment=variables, folder=folder)


def test_nothing_set(tmp_path):
    settings = load(tmp_path)
    assert settings == Settings()
    assert settings.register == Path("regesta.db")
    assert settings.workers >= 1
    assert (settings.host, settings.port) == ("127.0.0.1", 8765)


def test_every_setting_can_be_set_everywhere(tmp_path):
    assert set(CHECKS) == {field.name for field in fields(Settings)}
    wanted = Settings(
        register=Path("x.db"),
        workers=3,
        page_seconds=1.5,
        max_page_bytes=10,
        host="localhost",
        port=0,
    )
    toml = (
        'register = "x.db"\nworkers = 3\npage_seconds = 1.5\nmax_page_bytes = 10\n'
        'host = "localhost"\nport = 0\n'
    )
    variables = {
        "REGESTA_REGISTER": "x.db",
        "REGESTA_WORKERS": "3",
        "REGESTA_PAGE_SECONDS": "1.5",
        "REGESTA_MAX_PAGE_BYTES": "10",
        "REGESTA_HOST": "localhost",
        "REGESTA_PORT": "0",
    }
    flags = {field.name: getattr(wanted, field.name) for field in fields(Settings)}
    assert load(tmp_path, flags=flags) == wanted
    assert load(tmp_path, **variables) == wanted
    assert load(tmp_path, toml=toml) == wanted


def test_flags_before_environment_before_file(tmp_path):
    toml = "workers = 2\nport = 2000\npage_seconds = 2\n"
    flags = {"workers": 4, "port": None}
    settings = load(tmp_path, flags=flags, toml=toml, REGESTA_WORKERS="3", REGESTA_PORT="3000")
    assert (settings.workers, settings.port, settings.page_seconds) == (4, 3000, 2.0)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("workers = 0", "workers to 0, but it must be a whole number from 1"),
        ("workers = true", "workers to True"),
        ("workers = 1.5", "workers to 1.5"),
        ('page_seconds = "soon"', "page_seconds to 'soon'"),
        ("page_seconds = nan", "page_seconds to nan"),
        ("page_seconds = -1", "page_seconds to -1"),
        ("port = 70000", "a port from 0 to 65535"),
        ("register = 5", "register to 5, but it must be a path"),
        ('host = ""', "host to ''"),
        ("wrokers = 4", "'wrokers', which is none of register"),
        ("workers = ", "cannot be read"),
    ],
)
def test_wrong_values_in_the_file(tmp_path, toml, said):
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, toml=toml)
    assert said in str(caught.value)
    assert "regesta.toml" in str(caught.value)
    assert "\n" not in str(caught.value).strip()


def test_wrong_values_elsewhere_name_the_place(tmp_path):
    with pytest.raises(SettingsError, match="environment sets workers to 'many'"):
        load(tmp_path, REGESTA_WORKERS="many")
    with pytest.raises(SettingsError, match="command line sets port to -1"):
        load(tmp_path, flags={"port": -1})


def test_a_file_that_is_no_text(tmp_path):
    (tmp_path / "regesta.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path)


def test_empty_variables_and_other_names_are_not_ours(tmp_path):
    assert load(tmp_path, REGESTA_WORKERS="", REGESTA_DEMO="yes") == Settings()
