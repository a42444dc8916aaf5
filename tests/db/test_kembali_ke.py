"""Back to a moment, out of the journal: the whole file as one edit, or one record of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_desktop.core.arsip import Arsip, kunci_record
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.keadaan import isi_kemudian, kembalikan_berkas, kembalikan_record
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Keputusan,
    Penandatangan,
    Realisasi,
    Record,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.sampah import kembalikan, kosongkan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jejak import Jejak, kembali_ke
from iki_desktop.db.riwayat import catatan_terakhir
from tests.core.kantor import CAMAT, KASI, SASARAN_CAMAT, SASARAN_KEDUA, SEKRETARIS, isi_arsip, isi_kantor
from tests.db.test_urung_lagi import _ULAH, Pemakai

DOKUMEN = 2
SAH = Keputusan("07", tanggal=date(2026, 1, 2), penandatangan=Penandatangan("CAMAT", "NAMA CAMAT, S.Sos."))


class Kantor:
    """An open file, and where its journal stands."""

    def __init__(self, berkas: Berkas) -> None:
        self.berkas = berkas
        self.ws = Workspace(berkas, berkas.muat(), jurnal=Jejak(lambda: berkas.sambungan_baca))

    @property
    def nomor(self) -> int:
        return catatan_terakhir(self.berkas.sambungan_baca)

    def mundur(self, nomor: int) -> tuple[Change, ...]:
        return kembali_ke(self.berkas.sambungan_baca, self.ws.arsip, nomor + 1)

    def kembalikan(self, nomor: int) -> Edit | None:
        changes = kembalikan_berkas(self.ws.arsip, self.mundur(nomor))
        return self.ws.terapkan("kembalikan seluruh berkas", changes, periksa=False)

    def kembalikan_satu(self, nomor: int, record: Record) -> Edit | None:
        arsip = self.ws.arsip
        changes = kembalikan_record(arsip, self.mundur(nomor), kunci_record(record), self.ws.id_baru)
        return self.ws.terapkan("kembalikan satu", changes)

    def isi(self) -> list[Record]:
        return isi_arsip(self.ws.arsip)


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
        yield Kantor(berkas)


# --- the whole file -----------------------------------------------------------------------------


def test_everything_since_is_taken_back_in_one_step_that_can_be_undone(kantor: Kantor) -> None:
    ws, awal, nomor = kantor.ws, kantor.isi(), kantor.nomor
    ws.hapus(SEKRETARIS)
    ws.set_realisasi(10010, 1, "pembilang", Decimal(7))
    ws.tambah(Sasaran(0, CAMAT, 0, "Baru"))
    ws.undo()
    ws.gandakan(SASARAN_CAMAT)
    akhir, sampah, banyak = kantor.isi(), ws.arsip.sampah(), kantor.nomor
    assert sampah
    kantor.kembalikan(nomor)
    assert (kantor.isi(), ws.arsip.sampah()) == (awal, [])
    assert kantor.nomor == banyak + 1
    ws.undo()
    assert (kantor.isi(), ws.arsip.sampah()) == (akhir, sampah)


def test_where_nothing_has_happened_since_nothing_is_done(kantor: Kantor) -> None:
    assert kantor.kembalikan(kantor.nomor) is None


def test_a_locked_quarter_stands_in_the_way_and_its_state_stays(kantor: Kantor) -> None:
    ws, awal, nomor = kantor.ws, kantor.isi(), kantor.nomor
    ws.set_realisasi(10010, 1, "pembilang", Decimal(7))
    ws.set_status(DOKUMEN, 1, StatusIsian.DIKUNCI)
    ws.hapus(KASI)
    sebelum = kantor.isi()
    with pytest.raises(RuleError, match="Triwulan I sudah dikunci"):
        kantor.kembalikan(nomor)
    assert kantor.isi() == sebelum
    ws.set_status(DOKUMEN, 1, StatusIsian.SELESAI, "dibuka lagi")
    kantor.kembalikan(nomor)
    status = StatusTriwulan(DOKUMEN, 1, StatusIsian.SELESAI, "dibuka lagi")
    assert status in kantor.isi()
    assert [r for r in kantor.isi() if r != status] == awal


def test_behind_an_issued_decision_nothing_goes(kantor: Kantor) -> None:
    ws, nomor = kantor.ws, kantor.nomor
    dokumen, kasi = ws.arsip[DOKUMEN], ws.arsip[KASI]
    assert isinstance(dokumen, Dokumen)
    assert isinstance(kasi, Jabatan)
    ws.ubah(replace(kasi, nama="Kepala Seksi"))
    ws.tetapkan(DOKUMEN, SAH, "naskah", "2026-01-02T08:00:00+08:00")
    sebelum = kantor.isi()
    with pytest.raises(RuleError, match="Keputusan ditetapkan atau dibatalkan"):
        kantor.kembalikan(nomor)
    with pytest.raises(RuleError, match="Keputusan ditetapkan atau dibatalkan"):
        kantor.kembalikan_satu(nomor, dokumen)
    assert kantor.isi() == sebelum
    kantor.kembalikan_satu(nomor, kasi)
    assert ws.arsip[KASI] == kasi
    ws.batalkan_penetapan(DOKUMEN, "salah nomor")
    kantor.kembalikan(nomor)
    assert kantor.isi() == isi_arsip(Arsip(isi_kantor()))


def test_numbers_that_came_back_are_not_given_again(tmp_path: Path) -> None:
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
        kantor = Kantor(berkas)
        lama = kantor.ws.tambah(Sasaran(0, CAMAT, 0, "Lama"))
        nomor = kantor.nomor
        kantor.ws.hapus(lama.id)
        kantor.ws.terapkan(*kosongkan(kantor.ws.arsip.sampah()))
    with Berkas.buka(path) as berkas:
        kantor = Kantor(berkas)
        kantor.kembalikan(nomor)
        assert kantor.ws.tambah(Sasaran(0, CAMAT, 0, "Baru")).id > lama.id
        assert kantor.ws.arsip[lama.id] == replace(lama, urutan=1)


def test_what_was_issued_is_not_lost_with_its_document(kantor: Kantor) -> None:
    """Also not where it lies in the bin, or the whole year came since."""
    ws, nomor = kantor.ws, kantor.nomor
    lain = ws.salin_tahun(DOKUMEN, 2027)
    ws.tetapkan(lain.id, SAH, "naskah", "2026-01-02T08:00:00+08:00")
    for _ in range(2):
        sebelum = list(ws.arsip.semua())
        with pytest.raises(RuleError, match="Keputusan ditetapkan atau dibatalkan"):
            kantor.kembalikan(nomor)
        assert list(ws.arsip.semua()) == sebelum
        if lain.id in ws.arsip:
            ws.hapus(lain.id)
    kantor.kembalikan(kantor.nomor - 1)
    assert len(ws.arsip.terbitan(lain.id)) == 1
    assert ws.arsip.sampah() == []


def test_states_come_and_go_with_their_year(kantor: Kantor) -> None:
    ws, awal, nomor = kantor.ws, kantor.isi(), kantor.nomor
    lain = ws.salin_tahun(DOKUMEN, 2027)
    ws.set_status(lain.id, 2, StatusIsian.SELESAI)
    antara, tengah = kantor.isi(), kantor.nomor
    kantor.kembalikan(nomor)
    assert kantor.isi() == awal
    kantor.kembalikan(tengah)
    assert kantor.isi() == antara


def test_what_would_be_there_is_known_before(kantor: Kantor) -> None:
    awal, nomor = kantor.isi(), kantor.nomor
    kantor.ws.hapus(SEKRETARIS)
    kantor.ws.salin_tahun(DOKUMEN, 2027)
    kemudian = isi_kemudian(kantor.ws.arsip, kantor.mundur(nomor))
    assert isi_arsip(Arsip(kemudian)) == awal


def test_a_journal_that_does_not_fit_is_said(kantor: Kantor) -> None:
    nomor = kantor.nomor
    kantor.ws.hapus(KASI)
    kantor.berkas.sambungan_baca.execute("UPDATE jurnal SET perubahan = '[{}]' WHERE id = ?", [nomor + 1])
    with pytest.raises(RuleError, match="Riwayat tidak lagi sesuai"):
        kantor.kembalikan(nomor)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ULAH, max_size=25), st.data())
def test_any_moment_of_any_session_comes_back(ulah, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, Berkas.buat(Path(folder) / "kantor.iki") as berkas:
        berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
        kantor = Kantor(berkas)
        pemakai = Pemakai(lambda: kantor.ws)
        saat = {kantor.nomor: _tanpa_status(kantor)}
        for satu in ulah:
            pemakai.lakukan(satu)
            saat[kantor.nomor] = _tanpa_status(kantor)
        nomor = data.draw(st.sampled_from(sorted(saat)))
        akhir = kantor.isi()
        try:
            edit = kantor.kembalikan(nomor)
        except RuleError:
            assert kantor.ws.arsip.terkunci()
            assert kantor.isi() == akhir
            return
        assert _tanpa_status(kantor) == saat[nomor]
        if edit is not None:
            kantor.ws.undo()
        assert kantor.isi() == akhir


def _tanpa_status(kantor: Kantor) -> list[Record]:
    return [r for r in kantor.isi() if not isinstance(r, StatusTriwulan)]


# --- one record ---------------------------------------------------------------------------------


def test_one_record_is_as_it_was_at_its_place_of_today(kantor: Kantor) -> None:
    ws, nomor = kantor.ws, kantor.nomor
    lama = ws.arsip[KASI]
    assert isinstance(lama, Jabatan)
    ws.ubah(replace(lama, nama="Kepala Seksi"))
    ws.pindah_jabatan(KASI, CAMAT, 0)
    ws.set_realisasi(10010, 1, "pembilang", Decimal(7))
    kantor.kembalikan_satu(nomor, lama)
    kini = ws.arsip[KASI]
    assert isinstance(kini, Jabatan)
    assert (kini.nama, kini.atasan_id, kini.urutan) == ("Kasi", CAMAT, 0)
    isian = ws.arsip.realisasi(10010, 1)
    assert isian is not None
    assert isian.pembilang == 7
    assert kantor.kembalikan_satu(nomor, lama) is None


def test_an_entry_is_as_it_was_or_empty_again(kantor: Kantor) -> None:
    ws, nomor = kantor.ws, kantor.nomor
    ws.set_realisasi(10010, 1, "pembilang", Decimal(7))
    ws.set_realisasi(10010, 3, "pembilang", Decimal(8))
    isian = ws.arsip.realisasi(10010, 3)
    assert isian is not None
    kantor.kembalikan_satu(nomor, isian)
    assert ws.arsip.realisasi(10010, 3) is None
    kantor.kembalikan_satu(nomor, Realisasi(10010, 1))
    assert ws.arsip.realisasi(10010, 1) == Realisasi(10010, 1, *(Decimal(100),) * 2)
    ws.set_status(DOKUMEN, 1, StatusIsian.DIKUNCI)
    with pytest.raises(RuleError, match="sudah dikunci"):
        kantor.kembalikan_satu(nomor + 1, Realisasi(10010, 1))


def test_shared_words_change_for_all_that_share(kantor: Kantor) -> None:
    ws = kantor.ws
    ws.bagikan(10020, 10010)
    nomor = kantor.nomor
    lama = ws.arsip[10010]
    assert isinstance(lama, Formulasi)
    ws.ubah(replace(lama, pembilang="Kata lain"))
    kantor.kembalikan_satu(nomor, lama)
    kata = [f.pembilang for f in map(ws.arsip.__getitem__, (10010, 10020)) if isinstance(f, Formulasi)]
    assert kata == ["Selesai", "Selesai"]


def test_one_that_is_gone_comes_back_with_what_was_under_it_then(kantor: Kantor) -> None:
    ws = kantor.ws
    indikator = ws.arsip[1001]
    assert isinstance(indikator, Indikator)
    ws.ubah(replace(indikator, teks="Nama baru"))
    nomor, dulu = kantor.nomor, list(ws.arsip.turunan(SASARAN_CAMAT))
    ws.pindah(1002, 103, 0)
    ws.hapus(10010)
    ws.hapus(SASARAN_CAMAT)
    kantor.kembalikan_satu(nomor, dulu[0])
    kini = {kunci_record(r): r for r in ws.arsip.turunan(SASARAN_CAMAT)}
    assert kini == {kunci_record(r): r for r in dulu if kunci_record(r) in kini}
    assert ws.arsip.anak_id(SASARAN_CAMAT) == [1001]
    assert ws.arsip.realisasi(10010, 1) is not None
    assert 1002 in ws.arsip.anak_id(103)


def test_what_was_emptied_bit_by_bit_comes_back_whole(kantor: Kantor) -> None:
    """The last bit takes the record away, and the journal then tells that bit alone."""
    nomor, sebelum = kantor.nomor, kantor.isi()
    kantor.ws.set_realisasi(10010, 1, "pembilang", None)
    kantor.ws.set_realisasi(10010, 1, "penyebut", None)
    assert kantor.ws.arsip.realisasi(10010, 1) is None
    kantor.kembalikan(nomor)
    assert kantor.isi() == sebelum


def test_what_is_elsewhere_today_stays_there_with_all_that_is_under_it(kantor: Kantor) -> None:
    """Its entries were emptied since: they are that record's own affair."""
    nomor = kantor.nomor
    lama = kantor.ws.arsip[SASARAN_CAMAT]
    kantor.ws.pindah(1001, SASARAN_KEDUA, 0)
    kantor.ws.set_realisasi(10010, 1, "pembilang", None)
    kantor.ws.set_realisasi(10010, 1, "penyebut", None)
    kantor.ws.pindah(10020, 1001, 0)
    kantor.ws.hapus(SASARAN_CAMAT)
    assert kantor.ws.arsip.realisasi(10010, 1) is None
    kantor.kembalikan_satu(nomor, lama)
    arsip = kantor.ws.arsip
    assert arsip.anak_id(1001) == [10020, 10010]
    assert arsip.anak_id(1002) == []
    assert SASARAN_CAMAT in arsip
    assert 1001 in arsip.anak_id(SASARAN_KEDUA)
    assert arsip.realisasi(10010, 1) is None


