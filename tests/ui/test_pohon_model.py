"""The tree's rows follow every edit, undo and redo, and never contradict the records."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Akumulasi,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Sasaran,
    Target,
)
from iki_desktop.core.workspace import IsiSel, Workspace
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui.pohon.model import PERAN_ANGKA, PERAN_LANGKAH, ModelPohon
from iki_desktop.ui.pohon.penyelaras import deret_naik_terpanjang
from iki_desktop.ui.pohon.susunan import PETUNJUK, SusunanPohon
from iki_desktop.ui.pohon.teks import judul
from iki_desktop.ui.sesi import Sesi

CAMPLONG = Path(__file__).resolve().parent.parent / "data" / "camplong.json"


def isi_model(model: ModelPohon, induk: QModelIndex = QModelIndex()) -> list[tuple[int, list]]:  # noqa: B008
    """Every row as Qt sees it."""
    baris = [model.index(b, 0, induk) for b in range(model.rowCount(induk))]
    return [(model.id_dari(i), isi_model(model, i)) for i in baris]


def isi_arsip(susunan: SusunanPohon, induk: int = AKAR) -> list[tuple[int, list]]:
    """Every row as the records have it."""
    return [(i, isi_arsip(susunan, i)) for i in susunan.anak(induk)]


def seharusnya(sesi: Sesi, *, menurut_atasan: bool) -> list[tuple[int, list]]:
    """The rows of a tree that is built anew."""
    return isi_arsip(SusunanPohon(sesi.arsip, sesi.tahun, menurut_atasan=menurut_atasan))


@pytest.fixture(params=[True, False], ids=["menurut atasan", "datar"])
def model(request: pytest.FixtureRequest, sesi_contoh: Sesi) -> Iterator[ModelPohon]:
    """A model that follows its session, under the eyes of Qt's own tester."""
    model = ModelPohon(sesi_contoh, menurut_atasan=request.param)
    sesi_contoh.berubah.connect(model.ikuti)
    sesi_contoh.ringkasan_berubah.connect(model.segarkan_angka)
    penguji = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    del penguji


def semua(sesi: Sesi, jenis: type) -> list:
    """The records of a kind, in no order that matters."""
    return [r for k in sesi.arsip.kecamatan() for r in sesi.arsip.turunan(k.id) if type(r) is jenis]


# --- a random life ---------------------------------------------------------------------------


