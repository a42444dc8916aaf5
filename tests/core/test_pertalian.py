"""Records hold together whatever is taken back or brought back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import TidakSepadanError
from iki_desktop.core.pertalian import ID_TERBESAR, periksa_pertalian
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Realisasi,
    Record,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
    Terbitan,
)
from tests.core.kantor import CAMAT, KASI, SASARAN_CAMAT, SEKRETARIS, isi_kantor

DOKUMEN, LAIN = 2, 3


def arsip() -> Arsip:
    """The office, with a second year beside the first."""
    return Arsip([*isi_kantor(), Dokumen(LAIN, 1, 1, 2027), StatusTriwulan(LAIN, 1, StatusIsian.SELESAI)])


def terapkan(arsip: Arsip, *changes: Change) -> None:
    arsip.terapkan(changes)
    periksa_pertalian(arsip, changes)


def ubah(arsip: Arsip, node_id: int, **isi: object) -> Change:
    return Change(arsip[node_id], replace(arsip[node_id], **isi))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "record",
    [
        Kecamatan(-1, 0, "A", "Kabupaten", "B"),
        Kecamatan(ID_TERBESAR + 1, 0, "A", "Kabupaten", "B"),
        Jabatan(50, 77, 0, "tanpa dokumen"),
        Jabatan(50, CAMAT, 0, "di bawah jabatan"),
        Jabatan(50, DOKUMEN, 9, "atasan tiada", atasan_id=77),
        Jabatan(50, DOKUMEN, 9, "atasan bukan jabatan", atasan_id=SASARAN_CAMAT),
        Jabatan(50, DOKUMEN, 9, "atasan sendiri", atasan_id=50),
        Jabatan(50, LAIN, 9, "atasan tahun lain", atasan_id=CAMAT),
        Formulasi(50, 1001, 1, JenisFormulasi.NILAI, sumber_id=77),
        Formulasi(50, 1001, 1, JenisFormulasi.NILAI, sumber_id=50),
        Formulasi(50, 1001, 1, JenisFormulasi.NILAI, sumber_id=1001),
        Realisasi(77, 1, nilai=Decimal(1)),
        Realisasi(10040, 0, nilai=Decimal(1)),
        Realisasi(10040, 5, nilai=Decimal(1)),
        StatusTriwulan(DOKUMEN, 5, StatusIsian.SELESAI),
        StatusTriwulan(77, 1, StatusIsian.SELESAI),
        Terbitan(DOKUMEN, -1, "", ""),
    ],
)
def test_what_has_no_place_does_not_come(record: Record) -> None:
    with pytest.raises(TidakSepadanError, match="tidak cocok"):
        terapkan(arsip(), Change(None, record))


@pytest.mark.parametrize(
    "record",
    [
        Kecamatan(ID_TERBESAR, 0, "A", "Kabupaten", "B"),
        Jabatan(50, DOKUMEN, 9, "Staf", atasan_id=KASI),
        Formulasi(50, 1001, 1, JenisFormulasi.NILAI, sumber_id=10020),
        Realisasi(10040, 4, nilai=Decimal(1)),
        Terbitan(DOKUMEN, 0, "", ""),
    ],
)
def test_what_has_one_does(record: Record) -> None:
    ini = arsip()
    terapkan(ini, Change(None, record))
    terapkan(ini, Change(record, None))


@pytest.mark.parametrize(
    "node_id, isi",
    [
        (CAMAT, {"atasan_id": KASI}),
        (CAMAT, {"dokumen_id": LAIN}),
        (SASARAN_CAMAT, {"jabatan_id": SASARAN_CAMAT}),
        (1001, {"sasaran_id": 1001}),
        (10010, {"sumber_id": 10040}),
    ],
)
def test_what_moves_takes_its_own_along_and_makes_no_circle(node_id: int, isi: dict[str, object]) -> None:
    ini = arsip()
    with pytest.raises(TidakSepadanError):
        terapkan(ini, ubah(ini, node_id, **isi))


@pytest.mark.parametrize("node_id", [1, LAIN, CAMAT, SEKRETARIS, SASARAN_CAMAT, 1001, 10010])
def test_nothing_is_left_behind(node_id: int) -> None:
    ini = arsip()
    with pytest.raises(TidakSepadanError):
        terapkan(ini, Change(ini[node_id], None))


def test_what_shares_is_not_left_behind_nor_shared_in_turn() -> None:
    ini = arsip()
    berbagi = Formulasi(50, 1001, 1, JenisFormulasi.NILAI, sumber_id=10040)
    terapkan(ini, Change(None, berbagi))
    with pytest.raises(TidakSepadanError):
        terapkan(ini, Change(None, Realisasi(50, 1, nilai=Decimal(1))))
    ini = arsip()
    terapkan(ini, Change(None, berbagi))
    with pytest.raises(TidakSepadanError):
        terapkan(ini, ubah(ini, 10040, sumber_id=10020))
    ini = arsip()
    terapkan(ini, Change(None, berbagi))
    with pytest.raises(TidakSepadanError):
        terapkan(ini, Change(ini[10040], None))


def test_a_number_that_becomes_another_kind_leaves_nothing_of_the_first() -> None:
    ini = arsip()
    with pytest.raises(TidakSepadanError):
        terapkan(ini, Change(ini[1001], None), Change(None, Sasaran(1001, CAMAT, 9, "Lain")))
    ini = arsip()
    terapkan(ini, Change(ini[1001], None), Change(None, replace_indikator(ini)))


def replace_indikator(arsip: Arsip) -> Indikator:
    lama = arsip[1001]
    assert isinstance(lama, Indikator)
    return replace(lama, teks="Lain")
