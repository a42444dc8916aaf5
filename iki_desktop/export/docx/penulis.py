"""The Word file itself: its parts put together, its pages' sizes and numbers, its properties."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DokumenWord

from iki_desktop.core.progress import Progress
from iki_desktop.export.docx.badan import Badan
from iki_desktop.export.docx.bagian import huruf_unsur, keterangan_program, setelan
from iki_desktop.export.docx.gambar import Album
from iki_desktop.export.docx.gaya import BAHASA, DaftarGaya, nama_huruf
from iki_desktop.export.docx.lembar import Lembar, lebar_label, sela
from iki_desktop.export.docx.penomoran import Penomoran
from iki_desktop.export.docx.pinggir import Pinggir
from iki_desktop.export.docx.teks import satu_baris
from iki_desktop.export.docx.ukur import MM_POIN, Ukur
from iki_desktop.export.docx.unsur import Unsur, sifat_paragraf, twip, unsur
from iki_desktop.export.pdf.gaya import UKURAN
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.blok import Lembaran, Naskah, NomorHalaman
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["tulis"]

_PROPERTI_TERPANJANG = 255

_SAAT = datetime(2000, 1, 1)
_SAAT_ZIP = (1980, 1, 1, 0, 0, 0)

_TAK_DIPAKAI = frozenset(
    {"customXml", "stylesWithEffects", "webSettings", "thumbnail"},
)
"""Parts of the library's template that a document does without."""


def tulis(naskah: Naskah, path: Path, progress: Progress) -> None:
    """Write the document whole or not at all.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where the person stopped it; nothing is left behind.
    """
    with tulis_atomik(path) as sementara:
        word = Document()
        _isi(word, naskah, progress)
        _tulis_keterangan(word, naskah)
        _kemas(word, sementara)


def _isi(word: DokumenWord, naskah: Naskah, progress: Progress) -> None:
    halaman = naskah.halaman
    gaya, nomor, ukur, album = DaftarGaya(halaman), Penomoran(), Ukur(halaman.huruf), Album(word)
    label = lebar_label(naskah, ukur)
    word.element.attrib.clear()  # names of extensions that nothing here uses
    tubuh = word.element.body
    for lama in list(tubuh):
        tubuh.remove(lama)
    pinggir = Pinggir(word, halaman, ukur, naskah.tanda)
    jumlah = sum(len(satu.blok) for satu in naskah.lembaran)
    selesai, bernomor = 0, False
    for satu in naskah.lembaran:
        lebar, tinggi = _luas(halaman, mendatar=satu.mendatar)
        lembar = Lembar(halaman, lebar, tinggi, satu.mendatar, gaya, nomor, ukur, label, album.gambar)
        badan = Badan(lembar)
        for ke in badan.tulis(satu.blok):
            progress.maju(selesai + ke, jumlah, "Menulis naskah Word")
        selesai += len(satu.blok)
        sifat = _bagian(halaman, satu, pinggir, ukur, pertama=not bernomor)
        bernomor = bernomor or satu.nomor is not NomorHalaman.TANPA
        tubuh.extend(_tutup(badan.isi, sifat, terakhir=satu is naskah.lembaran[-1]))
    word.part._styles_part._element = gaya.unsur()
    word.part.numbering_part._element = nomor.unsur()


# --- sections -----------------------------------------------------------------------------------


def _luas(halaman: TataHalaman, *, mendatar: bool) -> tuple[float, float]:
    """Width and height of the text area; millimetres."""
    kertas, tepi = halaman.kertas, halaman.tepi
    lebar, tinggi = (kertas.tinggi, kertas.lebar) if mendatar else (kertas.lebar, kertas.tinggi)
    return lebar - tepi.kiri - tepi.kanan, tinggi - tepi.atas - tepi.bawah