class Kehidupan:
    """Random edits by the verbs of the workspace, as a person would make them."""

    def __init__(self, sesi: Sesi, acak: random.Random) -> None:
        self.sesi = sesi
        self.ws = sesi.workspace
        self.acak = acak

    def langkah(self) -> None:
        perbuatan: list[Callable[[], object]] = [
            self.tambah, self.tambah, self.hapus, self.pindah, self.pindah, self.atasan, self.atasan,
            self.ubah, self.gandakan, self.ws.undo, self.ws.undo, self.ws.redo, self.dokumen, self.borongan,
        ]  # fmt: skip
        with suppress(RuleError):  # a ring of atasan, a year twice: refused, and nothing may have moved
            self.acak.choice(perbuatan)()

    def pilih(self, *jenis: type):
        calon = [r for j in jenis for r in semua(self.sesi, j)]
        return self.acak.choice(calon) if calon else None

    def tambah(self) -> None:
        induk = self.pilih(Dokumen, Jabatan, Sasaran)
        posisi = self.acak.randrange(4)
        match induk:
            case Dokumen():
                atasan = self.acak.choice([None, *(j.id for j in self.sesi.arsip.jabatan(induk.id))])
                self.ws.tambah(Jabatan(0, induk.id, posisi, "Jabatan baru", atasan_id=atasan))
            case Jabatan():
                self.ws.tambah(Sasaran(0, induk.id, posisi, "Sasaran baru"))
            case Sasaran():
                self.ws.tambah(Indikator(0, induk.id, posisi, "Indikator baru"))

    def hapus(self) -> None:
        node = self.pilih(Jabatan, Sasaran, Indikator)
        if node is not None:
            self.ws.hapus(node.id)

    def pindah(self) -> None:
        node = self.pilih(Sasaran, Indikator, Jabatan)
        tujuan = {Sasaran: Jabatan, Indikator: Sasaran}.get(type(node))
        if isinstance(node, Jabatan):
            self.ws.pindah(node.id, node.dokumen_id, self.acak.randrange(12))
        elif tujuan is not None and node is not None:
            self.ws.pindah(node.id, self.pilih(tujuan).id, self.acak.randrange(5))

    def atasan(self) -> None:
        jabatan = self.pilih(Jabatan)
        if jabatan is not None:
            lain = [None, *(j.id for j in self.sesi.arsip.jabatan(jabatan.dokumen_id))]
            self.ws.pindah_jabatan(jabatan.id, self.acak.choice(lain), self.acak.choice([None, 0, 3]))

    def ubah(self) -> None:
        indikator = self.pilih(Indikator)
        if indikator is not None:
            self.ws.ubah(replace(indikator, teks=f"Indikator {self.acak.random()}"))

    def gandakan(self) -> None:
        node = self.pilih(Jabatan, Sasaran, Indikator)
        if node is not None:
            self.ws.gandakan(node.id)

    def dokumen(self) -> None:
        dokumen = self.pilih(Dokumen)
        if dokumen is None:
            kecamatan = self.pilih(Kecamatan)
            self.ws.tambah(Dokumen(0, kecamatan.id, 0, self.sesi.tahun))
        elif self.acak.random() < 0.3:
            self.ws.ubah(replace(dokumen, tahun=self.sesi.tahun + self.acak.choice([0, 1])))

    def borongan(self) -> None:
        """Many posts at once come under others: rings on the way, none at the end."""
        dokumen = self.pilih(Dokumen)
        jabatan = self.sesi.arsip.jabatan(dokumen.id) if dokumen else []
        self.acak.shuffle(jabatan)
        baru = [
            replace(
                j, atasan_id=jabatan[self.acak.randrange(k)].id if k and self.acak.random() < 0.8 else None
            )
            for k, j in enumerate(jabatan)
        ]
        self.ws.terapkan("susun ulang", [Change(a, b) for a, b in zip(jabatan, baru, strict=True)])


@pytest.mark.parametrize("benih", range(3))
def test_rows_follow_a_random_life(model: ModelPohon, sesi_contoh: Sesi, benih: int) -> None:
    isi_model(model)
    hidup = Kehidupan(sesi_contoh, random.Random(benih))
    for _ in range(40):
        hidup.langkah()
        assert isi_model(model) == seharusnya(sesi_contoh, menurut_atasan=model.susunan.menurut_atasan)


@pytest.mark.parametrize("benih", range(2))
def test_rows_nobody_asked_for_come_right_later(model: ModelPohon, sesi_contoh: Sesi, benih: int) -> None:
    hidup = Kehidupan(sesi_contoh, random.Random(100 + benih))
    model.rowCount()
    for _ in range(40):
        hidup.langkah()
    assert isi_model(model) == seharusnya(sesi_contoh, menurut_atasan=model.susunan.menurut_atasan)


# --- what stays ------------------------------------------------------------------------------


def test_a_moved_sasaran_keeps_its_row_and_what_is_under_it(model: ModelPohon, sesi_contoh: Sesi) -> None:
    isi_model(model)
    asal, tujuan = (j for j in semua(sesi_contoh, Jabatan)[:2])
    sasaran = sesi_contoh.arsip.sasaran(asal.id)[0]
    indikator = sesi_contoh.arsip.indikator(sasaran.id)[0]
    tetap = [QPersistentModelIndex(model.indeks(i)) for i in (sasaran.id, indikator.id)]
    sesi_contoh.workspace.pindah(sasaran.id, tujuan.id, 0)
    assert [model.id_dari(t) for t in tetap] == [sasaran.id, indikator.id]
    assert model.id_dari(tetap[0].parent()) == tujuan.id


def test_one_row_moves_in_one_step(model: ModelPohon, sesi_contoh: Sesi) -> None:
    isi_model(model)
    jabatan = semua(sesi_contoh, Jabatan)
    langkah: list[int] = []
    model.rowsMoved.connect(lambda *_: langkah.append(1))
    model.rowsInserted.connect(lambda *_: langkah.append(1))
    model.rowsRemoved.connect(lambda *_: langkah.append(1))
    tunggal = [j for j in jabatan if j.atasan_id == jabatan[0].id]
    sesi_contoh.workspace.pindah(tunggal[0].id, tunggal[0].dokumen_id, tunggal[-1].urutan)
    assert langkah == [1]


