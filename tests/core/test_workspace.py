"""The one door: verbs, what they leave behind, and what happens where one is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError, StoreError
from iki_desktop.core.records import (
    Bab,
    Bagian,
    Dokumen,
    Indikator,
    Jabatan,
    Kecamatan,
    Keputusan,
    Penandatangan,
    PengaturanCapaian,
    Pengesahan,
    Realisasi,
    Record,
)
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.workspace import IsiSel, Workspace
from tests.core.kantor import (
    CAMAT,
    KASI,
    SASARAN_CAMAT,
    SASARAN_KEDUA,
    SEKRETARIS,
    Laci,
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


def test_what_moves_to_another_year_is_computed_by_its_rules() -> None:
    ws, _ = buka_kantor()
    lain = ws.salin_tahun(2, 2027)
    ws.ubah(replace(lain, capaian=PengaturanCapaian(batas_atas=Decimal(90))))
    hitung_semua(ws)
    assert ws.hasil_indikator(1001, None).capaian == 100
    ws.pindah(SASARAN_CAMAT, ws.arsip.anak_id(lain.id)[0], 0)
    assert ws.hasil_indikator(1001, None).capaian == 90
    hitung_semua(ws)
    hitung_semua(ws, lain.id)


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


def test_listeners_hear_of_each_edit_undo_and_redo_until_they_stop() -> None:
    ws, _ = buka_kantor()
    dengar: list[str] = []
    berhenti = ws.dengarkan(lambda e: dengar.append(e.text))
    berhenti_kembar = ws.dengarkan(lambda e: dengar.append(e.text.upper()))
    ws.set_catatan(10010, 1, "Catatan")
    assert dengar == ["catatan triwulan I", "CATATAN TRIWULAN I"]
    berhenti_kembar()
    berhenti_kembar()
    ws.undo()
    ws.redo()
    assert dengar[2:] == ["urungkan: catatan triwulan I", "ulangi: catatan triwulan I"]
    berhenti()
    ws.undo()
    assert len(dengar) == 4


def test_the_same_listener_twice_is_two_listeners() -> None:
    ws, _ = buka_kantor()
    dengar: list[Edit] = []
    satu = ws.dengarkan(dengar.append)
    ws.dengarkan(dengar.append)
    satu()
    satu()
    ws.hapus(1001)
    assert len(dengar) == 1


def _gagal(edit: Edit) -> None:
    raise LookupError(edit.text)


def test_an_edit_stands_where_a_listener_fails_and_the_others_hear_of_it() -> None:
    ws, laci = buka_kantor()
    dengar: list[Edit] = []
    ws.dengarkan(_gagal)
    ws.dengarkan(dengar.append)
    with pytest.raises(LookupError, match="hapus indikator “Indikator 1001”"):
        ws.hapus(1001)
    assert 1001 not in ws.arsip
    assert dengar == laci.edits
    with pytest.raises(LookupError):
        ws.undo()
    assert 1001 in ws.arsip
    assert ws.redo_text == "hapus indikator “Indikator 1001”"
    assert ws.undo_text is None
    with pytest.raises(LookupError):
        ws.redo()
    assert dengar == laci.edits
    hitung_semua(ws)


def test_several_failures_come_out_together() -> None:
    ws, _ = buka_kantor()
    ws.dengarkan(_gagal)
    ws.dengarkan(_gagal)
    with pytest.raises(ExceptionGroup) as salah:
        ws.hapus(1001)
    assert len(salah.value.exceptions) == 2


def test_a_view_that_another_closes_is_not_told() -> None:
    ws, _ = buka_kantor()
    dengar: list[Edit] = []
    akhiri: list[Callable[[], None]] = []
    ws.dengarkan(lambda _: akhiri.pop()())
    akhiri.append(ws.dengarkan(dengar.append))
    ws.hapus(1001)
    assert not dengar


PEJABAT = Penandatangan("Camat Contoh", "NAMA CAMAT, S.Sos.", nip="199001012010011001")


def test_another_year_begins_as_a_draft_without_entries() -> None:
    ws, _ = buka_kantor()
    keputusan = Keputusan("07", "IKI", tanggal=date(2026, 1, 2), tanggal_teks="JANUARI", status="ditetapkan")
    bab = (
        Bab("Pendahuluan", (Bagian(("Isi",)),)),
        Bab("Penutup", (), Pengesahan("Contoh", date(2026, 1, 2), PEJABAT)),
    )
    dokumen = ws.arsip[2]
    assert isinstance(dokumen, Dokumen)
    ws.ubah(replace(dokumen, keputusan=keputusan, bab=bab, periode="2026-2030"))
    baru = ws.salin_tahun(2, 2027)
    assert ws.undo_text == "buat dokumen tahun 2027"
    assert baru.keputusan == Keputusan(None, "IKI")
    assert baru.bab == (bab[0], Bab("Penutup", (), Pengesahan("Contoh", None, PEJABAT)))
    assert (baru.tahun, baru.urutan, baru.periode) == (2027, 1, "2026-2030")
    lama, salinan = list(ws.arsip.turunan(2)), list(ws.arsip.turunan(baru.id))
    assert [type(r) for r in salinan] == [type(r) for r in lama if not isinstance(r, Realisasi)]
    assert ws.hasil(baru.id, None).terisi == 0
    atasan = [ws.arsip[j.atasan_id].id for j in ws.arsip.jabatan(baru.id) if j.atasan_id is not None]
    assert atasan == ws.arsip.anak_id(baru.id)[:2]
    hitung_semua(ws)
    hitung_semua(ws, baru.id)


def test_the_same_year_twice_is_refused() -> None:
    ws, laci = buka_kantor()
    awal = isi_arsip(ws.arsip)
    with pytest.raises(RuleError, match=r"^Dokumen tahun 2026 sudah ada\. Pilih tahun lain\.$"):
        ws.salin_tahun(2, 2026)
    assert isi_arsip(ws.arsip) == awal
    assert not laci.edits


def test_a_document_without_decision_is_copied_too() -> None:
    ws, _ = buka_kantor()
    assert ws.salin_tahun(2, 2025).keputusan is None


def test_a_copy_stands_right_behind_even_where_places_had_gaps() -> None:
    kepala: list[Record] = [Kecamatan(1, 0, "Contoh", "Kota", "Contoh"), Dokumen(2, 1, 5, 2026)]
    records = [*kepala, Jabatan(3, 2, 4, "Satu"), Jabatan(4, 2, 7, "Dua", atasan_id=3)]
    ws = Workspace(Laci(records), records)
    ws.gandakan(3)
    assert [(j.nama, j.urutan) for j in ws.arsip.jabatan(2)] == [
        ("Satu", 0),
        ("Satu (salinan)", 1),
        ("Dua", 2),
    ]
    ws.salin_tahun(2, 2027)
    assert [(d.tahun, d.urutan) for d in ws.arsip.dokumen(1)] == [(2026, 0), (2027, 1)]


def test_an_edit_is_named_for_the_menu() -> None:
    ws, _ = buka_kantor()
    assert ws.undo_text is None
    assert ws.redo_text is None
    assert ws.undo() is None
    assert ws.redo() is None
    ws.set_realisasi(10010, 2, "pembilang", Decimal(5))
    assert ws.undo_text == "isi realisasi TW II “Indikator 1001”"
    ws.set_realisasi(10010, 2, "pembilang", None)
    assert ws.undo_text == "kosongkan realisasi TW II “Indikator 1001”"
    ws.isi_banyak([IsiSel(10010, t, "pembilang", Decimal(1)) for t in (1, 2)])
    assert ws.undo_text == "isi 2 sel realisasi"
    ws.undo()
    assert ws.redo_text == "isi 2 sel realisasi"


@pytest.mark.parametrize(
    "node_id, kata",
    [
        (1, "kecamatan “Contoh”"),
        (2, "dokumen tahun 2026"),
        (CAMAT, "jabatan “Camat”"),
        (SASARAN_CAMAT, "sasaran “Sasaran satu”"),
        (1001, "indikator “Indikator 1001”"),
        (10010, "formulasi “Selesai”"),
    ],
)
def test_every_kind_of_node_has_its_word_and_goes_with_all_below(node_id: int, kata: str) -> None:
    ws, _ = buka_kantor()
    awal = isi_arsip(ws.arsip)
    ws.hapus(node_id)
    assert ws.undo_text == f"hapus {kata}"
    assert node_id not in ws.arsip
    ws.undo()
    assert isi_arsip(ws.arsip) == awal


def test_a_long_name_is_quoted_short_and_on_one_line() -> None:
    ws, _ = buka_kantor()
    ws.tambah(Jabatan(0, 2, 0, "Kepala Seksi\nPemberdayaan Masyarakat dan Kesejahteraan Sosial"))
    assert ws.undo_text == "tambah jabatan “Kepala Seksi Pemberdayaan Masyarakat da…”"


def test_those_under_a_deleted_post_come_under_the_one_above() -> None:
    ws, _ = buka_kantor()
    ws.hapus(SEKRETARIS)
    kasi = ws.arsip[KASI]
    assert isinstance(kasi, Jabatan)
    assert (kasi.atasan_id, kasi.urutan) == (CAMAT, 1)
    ws.hapus(CAMAT)
    kasi = ws.arsip[KASI]
    assert isinstance(kasi, Jabatan)
    assert (kasi.atasan_id, kasi.urutan) == (None, 0)


def test_an_edit_that_changes_nothing_is_none() -> None:
    ws, laci = buka_kantor()
    assert ws.ubah(ws.arsip[1001]) is None
    assert ws.set_catatan(10010, 1, "  ") is None
    assert ws.set_realisasi(10010, 1, "pembilang", Decimal("100.0")) is None
    assert ws.isi_banyak([]) is None
    assert not laci.edits


def test_an_entry_that_is_emptied_goes() -> None:
    ws, _ = buka_kantor()
    ws.isi_banyak([IsiSel(10010, 1, k, None) for k in ("pembilang", "penyebut")])
    assert ws.arsip.realisasi(10010, 1) is None
    ws.set_catatan(10010, 1, "\x0bmenunggu data\r\ndinas\x00 ")
    assert ws.arsip.realisasi(10010, 1) == Realisasi(10010, 1, catatan="menunggu data\ndinas")
    ws.set_catatan(10010, 1, None)
    assert ws.arsip.realisasi(10010, 1) is None


@pytest.mark.parametrize("node_id", [1, 2])
def test_an_office_or_a_year_is_not_doubled(node_id: int) -> None:
    ws, _ = buka_kantor()
    with pytest.raises(RuleError, match="yang dapat digandakan"):
        ws.gandakan(node_id)


def test_a_copied_post_has_all_but_what_was_entered() -> None:
    ws, _ = buka_kantor()
    salinan = ws.gandakan(CAMAT)
    assert isinstance(salinan, Jabatan)
    assert (salinan.nama, salinan.urutan) == ("Camat (salinan)", 1)
    asli = [type(r) for r in ws.arsip.turunan(CAMAT) if not isinstance(r, Realisasi)]
    assert [type(r) for r in ws.arsip.turunan(salinan.id)] == asli
    assert ws.hasil(salinan.id, None).terisi == 0


def test_a_refusing_drawer_leaves_memory_and_history_as_they_were() -> None:
    ws, laci = buka_kantor()
    ws.hapus(1001)
    keadaan = (isi_arsip(ws.arsip), ws.undo_text, ws.redo_text)
    laci.tolak = True
    verba: list[Callable[[], object]] = [
        ws.undo,
        lambda: ws.hapus(CAMAT),
        lambda: ws.set_realisasi(10030, 1, "pembilang", Decimal(1)),
    ]
    for verb in verba:
        with pytest.raises(StoreError):
            verb()
        assert (isi_arsip(ws.arsip), ws.undo_text, ws.redo_text) == keadaan
    laci.tolak = False
    ws.undo()
    laci.tolak = True
    with pytest.raises(StoreError):
        ws.redo()
    assert ws.redo_text == "hapus indikator “Indikator 1001”"
    hitung_semua(ws)


def test_undo_gives_the_changes_in_reverse_order() -> None:
    ws, laci = buka_kantor()
    edit = ws.hapus(CAMAT)
    assert edit is not None
    ws.undo()
    assert [c.inverse() for c in reversed(laci.edits[1].changes)] == list(edit.changes)
    assert laci.edits[1].text == "urungkan: hapus jabatan “Camat”"


@pytest.mark.parametrize(
    "posisi, urut",
    [(None, [CAMAT, SEKRETARIS, KASI]), (0, [KASI, CAMAT, SEKRETARIS]), (9, [CAMAT, SEKRETARIS, KASI])],
)
def test_a_post_comes_under_another_and_to_its_place_at_once(posisi: int | None, urut: list[int]) -> None:
    ws, laci = buka_kantor()
    ws.pindah_jabatan(KASI, CAMAT, posisi)
    assert [j.id for j in ws.arsip.jabatan(2)] == urut
    kasi = ws.arsip[KASI]
    assert isinstance(kasi, Jabatan)
    assert kasi.atasan_id == CAMAT
    assert len(laci.edits) == 1
    assert ws.undo_text == "pindahkan jabatan “Kasi”"
