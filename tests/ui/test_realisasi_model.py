"""The grid's model: rows, cells, what an edit repaints, how rows come and go.  No window."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from iki_desktop.core.angka import AngkaError, AngkaGandaError
from iki_desktop.core.records import (
    Arah,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    PengaturanCapaian,
    Sasaran,
    Target,
)
from iki_desktop.core.workspace import IsiSel
from iki_desktop.ui.realisasi.baris import Baris, JenisBaris
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.sel import CATATAN, Gaya, KunciSel
from iki_desktop.ui.sesi import Sesi


class Meja:
    """A model over a session, with its tester and a record of what it asked to be repainted."""

    def __init__(self, sesi: Sesi) -> None:
        self.sesi = sesi
        self.ws = sesi.workspace
        self.model = ModelRealisasi(sesi.workspace)
        self.penguji = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        dokumen = sesi.dokumen_aktif()
        assert dokumen is not None
        self.dokumen = dokumen
        sesi.berubah.connect(self.model.ikuti)
        self.baris_dilukis: list[int] = []
        self.reset = 0
        self.model.dataChanged.connect(self._catat)
        self.model.modelReset.connect(self._reset)

    def _catat(self, awal: QModelIndex, akhir: QModelIndex, *_: object) -> None:
        self.baris_dilukis += range(awal.row(), akhir.row() + 1)

    def _reset(self) -> None:
        self.reset += 1

    def lihat(self, jabatan: int | None = None, periode: int | None = 1) -> None:
        jabatan_id = self.jabatan(jabatan).id if jabatan is not None else 0
        self.model.set_lingkup(self.dokumen.id, jabatan_id, periode)
        self.reset = 0

    def jabatan(self, nomor: int) -> Jabatan:
        return self.sesi.arsip.jabatan(self.dokumen.id)[nomor]

    def indikator(self, jabatan: int, nomor: int) -> Indikator:
        semua = [
            i
            for s in self.sesi.arsip.sasaran(self.jabatan(jabatan).id)
            for i in self.sesi.arsip.indikator(s.id)
        ]
        return semua[nomor]

    def formulasi(self, jabatan: int, indikator: int, nomor: int = 0) -> Formulasi:
        return self.sesi.arsip.formulasi(self.indikator(jabatan, indikator).id)[nomor]

    def nomor(self, node_id: int) -> int:
        nomor = self.model.nomor_baris(node_id)
        assert nomor is not None
        return nomor

    def kolom(self, jenis: JenisKolom, slot: int = 0, triwulan: int | None = None) -> int:
        return next(
            n
            for n, k in enumerate(self.model.kolom)
            if k.jenis is jenis and k.slot == slot and triwulan in (None, k.triwulan)
        )

    def teks(self, node_id: int, jenis: JenisKolom, slot: int = 0) -> str:
        index = self.model.index(self.nomor(node_id), self.kolom(jenis, slot))
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def isi(self, formulasi: Formulasi, kunci: str, teks: str, triwulan: int = 1) -> None:
        self.model.isi(KunciSel(formulasi.id, triwulan, kunci), teks)

    def susunan(self) -> list[Baris]:
        return list(self.model.semua_baris())

    def susunan_segar(self) -> list[Baris]:
        segar = ModelRealisasi(self.ws)
        segar.set_lingkup(self.dokumen.id, self.model._jabatan_id, self.model.periode)
        return list(segar.semua_baris())


@pytest.fixture
def meja(sesi_contoh: Sesi) -> Iterator[Meja]:
    meja = Meja(sesi_contoh)
    meja.lihat(0)
    yield meja
    sesi_contoh.berubah.disconnect(meja.model.ikuti)


def test_an_indicator_with_one_formula_is_one_row_with_several_it_heads_them(meja):
    jenis = [b.jenis.name for b in meja.model.semua_baris()]
    assert jenis[:6] == ["JABATAN", "SASARAN", "INDIKATOR", "FORMULASI", "FORMULASI", "FORMULASI"]
    assert set(jenis[6:]) == {"TUNGGAL"}
    assert meja.nomor(meja.indikator(0, 1).id) == meja.nomor(meja.formulasi(0, 1).id)
    assert meja.model.nomor_baris(999_999) is None


def test_the_whole_office_has_the_rows_of_every_jabatan(meja):
    meja.lihat()
    jabatan = [b.id for b in meja.model.semua_baris() if b.jenis is JenisBaris.JABATAN]
    assert jabatan == [j.id for j in meja.sesi.arsip.jabatan(meja.dokumen.id)]


def test_a_formula_of_three_variables_makes_three_input_columns(meja):
    meja.lihat(8)
    formulasi = meja.formulasi(8, 0)
    assert [k.judul for k in meja.model.kolom if k.jenis is JenisKolom.ISIAN] == [
        "Nilai",
        "Isian 2",
        "Isian 3",
    ]
    petunjuk = [meja.model.sel(meja.nomor(formulasi.id), 1 + n).petunjuk for n in range(3)]
    assert petunjuk == ["Jumlah Pegawai", "hari kerja efektif", "hari tidak masuk kerja"]


def test_figures_appear_with_their_units(meja):
    ratio = meja.formulasi(0, 0)
    meja.isi(ratio, "pembilang", "45")
    meja.isi(ratio, "penyebut", "60")
    assert meja.teks(ratio.id, JenisKolom.REALISASI) == "75,00"
    assert meja.model.sel(meja.nomor(ratio.id), meja.kolom(JenisKolom.REALISASI)).satuan == "%"
    assert meja.teks(meja.indikator(0, 0).id, JenisKolom.REALISASI) == "75,00"
    assert meja.teks(meja.indikator(0, 0).id, JenisKolom.KATEGORI) == "target belum ada"


def test_capaian_and_its_class_reach_the_group_rows(meja):
    indikator = meja.indikator(0, 1)
    meja.ws.ubah(replace(indikator, target=Target(tahun=Decimal(80))))
    meja.isi(meja.formulasi(0, 1), "nilai", "82,5")
    for node_id in (indikator.id, indikator.sasaran_id, meja.jabatan(0).id):
        assert meja.teks(node_id, JenisKolom.CAPAIAN) == "103,13 %"
        assert meja.teks(node_id, JenisKolom.KATEGORI) == "Sangat Tinggi"
    assert meja.teks(meja.jabatan(0).id, JenisKolom.REALISASI) == "terisi 1 dari 10"


def test_an_edit_repaints_the_rows_that_depend_on_it_and_no_other(meja):
    formulasi = meja.formulasi(0, 0, 1)
    meja.isi(formulasi, "pembilang", "4")
    harus = {meja.jabatan(0).id, meja.indikator(0, 0).sasaran_id, meja.indikator(0, 0).id, formulasi.id}
    assert sorted(meja.baris_dilukis) == sorted(meja.nomor(i) for i in harus)
    assert meja.reset == 0


def test_undo_shows_at_once(meja):
    formulasi = meja.formulasi(0, 1)
    meja.isi(formulasi, "nilai", "82,5")
    assert meja.teks(formulasi.id, JenisKolom.ISIAN) == "82,5"
    meja.baris_dilukis.clear()
    meja.ws.undo()
    assert meja.teks(formulasi.id, JenisKolom.ISIAN) == ""
    assert meja.nomor(formulasi.id) in meja.baris_dilukis


def test_a_block_is_repainted_in_runs(meja):
    meja.lihat()
    sinyal = []
    meja.model.dataChanged.connect(lambda a, b, *_: sinyal.append((a.row(), b.row())))
    formulasi = [meja.formulasi(0, n) for n in range(1, 8)]
    meja.ws.isi_banyak([IsiSel(f.id, 1, "pembilang", Decimal(1)) for f in formulasi])
    assert sinyal == [(0, 1), (meja.nomor(formulasi[0].id), meja.nomor(formulasi[-1].id))]


def test_an_edit_elsewhere_repaints_nothing(meja):
    meja.isi(meja.formulasi(4, 0), "nilai", "3")
    assert meja.baris_dilukis == []


@pytest.mark.parametrize("teks", ["abc", "1,234,567", "9" * 40, "%", "--3", "١٢"])
def test_what_is_no_number_is_refused_and_changes_nothing(meja, teks):
    formulasi = meja.formulasi(0, 1)
    with pytest.raises(AngkaError):
        meja.isi(formulasi, "nilai", teks)
    assert meja.ws.undo_text is None


def test_what_has_two_readings_is_not_guessed(meja):
    with pytest.raises(AngkaGandaError):
        meja.isi(meja.formulasi(0, 1), "nilai", "1.234")


def test_set_data_enters_only_where_something_can_be_entered(meja):
    formulasi = meja.formulasi(0, 1)
    nomor = meja.nomor(formulasi.id)
    assert meja.model.setData(meja.model.index(nomor, meja.kolom(JenisKolom.ISIAN)), "5")
    assert not meja.model.setData(meja.model.index(nomor, meja.kolom(JenisKolom.TARGET)), "5")
    assert not meja.model.setData(QModelIndex(), "5")
    assert meja.model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert meja.model.data(QModelIndex()) is None


def test_a_note_is_kept_with_its_lines_and_shown_on_one(meja):
    formulasi = meja.formulasi(0, 1)
    meja.isi(formulasi, CATATAN, "baris satu\x0bbaris <b>dua</b>")
    index = meja.model.index(meja.nomor(formulasi.id), meja.kolom(JenisKolom.CATATAN))
    assert index.data() == "baris satu baris <b>dua</b>"
    assert index.data(Qt.ItemDataRole.EditRole) == "baris satu\nbaris <b>dua</b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_typing_is_previewed_without_changing_anything(meja):
    indikator, formulasi = meja.indikator(0, 1), meja.formulasi(0, 1)
    meja.ws.ubah(replace(indikator, target=Target(tahun=Decimal(80))))
    kunci = KunciSel(formulasi.id, 1, "nilai")
    meja.model.pratinjau(kunci, "40")
    assert meja.teks(formulasi.id, JenisKolom.CAPAIAN) == "50,00 %"
    assert meja.teks(meja.jabatan(0).id, JenisKolom.CAPAIAN) == "50,00 %"
    assert meja.model.dipratinjau(meja.nomor(formulasi.id))
    meja.model.pratinjau(kunci, "40x")
    assert meja.teks(formulasi.id, JenisKolom.CAPAIAN) == "", "what is no number shows things as they are"
    meja.model.pratinjau(kunci, "80")
    meja.model.batal_pratinjau()
    assert meja.teks(meja.jabatan(0).id, JenisKolom.CAPAIAN) == ""
    assert meja.sesi.arsip.realisasi(formulasi.id, 1) is None


def test_the_year_shows_the_four_quarters_side_by_side(meja):
    meja.lihat(0, None)
    grup = [k.grup for k in meja.model.kolom]
    assert grup == ["", *[f"Triwulan {r}" for r in ("I", "II", "III", "IV") for _ in "12"], *["Setahun"] * 4]
    formulasi = meja.formulasi(0, 0)
    meja.isi(formulasi, "pembilang", "3", triwulan=3)
    nomor = meja.nomor(formulasi.id)
    assert meja.model.sel(nomor, meja.kolom(JenisKolom.ISIAN, 0, 3)).teks == "3"
    assert meja.model.cari(KunciSel(formulasi.id, 3, "pembilang")).column() == meja.kolom(
        JenisKolom.ISIAN, 0, 3
    )


def test_another_quarter_keeps_the_rows(meja):
    meja.model.set_lingkup(meja.dokumen.id, meja.jabatan(0).id, 2)
    assert meja.reset == 0
    assert {k.triwulan for k in meja.model.kolom if k.jenis is JenisKolom.ISIAN} == {2}


def test_words_alone_are_shown_and_cannot_be_entered(meja):
    formulasi = meja.formulasi(0, 1)
    meja.ws.ubah(replace(formulasi, jenis=JenisFormulasi.TEKS))
    nomor = meja.nomor(formulasi.id)
    assert all(meja.model.kunci(nomor, n) is None for n in range(len(meja.model.kolom)))
    assert meja.teks(formulasi.id, JenisKolom.KATEGORI) == "tidak dihitung"
    assert meja.model.sel(nomor, 0).gaya is Gaya.URAIAN_REDUP


def test_a_ratio_is_in_percent_where_no_unit_is_given(meja):
    for nomor in (0, 3):
        meja.ws.ubah(replace(meja.indikator(0, nomor), satuan=None))
        meja.isi(meja.formulasi(0, nomor), "pembilang", "1")
        meja.isi(meja.formulasi(0, nomor), "penyebut", "3")
        sel = meja.model.sel(meja.nomor(meja.indikator(0, nomor).id), meja.kolom(JenisKolom.REALISASI))
        assert (sel.teks, sel.satuan) == ("33,33", "%")


def test_a_constant_denominator_stands_in_the_second_input(meja):
    formulasi = meja.formulasi(0, 3)
    meja.ws.ubah(replace(formulasi, penyebut_tetap=Decimal("1400.5")))
    assert meja.teks(formulasi.id, JenisKolom.ISIAN, 1) == "÷ 1.400,5"
    meja.ws.ubah(replace(formulasi, jenis=JenisFormulasi.SELISIH, penyebut_tetap=Decimal(14)))
    assert meja.teks(formulasi.id, JenisKolom.ISIAN, 1) == "− 14"


@pytest.mark.parametrize(
    "bagian, teks",
    [
        ({"pembilang": "Hadir", "penyebut": "Undangan"}, "Hadir ÷ Undangan"),
        ({"pembilang": "Hadir", "penyebut": None, "penyebut_tetap": Decimal(14)}, "Hadir ÷ 14"),
        ({"pembilang": "Hadir", "penyebut": None}, "Hadir"),
        ({"pembilang": "A", "penyebut": "B", "jenis": JenisFormulasi.SELISIH}, "A − B"),
        ({"pembilang": None, "jenis": JenisFormulasi.RUMUS, "rumus": "a * b"}, "a * b"),
        ({"pembilang": None, "jenis": JenisFormulasi.NILAI}, "Formulasi"),
    ],
)
def test_a_formula_without_words_is_told_by_its_parts(meja, bagian, teks):
    formulasi = meja.formulasi(0, 0)
    meja.ws.ubah(replace(formulasi, teks=None, **bagian))
    nomor = meja.nomor(formulasi.id)
    assert meja.model.sel(nomor, 0).teks == teks
    assert meja.model.index(nomor, 0).data(Qt.ItemDataRole.AccessibleTextRole) == teks


def test_an_indicator_without_a_formula_says_so(meja):
    baru = meja.ws.tambah(Indikator(0, meja.indikator(0, 0).sasaran_id, 0, "Baru", target=Target(teks="dua")))
    assert meja.teks(baru.id, JenisKolom.KATEGORI) == "belum ada formulasi"
    assert meja.teks(baru.id, JenisKolom.TARGET) == "dua"
    assert meja.model.index(meja.nomor(baru.id), 0).data(Qt.ItemDataRole.ToolTipRole).endswith("Baru</p>")


def test_a_sasaran_without_indicators_says_so(meja):
    baru = meja.ws.tambah(Sasaran(0, meja.jabatan(0).id, 0, "Baru"))
    assert meja.teks(baru.id, JenisKolom.REALISASI) == "belum ada indikator"
    indikator = meja.ws.tambah(Indikator(0, baru.id, 0, "Baru"))
    assert meja.teks(baru.id, JenisKolom.REALISASI) == "belum ada formulasi"
    meja.ws.tambah(Formulasi(0, indikator.id, 0, JenisFormulasi.TEKS, teks="Kata saja"))
    assert meja.teks(baru.id, JenisKolom.REALISASI) == "tidak dihitung"


def test_what_is_missing_is_named(meja):
    formulasi = meja.formulasi(0, 0)
    meja.isi(formulasi, "pembilang", "3")
    assert "belum diisi" in meja.teks(formulasi.id, JenisKolom.KATEGORI)


def test_each_cell_says_what_it_is(meja):
    formulasi = meja.formulasi(2, 0)
    meja.lihat(2)
    meja.isi(formulasi, "pembilang", "12")
    baca = meja.model.index(meja.nomor(formulasi.id), 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert baca == (
        "Persentase surat tanah yang masuk. Pembilang: Jumlah surat tanah yang telah dilakukan register, "
        "triwulan I: 12"
    )
    assert (
        meja.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Jabatan: Kepala Seksi Pemerintahan"
    )
    kosong = meja.model.index(meja.nomor(formulasi.id), 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert kosong.endswith("triwulan I: kosong")
    kepala = meja.model.headerData(1, Qt.Orientation.Horizontal)
    assert kepala == "Pembilang / nilai"


# --- rows come and go ---------------------------------------------------------------------------


def test_a_new_indicator_is_inserted_where_it_belongs(meja):
    letak = QPersistentModelIndex(meja.model.index(meja.nomor(meja.formulasi(0, 4).id), 1))
    sasaran = meja.indikator(0, 0).sasaran_id
    baru = meja.ws.tambah(Indikator(0, sasaran, 2, "Baru"))
    assert meja.model.baris(meja.nomor(baru.id)).jenis is JenisBaris.INDIKATOR
    meja.ws.tambah(Formulasi(0, baru.id, 0, JenisFormulasi.NILAI))
    assert meja.model.baris(meja.nomor(baru.id)).jenis is JenisBaris.TUNGGAL
    assert letak.row() == meja.nomor(meja.formulasi(0, 5).id)
    assert meja.susunan() == meja.susunan_segar()
    assert meja.reset == 0


def test_a_deleted_sasaran_goes_with_its_rows_and_comes_back(meja):
    meja.lihat(2)
    sebelum = meja.susunan()
    meja.ws.hapus(meja.indikator(2, 0).sasaran_id)
    assert len(meja.susunan()) == len(sebelum) - 2
    assert meja.baris_dilukis, "the jabatan's figures are another sum now"
    meja.ws.undo()
    assert meja.susunan() == sebelum
    assert meja.reset == 0


def test_moved_rows_keep_what_points_at_them(meja):
    indikator = meja.indikator(0, 1)
    letak = QPersistentModelIndex(meja.model.index(meja.nomor(indikator.id), 1))
    meja.ws.pindah(indikator.id, indikator.sasaran_id, 5)
    assert letak.row() == meja.nomor(indikator.id)
    assert meja.susunan() == meja.susunan_segar()
    assert meja.reset == 0


def test_the_shown_jabatan_may_go_and_return(meja):
    sebelum = meja.susunan()
    meja.ws.hapus(meja.jabatan(0).id)
    assert meja.model.rowCount() == 0
    meja.ws.undo()
    assert meja.susunan() == sebelum


def test_another_way_of_computing_repaints_everything(meja):
    rasio, nilai = meja.formulasi(0, 0), meja.formulasi(0, 1)
    meja.isi(nilai, "nilai", "82,456")
    meja.isi(rasio, "pembilang", "1")
    meja.isi(rasio, "penyebut", "3")
    meja.ws.ubah(replace(meja.dokumen, capaian=PengaturanCapaian(desimal=1)))
    assert meja.teks(rasio.id, JenisKolom.REALISASI) == "33,3"
    assert meja.teks(nilai.id, JenisKolom.REALISASI) == "82,456", "what was read off stays as it was typed"
    assert set(meja.baris_dilukis) == set(range(meja.model.rowCount()))


def test_more_variables_bring_more_columns(meja):
    formulasi = meja.formulasi(0, 1)
    variabel = tuple((n, n) for n in ("a", "b", "c", "d"))
    meja.ws.ubah(replace(formulasi, jenis=JenisFormulasi.RUMUS, rumus="a+b+c+d", variabel=variabel))
    assert sum(k.jenis is JenisKolom.ISIAN for k in meja.model.kolom) == 4
    meja.ws.undo()
    assert sum(k.jenis is JenisKolom.ISIAN for k in meja.model.kolom) == 2


@pytest.mark.parametrize("benih", range(3))
def test_a_random_life_ends_where_a_fresh_model_begins(meja, benih):
    """Every kind of edit, with the tester watching: rows and cells are those of a model made anew."""
    acak = random.Random(benih)
    meja.lihat(None if benih % 2 else 0)
    for _ in range(40):
        _satu_edit(meja, acak)
    assert meja.susunan() == meja.susunan_segar()
    segar = ModelRealisasi(meja.ws)
    segar.set_lingkup(meja.dokumen.id, meja.model._jabatan_id, 1)
    assert [k.judul for k in segar.kolom] == [k.judul for k in meja.model.kolom]
    for nomor in range(segar.rowCount()):
        for kolom in range(segar.columnCount()):
            assert meja.model.sel(nomor, kolom) == segar.sel(nomor, kolom)


def _satu_edit(meja: Meja, acak: random.Random) -> None:
    arsip, ws = meja.sesi.arsip, meja.ws
    node = [r for r in arsip.turunan(meja.dokumen.id) if isinstance(r, Sasaran | Indikator | Formulasi)]
    pilih = acak.choice(node)
    induk_lain = [n for n in node if isinstance(n, Sasaran)]
    match acak.randrange(8):
        case 0 | 1 | 2 if isinstance(pilih, Formulasi):
            kunci = acak.choice(["pembilang", "penyebut", "nilai"])
            ws.set_realisasi(pilih.id, 1, kunci, Decimal(acak.randrange(100)))
        case 3:
            ws.hapus(pilih.id)
            ws.undo()
        case 4 if len(node) > 20:
            ws.hapus(pilih.id)
        case 5:
            ws.gandakan(pilih.id)
        case 6 if isinstance(pilih, Indikator):
            ws.pindah(pilih.id, acak.choice(induk_lain).id, acak.randrange(3))
        case 7 if isinstance(pilih, Indikator):
            ws.ubah(replace(pilih, arah=Arah.TURUN, target=Target(tahun=Decimal(50))))
        case _:
            ws.undo()