def test_a_record_that_came_back_is_the_same_one(kantor: Kantor) -> None:
    nomor = kantor.nomor
    lama = kantor.ws.arsip[SASARAN_CAMAT]
    kantor.ws.hapus(SASARAN_CAMAT)
    kantor.ws.undo()
    kantor.ws.hapus(SASARAN_CAMAT)
    kantor.ws.terapkan(*kembalikan(kantor.ws.arsip, kantor.ws.arsip.sampah()[0], kantor.ws.id_baru))
    assert isinstance(lama, Sasaran)
    kantor.ws.ubah(replace(lama, teks="Lain"))
    sebelum = len(kantor.isi())
    kantor.kembalikan_satu(nomor, lama)
    assert kantor.ws.arsip[SASARAN_CAMAT] == lama
    assert len(kantor.isi()) == sebelum


def test_a_record_whose_number_was_given_again_comes_back_beside_the_other(tmp_path: Path) -> None:
    """Who asks for the first shall not find its words in the second."""
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
        kantor = Kantor(berkas)
        lama = kantor.ws.tambah(Indikator(0, SASARAN_CAMAT, 0, "Yang lama"))
        isian = kantor.ws.tambah(Formulasi(0, lama.id, 0, JenisFormulasi.NILAI))
        kantor.ws.set_realisasi(isian.id, 1, "nilai", Decimal(5))
        nomor = kantor.nomor
        kantor.ws.hapus(lama.id)
        kantor.ws.terapkan(*kosongkan(kantor.ws.arsip.sampah()))
    with Berkas.buka(path) as berkas:
        kantor = Kantor(berkas)
        baru = kantor.ws.tambah(Indikator(0, SASARAN_CAMAT, 0, "Yang baru"))
        formulasi = kantor.ws.tambah(Formulasi(0, baru.id, 0, JenisFormulasi.NILAI))
        kantor.ws.set_realisasi(formulasi.id, 1, "nilai", Decimal(7))
        assert (baru.id, formulasi.id) == (lama.id, isian.id)
        isi = kantor.ws.arsip.realisasi(isian.id, 1)
        assert isi is not None
        with pytest.raises(RuleError, match="milik formulasi yang sudah dihapus"):
            kantor.kembalikan_satu(nomor, isi)
        kantor.kembalikan_satu(nomor, lama)
        arsip = kantor.ws.arsip
        kembali = next(i for i in arsip.indikator(SASARAN_CAMAT) if i.teks == "Yang lama")
        assert arsip[baru.id] == replace(baru, urutan=1)
        assert arsip.realisasi(formulasi.id, 1) == isi
        (miliknya,) = arsip.formulasi(kembali.id)
        entri = arsip.realisasi(miliknya.id, 1)
        assert entri is not None
        assert entri.nilai == Decimal(5)
        kantor.kembalikan(nomor)
        assert kantor.ws.arsip[lama.id] == lama
        kantor.ws.undo()
        assert kantor.ws.arsip[baru.id] == replace(baru, urutan=1)


