"""The one door: verbs, what they leave behind, and what happens where one is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Indikator, Kecamatan, Realisasi
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import (
    CAMAT,
    SASARAN_CAMAT,
    SASARAN_KEDUA,
    SEKRETARIS,
    buka_kantor,
    isi_arsip,
    rasio,
)


def hitung_semua(ws: Workspace, dokumen_id: int = 2) -> None:
    """Fill the cache, and hold it against the figures computed from scratch."""
    for periode in (None, 1, 2, 3, 4):
        dihitung = hitung_dokumen(ws.snapshot(dokumen_id), periode)
        assert ws.hasil(dokumen_id, periode) == dihitung.hasil
        for jabatan, j in zip(ws.arsip.jabatan(dokumen_id), dihitung.jabatan, strict=True):
            assert ws.hasil(jabatan.id, periode) == j.hasil
            for sasaran, s in zip(ws.arsip.sasaran(jabatan.id), j.sasaran, strict=True):
                assert ws.hasil(sasaran.id, periode) == s.hasil
                hasil = tuple(ws.hasil_indikator(i.id, periode) for i in ws.arsip.indikator(sasaran.id))
                assert hasil == s.indikator


def test_what_a_node_leaves_behind_is_computed_anew() -> None:
    ws, _ = buka_kantor()
    hitung_semua(ws)
    assert ws.hasil(SASARAN_CAMAT, None).capaian == 75
    ws.pindah(1002, SASARAN_KEDUA, 0)
    assert ws.hasil(SASARAN_CAMAT, None).capaian == 100
    assert ws.hasil(SASARAN_KEDUA, None).capaian == 50
    hitung_semua(ws)
    ws.undo()
    assert ws.hasil(SASARAN_CAMAT, None).capaian == 75
    hitung_semua(ws)


def test_a_sasaran_takes_its_figures_to_another_post() -> None:
    ws, _ = buka_kantor()
    hitung_semua(ws)
    ws.pindah(SASARAN_KEDUA, SEKRETARIS, 1)
    hitung_semua(ws)
    assert ws.hasil(CAMAT, None).jumlah == 2
    assert ws.hasil(SEKRETARIS, None).jumlah == 2


def test_offices_change_places() -> None:
    ws, _ = buka_kantor()
    lain = ws.tambah(Kecamatan(0, 0, "Lain", "Kota", "Lain"))
    assert ws.arsip.anak_id(0) == [lain.id, 1]
    ws.pindah(1, 0, 0)
    assert ws.arsip.anak_id(0) == [1, lain.id]


def test_a_refused_move_calls_the_node_by_its_name() -> None:
    ws, _ = buka_kantor()
    with pytest.raises(RuleError, match=r"^Jabatan “Camat” tidak dapat dipindahkan ke sana\.$"):
        ws.pindah(CAMAT, 1, 0)


def test_a_form_opened_before_a_move_changes_the_words_alone() -> None:
    ws, _ = buka_kantor()
    di_formulir = ws.arsip[1002]
    assert isinstance(di_formulir, Indikator)
    ws.pindah(1002, SASARAN_KEDUA, 0)
    ws.ubah(replace(di_formulir, teks="Diubah"))
    assert ws.arsip[1002] == replace(di_formulir, teks="Diubah", sasaran_id=SASARAN_KEDUA, urutan=0)
    assert ws.arsip.anak_id(SASARAN_KEDUA) == [1002, 1003]
    assert ws.undo_text == "ubah indikator “Diubah”"


@pytest.mark.parametrize(
    "basi",
    [
        lambda ws: Change(replace(ws.arsip[1001], teks="Lama"), replace(ws.arsip[1001], teks="Baru")),
        lambda ws: Change(None, ws.arsip[1001]),
        lambda ws: Change(replace(ws.arsip[1001], id=999), None),
        lambda ws: Change(rasio(1001, 1, 1, 1), rasio(1001, 1, 2, 2)),
        lambda ws: Change(None, rasio(1001, 1, 2, 2)),
        lambda ws: Change(rasio(1001, 4, 1, 1), None),
    ],
)
def test_changes_from_an_older_state_are_refused_whole(basi: Callable[[Workspace], Change]) -> None:
    ws, laci = buka_kantor()
    awal = isi_arsip(ws.arsip)
    baik = Change(ws.arsip[1003], replace(ws.arsip[1003], urutan=5))
    with pytest.raises(RuleError, match="sudah berubah sejak dibaca"):
        ws.terapkan("uji", [baik, Change(None, Realisasi(10030, 1, catatan="x")), basi(ws)])
    assert isi_arsip(ws.arsip) == awal
    assert not laci.edits
    assert ws.undo_text is None
