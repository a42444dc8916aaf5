"""What the first page has to say before anything else: work that waits, and a file that is not well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.kalimat import singkatkan
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, alat_polos, label_kecil, label_polos, warna

if TYPE_CHECKING:
    from iki_desktop.core.cadangan import Cadangan
    from iki_desktop.core.isi_cadangan import KeadaanAwal
    from iki_desktop.core.salinan_kerja import SalinanTertunda

__all__ = ["BerkasSakit", "KabarSambutan", "Langkah"]

Langkah = tuple[str, Callable[[], object]]
_TERPANJANG = 60


@dataclass(frozen=True, slots=True)
class BerkasSakit:
    """The file that was open last and cannot be opened, and its newest backup that was tested."""

    path: Path
    keadaan: KeadaanAwal
    cadangan: Cadangan | None

    def kalimat(self, kini: datetime) -> str:
        """What happened to it, and what there is."""
        from iki_desktop.core.isi_cadangan import KeadaanAwal  # noqa: PLC0415  (rare)
        from iki_desktop.ui.cadangan.kata import sebut_waktu  # noqa: PLC0415

        nama = singkatkan(self.path.name, _TERPANJANG)
        apa = "tidak ditemukan di tempatnya" if self.keadaan is KeadaanAwal.HILANG else "rusak"
        if self.cadangan is None:
            return f"“{nama}” {apa}. Belum ada cadangannya di folder cadangan."
        return f"“{nama}” {apa}. Cadangan terakhirnya {sebut_waktu(self.cadangan.waktu, kini)}."


class KabarSambutan(QWidget):
    """A strip for each piece of news, with the steps that help; nothing where there is none."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._letak = QVBoxLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setSpacing(JARAK)
        self.hide()

    def kosongkan(self) -> None:
        """Say nothing."""
        while (bagian := self._letak.takeAt(0)) is not None:
            if (lama := bagian.widget()) is not None:
                lama.hide()
                lama.deleteLater()
        self.hide()

    def tambah_tertunda(self, satu: SalinanTertunda, langkah: Sequence[Langkah]) -> None:
        """Work that has yet to be written back."""
        nama = singkatkan(satu.asal.name, _TERPANJANG)
        self._tambah(f"“{nama}” belum ditulis balik ke tempat asalnya.", satu.asal, langkah)

    def tambah_sakit(self, satu: BerkasSakit, langkah: Sequence[Langkah]) -> None:
        """A file that is gone or damaged."""
        self._tambah(satu.kalimat(datetime.now()), satu.path, langkah)

    def _tambah(self, teks: str, path: Path, langkah: Sequence[Langkah]) -> None:
        bilah = QFrame()
        bilah.setObjectName("kabarSambutan")
        bilah.setAccessibleName(teks)
        letak = QVBoxLayout(bilah)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK // 2)
        letak.addWidget(label_polos(teks))
        tempat = label_kecil(str(path))
        tempat.setToolTip(alat_polos(str(path)))
        letak.addWidget(tempat)
        baris = QHBoxLayout()
        for label, perbuatan in langkah:
            tombol = QPushButton(label)
            tombol.setAutoDefault(True)
            tombol.clicked.connect(lambda *_, p=perbuatan: p())
            baris.addWidget(tombol)
        baris.addStretch(1)
        letak.addLayout(baris)
        self._letak.addWidget(bilah)
        self._warnai(bilah)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """The system turned dark or light."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for bilah in self.findChildren(QFrame, "kabarSambutan"):
                self._warnai(bilah)

    def _warnai(self, bilah: QFrame) -> None:
        w = warna()
        bilah.setStyleSheet(
            f"#kabarSambutan {{ background: {w.latar_peringatan.name()};"
            f" border-left: 4px solid {w.peringatan.name()}; }}"
        )
