"""A printed document holds every word, can be searched, and is the same file every time."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import Dibatalkan
from iki_desktop.core.records import Butir, Keputusan, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.pdf import cetak_pdf, tulis_pdf
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.teks import semua_teks
from tests.export.pdf_dibaca import (
    cetak,
    daftar_isi,
    keterangan,
    kotak_huruf,
    padat,
    teks_halaman,
    teks_mentah,
    ukuran_halaman,
)
from tests.naskah.kantor_naskah import (
    CAMAT,
    JAHAT,
    PANJANG,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    office,
    png,
    sasaran,
    snapshot,
    snapshot_data,
)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "dokumen.pdf"


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_a_real_office_is_printed_whole_and_in_order(nama: str, pdf: Path) -> None:
    data = snapshot_data(nama)
    cetak(data, pdf)
    tercetak = padat("".join(teks_halaman(pdf)))
    letak = 0
    for teks in semua_teks(compose_dokumen(data)):
        dicari = padat(teks)
        letak = tercetak.index(dicari, letak) + len(dicari)


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_words_keep_the_blanks_between_them(nama: str, pdf: Path) -> None:
    data = snapshot_data(nama)
    cetak(data, pdf)
    kata = set(" ".join(teks_halaman(pdf)).split())
    nama_jabatan = {k for j in data.jabatan for k in j.jabatan.nama.split()}
    assert nama_jabatan <= kata


def test_hostile_texts_are_printed_as_they_are(pdf: Path) -> None:
    # The reader counts a page's characters short by its emoji, hence the words at the end.
    keras = sasaran(JAHAT, indikator("i", formulasi(teks=JAHAT)))
    cetak(snapshot(jabatan("Camat", keras, sasaran("kata penutup"))), pdf)
    tercetak = padat("".join(teks_halaman(pdf)))
    for potongan in ("<b>tebal</b>&</para><br/>", '<imgsrc="http://contoh.invalid/x.png"/>]]>%s{0}=1+1'):
        assert tercetak.count(potongan) == 2
    for huruf in "Ω→≥中文😀":
        assert tercetak.count(huruf) == 2, huruf
    assert "zerowidth" in tercetak
    assert "\x1b" not in tercetak


def test_scripts_from_right_to_left_can_be_found(pdf: Path) -> None:
    cetak(snapshot(jabatan("עברית", sasaran("kata שלום dunia"))), pdf)
    tercetak = "".join(teks_halaman(pdf))
    assert "שלום" in tercetak
    assert "עברית" in tercetak


def test_everything_at_once_loses_no_word(pdf: Path) -> None:
    data = kantor_ekstrem(("kata hanya ASCII <b> & </para>", PANJANG))
    cetak(data, pdf)
    tercetak = padat("".join(teks_halaman(pdf)))
    # A cell that goes on overleaf is parted by its neighbours; its words are all there.
    for teks in semua_teks(compose_dokumen(data)):
        for kata in set(bersihkan(teks).split()):
            assert len(kata) > 60 or padat(kata) in tercetak, kata
    assert tercetak.count("indikator59") == 1
    assert tercetak.count("sangat") == 900
    assert tercetak.count("kalimat") == 900


def test_blanks_that_were_left_to_be_written_in_stay(pdf: Path) -> None:
    cetak(snapshot(keputusan=Keputusan(nomor="188/    /KEP/2026")), pdf)
    huruf = kotak_huruf(pdf)[0]
    awal = "".join(h for h, *_ in huruf).index("188//KEP") + 3
    (_, _, _, kanan, _), (_, kiri, *_) = huruf[awal], huruf[awal + 1]
    assert kiri - kanan > 3


def test_line_breaks_of_the_file_are_line_breaks_on_the_paper(pdf: Path) -> None:
    cetak(snapshot(jabatan("Camat\nContoh", sasaran("s"))), pdf)
    assert re.search(r"Camat\s*\r\n\s*Contoh", teks_halaman(pdf)[0])


# --- the smallest documents -------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        snapshot(),
        snapshot(jabatan("Camat")),
        snapshot(keputusan=Keputusan()),
        snapshot(jabatan("Camat", sasaran("s")), keputusan=Keputusan(penandatangan=CAMAT)),
        snapshot(jabatan("", sasaran("", indikator("", formulasi(teks=" ")))), judul=" "),
        snapshot(jabatan("\x00", sasaran("\u200b", indikator("\n\n", formulasi(teks="\x0b"))))),
        snapshot(jabatan("x", tugas=(), fungsi=()), bab=(), misi=(), iku=(), visi="v"),
    ],
)
def test_a_document_of_almost_nothing(data: Snapshot, pdf: Path) -> None:
    cetak(data, pdf)
    assert len(teks_mentah(pdf)) >= 1


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kertas, lebar, tinggi", [("F4", 215, 330), ("A4", 210, 297), ("Folio", 210, 330)])
def test_pages_are_exactly_as_large_as_the_paper(kertas: str, lebar: int, tinggi: int, pdf: Path) -> None:
    letak = TataLetak(kertas=kertas, lampiran_mendatar=True)
    cetak(snapshot(jabatan("Camat", sasaran("s")), keputusan=Keputusan(), tata_letak=letak), pdf)
    tegak, mendatar = ukuran_halaman(pdf)
    assert tegak == pytest.approx((lebar, tinggi), abs=0.001)
    assert mendatar == pytest.approx((tinggi, lebar), abs=0.001)


def test_properties_and_language(pdf: Path) -> None:
    cetak(replace(snapshot_data("biatan")), pdf)
    data = keterangan(pdf)
    assert data["Title"] == "INDIKATOR KINERJA INDIVIDU (IKI) Kecamatan Biatan 2026"
    assert data["Author"] == "Kecamatan Biatan"
    assert data["Subject"] == "INDIKATOR KINERJA INDIVIDU (IKI) KECAMATAN BIATAN KABUPATEN BERAU"
    assert re.search(rb"/Lang \(id-ID\)", pdf.read_bytes())


def test_bookmarks_lead_to_every_part(pdf: Path) -> None:
    data = snapshot_data("biatan")
    cetak(data, pdf)
    isi = daftar_isi(pdf)
    assert [(t, j) for t, j, _ in isi[:3]] == [(0, "Sampul"), (0, "Keputusan Camat Biatan"), (0, "Lampiran")]
    assert [j for t, j, _ in isi if t == 1] == [j.jabatan.nama for j in data.jabatan]
    halaman = teks_halaman(pdf)
    for _, judul, nomor in isi[3:]:
        assert padat(judul) in padat(halaman[nomor - 1])


def test_a_hostile_bookmark(pdf: Path) -> None:
    cetak(snapshot(jabatan(f"{JAHAT}\n{PANJANG * 9}")), pdf)
    ((_, judul, _),) = daftar_isi(pdf)
    assert judul.startswith("<b>tebal</b> & </para>")
    assert len(judul) <= 200


def test_all_fonts_are_embedded_as_subsets(pdf: Path) -> None:
    cetak(kantor_ekstrem(), pdf)
    isi = pdf.read_bytes()
    dasar = re.findall(rb"/BaseFont /(\S+)", isi)
    assert dasar
    assert all(re.match(rb"[A-Z]{6}\+", nama) for nama in dasar)
    assert len(re.findall(rb"/FontFile2 ", isi)) == len(dasar)


def test_two_builds_are_byte_for_byte_the_same(tmp_path: Path) -> None:
    satu, dua, tiga = (tmp_path / f"{n}.pdf" for n in "123")
    data = kantor_ekstrem()
    cetak(data, satu)
    cetak(snapshot_data("camplong"), dua)
    cetak(data, tiga)
    assert satu.read_bytes() == tiga.read_bytes()
    assert satu.read_bytes() != dua.read_bytes()


def test_documents_written_side_by_side_do_not_mix(tmp_path: Path) -> None:
    kantor = (kantor_ekstrem(), snapshot_data("biatan"), snapshot_data("camplong"))
    naskah = [compose_dokumen(satu) for satu in kantor]
    sendiri = [tmp_path / f"sendiri{n}.pdf" for n in range(3)]
    bersama = [tmp_path / f"bersama{n}.pdf" for n in range(3)]
    for isi, path in zip(naskah, sendiri, strict=True):
        tulis_pdf(isi, path)
    with ThreadPoolExecutor(3) as pekerja:
        list(pekerja.map(tulis_pdf, naskah, bersama))
    assert [p.read_bytes() for p in sendiri] == [p.read_bytes() for p in bersama]


# --- findings ---------------------------------------------------------------------------------


def test_the_typeface_is_named(pdf: Path) -> None:
    (temuan,) = cetak(snapshot(jabatan("Camat")), pdf)
    assert temuan.pesan == "Dokumen memakai huruf Caladea."


def test_a_picture_is_drawn_and_a_damaged_one_is_not(pdf: Path) -> None:
    cetak(snapshot(keputusan=Keputusan(), kecamatan=office(logo_png=png())), pdf)
    assert pdf.read_bytes().count(b"/Subtype /Image") == 2  # the picture and its transparency
    rusak = png()[:120] + "AAAA" + png()[124:]
    temuan = cetak(snapshot(keputusan=Keputusan(), judul="IKI", kecamatan=office(logo_png=rusak)), pdf)
    assert pdf.read_bytes().count(b"/Subtype /Image") == 0
    assert [t.pesan for t in temuan if t.tempat == "kecamatan.logo_png"] == [
        "Lambang daerah tidak dapat dibaca; tidak dicetak."
    ]


def test_what_stands_in_another_typeface_is_named(pdf: Path) -> None:
    temuan = cetak(snapshot(jabatan("Ω dan \U0010fffd")), pdf)
    pesan = " ".join(t.pesan for t in temuan)
    assert "Tanda berikut memakai huruf lain: Ω." in pesan
    assert "Tanda berikut tidak dapat dicetak: \U0010fffd." in pesan


# --- writing ----------------------------------------------------------------------------------


class Berhenti:
    """Stops after so many pages."""

    def __init__(self, sesudah: int) -> None:
        self.sesudah = sesudah
        self.kata: list[tuple[int, int, str]] = []

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        self.kata.append((selesai, jumlah, pesan))
        if len(self.kata) >= self.sesudah:
            raise Dibatalkan


def test_progress_tells_every_page(pdf: Path) -> None:
    kemajuan = Berhenti(1000)
    tulis_pdf(compose_dokumen(snapshot_data("biatan")), pdf, kemajuan)
    assert [pesan for _, _, pesan in kemajuan.kata] == [
        f"Halaman {n}" for n in range(1, len(teks_mentah(pdf)) + 1)
    ]
    selesai = [s for s, _, _ in kemajuan.kata]
    assert selesai == sorted(selesai)
    assert selesai[-1] == kemajuan.kata[0][1]


def test_a_stopped_document_leaves_nothing_behind(pdf: Path) -> None:
    naskah = compose_dokumen(snapshot_data("biatan"))
    with pytest.raises(Dibatalkan):
        cetak_pdf(naskah, pdf, Berhenti(3))
    assert list(pdf.parent.iterdir()) == []


def test_a_stopped_document_leaves_the_old_one_whole(pdf: Path) -> None:
    pdf.write_bytes(b"lama")
    with pytest.raises(Dibatalkan):
        cetak_pdf(compose_dokumen(snapshot_data("biatan")), pdf, Berhenti(3))
    assert [f.read_bytes() for f in pdf.parent.iterdir()] == [b"lama"]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="tidak ada"):
        tulis_pdf(compose_dokumen(snapshot(jabatan("Camat"))), tmp_path / "tiada" / "a.pdf")


def test_copies_stand_after_the_signature(pdf: Path) -> None:
    keputusan = Keputusan(penandatangan=CAMAT, tembusan=(Butir("Bupati"), Butir("Inspektur")))
    cetak(snapshot(keputusan=keputusan), pdf)
    teks = teks_halaman(pdf)[0]
    assert teks.index("NIP.") < teks.index("Tembusan:") < teks.index("1. Bupati") < teks.index("2. Inspektur")