def test_a_value_touches_its_branch_alone(model: ModelPohon, sesi_contoh: Sesi) -> None:
    isi_model(model)
    sesi_contoh.ringkasan_berubah.emit()
    formulasi = next(f for i in semua(sesi_contoh, Indikator) for f in sesi_contoh.arsip.formulasi(i.id))
    jalur = {n.id for n in sesi_contoh.arsip.leluhur(formulasi.indikator_id) if not isinstance(n, Dokumen)}
    terkabar: set[int] = set()
    model.dataChanged.connect(lambda a, b: terkabar.update((model.id_dari(a), model.id_dari(b))))
    sesi_contoh.workspace.set_catatan(formulasi.id, 1, "menunggu data")
    assert not terkabar
    sesi_contoh.ringkasan_berubah.emit()
    assert terkabar == jalur


# --- what a row says ---------------------------------------------------------------------------


def test_text_of_a_file_is_never_markup_in_a_tooltip(model: ModelPohon, sesi_contoh: Sesi) -> None:
    indikator = semua(sesi_contoh, Indikator)[0]
    sesi_contoh.workspace.ubah(replace(indikator, teks="<b>tebal</b>\n<img src=x>" + "panjang " * 800))
    tooltip = model.indeks(indikator.id).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;tebal" in tooltip
    assert "<img" not in tooltip
    assert "\n" not in model.indeks(indikator.id).data(Qt.ItemDataRole.DisplayRole)


def test_the_tooltip_tells_how_a_figure_came_about(model: ModelPohon, sesi_contoh: Sesi) -> None:
    ws, sasaran = sesi_contoh.workspace, semua(sesi_contoh, Sasaran)[0]
    for nilai, bobot in ((80, 3), (100, None)):
        target = Target(Decimal(80), (None,) * 4, tahun_sampai=Decimal(85))
        satu = ws.tambah(
            Indikator(
                0,
                sasaran.id,
                0,
                "Kepuasan",
                target=target,
                akumulasi=Akumulasi.RATA_RATA,
                bobot=None if bobot is None else Decimal(bobot),
            )
        )
        formulasi = ws.tambah(Formulasi(0, satu.id, 0, JenisFormulasi.NILAI))
        ws.isi_banyak([IsiSel(formulasi.id, 1, "nilai", Decimal(nilai))])

    def alat(node_id: int) -> str:
        return model.indeks(node_id).data(Qt.ItemDataRole.ToolTipRole)

    tanpa, berbobot = (i.id for i in sesi_contoh.arsip.indikator(sasaran.id)[:2])
    assert "target TW I mengikuti target setahun 80–85" in alat(tanpa)
    assert "Bobotnya" not in alat(tanpa)
    assert "Bobotnya 3." in alat(berbobot)
    assert "Rata-rata berbobot 2 dari " in alat(sasaran.id)
    kecamatan = sesi_contoh.arsip.kecamatan()[0]
    assert "jabatan yang bercapaian" in alat(kecamatan.id)
    for indikator in sesi_contoh.arsip.indikator(sasaran.id)[:2]:
        ws.ubah(replace(indikator, bobot=Decimal(0)))
    assert "Capaian belum ada: semua bobotnya 0" in alat(sasaran.id)
    sesi_contoh.set_tahun(1999)
    assert "Rata-rata" not in alat(kecamatan.id), "there is no document of that year"


