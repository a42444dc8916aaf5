"""The form to fill in by pen: every input has a box, what is entered already is small, hands have room."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Realisasi, Target
from iki_desktop.core.snapshot import FormulasiUtuh, Snapshot
from iki_desktop.core.triwulan import Sampai
from iki_desktop.naskah.blok import PasanganTandaTangan, Tabel
from iki_desktop.naskah.laporan import compose_laporan, susun_laporan
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Keterangan, Nilai
from tests.naskah.kantor_laporan import terisi
from tests.naskah.kantor_naskah import formulasi, indikator, jabatan, sasaran, snapshot, snapshot_data


def daun(baris: tuple[Baris, ...]) -> Iterator[tuple[Nilai, ...]]:
    for satu in baris:
        if satu.anak:
            yield from daun(satu.anak)
        else:
            yield satu.sel


def lembar(snap: Snapshot, triwulan: int | Sampai | None = 2, nomor: int = 0) -> Bagian:
    return susun_laporan("lembar-isian", snap, triwulan=triwulan)[nomor]


@pytest.mark.parametrize("nama", ["biatan", "camplong", "lengkap"])
def test_every_input_has_its_row(nama: str) -> None:
    snap = terisi(snapshot_data(nama))
    semua = susun_laporan("lembar-isian", snap, triwulan=2)
    assert [b.nama for b in semua] == [j.jabatan.nama for j in snap.jabatan]
    for utuh, bagian in zip(snap.jabatan, semua, strict=True):
        label = "\n".join(str(sel[0]) for sel in daun(bagian.baris))
        for f in (f.formulasi for s in utuh.sasaran for i in s.indikator for f in i.formulasi):
            assert all(m.label in label for m in masukan(f))


def test_what_is_entered_already_is_small_and_beside_its_words() -> None:
    isi = FormulasiUtuh(
        formulasi("rasio", pembilang="Selesai", penyebut="Masuk").formulasi,
        (None, Realisasi(1, 2, Decimal("1234.5"), catatan="Ada", tindak_lanjut="Rapat"), None, None),
    )
    target = Target(Decimal(90), (None, Decimal(40), None, None))
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", isi, satuan="%", target=target))))
    (satu,) = lembar(snap).baris
    assert satu.sel == ("1", "S")
    (ind,) = satu.anak
    assert ind.sel == ("I", "%", Angka(Decimal(40)))
    assert [b.sel for b in ind.anak] == [
        ("Selesai", Keterangan("1.234,5"), Keterangan("Ada"), None, Keterangan("Rapat")),
        ("Masuk", None, None, None, None),
    ]
    assert [b.sel[1] for b in lembar(snap, 1).baris[0].anak[0].anak] == [None, None]


def test_a_range_of_targets_and_a_constant() -> None:
    isi = formulasi("rasio", pembilang="Desa tertib", penyebut="Jumlah desa", penyebut_tetap=Decimal(8))
    target = Target(
        triwulan=(None, Decimal(40), None, None), triwulan_sampai=(None, Decimal("60.5"), None, None)
    )
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", isi, formulasi("teks"), target=target))))
    (ind,) = lembar(snap).baris[0].anak
    assert ind.sel[2] == "40–60,5"
    assert [b.sel[0] for b in ind.anak] == [
        "(1) Desa tertib",
        "Jumlah desa: 8 (tetap)",
        "(2) Diuraikan dengan kata-kata",
    ]


def test_the_quarters_of_a_period() -> None:
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", formulasi("jumlah")))))
    assert "TRIWULAN III TAHUN 2026" in lembar(snap, Sampai(3)).judul[0]
    assert [b.nama for b in susun_laporan("lembar-isian", snap, triwulan=None)] == [
        f"TW {tw} Camat" for tw in ("I", "II", "III", "IV")
    ]


def test_room_for_hands_and_for_who_filled_it_in() -> None:
    snap = snapshot(jabatan("Camat", sasaran("S", indikator("I", formulasi("jumlah")))))
    naskah = compose_laporan("lembar-isian", snap, triwulan=1)
    assert naskah.lembaran[0].mendatar
    (tabel,) = (b for b in naskah.lembaran[0].blok if isinstance(b, Tabel))
    assert tabel.tinggi_baris >= 8
    (pihak,) = (b for b in naskah.lembaran[0].blok if isinstance(b, PasanganTandaTangan))
    assert "2026" in pihak.kanan.pembuka[0]
    assert (pihak.kiri.jabatan, pihak.kanan.jabatan) == (("Yang menerima,",), ("Yang mengisi,",))
