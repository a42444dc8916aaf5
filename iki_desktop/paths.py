"""Where things lie: what ships with the program, and the folders of the person who runs it.

Every function answers with a path and touches nothing; whoever writes there makes the folder first.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

__all__ = ["data_dir", "documents_dir", "log_dir", "program_dir", "resources_dir", "schema_file"]

APP_FOLDER = "IKI Desktop"


def program_dir() -> Path:
    """The folder that holds `resources/`: the checkout, or the unpacked data of the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources_dir() -> Path:
    """Fonts, icons, templates and the example office."""
    return program_dir() / "resources"


def schema_file(versi: int = 1) -> Path:
    """The published JSON schema of a version of the exchange format."""
    return program_dir() / "docs" / "format" / f"iki-{versi}.schema.json"


def data_dir() -> Path:
    """What the program keeps for this person on this computer; not synchronised, not beside the program."""
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", "AppData/Local") / APP_FOLDER
    return _from_environment("XDG_DATA_HOME", ".local/share") / APP_FOLDER


def log_dir() -> Path:
    """Where the log files are written; there is no console to print to in the frozen program."""
    return data_dir() / "log"


def documents_dir() -> Path:
    """The folder a file dialog opens first; the home folder where there is no folder of documents."""
    documents = _windows_documents() if sys.platform == "win32" else _xdg_documents()
    return documents if documents.is_dir() else Path.home()


def _from_environment(variable: str, below_home: str) -> Path:
    """An absolute folder named by the environment, or its customary place in the home folder."""
    value = os.environ.get(variable, "")
    return Path(value) if Path(value).is_absolute() else Path.home() / below_home


def _xdg_documents() -> Path:
    """The folder of documents as the Linux desktop has it, which is named in the person's language."""
    settings = _from_environment("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs"
    try:
        text = settings.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Path.home() / "Documents"
    found = re.search(r'^XDG_DOCUMENTS_DIR="(.+)"$', text, re.MULTILINE)
    return Path(found[1].replace("$HOME", str(Path.home()))) if found else Path.home() / "Documents"


def _windows_documents() -> Path:
    """The folder of documents as Windows has it, which may be redirected to another drive or to OneDrive."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (Windows only)

        personal, current = 5, 0
        buffer = ctypes.create_unicode_buffer(260)
        if ctypes.windll.shell32.SHGetFolderPathW(None, personal, None, current, buffer) == 0:
            return Path(buffer.value)
    return Path.home() / "Documents"
