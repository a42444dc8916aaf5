"""The context menu of a row: what fits it, in the order of need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from iki_desktop.core.records import Indikator, Jabatan, Kecamatan, Node, Sasaran

__all__ = ["PerbuatanMenu", "buat_menu"]


class PerbuatanMenu(Protocol):
    """The deeds that the menu offers."""

    def tambah_jabatan(self) -> None: ...
    def tambah_bawahan(self) -> None: ...
    def tambah_sasaran(self) -> None: ...
    def tambah_indikator(self) -> None: ...
    def ganti_nama(self) -> None: ...
    def gandakan(self) -> None: ...
    def naikkan(self) -> None: ...
    def turunkan(self) -> None: ...
    def hapus(self) -> None: ...
    def bentangkan(self) -> None: ...
    def lipat(self) -> None: ...
    @property
    def menurut_atasan(self) -> bool: ...
    def dapat_digeser(self, node_id: int, langkah: int) -> bool:
        """Whether there is a place one step up (-1) or down (1)."""


Butir = tuple[str, Callable[[], None], bool]
"""Words (with the key that does the same), deed, and whether it can be done now."""


def buat_menu(panel: PerbuatanMenu, node: Node | None, induk: QWidget) -> QMenu:
    """The menu for a node; ``None`` where no row was hit."""
    menu = QMenu(induk)
    for kelompok in (_menambah(panel, node), _mengubah(panel, node), _menghapus(panel, node), _cabang(panel)):
        ada = False
        for teks, perbuatan, dapat in kelompok:
            if not ada and not menu.isEmpty():
                menu.addSeparator()
            ada = True
            tindakan = menu.addAction(teks)
            tindakan.setEnabled(dapat)
            tindakan.triggered.connect(lambda _dicentang=False, p=perbuatan: p())
    return menu


def _menambah(panel: PerbuatanMenu, node: Node | None) -> Iterator[Butir]:
    yield "Tambah jabatan", panel.tambah_jabatan, True
    if isinstance(node, Jabatan) and panel.menurut_atasan:
        yield "Tambah bawahan", panel.tambah_bawahan, True
    if isinstance(node, Jabatan | Sasaran | Indikator):
        yield "Tambah sasaran", panel.tambah_sasaran, True
    if isinstance(node, Sasaran | Indikator):
        yield "Tambah indikator", panel.tambah_indikator, True


def _mengubah(panel: PerbuatanMenu, node: Node | None) -> Iterator[Butir]:
    if node is None:
        return
    yield "Ganti nama\tF2", panel.ganti_nama, True
    if not isinstance(node, Kecamatan):
        yield "Gandakan\tCtrl+D", panel.gandakan, True
    yield "Naikkan\tAlt+Panah atas", panel.naikkan, panel.dapat_digeser(node.id, -1)
    yield "Turunkan\tAlt+Panah bawah", panel.turunkan, panel.dapat_digeser(node.id, 1)


def _menghapus(panel: PerbuatanMenu, node: Node | None) -> Iterator[Butir]:
    if node is not None:
        yield "Hapus\tDel", panel.hapus, True


def _cabang(panel: PerbuatanMenu) -> Iterator[Butir]:
    yield "Buka semua cabang", panel.bentangkan, True
    yield "Tutup semua cabang", panel.lipat, True
