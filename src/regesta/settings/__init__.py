"""One frozen record of settings, from flags, environment and regesta.toml, in this order."""

from regesta.settings.load import SettingsError, load_settings
from regesta.settings.record import Settings

__all__ = ["Settings", "SettingsError", "load_settings"]
