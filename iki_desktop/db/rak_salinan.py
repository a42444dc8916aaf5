"""The working copies on this computer: found by their file, and those that wait to be written back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from iki_desktop.core.errors import BerkasDipegangError, StoreError
from iki_desktop.db.salinan_kerja import SalinanKerja

__all__ = ["cari_salinan", "cari_tertunda", "semua_salinan", "semua_tertunda"]


def semua_salinan(akar: Path) -> list[SalinanKerja]:
    """Every working copy below ``akar``, the newest first."""
    try:
        folder = list(akar.iterdir())
    except OSError:
        return []
    ada = [salinan for satu in folder if (salinan := SalinanKerja.baca(satu)) is not None]
    return sorted(ada, key=lambda s: s.tertunda.pada, reverse=True)


def cari_salinan(akar: Path, path: Path) -> SalinanKerja | None:
    """The working copy of a file, or the one that lies at ``path`` itself."""
    semua = semua_salinan(akar)
    milik = (s for s in semua if s.milik(path))
    return next(milik, None) or next((s for s in semua if s.kenali(path)), None)


def cari_tertunda(akar: Path, path: Path) -> SalinanKerja | None:
    """The working copy of a file where it holds what the file does not; any other is removed.

    Raises
    ------
    BerkasDipegangError
        where it is open in another window.
    """
    salinan = cari_salinan(akar, path)
    if salinan is None:
        return None
    try:
        perlu = salinan.belum_ditulis()
    except BerkasDipegangError:
        raise
    except StoreError:
        return None  # damaged: the file itself may be better
    if not perlu:
        salinan.buang()
    return salinan if perlu else None


def semua_tertunda(akar: Path) -> list[SalinanKerja]:
    """Every one that holds what its file does not, and that nobody works in."""
    hasil = []
    for satu in semua_salinan(akar):
        with suppress(StoreError):
            if satu.belum_ditulis():
                hasil.append(satu)
            else:
                satu.buang()
    return hasil
