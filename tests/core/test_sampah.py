"""What was deleted is kept with everything under it, and comes back to its place or to another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Node,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.sampah import himpun, kembalikan, kepala, kosongkan, muat_di, rincian
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import (
    CAMAT,
    KASI,
    SASARAN_CAMAT,
    SASARAN_KEDUA,
    SASARAN_SEKRETARIS,
    SEKRETARIS,
    Laci,
    buka_kantor,
    isi_arsip,
    isi_kantor,
)

SAAT = datetime(2026, 11, 20, 8, 1, tzinfo=UTC)


def kantor() -> tuple[Workspace, Laci]:
    laci = Laci(isi_kantor())
    return Workspace(laci, isi_kantor(), jam=lambda: SAAT), laci


def pulang(ws: Workspace, nomor: int = 0, induk: int | None = None) -> Sampah:
    satu = ws.arsip.sampah()[nomor]
    assert ws.terapkan(*kembalikan(ws.arsip, satu, ws.id_baru, induk)) is not None
    return satu


@pytest.mark.parametrize("node_id", [2, CAMAT, KASI, SASARAN_CAMAT, SASARAN_KEDUA, 1001, 1002, 10010])
def test_what_is_deleted_comes_back_as_it_was(node_id: int) -> None:
    ws, laci = kantor()
    awal = isi_arsip(ws.arsip)
    if node_id == CAMAT:  # those under it stay where they went
        ws.pindah_jabatan(SEKRETARIS, None)
        awal = isi_arsip(ws.arsip)
    ws.hapus(node_id)
    assert len(ws.arsip.sampah()) == 1
    satu = pulang(ws)
    assert isi_arsip(ws.arsip) == awal
    assert ws.arsip.sampah() == []
    assert ws.undo_text == f"kembalikan {satu.teks} dari tempat sampah"
    ws.undo()
    assert node_id not in ws.arsip
    assert ws.arsip.sampah() == [satu]
    ws.undo()
    assert (isi_arsip(ws.arsip), ws.arsip.sampah()) == (awal, [])
    assert len(laci.edits) == 4 + (node_id == CAMAT)


def test_it_says_what_when_and_how_much() -> None:
    ws, _ = kantor()
    ws.hapus(CAMAT)
    ws.hapus(KASI)
    kasi, camat = ws.arsip.sampah()
    assert (camat.nomor, kasi.nomor) == (1, 2)
    assert camat.teks == "jabatan “Camat”"
    assert datetime.fromisoformat(camat.waktu) == SAAT
    assert rincian(camat.isi) == "2 sasaran, 3 indikator, 3 formulasi, dan 2 isian"
    assert rincian(kasi.isi) == ""
    assert kepala(camat.isi).id == CAMAT


def test_without_a_clock_the_moment_is_not_known() -> None:
    ws, _ = buka_kantor()
    ws.hapus(KASI)
    assert ws.arsip.sampah()[0].waktu == ""


def test_an_office_is_not_kept() -> None:
    ws, _ = kantor()
    ws.hapus(1)
    assert ws.arsip.sampah() == []


def test_a_year_comes_back_with_its_states_but_not_beside_its_like() -> None:
    ws, _ = kantor()
    ws.set_status(2, 1, StatusIsian.DIKUNCI)
    awal = isi_arsip(ws.arsip)
    ws.hapus(2)
    assert not ws.arsip.terkunci()
    pulang(ws)
    assert isi_arsip(ws.arsip) == awal
    ws.hapus(2)
    ws.tambah(Dokumen(0, 1, 0, 2026))
    with pytest.raises(RuleError, match="Dokumen tahun 2026 sudah ada"):
        pulang(ws)


def test_entries_of_a_locked_quarter_wait_until_it_is_opened() -> None:
    ws, _ = kantor()
    ws.hapus(1001)
    ws.set_status(2, 1, StatusIsian.DIKUNCI)
    with pytest.raises(RuleError, match="Triwulan I sudah dikunci"):
        pulang(ws)
    assert len(ws.arsip.sampah()) == 1
    ws.set_status(2, 1, StatusIsian.TERBUKA, "salah hapus")
    pulang(ws)
    assert ws.arsip.realisasi(10010, 1) is not None


def test_where_its_place_is_gone_another_one_is_chosen() -> None:
    ws, _ = kantor()
    ws.hapus(1001)
    ws.hapus(SASARAN_CAMAT)
    indikator = ws.arsip.sampah()[1]
    with pytest.raises(RuleError, match="Tempat asalnya sudah tidak ada"):
        pulang(ws, 1)
    assert not muat_di(ws.arsip, kepala(indikator.isi), SASARAN_CAMAT)
    assert not muat_di(ws.arsip, kepala(indikator.isi), CAMAT)
    with pytest.raises(RuleError, match="Tempat asalnya"):
        pulang(ws, 1, CAMAT)
    pulang(ws, 1, SASARAN_SEKRETARIS)
    assert ws.arsip.anak_id(SASARAN_SEKRETARIS) == [1001, 1004]
    assert [n.urutan for n in ws.arsip.anak(SASARAN_SEKRETARIS)] == [0, 1]
    assert ws.arsip.realisasi(10010, 1) == Realisasi(10010, 1, Decimal(100), Decimal(100))


def test_a_number_that_is_taken_becomes_a_new_one_and_what_points_at_it_follows() -> None:
    ws, _ = kantor()
    f = ws.arsip[10010]
    assert isinstance(f, Formulasi)
    ws.bagikan(10020, 10010)
    awal = list(ws.arsip.turunan(SASARAN_CAMAT))
    ws.hapus(SASARAN_CAMAT)
    satu = ws.arsip.sampah()[0]
    pulang(ws)
    ws.terapkan("lagi", [c for c in kembalikan(ws.arsip, satu, ws.id_baru, SEKRETARIS)[1] if c.after])
    assert list(ws.arsip.turunan(SASARAN_CAMAT)) == awal
    (baru,) = (s for s in ws.arsip.sasaran(SEKRETARIS) if s.teks == "Sasaran satu")
    assert baru.id not in (SASARAN_CAMAT, SASARAN_SEKRETARIS)
    formulasi = [r for r in ws.arsip.turunan(baru.id) if isinstance(r, Formulasi)]
    assert formulasi[1].sumber_id == formulasi[0].id != 10010
    assert ws.arsip.realisasi(formulasi[1].id, 1) == Realisasi(formulasi[0].id, 1, Decimal(100), Decimal(100))
    assert len({n.id for n in isi_arsip(ws.arsip) if isinstance(n, Node)}) == len(ws.arsip)


def test_what_pointed_outside_points_there_still_or_nowhere() -> None:
    ws, _ = kantor()
    ws.bagikan(10030, 10010)
    ws.hapus(SASARAN_KEDUA)
    ws.hapus(KASI)
    f = ws.arsip[10010]
    assert isinstance(f, Formulasi)
    ws.ubah(replace(f, pembilang="Kata baru"))
    pulang(ws, 1)
    kembali = ws.arsip[10030]
    assert isinstance(kembali, Formulasi)
    assert (kembali.sumber_id, kembali.pembilang) == (10010, "Kata baru")
    ws.hapus(SASARAN_KEDUA)
    ws.hapus(SASARAN_CAMAT)
    ws.hapus(SEKRETARIS)
    for teks in ("sasaran “Sasaran dua”", "jabatan “Kasi”"):
        pulang(ws, [s.teks for s in ws.arsip.sampah()].index(teks))
    kembali, kasi = ws.arsip[10030], ws.arsip[KASI]
    assert isinstance(kembali, Formulasi)
    assert isinstance(kasi, Jabatan)
    assert kembali.sumber_id is None
    assert kasi.atasan_id is None
    assert kasi.urutan == 1


def test_in_another_year_it_stands_alone() -> None:
    ws, _ = kantor()
    ws.bagikan(10030, 10010)
    ws.hapus(SASARAN_KEDUA)
    ws.hapus(KASI)
    lain = ws.tambah(Dokumen(0, 1, 1, 2027))
    jabatan = ws.tambah(Jabatan(0, lain.id, 0, "Camat"))
    pulang(ws, 1, jabatan.id)
    pulang(ws, 0, lain.id)
    formulasi, kasi = ws.arsip[10030], ws.arsip[KASI]
    assert isinstance(formulasi, Formulasi)
    assert isinstance(kasi, Jabatan)
    assert (formulasi.sumber_id, kasi.atasan_id, kasi.dokumen_id) == (None, None, lain.id)


def test_a_whole_year_goes_to_another_office_with_all_that_points_within() -> None:
    ws, _ = kantor()
    ws.bagikan(10030, 10010)
    ws.hapus(2)
    lain = ws.arsip.kecamatan()[0]
    lain = ws.tambah(replace(lain, nama="Lain", urutan=1))
    pulang(ws, 0, lain.id)
    assert ws.arsip.anak_id(lain.id) == [2]
    kasi, formulasi = ws.arsip[KASI], ws.arsip[10030]
    assert isinstance(kasi, Jabatan)
    assert isinstance(formulasi, Formulasi)
    assert (kasi.atasan_id, formulasi.sumber_id) == (SEKRETARIS, 10010)


def test_thrown_away_for_good_and_brought_back_by_undo_alone() -> None:
    ws, _ = kantor()
    ws.hapus(KASI)
    ws.hapus(1001)
    semua = ws.arsip.sampah()
    ws.terapkan(*kosongkan(semua[:1]))
    assert ws.undo_text == "hapus indikator “Indikator 1001” selamanya"
    assert ws.arsip.sampah() == semua[1:]
    ws.undo()
    ws.terapkan(*kosongkan(semua))
    assert ws.undo_text == "hapus 2 isi tempat sampah"
    assert ws.arsip.sampah() == []
    ws.undo()
    assert ws.arsip.sampah() == semua


def test_its_numbers_are_not_given_to_others() -> None:
    ws, laci = kantor()
    baru = ws.tambah(Sasaran(0, CAMAT, 0, "Baru"))
    ws.hapus(baru.id)
    ws = Workspace(laci, ws.arsip.semua())
    assert ws.id_baru() > baru.id


def test_places_with_gaps_and_beyond_the_end_are_mended() -> None:
    ws, _ = kantor()
    ws.hapus(SASARAN_KEDUA)
    ws.hapus(SASARAN_CAMAT)
    pulang(ws, 1)
    assert [(s.id, s.urutan) for s in ws.arsip.sasaran(CAMAT)] == [(SASARAN_KEDUA, 0)]
    pulang(ws)
    assert [(s.id, s.urutan) for s in ws.arsip.sasaran(CAMAT)] == [(SASARAN_CAMAT, 0), (SASARAN_KEDUA, 1)]


def test_what_stands_beside_the_tree_is_put_with_its_own_kind() -> None:
    status = StatusTriwulan(2, 1, StatusIsian.SELESAI)
    semua: list[Record] = [Dokumen(2, 1, 0, 2026), status, Indikator(5, 4, 0, "x")]
    isi = himpun(reversed(semua))
    assert isi.semua == (semua[0], semua[2], semua[1])
    assert AKAR not in {r.id for r in isi.semua if isinstance(r, Node)}
