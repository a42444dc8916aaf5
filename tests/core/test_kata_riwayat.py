"""The journal speaks the office's words: no column's name, no number by which a record is found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.kamus_riwayat import KATA, LABEL, RAHASIA, label
from iki_desktop.core.kata_riwayat import Pembaca, dari_change
from iki_desktop.core.records import (
    Arah,
    Bukti,
    Butir,
    Centang,
    Dokumen,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Realisasi,
    StatusIsian,
    Target,
)
from iki_desktop.core.riwayat import Catatan, PetaJabatan, Saringan, baca_perubahan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.riwayat import halaman_riwayat
from iki_desktop.db.tabel import JENIS, tabel
from tests.db.isi import CAMAT, CAPAIAN, JABATAN, KECAMATAN, SEMUA, TERBITAN, lahir


@pytest.fixture
def berkas(tmp_path: Path) -> Iterator[Berkas]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        berkas.apply(lahir(*(replace(r, nama="Biatan") if isinstance(r, Kecamatan) else r for r in SEMUA)))
        yield berkas


def kata(berkas: Berkas, lakukan: Callable[[Workspace], object]) -> tuple[str, list[str]]:
    """The short and the long words of what a verb has written down."""
    ws = Workspace(berkas, berkas.muat())
    lakukan(ws)
    isi = halaman_riwayat(berkas.sambungan_baca, Saringan(), PetaJabatan(ws.arsip), rinci=True).isi[0]
    pembaca = Pembaca(ws.arsip)
    panjang = [baris for judul, beda in pembaca.urai(isi) for baris in (judul, *map(str, beda))]
    return pembaca.ringkas(isi), panjang


def ubah(jenis: type[Any], node_id: int, **isi: Any) -> Callable[[Workspace], object]:
    def lakukan(ws: Workspace) -> object:
        node: Any = ws.arsip[node_id]
        assert isinstance(node, jenis)
        baru: Any = replace(node, **isi)
        return ws.ubah(baru)

    return lakukan


TARGET = Target(Decimal("1E+3"), (Decimal("0.10"), None, Decimal(-3), Decimal(0)), "kata", True)
KEPUTUSAN = next(r for r in SEMUA if isinstance(r, Dokumen)).keputusan
assert KEPUTUSAN is not None


@pytest.mark.parametrize(
    "lakukan, ringkas",
    [
        (
            ubah(Indikator, 6, target=replace(TARGET, tahun=Decimal(85))),
            "Target tahun 2026: 1.000 → 85; dan 3 lainnya",
        ),
        (ubah(Jabatan, 4, bobot=Decimal("12.5")), "Bobot: 30,5 → 12,5"),
        (ubah(Jabatan, 4, nama="Sekcam"), "Nama jabatan: Sekretaris → Sekcam"),
        (ubah(Jabatan, 4, unit=None), "Tempat: kelurahan → kosong"),
        (ubah(Indikator, 6, arah=Arah.NAIK), "Arah: makin kecil makin baik → makin besar makin baik"),
        (ubah(Kecamatan, 1, logo_png=None), "Lambang daerah: ada → kosong"),
        (ubah(Kecamatan, 1, logo_png="AAAA"), "Lambang daerah: ada → diganti"),
        (
            ubah(Dokumen, 2, capaian=replace(CAPAIAN, pembulatan="setengah_ke_atas")),
            "Perhitungan capaian, pembulatan: dipotong → dibulatkan",
        ),
        (
            ubah(Dokumen, 2, keputusan=replace(KEPUTUSAN, tanggal=date(2026, 2, 3))),
            "Keputusan, tanggal: 2 Januari 2026 → 3 Februari 2026",
        ),
        (
            ubah(Dokumen, 2, keputusan=replace(KEPUTUSAN, penandatangan=replace(CAMAT, nip=None))),
            "Keputusan, penanda tangan, NIP: 199001012010011001 → kosong",
        ),
        (
            ubah(Jabatan, 4, tugas=(Butir("satu"), Butir("dua", (Butir("a"), Butir("c"))))),
            "Tugas ke-2, butir ke-2: b → c; dan 1 lainnya",
        ),
        (lambda ws: ws.set_realisasi(7, 2, "a", Decimal("82.5")), "label a: 82,5"),
        (lambda ws: ws.set_realisasi(7, 1, "a", Decimal(2)), "label a: 1,5 → 2"),
        (lambda ws: ws.set_keterangan(7, 3, "tindak_lanjut", "rapat"), "Tindak lanjut: kosong → rapat"),
        (
            lambda ws: ws.set_bukti(7, 3, [Bukti("surat.pdf", "x", 1, "ab")]),
            "Bukti dukung: kosong → surat.pdf",
        ),
        (
            lambda ws: ws.set_centang(7, 3, [Centang("satu", date(2026, 1, 2))]),
            "Nilai: kosong → 1; dan 1 lainnya",
        ),
        (lambda ws: ws.set_status(2, 1, StatusIsian.DIKUNCI), "Status: terbuka → dikunci"),
        (lambda ws: ws.pindah_jabatan(4, None), "Atasan: jabatan “Camat” → kosong"),
        (lambda ws: ws.tambah(Jabatan(0, 2, 2, "Kasi")), ""),
        (lambda ws: ws.hapus(5), ""),
    ],
)
def test_what_changed_stands_on_one_line(
    berkas: Berkas, lakukan: Callable[[Workspace], object], ringkas: str
) -> None:
    pendek, panjang = kata(berkas, lakukan)
    assert pendek == ringkas
    assert not [b for b in panjang if re.search(r"\b[a-z]+_[a-z]+\b", b.replace("<b>", ""))]


def test_a_record_is_called_by_its_name_and_its_post(berkas: Berkas) -> None:
    assert kata(berkas, ubah(Indikator, 6, satuan="nilai"))[1] == [
        "Indikator “indikator” (Sekretaris) diubah",
        "Satuan: % → nilai",
    ]
    assert kata(berkas, lambda ws: ws.set_catatan(7, 2, "x"))[1] == [
        "Realisasi triwulan II, indikator “indikator” (Sekretaris) diisi",
        "Catatan: x",
    ]
    assert kata(berkas, lambda ws: ws.set_status(2, 4, StatusIsian.SELESAI))[1][0] == (
        "Keadaan triwulan IV dokumen tahun 2026 diubah"
    )


def test_what_came_or_went_is_told_without_before_and_after(berkas: Berkas) -> None:
    def dua(ws: Workspace) -> None:
        ws.hapus(8)
        ws.tambah(replace(JABATAN, nama="Kasi", atasan_id=3, tugas=None, pemangku=None))

    _, panjang = kata(berkas, dua)
    assert panjang[0] == "Jabatan “Kasi” ditambah"
    assert "Atasan: jabatan “Camat”" in panjang
    assert not any("→" in baris for baris in panjang)
    _, panjang = kata(berkas, lambda ws: ws.hapus(5))
    assert panjang[0] == "Realisasi triwulan IV, formulasi “teks” dikosongkan"
    assert "Sasaran “sasaran” dihapus" in panjang


def test_what_is_gone_is_still_named_from_the_bin_and_else_as_gone(berkas: Berkas) -> None:
    arsip = Arsip(berkas.muat())
    pembaca = Pembaca(arsip)
    perubahan = baca_perubahan(
        '[{"jenis":"jabatan","id":21,"sebelum":{"bobot":null},"sesudah":{"bobot":"1"}}]'
    )
    assert pembaca.judul(perubahan[0]) == "Jabatan “Sekretaris” diubah"
    (lama,) = baca_perubahan(
        '[{"jenis":"jabatan","id":99,"sebelum":{"atasan_id":98},"sesudah":{"atasan_id":3}}]'
    )
    assert pembaca.judul(lama) == "Jabatan yang sudah dihapus diubah"
    assert [str(b) for b in pembaca.beda(lama)] == ["Atasan: yang sudah dihapus → jabatan “Camat”"]


def test_what_was_issued_and_thrown_away_is_told_without_its_content() -> None:
    pembaca = Pembaca(Arsip())
    for change, judul in (
        (Change(None, TERBITAN[1]), "Keputusan (perubahan ke-1) ditambah"),
        (Change(SEMUA[-1], None), "Tempat sampah “jabatan “Kasi”” dihapus"),
    ):
        p = dari_change(change)
        assert pembaca.judul(replace(p, nomor=getattr(change.record, "nomor", None))) == judul
        assert all(b.nama in ("Alasan",) for b in pembaca.beda(p))


def test_a_change_not_made_yet_reads_as_the_journal_will(berkas: Berkas) -> None:
    arsip = Arsip(berkas.muat())
    lama = arsip[6]
    assert isinstance(lama, Indikator)
    baru = replace(lama, target=Target(Decimal(85)), arah=Arah.NAIK, bobot=None)
    sebelumnya = [str(b) for b in Pembaca(arsip).beda(dari_change(Change(lama, baru)))]
    _, panjang = kata(berkas, lambda ws: ws.ubah(baru))
    assert sorted(sebelumnya) == sorted(panjang[1:])
    isian = next(r for r in SEMUA if isinstance(r, Realisasi))
    p = dari_change(Change(isian, None))
    assert (p.jenis, p.kunci, p.triwulan) == ("realisasi", 7, 1)
    assert not {"formulasi_id", "triwulan"} & {*(p.sebelum or {})}


def test_only_places_counted_anew_are_not_worth_a_word(berkas: Berkas) -> None:
    _, panjang = kata(berkas, lambda ws: ws.tambah(Jabatan(0, 2, 0, "Baru")))
    assert panjang == ["Jabatan “Baru” ditambah", "Nama jabatan: Baru"]
    pendek, panjang = kata(berkas, lambda ws: ws.pindah(3, 2, 2))
    assert pendek == ""
    assert [b for b in panjang if b.startswith("Urutan")] == ["Urutan: 2 → 3", "Urutan: 3 → 2"]


def test_every_column_of_every_record_has_a_word() -> None:
    kolom = {k.nama for jenis in JENIS for k in tabel(jenis).kolom} - RAHASIA
    tanpa = {k for k in kolom if k not in LABEL} - {"dokumen_id", "formulasi_id", "nomor"}
    assert tanpa == set()
    assert label("entah_apa") == "Entah apa"
    assert {("jenis", j.value) for j in JenisFormulasi} <= KATA.keys()


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 9)
    | st.text(max_size=4)
    | st.sampled_from(["[", "{}", "2026-13-01", "1E9999"]),
    lambda isi: (
        st.lists(isi, max_size=3)
        | st.dictionaries(st.sampled_from(["teks", "tahun", "triwulan", "x"]), isi, max_size=3)
    ),
    max_leaves=8,
)
_SEL = st.none() | st.dictionaries(
    st.sampled_from(["nama", "target", "tugas", "urutan", "atasan_id", "logo_png", "pembilang", "status"]),
    _JSON,
    max_size=4,
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "jenis": st.sampled_from(
                    ["jabatan", "indikator", "realisasi", "statustriwulan", "sampah", "meja"]
                ),
                "id": st.integers(0, 30),
                "formulasi_id": st.integers(0, 30),
                "dokumen_id": st.integers(0, 9),
                "nomor": st.integers(0, 9),
                "triwulan": st.integers(-1, 9),
                "sebelum": _SEL,
                "sesudah": _SEL,
            }
        ),
        max_size=3,
    )
)
def test_any_entry_is_put_into_words(isi: list) -> None:
    catatan = Catatan(1, None, "", "", "", baca_perubahan(json.dumps(isi)))
    pembaca = Pembaca(Arsip(replace(r, nama="B") if r is KECAMATAN else r for r in SEMUA))
    assert isinstance(pembaca.ringkas(catatan), str)
    assert len([str(b) for _, beda in pembaca.urai(catatan) for b in beda]) <= 180


def urai(sebelum: object, sesudah: object) -> list[str]:
    """The differences of one cell of a post, as its entry tells them."""
    satu = {
        "jenis": "jabatan",
        "id": JABATAN.id,
        "sebelum": {"fungsi": sebelum},
        "sesudah": {"fungsi": sesudah},
    }
    catatan = Catatan(1, None, "", "", "", baca_perubahan(json.dumps([satu])))
    pembaca = Pembaca(Arsip(SEMUA))
    assert isinstance(pembaca.ringkas(catatan), str)
    return [str(b) for _, beda in pembaca.urai(catatan) for b in beda]


@pytest.mark.parametrize("dalam", [29, 100, 450, 600, 900])
@pytest.mark.parametrize("buka, tutup", [("[", "]"), ('{"a":', "}")])
def test_what_is_too_deep_for_a_record_is_told_as_it_stands(dalam: int, buka: str, tutup: str) -> None:
    isi = f"{buka * dalam}1{tutup * dalam}"
    (beda,) = urai(None, isi)
    assert len(beda) < 400
    (beda,) = urai(json.loads(isi), None)
    assert beda.startswith("Fungsi: ")


def test_lists_longer_than_any_office_s_are_compared_item_by_item() -> None:
    """Looking for where each went would take the square of their number, or more."""
    beda = urai(json.dumps(["a", "b"] * 5_000), json.dumps([*["b", "c"] * 5_000, "d"]))
    assert len(beda) == 60
    assert beda[:2] == ["Fungsi ke-1: a → b", "Fungsi ke-2: b → c"]
    assert urai(json.dumps(["a"] * 300), json.dumps([*["a"] * 300, "d"])) == ["Fungsi ke-301: kosong → d"]
    assert urai(json.dumps([*["a"] * 300, "d"]), json.dumps(["a"] * 300)) == ["Fungsi ke-301: d → kosong"]
