"""Steps of ``realisasi.feature``: a real file, the real workspace."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from iki_desktop.core.angka import AngkaError, AngkaGandaError, format_persen, parse_angka, teks_sunting
from iki_desktop.core.formulasi import isi
from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, JenisFormulasi, Sasaran, Target
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas

scenarios("realisasi.feature")


class Kantor:
    """An office's file as a person has it open."""

    def __init__(self, path: Path) -> None:
        self.berkas = Berkas.buat(path)
        self.workspace = Workspace(self.berkas, [])
        changes = kerangka_baru(Identitas("Biatan", "Kabupaten", "Berau"), 2026, self.workspace.id_baru)
        self.workspace.terapkan("buat", changes)
        self.formulasi_id = self.indikator_id = 0

    @property
    def dokumen_id(self) -> int:
        return self.workspace.arsip.dokumen(self.workspace.arsip.kecamatan()[0].id)[0].id

    def buka_kembali(self, path: Path) -> None:
        self.berkas.tutup()
        self.berkas = Berkas.buka(path)
        self.workspace = Workspace(self.berkas, self.berkas.muat())


@pytest.fixture
def kantor(tmp_path):
    satu = Kantor(tmp_path / "kantor.iki")
    yield satu
    satu.berkas.tutup()


@given(parsers.parse('sebuah berkas kantor dengan jabatan "{nama}"'), target_fixture="jabatan")
def _(kantor, nama):
    return kantor.workspace.tambah(Jabatan(0, kantor.dokumen_id, 0, nama))


@given(parsers.parse('indikator "{teks}" dengan target {target:d} dan rasio "{pembilang}" per "{penyebut}"'))
def _(kantor, jabatan, teks, target, pembilang, penyebut):  # noqa: PLR0917  (the words of the step)
    w = kantor.workspace
    sasaran = w.tambah(Sasaran(0, jabatan.id, 0, "Pelayanan meningkat"))
    indikator = w.tambah(Indikator(0, sasaran.id, 0, teks, satuan="%", target=Target(Decimal(target))))
    rasio = Formulasi(0, indikator.id, 0, JenisFormulasi.RASIO, pembilang=pembilang, penyebut=penyebut)
    kantor.indikator_id, kantor.formulasi_id = indikator.id, w.tambah(rasio).id


@when(parsers.parse('triwulan {tw} diisi pembilang "{pembilang}" dan penyebut "{penyebut}"'))
def _(kantor, tw, pembilang, penyebut):
    for kunci, teks in (("pembilang", pembilang), ("penyebut", penyebut)):
        kantor.workspace.set_realisasi(kantor.formulasi_id, ROMAWI.index(tw) + 1, kunci, parse_angka(teks))


@when("isian terakhir diurungkan")
def _(kantor):
    kantor.workspace.undo()


@when("berkas dibuka kembali")
def _(kantor):
    kantor.buka_kembali(kantor.berkas.path)


@when("program mati mendadak lalu berkas dibuka kembali")
def _(kantor, tmp_path):
    """The file as it lies on the disk this instant, without any closing."""
    seadanya = tmp_path / "seadanya.iki"
    shutil.copy(kantor.berkas.path, seadanya)
    kantor.buka_kembali(seadanya)


def hasil(kantor, periode):
    return kantor.workspace.hasil_indikator(kantor.indikator_id, periode)


@then(parsers.parse('realisasi triwulan {tw} adalah "{teks}"'))
def _(kantor, tw, teks):
    assert format_persen(hasil(kantor, ROMAWI.index(tw) + 1).realisasi, 2) == teks


@then(parsers.parse('realisasi setahun adalah "{teks}"'))
def _(kantor, teks):
    assert format_persen(hasil(kantor, None).realisasi, 2) == teks


@then(parsers.parse('capaian triwulan {tw} adalah "{teks}" dengan kategori "{kategori}"'))
def _(kantor, tw, teks, kategori):
    satu = hasil(kantor, ROMAWI.index(tw) + 1)
    assert (format_persen(satu.capaian, 2), satu.kategori) == (teks, kategori)


@then(parsers.parse('triwulan {tw} tidak dapat dihitung karena "{sebab}"'))
def _(kantor, tw, sebab):
    satu = hasil(kantor, ROMAWI.index(tw) + 1)
    assert (satu.realisasi, satu.capaian) == (None, None)
    assert sebab in satu.sebab


@then(parsers.parse('"{teks}" ditolak dengan pilihan "{satu}" atau "{dua}"'))
def _(teks, satu, dua):
    with pytest.raises(AngkaGandaError) as galat:
        parse_angka(teks)
    assert tuple(teks_sunting(p) for p in galat.value.pilihan) == (satu, dua)


@then(parsers.parse('"{teks}" ditolak dan tidak ada yang berubah'))
def _(kantor, teks):
    sebelum = kantor.workspace.undo_text
    with pytest.raises(AngkaError):
        kantor.workspace.set_realisasi(kantor.formulasi_id, 1, "pembilang", parse_angka(teks))
    assert kantor.workspace.undo_text == sebelum


@then(
    parsers.re(r'triwulan (?P<tw>\w+) berisi pembilang "(?P<pembilang>.*)" dan penyebut "(?P<penyebut>.*)"')
)
def _(kantor, tw, pembilang, penyebut):
    realisasi = kantor.workspace.arsip.realisasi(kantor.formulasi_id, ROMAWI.index(tw) + 1)
    assert isi(realisasi, "pembilang") == parse_angka(pembilang)
    assert isi(realisasi, "penyebut") == parse_angka(penyebut)
