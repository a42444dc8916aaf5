"""The page of the decision of a year, with its dikta."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from iki_desktop.core.records import (
    Diktum,
    Dokumen,
    Keputusan,
    Node,
)
from iki_desktop.ui.formulir.barisan import Barisan, Langkah
from iki_desktop.ui.formulir.borang import Borang, Lembaran
from iki_desktop.ui.formulir.halaman import Halaman, nama_kecamatan, nomor_kunci
from iki_desktop.ui.formulir.keputusan import (
    KEPUTUSAN,
    TABEL_DIKTUM,
    TABEL_PEMBUKA,
    TABEL_PENUTUP,
    label_diktum,
)
from iki_desktop.ui.formulir.lensa import ke, kolom
from iki_desktop.ui.penetapan.panel import PanelPenetapan

__all__ = ["HalamanKeputusan"]

_DIKTUM = KEPUTUSAN.lalu(kolom("diktum"))


class HalamanKeputusan(Halaman):
    """The decision of the document that is shown."""

    def susun(self) -> None:
        self.penetapan = PanelPenetapan(self.sesi, self.simpan)
        self._letak.addWidget(self.penetapan)
        self._lembaran.append(self.penetapan)
        self.borang(TABEL_PEMBUKA)
        langkah = Langkah(
            judul=lambda nomor, _jumlah: f"Diktum {self._semua_diktum()[nomor].label}"[:60],
            kunci=lambda: range(len(self._semua_diktum())),
            buat=self._buat_diktum,
            buka=lambda borang, _kunci: borang.buka(self.node_id),
            pindah=self._pindah,
            hapus=self._hapus,
            tambah=self._tambah,
        )
        self.diktum = self.barisan(
            Barisan(langkah, "Belum ada diktum. Diktum pertama biasanya KESATU.", "Tambah diktum")
        )
        self.borang(TABEL_PENUTUP)

    def buka_lembaran(self, lembaran: Lembaran) -> None:
        if lembaran is self.penetapan:
            self.penetapan.buka(self.node_id)
        else:
            super().buka_lembaran(lembaran)

    def judul(self, node: Node) -> str:
        assert isinstance(node, Dokumen)
        return f"Keputusan tahun {node.tahun}"

    def jalur(self, node: Node) -> str:
        assert isinstance(node, Dokumen)
        return f"Kecamatan {nama_kecamatan(self.sesi.arsip[node.kecamatan_id])}"

    def _dokumen(self) -> Dokumen:
        node = self.sesi.arsip[self.node_id]
        assert isinstance(node, Dokumen)
        return node

    def _semua_diktum(self) -> tuple[Diktum, ...]:
        keputusan = self._dokumen().keputusan or Keputusan()
        return keputusan.diktum or ()

    def _buat_diktum(self, kunci: Hashable) -> Borang:
        nomor = nomor_kunci(kunci)
        return Borang(
            self.sesi, TABEL_DIKTUM, self.draf, _DIKTUM.lalu(ke(nomor)), sebut=f"ke-{nomor + 1} dari"
        )

    def _ubah_diktum(self, diktum: list[Diktum], teks: str) -> bool:
        dokumen = self._dokumen()
        baru = _DIKTUM.pasang(dokumen, tuple(diktum) or None)
        ubah = self.sesi.workspace.ubah
        return self.sesi.coba(lambda: ubah(baru, f"{teks} keputusan tahun {dokumen.tahun}")) is not None

    def _pindah(self, dari: int, ke_tempat: int) -> None:
        """The text moves; the labels stay in their order."""
        diktum = list(self._semua_diktum())
        satu, dua = diktum[dari], diktum[ke_tempat]
        diktum[ke_tempat], diktum[dari] = (
            replace(satu, label=dua.label),
            replace(dua, label=satu.label),
        )
        self._ubah_diktum(diktum, "pindahkan diktum")

    def _hapus(self, nomor: int) -> None:
        """Labels that are the usual ones close the gap."""
        diktum = list(self._semua_diktum())
        hilang = diktum.pop(nomor)
        for n in range(nomor, len(diktum)):
            if diktum[n].label.upper() == label_diktum(n + 1):
                diktum[n] = replace(diktum[n], label=label_diktum(n))
        if self._ubah_diktum(diktum, "hapus diktum"):
            self.sesi.pesan.emit(f"Diktum {hilang.label[:40]} dihapus.", "urungkan")

    def _tambah(self) -> None:
        diktum = [*self._semua_diktum(), Diktum(label_diktum(len(self._semua_diktum())))]
        self._ubah_diktum(diktum, "tambah diktum")
