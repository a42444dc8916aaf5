"""What the tree says: names on one line, figures in short and in full, hints, and what goes away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from iki_desktop.core.angka import bulatkan, format_angka, format_persen
from iki_desktop.core.arsip import AKAR, Arsip
from iki_desktop.core.capaian import HasilIndikator, HasilInduk
from iki_desktop.core.kalimat import kutip, satu_baris
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Node, Sasaran
from iki_desktop.core.triwulan import Periode, nama_periode
from iki_desktop.core.workspace import Workspace

__all__ = [
    "AngkaPohon",
    "angka_pohon",
    "dengan_nama",
    "judul",
    "nama",
    "petunjuk",
    "uraian_angka",
    "yang_terhapus",
]

KOSONG = "—"


@dataclass(frozen=True, slots=True)
class AngkaPohon:
    """The two small figures of a row.

    ``kelas`` is the place of the category in its scale (0 is best) of ``banyak_kelas``; -1 where
    there is none.  ``capaian_penuh`` has the document's own decimals; ``sebab`` says why there is no
    capaian, where there is more to say than that nothing was entered.
    """

    capaian: str
    terisi: str
    capaian_penuh: str
    kategori: str
    kelas: int
    banyak_kelas: int
    periode: str
    sebab: str = ""

    @property
    def kalimat(self) -> str:
        """In words, for a tooltip and for a screen reader."""
        if self.capaian == KOSONG:
            capaian = "Capaian belum ada" + (f": {self.sebab}" if self.sebab else "")
        else:
            capaian = f"Capaian {self.capaian_penuh}" + (f", {self.kategori}" if self.kategori else "")
        terisi = "" if self.terisi == KOSONG else f". Terisi {self.terisi.replace('/', ' dari ')}"
        return f"{self.periode}: {capaian}{terisi}."


def nama(node: Node) -> str:
    """The field that F2 edits."""
    match node:
        case Kecamatan() | Jabatan():
            return node.nama
        case Sasaran() | Indikator():
            return node.teks
        case _:
            raise TypeError(type(node))


def dengan_nama(node: Node, teks: str) -> Node:
    """The node with another name."""
    match node:
        case Kecamatan() | Jabatan():
            return replace(node, nama=teks)
        case Sasaran() | Indikator():
            return replace(node, teks=teks)
        case _:
            raise TypeError(type(node))


def judul(node: Node) -> str:
    """The text of a row."""
    teks = satu_baris(nama(node))
    return f"Kecamatan {teks}" if isinstance(node, Kecamatan) else teks


def petunjuk(arsip: Arsip, node_id: int, dokumen: Dokumen | None, tahun: int) -> tuple[str, str]:
    """What an empty place says, and the step that it offers."""
    if node_id == AKAR:
        return "Belum ada kecamatan.", "Tambah kecamatan"
    match arsip[node_id]:
        case Kecamatan() if dokumen is None:
            return f"Belum ada dokumen {tahun}.", "Buat dokumen"
        case Kecamatan():
            return "Belum ada jabatan.", "Tambah jabatan"
        case Jabatan():
            return "Belum ada sasaran.", "Tambah sasaran"
        case _:
            return "Belum ada indikator.", "Tambah indikator"


def angka_pohon(workspace: Workspace, node_id: int, dokumen: Dokumen | None, periode: Periode) -> AngkaPohon:
    """The figures of a row; ``dokumen`` is the one in which it stands, ``None`` where there is none."""
    if dokumen is None:
        return AngkaPohon(KOSONG, KOSONG, KOSONG, "", -1, 0, nama_periode(periode))
    hasil = _hasil(workspace, node_id, dokumen, periode)
    aturan = workspace.aturan(dokumen.id)
    kelas, banyak_kelas = aturan.kelas(hasil.kategori) or (-1, len(aturan.skala))
    capaian = penuh = KOSONG
    if hasil.capaian is not None:
        singkat = min(aturan.desimal, 1)
        capaian = format_persen(bulatkan(hasil.capaian, singkat, potong=aturan.potong), singkat)
        penuh = aturan.persen(hasil.capaian)
    return AngkaPohon(
        capaian,
        f"{hasil.terisi}/{hasil.jumlah}" if hasil.jumlah else KOSONG,
        penuh,
        hasil.kategori or "",
        kelas,
        banyak_kelas,
        nama_periode(periode),
        hasil.sebab,
    )


def uraian_angka(workspace: Workspace, node_id: int, dokumen: Dokumen | None, periode: Periode) -> str:
    """How the figures of a row came about, and its weight where it was given one."""
    # Said when somebody points at a row; by then the window stands.
    from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_node  # noqa: PLC0415  (start-up)

    if dokumen is None:
        return ""
    node = workspace.arsip[node_id]
    if isinstance(node, Indikator):
        pengisian, aturan = workspace.arsip.pengisian(node_id), workspace.aturan(dokumen.id)
        kalimat = jelaskan_indikator(node, pengisian, aturan, periode)
    else:
        induk = dokumen.id if isinstance(node, Kecamatan) else node_id
        kalimat = jelaskan_node(workspace, induk, periode)
    bobot = node.bobot if isinstance(node, Jabatan | Sasaran | Indikator) else None
    return kalimat if bobot is None else f"{kalimat} Bobotnya {format_angka(bobot)}."


def _hasil(
    workspace: Workspace, node_id: int, dokumen: Dokumen, periode: Periode
) -> HasilIndikator | HasilInduk:
    node = workspace.arsip[node_id]
    if isinstance(node, Indikator):
        return workspace.hasil_indikator(node_id, periode)
    return workspace.hasil(dokumen.id if isinstance(node, Kecamatan) else node_id, periode)


def yang_terhapus(arsip: Arsip, node_id: int) -> str:
    """One sentence that names what a deletion takes along: said before, shown after."""
    from iki_desktop.ui.tanya_hapus import beserta  # noqa: PLC0415  (start-up)

    node = arsip[node_id]
    lanjut = _bawahan(arsip, node) if isinstance(node, Jabatan) else ""
    return f"{type(node).__name__} {kutip(nama(node))}{beserta(arsip, node)} dihapus.{lanjut}"


def _bawahan(arsip: Arsip, jabatan: Jabatan) -> str:
    if not arsip.bawahan(jabatan):
        return ""
    atasan = arsip[jabatan.atasan_id] if jabatan.atasan_id is not None else None
    return f" Bawahannya kini {f'di bawah {kutip(nama(atasan))}' if atasan else 'tanpa atasan'}."
