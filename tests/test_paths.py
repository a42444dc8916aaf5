"""The places the program looks in, from source, frozen, on Linux and on Windows."""

import sys
from pathlib import Path

import pytest

from iki_desktop import paths


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with blanks and letters outside ASCII, and no folder named by the environment."""
    home = tmp_path / "Bu Désy Ñ"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    for variable in ("LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return home


def test_source_has_resources_beside_the_package() -> None:
    checkout = Path(__file__).resolve().parent.parent
    assert paths.resources_dir() == checkout / "resources"
    assert paths.schema_file() == checkout / "docs" / "format" / "iki-1.schema.json"
    assert all(paths.schema_file(versi).is_file() for versi in (1, 2))


def test_frozen_program_has_resources_in_its_own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "resources"
    assert paths.schema_file() == tmp_path / "docs" / "format" / "iki-1.schema.json"


def test_data_on_linux(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert paths.data_dir() == home / ".local/share/IKI Desktop"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.data_dir() == tmp_path / "data" / "IKI Desktop"
    assert paths.log_dir() == tmp_path / "data" / "IKI Desktop" / "log"


@pytest.mark.parametrize("value", ["", "relatif/saja"])
def test_a_folder_that_is_not_absolute_is_not_followed(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert paths.data_dir() == home / ".local/share/IKI Desktop"


def test_data_on_windows(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert paths.data_dir() == home / "AppData/Local/IKI Desktop"
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert paths.data_dir() == tmp_path / "Local" / "IKI Desktop"


def test_documents_are_home_until_there_is_such_a_folder(home: Path) -> None:
    assert paths.documents_dir() == home
    (home / "Documents").mkdir()
    assert paths.documents_dir() == home / "Documents"


@pytest.mark.skipif(sys.platform == "win32", reason="the settings file of a Linux desktop")
def test_documents_carry_the_name_the_desktop_gave_them(home: Path) -> None:
    (home / "Dokumen").mkdir()
    (home / ".config").mkdir()
    settings = '# ditulis oleh xdg-user-dirs-update\nXDG_DESKTOP_DIR="$HOME/Desktop"\n'
    (home / ".config/user-dirs.dirs").write_text(
        settings + 'XDG_DOCUMENTS_DIR="$HOME/Dokumen"\n', encoding="utf-8"
    )
    assert paths.documents_dir() == home / "Dokumen"
