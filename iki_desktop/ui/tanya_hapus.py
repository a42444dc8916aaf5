"""What goes along with a deletion, in words, and the question before it where that is anything."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from iki_desktop.core.angka import format_angka
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Node, Realisasi, Sasaran
from iki_desktop.core.sebutan import sebutan

__all__ = ["beserta", "boleh_hapus", "tanya_hapus"]

_SEBUTAN = (
    (Dokumen, "dokumen"),
    (Jabatan, "jabatan"),
    (Sasaran, "sasaran"),
    (Indikator, "indikator"),
    (Realisasi, "isian"),
)


def beserta(arsip: Arsip, node: Node) -> str:
    """What stands under a node: `` beserta 3 sasaran dan 5 isian``; empty where nothing does."""
    semua = list(arsip.turunan(node.id))
    bagian = [
        f"{format_angka(Decimal(banyak))} {kata}"
        for jenis, kata in _SEBUTAN
        if jenis is not type(node) and (banyak := sum(isinstance(r, jenis) for r in semua))
    ]
    return f" beserta {deretkan(bagian)}" if bagian else ""


def boleh_hapus(arsip: Arsip, node_id: int, induk: QWidget) -> bool:
    """Whether a node may go; asked only where something goes along with it.

    Nothing is asked where a locked quarter stands in the way: the deletion itself then says so.
    """
    node = arsip[node_id]
    ikut = beserta(arsip, node)
    if not ikut or _terkunci(arsip, node):
        return True
    disimpan = "Dapat diurungkan, dan tersimpan di Tempat sampah."
    if isinstance(node, Kecamatan):
        disimpan = "Kecamatan tidak masuk Tempat sampah, tetapi dapat diurungkan."
    return tanya_hapus(f"Hapus {sebutan(node)}{ikut}?", disimpan, induk)


def _terkunci(arsip: Arsip, node: Node) -> bool:
    dokumen, terkunci = arsip.dokumen_dari(node.id), arsip.terkunci()
    if dokumen is None or isinstance(node, Dokumen) or not terkunci:
        return False
    isian = (r for r in arsip.turunan(node.id) if isinstance(r, Realisasi))
    return any((dokumen.id, r.triwulan) in terkunci for r in isian)


def tanya_hapus(pertanyaan: str, keterangan: str, induk: QWidget) -> bool:
    """Whether it shall go."""
    kotak = QMessageBox(induk)
    kotak.setWindowTitle("Hapus")
    kotak.setTextFormat(Qt.TextFormat.PlainText)
    kotak.setText(pertanyaan)
    kotak.setInformativeText(keterangan)
    ya = kotak.addButton("&Hapus", QMessageBox.ButtonRole.AcceptRole)
    batal = kotak.addButton("&Batal", QMessageBox.ButtonRole.RejectRole)
    kotak.setDefaultButton(ya)
    kotak.setEscapeButton(batal)
    kotak.exec()
    return kotak.clickedButton() is ya
