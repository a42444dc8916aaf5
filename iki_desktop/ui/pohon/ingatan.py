"""What is remembered of a file: year and quarter, open branches, selection, and which of two orders."""

from __future__ import annotations

from PySide6.QtCore import QCryptographicHash, QModelIndex, QObject, QTimer

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode, Sampai
from iki_desktop.ui.pohon.model import ModelPohon
from iki_desktop.ui.pohon.pandangan import PandanganPohon
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan

__all__ = ["IngatanPohon"]

JEDA_SIMPAN = 1_000
"""Milliseconds after the last change before it is written."""

_PERIODE: dict[int, Periode] = {
    0: None,
    **{t: t for t in SEMUA_TRIWULAN},
    **{10 + t: Sampai(t) for t in SEMUA_TRIWULAN},
}
"""How a period is written down: a quarter as itself, the year up to it as ten more."""

_NOMOR_PERIODE = {periode: nomor for nomor, periode in _PERIODE.items()}


class IngatanPohon(QObject):
    """Open branches by id, so that a branch that comes back with undo opens again."""

    def __init__(self, sesi: Sesi, setelan: Setelan) -> None:
        super().__init__()
        self._sesi = sesi
        self._setelan = setelan
        path = str(sesi.path.absolute()).encode("utf-8", "surrogatepass")
        # Qt's, which is here already: Python's loads a library of its own.
        sidik = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
        self._kunci = f"pohon-{sidik.toHex().toStdString()[:16]}"
        self._terbuka: set[int] = set()
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_SIMPAN)
        self._jeda.timeout.connect(self.simpan)
        self._pulihkan_waktu()

    # --- year and quarter -------------------------------------------------------------------

    def _pulihkan_waktu(self) -> None:
        """Look where one looked last; a year that is gone is passed over."""
        tahun = self._setelan.angka(f"{self._kunci}/tahun")
        if tahun in self._sesi.daftar_tahun():
            self._sesi.set_tahun(tahun)
        self._sesi.set_periode(_PERIODE.get(self._setelan.angka(f"{self._kunci}/periode", 1), 1))

    # --- the order ------------------------------------------------------------------------

    def menurut_atasan(self) -> bool:
        """As chosen for this file; else nested if any post of the year has an atasan."""
        pilihan = self._setelan.teks(f"{self._kunci}/menurut_atasan")
        if pilihan:
            return pilihan == "ya"
        arsip = self._sesi.arsip
        dokumen = [d for k in arsip.kecamatan() if (d := self._sesi.dokumen_dari(k.id))]
        return any(j.atasan_id is not None for d in dokumen for j in arsip.jabatan(d.id))

    def simpan_menurut_atasan(self, ya: bool) -> None:
        """Remember the choice."""
        self._setelan.simpan(f"{self._kunci}/menurut_atasan", "ya" if ya else "tidak")

    # --- open branches --------------------------------------------------------------------

    def pasang(self, pandangan: PandanganPohon, model: ModelPohon) -> None:
        """Bring a view to what is remembered, and follow it from now on."""
        self._pandangan = pandangan
        self._model = model
        if self._setelan.teks(f"{self._kunci}/terbuka"):
            self._terbuka = set(self._setelan.daftar_angka(f"{self._kunci}/terbuka"))
        else:
            self._terbuka = set(self._bentangan_awal())
        self.pulihkan_bentangan()
        self._pulihkan_pilihan()
        pandangan.expanded.connect(self._dibuka)
        pandangan.collapsed.connect(self._ditutup)
        self._sesi.pilihan_berubah.connect(self._jeda.start)
        self._sesi.konteks_berubah.connect(self._jeda.start)
        self._jeda.stop()

    def _pulihkan_pilihan(self) -> None:
        pilihan = self._setelan.angka(f"{self._kunci}/pilihan")
        if self._model.terdekat(pilihan) == AKAR:
            pilihan = next((k.id for k in self._sesi.arsip.kecamatan()), AKAR)
        if not self._sesi.pilihan and pilihan != AKAR:
            self._sesi.pilih(pilihan)

    def _bentangan_awal(self) -> list[int]:
        """On first sight: the offices, and in each the one post at its top where there is one."""
        kecamatan = [k.id for k in self._sesi.arsip.kecamatan()]
        puncak = [anak[0] for k in kecamatan if len(anak := self._model.susunan.anak(k)) == 1]
        return kecamatan + puncak

    def _dibuka(self, indeks: QModelIndex) -> None:
        self._terbuka.add(self._model.id_dari(indeks))
        self._jeda.start()

    def _ditutup(self, indeks: QModelIndex) -> None:
        self._terbuka.discard(self._model.id_dari(indeks))
        self._jeda.start()

    def pulihkan_bentangan(self) -> None:
        """Open again what is remembered as open, in a view whose rows are all new."""
        for node_id in tuple(self._terbuka):
            self._buka(node_id)

    def ikuti_tersisip(self) -> None:
        """Open again what came back with an undo; a new office shows at once what it lacks."""
        antre = self._model.ambil_tersisip()
        self._terbuka.update(i for i in antre if self._model.susunan.induk(i) == AKAR)
        while antre:
            node_id = antre.pop()
            if node_id in self._terbuka:
                self._buka(node_id)
            antre += self._model.susunan.anak(node_id)

    def _buka(self, node_id: int) -> None:
        indeks = self._model.indeks(node_id)
        if indeks.isValid() and not self._pandangan.isExpanded(indeks):
            self._pandangan.expand(indeks)

    def buka_atasnya(self, indeks: QModelIndex) -> None:
        """Open every branch in which a row stands."""
        atas = indeks.parent()
        while atas.isValid():
            if not self._pandangan.isExpanded(atas):
                self._pandangan.expand(atas)
            atas = atas.parent()

    def bentangkan_semua(self) -> None:
        """Open every branch."""
        self._pandangan.expandAll()
        self._terbuka = set(self._model.id_bercabang())
        self._jeda.start()

    def lipat_semua(self) -> None:
        """Close every branch but the offices."""
        self._pandangan.collapseAll()
        self._terbuka = {k.id for k in self._sesi.arsip.kecamatan()}
        self.pulihkan_bentangan()
        self._jeda.start()

    def simpan(self) -> None:
        """Write down what is looked at, open and selected."""
        self._jeda.stop()
        terbuka = sorted(i for i in self._terbuka if i in self._sesi.arsip)
        self._setelan.simpan(f"{self._kunci}/terbuka", terbuka or [AKAR])
        self._setelan.simpan(f"{self._kunci}/pilihan", self._sesi.pilihan)
        self._setelan.simpan(f"{self._kunci}/tahun", self._sesi.tahun)
        self._setelan.simpan(f"{self._kunci}/periode", _NOMOR_PERIODE[self._sesi.periode])