def test_what_was_not_there_yet_is_said(kantor: Kantor) -> None:
    nomor = kantor.nomor
    baru = kantor.ws.tambah(Sasaran(0, CAMAT, 0, "Baru"))
    with pytest.raises(RuleError, match="belum ada pada saat itu"):
        kantor.kembalikan_satu(nomor, baru)


def test_an_office_that_is_gone_does_not_come_back_alone(kantor: Kantor) -> None:
    ws = kantor.ws
    lain = ws.tambah(Kecamatan(0, 1, "Lain", "Kota", "Lain"))
    nomor = kantor.nomor
    ws.hapus(lain.id)
    with pytest.raises(RuleError, match="Kecamatan ini sudah dihapus"):
        kantor.kembalikan_satu(nomor, lain)


def test_a_year_that_is_gone_comes_back_with_its_states(kantor: Kantor) -> None:
    ws = kantor.ws
    ws.set_status(DOKUMEN, 1, StatusIsian.DIKUNCI)
    nomor, awal = kantor.nomor, kantor.isi()
    dokumen = ws.arsip[DOKUMEN]
    assert isinstance(dokumen, Dokumen)
    ws.hapus(DOKUMEN)
    kantor.kembalikan_satu(nomor, dokumen)
    assert kantor.isi() == awal
