"""The versions of a document as the window names them, and what it says of its state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from iki_desktop.core.errors import IkiError
from iki_desktop.core.penerbitan import nama_versi, nomor_berikut
from iki_desktop.core.records import Dokumen, Keputusan
from iki_desktop.exchange.terbitan import RANCANGAN, beda_rancangan, uraian_versi
from iki_desktop.ui.sesi import Sesi

__all__ = ["Keadaan", "Tahap", "Versi", "keadaan"]


class Tahap(Enum):
    """How far a decision is."""

    DRAF = 0
    BELUM_BEKU = 1
    TETAP = 2
    RANCANGAN = 3
    PERUBAHAN = 4
    """The wording of the amendment stands in the form."""


@dataclass(frozen=True, slots=True)
class Versi:
    """A version that can be looked at: its number (``RANCANGAN`` for the draft), its name, what it is."""

    nomor: int
    nama: str
    uraian: str

    @property
    def sebutan(self) -> str:
        """The version in one line."""
        return f"{self.nama} ({self.uraian})" if self.uraian else self.nama


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Where a document stands.  ``versi`` are those that can be printed, the newest first."""

    tahap: Tahap
    berikut: int
    ringkas: str
    versi: tuple[Versi, ...]


def keadaan(sesi: Sesi, dokumen: Dokumen) -> Keadaan:
    """Where the decision of a document stands."""
    terbitan = sesi.arsip.terbitan(dokumen.id)
    keputusan = dokumen.keputusan or Keputusan()
    if not terbitan:
        return Keadaan(Tahap.BELUM_BEKU if keputusan.ditetapkan else Tahap.DRAF, 0, "", ())
    berikut = nomor_berikut(sesi.arsip, dokumen.id)
    try:
        beda = beda_rancangan(sesi.workspace, dokumen.id)
        ringkas = "" if beda.sama else beda.ringkas
    except IkiError:
        ringkas = "Tidak dapat dibandingkan dengan naskah yang ditetapkan."
    tahap = Tahap.TETAP
    if ringkas:
        tahap = Tahap.RANCANGAN if keputusan.ditetapkan else Tahap.PERUBAHAN
    beku = [Versi(t.nomor, nama_versi(t.nomor), uraian_versi(t)) for t in reversed(terbitan)]
    rancangan = [Versi(RANCANGAN, f"Rancangan {nama_versi(berikut)}", "")] if ringkas else []
    return Keadaan(tahap, berikut, ringkas, (*rancangan, *beku))
