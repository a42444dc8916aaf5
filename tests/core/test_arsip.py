"""The open file in memory: what it answers, and small values beside it."""

from __future__ import annotations

import pytest

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.errors import IkiError, ImportFileError, Temuan
from iki_desktop.core.progress import TANPA_KEMAJUAN
from iki_desktop.core.records import Dokumen, Formulasi, Jabatan, Kecamatan, Realisasi
from tests.core.kantor import (
    CAMAT,
    KASI,
    SASARAN_CAMAT,
    SEKRETARIS,
    isi_arsip,
    isi_kantor,
)


def test_an_empty_file() -> None:
    arsip = Arsip()
    assert len(arsip) == 0
    assert arsip.id_terbesar() == 0
    assert arsip.kecamatan() == []
    assert arsip.anak_id(7) == []
    assert 7 not in arsip
    with pytest.raises(KeyError):
        arsip[7]


def test_records_in_any_order_stand_in_their_places() -> None:
    terbalik = Arsip(reversed(isi_kantor()))
    assert isi_arsip(terbalik) == isi_arsip(Arsip(isi_kantor()))
    assert [j.nama for j in terbalik.jabatan(2)] == ["Camat", "Sekretaris", "Kasi"]
    assert [k.nama for k in terbalik.kecamatan()] == ["Contoh"]
    assert terbalik.id_terbesar() == 10040


def test_the_way_up_and_the_way_down() -> None:
    arsip = Arsip(isi_kantor())
    assert [n.id for n in arsip.leluhur(10010)] == [10010, 1001, SASARAN_CAMAT, CAMAT, 2, 1]
    dokumen = arsip.dokumen_dari(10010)
    assert dokumen is not None
    assert dokumen.id == 2
    assert arsip.dokumen_dari(1) is None
    turunan = list(arsip.turunan(1001))
    assert [type(r) for r in turunan[1:]] == [Formulasi, Realisasi]
    assert [induk_id(r) for r in turunan] == [SASARAN_CAMAT, 1001, 10010]
    assert induk_id(arsip[1]) == AKAR


def test_who_stands_under_whom() -> None:
    arsip = Arsip(isi_kantor())
    camat, kasi = arsip[CAMAT], arsip[KASI]
    assert isinstance(camat, Jabatan)
    assert isinstance(kasi, Jabatan)
    assert [j.id for j in arsip.bawahan(camat)] == [SEKRETARIS]
    assert arsip.bawahan(kasi) == []


def test_a_snapshot_holds_a_document_whole_and_names_the_superior() -> None:
    arsip = Arsip(isi_kantor())
    snapshot = arsip.snapshot(2)
    assert isinstance(snapshot.kecamatan, Kecamatan)
    assert isinstance(snapshot.dokumen, Dokumen)
    assert [(j.jabatan.nama, j.atasan) for j in snapshot.jabatan] == [
        ("Camat", None),
        ("Sekretaris", "Camat"),
        ("Kasi", "Sekretaris"),
    ]
    satu = snapshot.jabatan[0].sasaran[0].indikator[0].formulasi[0]
    assert satu.realisasi == arsip.empat_triwulan(10010)
    assert snapshot.aturan.desimal == 2


def test_errors_carry_their_sentences() -> None:
    assert str(IkiError("Berkas terkunci.", "Tutup jendela lain.")) == "Berkas terkunci. Tutup jendela lain."
    assert str(IkiError("Berkas terkunci.")) == "Berkas terkunci."
    temuan = (Temuan("Sheet!B4", "bukan angka"), Temuan("", "kosong"))
    salah = ImportFileError("Berkas ditolak.", temuan, "Perbaiki, lalu ulangi.")
    assert salah.temuan == temuan
    assert [str(t) for t in salah.temuan] == ["Sheet!B4: bukan angka", "kosong"]


def test_nobody_watching_stops_nothing() -> None:
    terlaksana = []
    for langkah in range(3):
        TANPA_KEMAJUAN.maju(langkah, 3, "Menyusun")
        terlaksana.append(langkah)
    assert terlaksana == [0, 1, 2]
