"""The whole document: its parts in order, every text of the file in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from iki_desktop.core.records import Butir, Diktum, Keputusan, TataLetak
from iki_desktop.naskah.blok import (
    Berlabel,
    Blok,
    Daftar,
    KepalaLampiran,
    Kop,
    Naskah,
    NomorHalaman,
    Paragraf,
    Penanda,
    TandaTangan,
    Tembusan,
)
from iki_desktop.naskah.keputusan import Pilihan, compose_dokumen
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_naskah import (
    CAMAT,
    DATA,
    jabatan,
    kantor_ekstrem,
    office,
    png,
    sasaran,
    snapshot,
    snapshot_data,
)

KEPUTUSAN = Keputusan(
    nomor="07 TAHUN 2026",
    tentang="IKI",
    menimbang=(Butir("bahwa a;"), Butir("bahwa b;")),
    mengingat=(Butir("Undang-Undang;"),),
    diktum=(Diktum("KESATU", "teks"), Diktum("KEDUA", "untuk:", (Butir("x"), Butir("y"))), Diktum("KETIGA")),
    tempat="Contoh",
    tanggal=date(2026, 1, 2),
    penandatangan=CAMAT,
    tembusan=(Butir("Bupati"),),
)


def blok(naskah: Naskah) -> list[Blok]:
    return [b for satu in naskah.lembaran for b in satu.blok]


def penanda(naskah: Naskah) -> list[tuple[int, str]]:
    return [(b.tingkat, b.judul) for b in blok(naskah) if isinstance(b, Penanda)]


# --- the decision -----------------------------------------------------------------------------


def test_parts_of_a_decision_in_order() -> None:
    naskah = compose_dokumen(snapshot(keputusan=KEPUTUSAN))
    (lembaran,) = naskah.lembaran
    assert [type(b) for b in lembaran.blok] == [
        Penanda, Kop, Paragraf, Paragraf, Paragraf, Berlabel, Paragraf, Berlabel, TandaTangan, Tembusan,
    ]  # fmt: skip
    assert [b.teks for b in lembaran.blok if isinstance(b, Paragraf)] == [
        "KEPUTUSAN CAMAT CONTOH\nKABUPATEN PERCOBAAN\nNOMOR 07 TAHUN 2026",
        "TENTANG\nIKI",
        "CAMAT CONTOH,",
        "MEMUTUSKAN :",
    ]
    assert lembaran.nomor is NomorHalaman.MULAI
    assert naskah.temuan == ()


def test_considerations_and_rulings_carry_their_words() -> None:
    naskah = compose_dokumen(snapshot(keputusan=KEPUTUSAN))
    timbang, amar = [b for b in blok(naskah) if isinstance(b, Berlabel)]
    assert [b.label for b in timbang.baris] == ["Menimbang", "Mengingat"]
    assert [b.label for b in amar.baris] == ["Menetapkan", "KESATU", "KEDUA", "KETIGA"]
    assert amar.baris[0].isi == ()
    kalimat, daftar = amar.baris[2].isi
    assert kalimat == Paragraf("untuk:")
    assert isinstance(daftar, Daftar)
    assert [b.nomor for b in daftar.baris] == ["a.", "b."]
    assert amar.baris[3].isi == ()


def test_a_decision_of_nothing_can_be_printed_and_filled_in_by_hand() -> None:
    naskah = compose_dokumen(snapshot(keputusan=Keputusan()))
    judul = next(b for b in blok(naskah) if isinstance(b, Paragraf))
    assert judul.teks.splitlines()[2].startswith("NOMOR ....")
    assert [t.tempat for t in naskah.temuan] == [
        "keputusan.nomor",
        "keputusan.tempat",
        "keputusan.tanggal",
        "keputusan.penandatangan",
    ]


def test_a_number_that_names_itself_is_not_named_twice() -> None:
    naskah = compose_dokumen(snapshot(keputusan=Keputusan(nomor="Nomor : 7")))
    judul = next(b for b in blok(naskah) if isinstance(b, Paragraf))
    assert judul.teks.endswith("\nNomor : 7")


# --- the annex --------------------------------------------------------------------------------


def test_the_annex_follows_the_decision() -> None:
    naskah = compose_dokumen(snapshot(jabatan("Camat"), jabatan("Kasi"), keputusan=KEPUTUSAN))
    assert penanda(naskah) == [
        (0, "Keputusan Camat Contoh"),
        (0, "Lampiran"),
        (1, "Camat"),
        (1, "Kasi"),
    ]
    lampiran = naskah.lembaran[1]
    kepala = lampiran.blok[1]
    assert isinstance(kepala, KepalaLampiran)
    assert kepala.judul == ("LAMPIRAN", "KEPUTUSAN CAMAT CONTOH", "KABUPATEN PERCOBAAN")
    assert [(b.label, b.isi) for b in kepala.baris] == [
        ("NOMOR", (Paragraf("07 TAHUN 2026"),)),
        ("TANGGAL", (Paragraf("2 Januari 2026"),)),
        ("TENTANG", (Paragraf("IKI"),)),
    ]
    assert isinstance(lampiran.blok[-1], TandaTangan)
    assert lampiran.nomor is NomorHalaman.LANJUT


def test_the_annex_has_its_own_subject_where_it_differs() -> None:
    keputusan = Keputusan(tentang="a", tentang_lampiran="b", tanggal_teks="JANUARI 2022")
    naskah = compose_dokumen(snapshot(jabatan("Camat"), keputusan=keputusan))
    kepala = next(b for b in blok(naskah) if isinstance(b, KepalaLampiran))
    assert [b.isi for b in kepala.baris[1:]] == [(Paragraf("JANUARI 2022"),), (Paragraf("b"),)]


def test_an_annex_without_a_decision_has_neither_heading_nor_signature() -> None:
    naskah = compose_dokumen(snapshot(jabatan("Camat", sasaran("s"))))
    assert not any(isinstance(b, KepalaLampiran | TandaTangan) for b in blok(naskah))
    assert penanda(naskah) == [(0, "Camat")]
    assert naskah.lembaran[0].nomor is NomorHalaman.MULAI


def test_the_annex_lies_across_where_the_office_wants_it() -> None:
    tata_letak = TataLetak(lampiran_mendatar=True)
    naskah = compose_dokumen(snapshot(jabatan("Camat"), keputusan=KEPUTUSAN, tata_letak=tata_letak))
    assert [satu.mendatar for satu in naskah.lembaran] == [False, True]


# --- choosing parts ---------------------------------------------------------------------------


def test_a_document_of_nothing_says_whose_it_is() -> None:
    naskah = compose_dokumen(snapshot())
    assert list(semua_teks(naskah)) == [
        "INDIKATOR KINERJA INDIVIDU (IKI)\nKECAMATAN CONTOH\nKABUPATEN PERCOBAAN\nTAHUN 2026"
    ]


def test_parts_can_be_left_out() -> None:
    semua = kantor_ekstrem()
    penuh = compose_dokumen(semua)
    assert len(penuh.lembaran) == 6
    kosong = Pilihan(sampul=False, bab=False, visi_misi=False, iku=False, keputusan=False)
    assert len(compose_dokumen(semua, kosong).lembaran) == 1
    assert len(compose_dokumen(semua, Pilihan(lampiran=False)).lembaran) == 5


def test_one_jabatan_can_be_printed_alone() -> None:
    semua = snapshot(jabatan("Camat"), jabatan("Kasi"), jabatan("Staf"))
    dipilih = frozenset({semua.jabatan[1].jabatan.id})
    assert penanda(compose_dokumen(semua, Pilihan(jabatan=dipilih))) == [(0, "Kasi")]


def test_properties_of_the_document() -> None:
    naskah = compose_dokumen(snapshot(keputusan=KEPUTUSAN, judul="IKI\nLENGKAP"))
    assert naskah.judul == "IKI LENGKAP Kecamatan Contoh 2026"
    assert naskah.penulis == "Kecamatan Contoh"
    assert naskah.perihal == "IKI"
    assert compose_dokumen(snapshot()).perihal == "INDIKATOR KINERJA INDIVIDU (IKI)"


def test_a_picture_that_is_not_sane_is_reported() -> None:
    naskah = compose_dokumen(snapshot(kecamatan=office(logo_png="x")))
    assert [t.tempat for t in naskah.temuan] == ["kecamatan.logo_png"]
    assert compose_dokumen(snapshot(kecamatan=office(logo_png=png()))).temuan == ()


# --- nothing is lost --------------------------------------------------------------------------

TAK_TERCETAK = {
    "satuan", "arah", "akumulasi", "jenis", "atasan", "unit", "sebutan_desa", "periode", "kertas",
    "penomoran", "jenis_daerah", "tanggal", "nip", "rumus", "variabel", "target", "format",
}  # fmt: skip
"""What the file holds for the program, or what stands on the paper in another shape."""


def teks_berkas(nilai: Any, kunci: str = "") -> Iterator[str]:
    if kunci in TAK_TERCETAK:
        return
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, list):
        for satu in nilai:
            yield from teks_berkas(satu, kunci)
    elif isinstance(nilai, dict):
        bagian = dict(nilai)
        if "jenis" in bagian and bagian.get("teks"):
            bagian.pop("pembilang", None)
            bagian.pop("penyebut", None)
        for nama, satu in bagian.items():
            yield from teks_berkas(satu, nama)


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_every_text_of_a_real_office_is_printed(nama: str) -> None:
    berkas = json.loads((DATA / f"{nama}.json").read_text(encoding="utf-8"))
    tercetak = "\n".join(semua_teks(compose_dokumen(snapshot_data(nama)))).casefold()
    hilang = [t for t in teks_berkas(berkas) if t.casefold() not in tercetak]
    assert hilang == []


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_texts_of_the_jabatan_stand_in_the_order_of_the_file(nama: str) -> None:
    berkas = json.loads((DATA / f"{nama}.json").read_text(encoding="utf-8"))
    tercetak = "\n".join(semua_teks(compose_dokumen(snapshot_data(nama))))
    letak = tercetak.index("LAMPIRAN")
    for data in berkas["dokumen"][0]["jabatan"]:
        urut = [
            data["nama"],
            *teks_berkas([data.get("tugas", []), data.get("fungsi", []), data.get("sasaran", [])]),
        ]
        for teks in urut:
            letak = tercetak.index(teks, letak) + len(teks)
