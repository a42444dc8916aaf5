"""What the tree says: names on one line, figures in short and in full, hints, and what goes away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_angka, format_persen
from iki_desktop.core.arsip import AKAR, Arsip
from iki_desktop.core.capaian import HasilIndikator, HasilInduk
from iki_desktop.core.kalimat import deretkan, kutip, satu_baris
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Node, Realisasi, Record, Sasaran
from iki_desktop.core.triwulan import Periode, nama_periode
from iki_desktop.core.workspace import Workspace

__all__ = [
    "AngkaPohon",
    "angka_pohon",
    "dengan_nama",
    "judul",
    "nama",
    "pertanyaan_hapus",
    "petunjuk",
    "yang_terhapus",
]

KOSONG = "—"


@dataclass(frozen=True, slots=True)
class AngkaPohon:
    """The two small figures of a row.

    ``kelas`` is the place of the category in its scale (0 is best) of ``banyak_kelas``; -1 where
    there is none.  ``capaian_penuh`` has the document's own decimals.
    """

    capaian: str
    terisi: str
    capaian_penuh: str
    kategori: str
    kelas: int
    banyak_kelas: int
    periode: str

    @property
    def kalimat(self) -> str:
        """In words, for a tooltip and for a screen reader."""
        if self.capaian == KOSONG:
            capaian = "Capaian belum ada"
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
    )


def _hasil(
    workspace: Workspace, node_id: int, dokumen: Dokumen, periode: Periode
) -> HasilIndikator | HasilInduk:
    node = workspace.arsip[node_id]
    if isinstance(node, Indikator):
        return workspace.hasil_indikator(node_id, periode)
    return workspace.hasil(dokumen.id if isinstance(node, Kecamatan) else node_id, periode)


_SEBUTAN = ((Dokumen, "dokumen"), (Jabatan, "jabatan"), (Sasaran, "sasaran"), (Indikator, "indikator"))


def yang_terhapus(arsip: Arsip, node_id: int) -> str:
    """One sentence that names what a deletion takes along: said before, shown after."""
    node = arsip[node_id]
    lanjut = _bawahan(arsip, node) if isinstance(node, Jabatan) else ""
    return f"{type(node).__name__} {kutip(nama(node))}{_beserta(arsip, node)} dihapus.{lanjut}"


def pertanyaan_hapus(arsip: Arsip, node_id: int) -> tuple[str, str] | None:
    """What is asked before something goes with others in it, and what becomes of them; ``None``: nothing."""
    node = arsip[node_id]
    ikut = _beserta(arsip, node)
    if not ikut:
        return None
    disimpan = "Dapat diurungkan, dan tersimpan di Tempat sampah."
    if isinstance(node, Kecamatan):
        disimpan = "Kecamatan tidak masuk Tempat sampah, tetapi dapat diurungkan."
    return f"Hapus {type(node).__name__.lower()} {kutip(nama(node))}{ikut}?", disimpan


def _beserta(arsip: Arsip, node: Node) -> str:
    bagian = _hitung(arsip.turunan(node.id), type(node))
    return f" beserta {deretkan(bagian)}" if bagian else ""


def _bawahan(arsip: Arsip, jabatan: Jabatan) -> str:
    if not arsip.bawahan(jabatan):
        return ""
    atasan = arsip[jabatan.atasan_id] if jabatan.atasan_id is not None else None
    return f" Bawahannya kini {f'di bawah {kutip(nama(atasan))}' if atasan else 'tanpa atasan'}."


def _hitung(records: Iterable[Record], kecuali: type) -> list[str]:
    semua = list(records)
    bagian = [
        f"{format_angka(Decimal(banyak))} {sebutan}"
        for jenis, sebutan in _SEBUTAN
        if jenis is not kecuali and (banyak := sum(isinstance(r, jenis) for r in semua))
    ]
    isian = sum(isinstance(r, Realisasi) for r in semua)
    return [*bagian, f"{format_angka(Decimal(isian))} isian"] if isian else bagian
