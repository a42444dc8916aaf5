"""Where things stand on the paper: margins, breaks, headings, signatures, tables."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from iki_desktop.core.records import Butir, Diktum, JudulKolom, Keputusan, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.teks import semua_teks
from tests.export.pdf_dibaca import cetak, kotak_huruf, teks_halaman, teks_mentah, ukuran_halaman
from tests.naskah.kantor_acak import Acak
from tests.naskah.kantor_naskah import (
    CAMAT,
    PANJANG,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    sasaran,
    snapshot,
    snapshot_data,
)

KEPUTUSAN = Keputusan(tempat="Contoh", tanggal=date(2026, 1, 2), penandatangan=CAMAT)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "dokumen.pdf"


# --- margins ----------------------------------------------------------------------------------


@pytest.mark.parametrize("mendatar", [False, True])
def test_nothing_stands_in_the_margins(mendatar: bool, pdf: Path) -> None:
    data = kantor_ekstrem()
    tata_letak = TataLetak(
        lampiran_mendatar=mendatar, kolom_penanggung_jawab=True, keterangan_bersambung=True
    )
    cetak(
        snapshot(
            *data.jabatan, keputusan=data.dokumen.keputusan, tata_letak=tata_letak, bab=data.dokumen.bab
        ),
        pdf,
    )
    lebar_kertas = {True: 330.0, False: 215.0}
    for nomor, halaman in enumerate(kotak_huruf(pdf), 1):
        lintang = max(kanan for _, _, _, kanan, _ in halaman) > 215
        lebar, tinggi = lebar_kertas[lintang], lebar_kertas[not lintang]
        for huruf, kiri, bawah, kanan, atas in halaman:
            assert kiri > 29.4, (nomor, huruf)
            assert kanan < lebar - 19.4, (nomor, huruf)
            assert bawah > 24, (nomor, huruf)
            assert atas < tinggi - 10, (nomor, huruf)


@pytest.mark.parametrize("biji", range(8))
def test_whatever_an_office_holds_stays_on_its_pages(biji: int, pdf: Path) -> None:
    data = Acak(biji).snapshot()
    cetak(data, pdf)
    semua = zip(kotak_huruf(pdf), ukuran_halaman(pdf), strict=True)
    for nomor, (halaman, (lebar, tinggi)) in enumerate(semua, 1):
        for huruf, kiri, bawah, kanan, atas in halaman:
            assert kiri > 29, (nomor, huruf)
            assert kanan < lebar - 19, (nomor, huruf)
            assert bawah > 23.5, (nomor, huruf)
            assert atas < tinggi - 9, (nomor, huruf)
    tercetak = Counter("".join(teks_halaman(pdf)))
    isi = Counter("".join(bersihkan(teks) for teks in semua_teks(compose_dokumen(data))))
    assert all(tercetak[huruf] >= isi[huruf] for huruf in "Pgjxk%<>/→")


def test_words_stay_within_their_cells(pdf: Path) -> None:
    cetak(snapshot(jabatan("Camat", sasaran(PANJANG, indikator("x", formulasi(teks=PANJANG))))), pdf)
    kata = "".join(h for h, *_ in kotak_huruf(pdf)[0])
    assert kata.count("Pertanggungjawabankeuangan") >= 1
    kiri_kolom = [k for h, k, *_ in kotak_huruf(pdf)[0] if h == "x"]
    batas = min(kiri_kolom)
    kanan_sasaran = max(kanan for h, k, _, kanan, _ in kotak_huruf(pdf)[0] if h == "P" and k < batas)
    assert kanan_sasaran < batas


# --- pages ------------------------------------------------------------------------------------


def test_page_numbers_begin_on_the_second_page_of_the_decision(pdf: Path) -> None:
    cetak(snapshot_data("biatan"), pdf)
    awal = [teks.split("\r\n")[0] for teks in teks_mentah(pdf)]
    assert not awal[0].startswith("- ")  # the cover
    assert not awal[1].startswith("- ")  # the first page of the decision
    assert awal[2:] == [f"- {n} -" for n in range(2, len(awal))]


def test_page_numbers_of_chapters_begin_anew(pdf: Path) -> None:
    cetak(snapshot_data("camplong"), pdf)
    nomor = [t.split("\r\n")[0] for t in teks_mentah(pdf)]
    assert nomor[2:7] == ["- 2 -", "- 3 -", "- 4 -", "- 5 -", "- 6 -"]
    assert nomor[8:10] == ["- 2 -", "- 3 -"]


def test_the_number_stands_in_the_middle_of_the_top(pdf: Path) -> None:
    cetak(snapshot_data("biatan"), pdf)
    huruf = kotak_huruf(pdf)[2][:3]
    assert [h for h, *_ in huruf] == ["-", "2", "-"]
    tengah = (huruf[0][1] + huruf[2][3]) / 2
    assert tengah == pytest.approx(30 + (215 - 50) / 2, abs=0.5)


def test_every_jabatan_begins_a_page(pdf: Path) -> None:
    data = snapshot_data("biatan")
    cetak(data, pdf)
    awal = [
        t for t in teks_halaman(pdf) if t.startswith(("INDIKATOR KINERJA INDIVIDU (IKI)\r\n1.", "LAMPIRAN"))
    ]
    assert len(awal) == len(data.jabatan)


# --- signatures -------------------------------------------------------------------------------


@pytest.mark.parametrize("baris", range(24, 48))
def test_a_signature_is_whole_and_never_alone(baris: int, pdf: Path) -> None:
    diktum = tuple(Diktum(f"KE-{n}", f"ketentuan nomor {n}") for n in range(baris))
    cetak(snapshot(keputusan=Keputusan(diktum=diktum, penandatangan=CAMAT)), pdf)
    (akhir,) = [t for t in teks_halaman(pdf) if "NAMA CAMAT" in t]
    assert "Ditetapkan di" in akhir
    assert "NIP." in akhir
    assert "ketentuan nomor" in akhir


@pytest.mark.parametrize("baris", range(6, 15))
def test_the_annex_ends_with_a_row_and_the_signature(baris: int, pdf: Path) -> None:
    isi = [indikator(f"indikator {n}", formulasi(teks="rumus " * 30)) for n in range(baris)]
    cetak(snapshot(jabatan("Camat", sasaran("s", *isi)), keputusan=KEPUTUSAN), pdf)
    akhir = teks_halaman(pdf)[-1]
    assert "NAMA CAMAT" in akhir
    assert f"indikator {baris - 1}" in akhir


def test_a_signature_too_long_for_a_page_is_still_printed(pdf: Path) -> None:
    orang = Keputusan(penandatangan=CAMAT, tempat="tempat " * 800)
    cetak(snapshot(keputusan=orang), pdf)
    assert sum(t.count("NAMA CAMAT") for t in teks_halaman(pdf)) == 1
    assert sum(t.count("tempat") for t in teks_halaman(pdf)) == 800


def test_there_is_room_to_sign(pdf: Path) -> None:
    cetak(snapshot(keputusan=KEPUTUSAN), pdf)
    huruf = kotak_huruf(pdf)[0]
    teks = "".join(h for h, *_ in huruf)
    jabatan_bawah = huruf[teks.index("CAMAT,NAMA")][2]
    nama_atas = huruf[teks.index("NAMACAMAT,")][4]
    assert jabatan_bawah - nama_atas > 22


# --- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("baris", range(25, 40))
def test_memutuskan_stays_with_what_is_decided(baris: int, pdf: Path) -> None:
    timbang = tuple(Butir(f"bahwa nomor {n};") for n in range(baris))
    cetak(snapshot(keputusan=Keputusan(menimbang=timbang, diktum=(Diktum("KESATU", "berlaku"),))), pdf)
    (halaman,) = [t for t in teks_halaman(pdf) if "MEMUTUSKAN" in t]
    assert "Menetapkan" in halaman


def test_a_sentence_that_introduces_a_list_goes_with_it(pdf: Path) -> None:
    cetak(snapshot_data("camplong"), pdf)
    for teks in teks_halaman(pdf):
        assert not teks.rstrip().endswith(":")


# --- tables -----------------------------------------------------------------------------------


def tabel_panjang(tata_letak: TataLetak | None) -> Snapshot:
    isi = [indikator(f"indikator {n}", formulasi(teks=f"rumus {n}", sumber_data="data")) for n in range(120)]
    return snapshot(jabatan("Camat", sasaran("sasaran yang sama", *isi)), tata_letak=tata_letak)


@pytest.mark.parametrize("diulang", [True, False])
def test_headings_and_sasaran_are_said_again_overleaf(diulang: bool, pdf: Path) -> None:
    tata_letak = TataLetak(sasaran_diulang=diulang, keterangan_bersambung=True, baris_nomor_kolom=True)
    cetak(tabel_panjang(tata_letak), pdf)
    halaman = teks_halaman(pdf)
    assert len(halaman) >= 3
    assert [t.count("Sumber Data") for t in halaman] == [1] * len(halaman)
    assert ["1 2 3 4 5" in " ".join(t.split()) for t in halaman] == [True] * len(halaman)
    ulang = [" ".join(t.split()).count("sasaran yang sama") for t in halaman]
    assert ulang == ([1] * len(halaman) if diulang else [1] + [0] * (len(halaman) - 1))
    assert [t.count("Bersambung ...") for t in halaman] == [1] * (len(halaman) - 1) + [0]


def test_no_remark_where_the_office_wants_none(pdf: Path) -> None:
    cetak(tabel_panjang(None), pdf)
    assert not any("Bersambung" in t for t in teks_halaman(pdf))


def test_a_low_row_is_not_split(pdf: Path) -> None:
    isi = [indikator(f"awal{n} " + "kata " * 40 + f"akhir{n}") for n in range(30)]
    cetak(snapshot(jabatan("Camat", sasaran("s", *isi))), pdf)
    for n in range(30):
        (halaman,) = [t for t in teks_halaman(pdf) if f"awal{n} " in t]
        assert f"akhir{n}" in halaman


def test_a_heading_that_fills_a_page_is_printed_once(pdf: Path) -> None:
    judul = JudulKolom(sasaran="judul " * 700)
    isi = [indikator(f"indikator {n}") for n in range(60)]
    cetak(snapshot(jabatan("Camat", sasaran("s", *isi), judul_kolom=judul)), pdf)
    halaman = teks_halaman(pdf)
    assert sum(t.count("judul") for t in halaman) == 700
    assert sum(t.count("Sumber Data") for t in halaman) == 1


def test_a_ratio_is_set_as_a_fraction(pdf: Path) -> None:
    isi = formulasi("rasio", pembilang="jumlah desa tertib", penyebut="jumlah desa")
    cetak(snapshot(jabatan("Camat", sasaran("s", indikator("i", isi)))), pdf)
    huruf = kotak_huruf(pdf)[0]
    teks = "".join(h for h, *_ in huruf)
    pembilang, penyebut = huruf[teks.index("jumlahdesatertib")], huruf[teks.rindex("jumlahdesa")]
    kali = huruf[teks.index("×")]
    assert pembilang[2] > kali[2] > penyebut[2]
    assert kali[1] > penyebut[3]
    assert penyebut[1] > pembilang[1]