def test_figures_are_told_in_words_with_their_category(model: ModelPohon, sesi_contoh: Sesi) -> None:
    sasaran = semua(sesi_contoh, Sasaran)[0]
    ws = sesi_contoh.workspace
    baru = ws.tambah(Indikator(0, sasaran.id, 0, "Kepuasan", target=Target(tahun=Decimal(80))))
    formulasi = ws.tambah(Formulasi(0, baru.id, 0, JenisFormulasi.NILAI))
    angka = model.indeks(baru.id).data(PERAN_ANGKA)
    assert (angka.capaian, angka.terisi, angka.kelas) == ("—", "0/1", -1)
    ws.set_realisasi(formulasi.id, 1, "nilai", Decimal(69))
    sesi_contoh.ringkasan_berubah.emit()
    angka = model.indeks(baru.id).data(PERAN_ANGKA)
    assert (angka.capaian, angka.terisi, angka.kategori) == ("86,3 %", "1/1", "Tinggi")
    bacaan = model.indeks(baru.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert bacaan == "Kepuasan. Triwulan I: Capaian 86,25 %, Tinggi. Terisi 1 dari 1."


def test_an_empty_node_says_what_belongs_there(model: ModelPohon, sesi_contoh: Sesi) -> None:
    ws = sesi_contoh.workspace
    kecamatan = sesi_contoh.arsip.kecamatan()[0]
    baru = ws.tambah(Kecamatan(0, 1, "Baru", "kabupaten", "Berau"))
    petunjuk = model.index(0, 0, model.indeks(baru.id))
    assert petunjuk.data() == f"Belum ada dokumen {sesi_contoh.tahun}. Buat dokumen"
    ws.tambah(Dokumen(0, baru.id, 0, sesi_contoh.tahun))
    assert petunjuk.data(PERAN_LANGKAH) == ("Belum ada jabatan.", "Tambah jabatan")
    dokumen = sesi_contoh.dokumen_dari(baru.id)
    assert dokumen is not None
    jabatan = ws.tambah(Jabatan(0, dokumen.id, 0, "Camat"))
    assert model.id_dari(model.index(0, 0, model.indeks(baru.id))) == jabatan.id
    assert model.index(0, 0, model.indeks(jabatan.id)).data() == "Belum ada sasaran. Tambah sasaran"
    ws.hapus(kecamatan.id)
    ws.hapus(baru.id)
    assert model.index(0, 0).data() == "Belum ada kecamatan. Tambah kecamatan"
    assert model.id_dari(model.index(0, 0)) == PETUNJUK


def test_offices_stand_side_by_side(model: ModelPohon, sesi_contoh: Sesi) -> None:
    ws = sesi_contoh.workspace
    ws.terapkan(*rencana_impor(ws.arsip, baca_iki_json(CAMPLONG), ws.id_baru))
    assert [i for i, _ in isi_model(model)] == [k.id for k in sesi_contoh.arsip.kecamatan()]
    assert model.index(1, 0).data() == judul(sesi_contoh.arsip.kecamatan()[1])
    model.atur(2021, menurut_atasan=False)
    assert [len(anak) for _, anak in isi_model(model)] == [1, 6]


def test_a_ring_of_atasan_in_a_damaged_file_is_still_shown(sesi_contoh: Sesi) -> None:
    satu, dua, tiga = semua(sesi_contoh, Jabatan)[:3]
    records = list(sesi_contoh.arsip.turunan(sesi_contoh.arsip.kecamatan()[0].id))
    cincin = {satu.id: dua.id, dua.id: satu.id, tiga.id: satu.id}
    rusak = [replace(r, atasan_id=cincin.get(r.id)) if isinstance(r, Jabatan) else r for r in records]
    arsip = Workspace(sesi_contoh.workspace._store, rusak).arsip
    susunan = SusunanPohon(arsip, sesi_contoh.tahun, menurut_atasan=True)
    kecamatan = arsip.kecamatan()[0].id
    assert {satu.id, dua.id} <= set(susunan.anak(kecamatan))
    assert tiga.id in susunan.anak(satu.id)


@pytest.mark.parametrize("benih", range(20))
def test_the_longest_rising_run_rises_and_none_is_longer(benih: int) -> None:
    deret = random.Random(benih).sample(range(30), 9)
    hasil = [a for a in deret if a in deret_naik_terpanjang(deret)]
    assert hasil == sorted(hasil)
    terpanjang = {0: 0}
    for k, angka in enumerate(deret):
        terpanjang[k + 1] = 1 + max((terpanjang[j + 1] for j in range(k) if deret[j] < angka), default=0)
    assert len(hasil) == max(terpanjang.values())
