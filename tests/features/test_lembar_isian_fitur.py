"""Steps of ``lembar_isian.feature``: a real file, a real workbook, out and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from iki_desktop.core.ambil_isian import RencanaIsian, ambil, susun_rencana
from iki_desktop.core.angka import parse_angka, teks_sunting
from iki_desktop.core.errors import ImportFileError
from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, JenisFormulasi, Sasaran
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.lembar_isian import baca_lembar_isian
from iki_desktop.export.berkas_isian import tulis_satu_isian
from tests.exchange.lembar import isikan

scenarios("lembar_isian.feature")


class Kantor:
    """An office's file as a person has it open, and the sheet that was handed out."""

    def __init__(self, berkas: Berkas, folder: Path) -> None:
        self.workspace = Workspace(berkas, [])
        self.workspace.terapkan(
            "buat", kerangka_baru(Identitas("Biatan", "Kabupaten", "Berau"), 2026, self.workspace.id_baru)
        )
        self.lembar = folder / "lembar isian.xlsx"
        self.formulasi: dict[str, int] = {}

    @property
    def dokumen_id(self) -> int:
        return self.workspace.arsip.dokumen(self.workspace.arsip.kecamatan()[0].id)[0].id

    def rencana(self) -> RencanaIsian:
        return susun_rencana(self.workspace.arsip, baca_lembar_isian([self.lembar]))


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        yield Kantor(berkas, tmp_path)


@given(parsers.parse('sebuah berkas kantor dengan indikator "{satu}" dan "{dua}"'))
def _(kantor: Kantor, satu: str, dua: str) -> None:
    w = kantor.workspace
    jabatan = w.tambah(Jabatan(0, kantor.dokumen_id, 0, "Kepala Seksi Pelayanan Umum"))
    sasaran = w.tambah(Sasaran(0, jabatan.id, 0, "Pelayanan meningkat"))
    for teks in (satu, dua):
        indikator = w.tambah(Indikator(0, sasaran.id, 0, teks))
        kantor.formulasi[teks] = w.tambah(Formulasi(0, indikator.id, 0, JenisFormulasi.JUMLAH, teks=teks)).id


@given(parsers.parse('"{nama}" triwulan {tw} berisi "{nilai}"'))
@when(parsers.parse('"{nama}" triwulan {tw} di program diisi "{nilai}"'))
def _(kantor: Kantor, nama: str, tw: str, nilai: str) -> None:
    formulasi_id, triwulan = kantor.formulasi[nama], ROMAWI.index(tw) + 1
    kantor.workspace.set_realisasi(formulasi_id, triwulan, "nilai", parse_angka(nilai))


@given(parsers.parse("lembar isian triwulan {tw} sudah dibagikan"))
def _(kantor: Kantor, tw: str) -> None:
    snapshot = kantor.workspace.snapshot(kantor.dokumen_id)
    tulis_satu_isian(snapshot, kantor.lembar, triwulan=ROMAWI.index(tw) + 1)


@when(parsers.re('di lembar "(?P<nama>.*)" diisi "(?P<nilai>.*)"'))
def _(kantor: Kantor, nama: str, nilai: str) -> None:
    isikan(kantor.lembar, {(kantor.formulasi[nama], 0): nilai or None})


@when("lembar diambil")
def _(kantor: Kantor) -> None:
    ambil(kantor.workspace, kantor.rencana())


@when("pengambilan diurungkan")
def _(kantor: Kantor) -> None:
    kantor.workspace.undo()


@when(parsers.parse('indikator "{nama}" diganti menjadi "{baru}"'))
def _(kantor: Kantor, nama: str, baru: str) -> None:
    formulasi = kantor.workspace.arsip[kantor.formulasi[nama]]
    assert isinstance(formulasi, Formulasi)
    indikator = kantor.workspace.arsip[formulasi.indikator_id]
    assert isinstance(indikator, Indikator)
    kantor.workspace.ubah(replace(indikator, teks=baru))


@then(parsers.re('"(?P<nama>[^"]*)" triwulan (?P<tw>[IV]+) adalah "(?P<nilai>.*)"'))
def _(kantor: Kantor, nama: str, tw: str, nilai: str) -> None:
    realisasi = kantor.workspace.arsip.realisasi(kantor.formulasi[nama], ROMAWI.index(tw) + 1)
    ada = realisasi.nilai if realisasi else None
    assert ("" if ada is None else teks_sunting(ada)) == nilai


@then(parsers.parse('lembar ditolak karena "{sebab}"'))
def _(kantor: Kantor, sebab: str) -> None:
    with pytest.raises(ImportFileError) as salah:
        ambil(kantor.workspace, kantor.rencana())
    assert sebab in "\n".join(map(str, salah.value.temuan))