def _bagian(halaman: TataHalaman, satu: Lembaran, pinggir: Pinggir, ukur: Ukur, *, pertama: bool) -> Unsur:
    """The properties of a section: paper, margins, and how its pages are numbered.

    The first page of a numbering bears no number, as official papers want it.
    """
    kertas, tepi = halaman.kertas, halaman.tepi
    lebar, tinggi = (kertas.tinggi, kertas.lebar) if satu.mendatar else (kertas.lebar, kertas.tinggi)
    luas = _luas(halaman, mendatar=satu.mendatar)
    kaki = pinggir.kaki(satu.kaki)
    tanpa = satu.nomor is NomorHalaman.TANPA
    mulai = satu.nomor is NomorHalaman.MULAI or (pertama and not tanpa)
    arah = {"orient": "landscape"} if satu.mendatar else {}
    baris = halaman.ukuran * 1.2 * MM_POIN
    return unsur(
        "w:sectPr",
        unsur("w:headerReference", type="default", r_id=pinggir.kepala(*luas, bernomor=not tanpa)),
        unsur("w:headerReference", type="first", r_id=pinggir.kepala(*luas, bernomor=False)),
        unsur("w:footerReference", type="default", r_id=kaki),
        unsur("w:footerReference", type="first", r_id=kaki),
        unsur("w:type", val="nextPage"),
        unsur("w:pgSz", w=twip(lebar), h=twip(tinggi), **arah),
        unsur(
            "w:pgMar",
            top=twip(tepi.atas), right=twip(tepi.kanan), bottom=twip(tepi.bawah), left=twip(tepi.kiri),
            header=twip(max(min(UKURAN.nomor_halaman_dari_atas, tepi.atas - baris), 0.0)),
            footer=twip(_kaki_dari_bawah(halaman, satu.kaki, luas[0], ukur)), gutter=0,
        ),
        unsur("w:pgNumType", start=1) if mulai else None,
        unsur("w:cols", space=720),
        unsur("w:titlePg") if mulai else None,
    )  # fmt: skip


def _kaki_dari_bawah(halaman: TataHalaman, kaki: str, lebar: float, ukur: Ukur) -> float:
    """How far the foot ends above the paper's edge, so that it begins a little below the text."""
    tinggi = ukur.tinggi(kaki, UKURAN.kaki_huruf, lebar)
    return max(halaman.tepi.bawah - UKURAN.kaki_dari_teks - tinggi, 0.0)


def _tutup(isi: list[Unsur], sifat: Unsur, *, terakhir: bool) -> Iterator[Unsur]:
    """End a section in its last paragraph; the document's last section ends with the body."""
    if not isi or not isi[-1].tag.endswith("}p"):
        isi = [*isi, sela()]
    yield from isi
    if terakhir:
        yield sifat
    else:
        lama = isi[-1].pPr
        isi[-1].replace(lama, sifat_paragraf([*lama, sifat]))


# --- the package --------------------------------------------------------------------------------


def _tulis_keterangan(word: DokumenWord, naskah: Naskah) -> None:
    inti = word.core_properties
    inti.title = satu_baris(naskah.judul, _PROPERTI_TERPANJANG)
    inti.author = inti.last_modified_by = satu_baris(naskah.penulis, _PROPERTI_TERPANJANG)
    inti.subject = satu_baris(naskah.perihal, _PROPERTI_TERPANJANG)
    inti.language = BAHASA
    inti.comments = inti.keywords = ""
    inti.revision = 1
    inti.created = inti.modified = _SAAT
    word.part._settings_part._element = setelan()
    for hubungan in list(word.part.rels.values()):
        if hubungan.reltype.endswith("/fontTable"):
            hubungan.target_part._blob = huruf_unsur(nama_huruf(naskah.halaman))


def _kemas(word: DokumenWord, path: Path) -> None:
    """Save with fixed dates: the same document is the same bytes, whenever and wherever it is written."""
    paket = word.part.package
    for semua in (paket.rels, word.part.rels):
        for kunci, hubungan in list(semua.items()):
            if hubungan.reltype.rpartition("/")[2] in _TAK_DIPAKAI:
                del semua[kunci]
            elif hubungan.reltype.endswith("/extended-properties"):
                hubungan.target_part._blob = keterangan_program()
    mentah = io.BytesIO()
    word.save(mentah)
    with ZipFile(mentah) as asal, ZipFile(path, "w", ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            catatan = ZipInfo(nama, _SAAT_ZIP)
            catatan.create_system = 3
            catatan.external_attr = 0o644 << 16
            tujuan.writestr(catatan, asal.read(nama), ZIP_DEFLATED)
