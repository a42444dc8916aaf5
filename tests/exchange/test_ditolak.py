"""Files that are refused: every finding with its place, in a sentence, and nothing else happens."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iki_desktop.core.errors import ImportFileError
from iki_desktop.exchange.iki_json import baca_iki_json

DATA = Path(__file__).resolve().parent.parent / "data"
BIATAN: dict[str, Any] = json.loads((DATA / "biatan.json").read_text(encoding="utf-8"))
FORMULASI = "dokumen[0].jabatan[0].sasaran[0].indikator[0].formulasi[0]"


def tolak(tmp_path: Path, isi: str | bytes) -> dict[str, str]:
    """The findings of a file by their places; the whole refusal stands under an empty place."""
    path = tmp_path / "sumber.json"
    path.write_bytes(isi if isinstance(isi, bytes) else isi.encode("utf-8"))
    with pytest.raises(ImportFileError) as salah:
        baca_iki_json(path)
    temuan = salah.value.temuan
    assert len({t.tempat for t in temuan}) == len(temuan)
    assert salah.value.saran
    return {"": salah.value.pesan, **{t.tempat: t.pesan for t in temuan}}


def temuan_dari(tmp_path: Path, ubah: Callable[[dict[str, Any]], object]) -> dict[str, str]:
    """The findings in Biatan's document after something in it was spoilt."""
    berkas = copy.deepcopy(BIATAN)
    ubah(berkas)
    hasil = tolak(tmp_path, json.dumps(berkas))
    pesan = hasil.pop("")
    assert f"ada {len(hasil)} temuan" in pesan
    return hasil


def jabatan(berkas: dict[str, Any], posisi: int) -> dict[str, Any]:
    satu: dict[str, Any] = berkas["dokumen"][0]["jabatan"][posisi]
    return satu


def formulasi(berkas: dict[str, Any]) -> dict[str, Any]:
    satu: dict[str, Any] = jabatan(berkas, 0)["sasaran"][0]["indikator"][0]["formulasi"][0]
    return satu


# --- not JSON, or not JSON that we take ------------------------------------------------------------


@pytest.mark.parametrize(
    "isi, pesan",
    [
        (b"", "Berkas ini bukan berkas pertukaran IKI."),
        (b"bukan json", "Berkas ini bukan berkas pertukaran IKI."),
        (json.dumps(BIATAN)[:5000].encode(), "Berkas ini bukan berkas pertukaran IKI."),
        (b'{"a": "\x01"}', "Berkas ini bukan berkas pertukaran IKI."),
        (json.dumps(BIATAN).encode("utf-16"), "Huruf di berkas ini tidak tersimpan sebagai UTF-8."),
        (b'{"a": "\xff"}', "Huruf di berkas ini tidak tersimpan sebagai UTF-8."),
        (b"[" * 100_000, "Susunan berkas ini terlalu dalam."),
        (b"[" * 900 + b"]" * 900, "Susunan berkas ini terlalu dalam."),
        (b'{"a":' * 900 + b"1" + b"}" * 900, "Susunan berkas ini terlalu dalam."),
        (b" " * (50 * 1024 * 1024 + 1), "Berkas ini lebih besar dari 50 MB."),
        (b'{"format": [' + b"0," * 2_000_000 + b"0]}", "Berkas ini berisi terlalu banyak isian."),
        (b"[" + b"{}," * 1_000_000 + b"0]", "Berkas ini berisi terlalu banyak isian."),
    ],
)
def test_what_cannot_be_read_is_refused_whole(tmp_path: Path, isi: bytes, pesan: str) -> None:
    assert tolak(tmp_path, isi)[""] == pesan


def test_a_slip_in_the_text_is_shown_by_line_and_column(tmp_path: Path) -> None:
    assert "baris 2, kolom 9" in tolak(tmp_path, '{\n "a": 1 "b": 2}')


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="tidak ditemukan"):
        baca_iki_json(tmp_path / "tidak ada.json")
    with pytest.raises(ImportFileError, match="adalah folder"):
        baca_iki_json(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A name that is too long is refused by the system as a locked file is, for root too."""
    with pytest.raises(ImportFileError, match="tidak dapat dibaca"):
        baca_iki_json(tmp_path / ("x" * 300 + ".json"))


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(BIATAN).encode())
    assert baca_iki_json(path).kecamatan.nama == "Biatan"


# --- numbers, keys, halves of characters -------------------------------------------------------------


@pytest.mark.parametrize(
    "angka", ["NaN", "Infinity", "-Infinity", "1e999999", "1e-999999", "9" * 6000, "1e" + "9" * 30, "1" * 31]
)
def test_numbers_that_no_figure_can_be(tmp_path: Path, angka: str) -> None:
    teks = json.dumps(BIATAN).replace('"kertas": "F4"', f'"kertas": "F4", "ukuran_huruf": {angka}')
    hasil = tolak(tmp_path, teks)
    assert set(hasil) == {"", "dokumen[0].tata_letak.ukuran_huruf"}
    assert "bukan angka yang dapat dipakai" in hasil["dokumen[0].tata_letak.ukuran_huruf"]
    assert len(hasil["dokumen[0].tata_letak.ukuran_huruf"]) < 80


def test_a_hostile_number_of_findings_is_cut_short(tmp_path: Path) -> None:
    hasil = tolak(tmp_path, '{"dokumen": [' + "NaN," * 11_000 + "0]}")
    assert hasil.pop("").startswith("Berkas ini belum dapat diimpor: ada lebih dari 10.000 temuan.")
    assert len(hasil) == 10_000


def test_keys_that_are_written_twice(tmp_path: Path) -> None:
    teks = json.dumps(BIATAN).replace('"nama": "Biatan"', '"nama": "Biatan", "nama": "Lain"')
    assert tolak(tmp_path, teks)["kecamatan.nama"] == "Isian ini tertulis lebih dari satu kali."


def test_half_a_character_in_a_text_and_in_a_name(tmp_path: Path) -> None:
    hasil = temuan_dari(
        tmp_path, lambda b: (b["kecamatan"].update(provinsi="x\ud800"), b["kecamatan"].update({"\udfff": 1}))
    )
    assert hasil == {
        "kecamatan.provinsi": "Ada huruf yang tidak utuh di dalam teks.",
        'kecamatan["\\udfff"]': "Ada huruf yang tidak utuh di dalam nama isian.",
    }


# --- the schema, in our words -------------------------------------------------------------------------


@pytest.mark.parametrize("isi", ["[]", "null", "1", '"iki"', "true"])
def test_something_else_than_an_object(tmp_path: Path, isi: str) -> None:
    (tmp_path / "x.json").write_text(isi, encoding="utf-8")
    with pytest.raises(ImportFileError) as salah:
        baca_iki_json(tmp_path / "x.json")
    assert [str(t) for t in salah.value.temuan] == ["Harus berupa objek."]


def test_an_empty_object_lacks_everything(tmp_path: Path) -> None:
    hasil = tolak(tmp_path, "{}")
    assert {t for t, p in hasil.items() if p == "Isian ini wajib ada."} == {
        "format", "versi", "kecamatan", "dokumen",
    }  # fmt: skip


@pytest.mark.parametrize(
    "ubah, tempat, pesan",
    [
        (lambda b: b.update(format="lain"), "format", "Harus “iki”."),
        (lambda b: b.update(versi=3), "versi", "Harus 1 atau 2."),
        (lambda b: b.update(versi=True), "versi", "Harus 1 atau 2."),
        (lambda b: b.update(asing=1), "asing", "Isian ini tidak dikenal."),
        (lambda b: b["kecamatan"].update({"a b": 1}), 'kecamatan["a b"]', "Isian ini tidak dikenal."),
        (lambda b: jabatan(b, 3).pop("nama"), "dokumen[0].jabatan[3].nama", "Isian ini wajib ada."),
        (
            lambda b: jabatan(b, 3)["sasaran"][0].update(teks=""),
            "dokumen[0].jabatan[3].sasaran[0].teks",
            "Teks ini tidak boleh kosong.",
        ),
        (lambda b: jabatan(b, 3).update(nama=5), "dokumen[0].jabatan[3].nama", "Harus berupa teks."),
        (lambda b: jabatan(b, 3).update(nama=None), "dokumen[0].jabatan[3].nama", "Harus berupa teks."),
        (
            lambda b: jabatan(b, 3).update(unit="dinas"),
            "dokumen[0].jabatan[3].unit",
            "Harus “kecamatan” atau “kelurahan”.",
        ),
        (lambda b: b["dokumen"][0].update(tahun="2026"), "dokumen[0].tahun", "Harus berupa bilangan bulat."),
        (lambda b: b["dokumen"][0].update(tahun=2026.5), "dokumen[0].tahun", "Harus berupa bilangan bulat."),
        (lambda b: b["dokumen"][0].update(tahun=1944), "dokumen[0].tahun", "Paling kecil 1945."),
        (lambda b: b["dokumen"][0].update(tahun=2201), "dokumen[0].tahun", "Paling besar 2200."),
        (lambda b: b["dokumen"][0].update(tahun=True), "dokumen[0].tahun", "Harus berupa bilangan bulat."),
        (
            lambda b: b["dokumen"][0]["keputusan"].update(tanggal="2026-02-30"),
            "dokumen[0].keputusan.tanggal",
            "Harus tanggal yang ada, misalnya 2026-01-31.",
        ),
        (
            lambda b: b["dokumen"][0]["keputusan"]["penandatangan"].update(nip="1" * 18 + "\n"),
            "dokumen[0].keputusan.penandatangan.nip",
            "NIP terdiri atas 18 angka, tanpa spasi.",
        ),
        (
            lambda b: b["dokumen"][0]["keputusan"].update(diktum=[{"label": "KESATU"}]),
            "dokumen[0].keputusan.diktum[0]",
            "Harus berisi teks atau butir.",
        ),
        (
            lambda b: b["dokumen"][0].update(capaian={"batas_atas": "120"}),
            "dokumen[0].capaian.batas_atas",
            "Harus berupa angka atau null.",
        ),
        (lambda b: jabatan(b, 0).update(tugas="teks"), "dokumen[0].jabatan[0].tugas", "Harus berupa daftar."),
        (
            lambda b: jabatan(b, 0).update(tugas=[1]),
            "dokumen[0].jabatan[0].tugas[0]",
            "Harus berupa teks atau objek.",
        ),
        (
            lambda b: jabatan(b, 0).update(tugas=[{"teks": "a", "butir": [{"butir": []}]}]),
            "dokumen[0].jabatan[0].tugas[0].butir[0].teks",
            "Isian ini wajib ada.",
        ),
        (
            lambda b: formulasi(b).update(realisasi=[None] * 3),
            f"{FORMULASI}.realisasi",
            "Harus berisi 4 tempat.",
        ),
        (
            lambda b: formulasi(b).update(realisasi=[{"nilai": "9"}, None, None, None]),
            f"{FORMULASI}.realisasi[0].nilai",
            "Harus berupa angka.",
        ),
        (
            lambda b: formulasi(b).update(realisasi=[9, None, None, None]),
            f"{FORMULASI}.realisasi[0]",
            "Harus berupa null atau objek.",
        ),
    ],
)
def test_each_way_to_break_the_schema(
    tmp_path: Path, ubah: Callable[[dict[str, Any]], object], tempat: str, pesan: str
) -> None:
    assert temuan_dari(tmp_path, ubah) == {tempat: pesan}


def test_every_finding_is_listed_at_once(tmp_path: Path) -> None:
    def rusak(b: dict[str, Any]) -> None:
        b["kecamatan"]["jenis_daerah"] = "Provinsi"
        jabatan(b, 1)["atasan"] = "Tidak Ada"
        jabatan(b, 2)["sasaran"][0]["indikator"].append({"arah": "miring", "target": {"triwulan": []}})
        b["dokumen"].append({"tahun": 2026, "jabatan": {}})

    indikator = "dokumen[0].jabatan[2].sasaran[0].indikator[1]"
    assert set(temuan_dari(tmp_path, rusak)) == {
        "kecamatan.jenis_daerah",
        "dokumen[0].jabatan[1].atasan",
        f"{indikator}.teks",
        f"{indikator}.arah",
        f"{indikator}.target.triwulan",
        "dokumen[1].tahun",
        "dokumen[1].jabatan",
    }


def test_findings_without_number_have_an_end(tmp_path: Path) -> None:
    berkas = {**BIATAN, "dokumen": [{}] * 6000}
    hasil = tolak(tmp_path, json.dumps(berkas))
    assert hasil.pop("") == "Berkas ini belum dapat diimpor: ada lebih dari 10.000 temuan."
    assert len(hasil) == 10_000


# --- beyond the schema ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "atasan, tempat",
    [
        ([None, "X"], {1: "Tidak ada jabatan bernama itu."}),
        (["A", None], {0: "Jabatan ini menjadi atasan dirinya sendiri."}),
        (["B", "A"], dict.fromkeys((0, 1), "Atasan berputar: akhirnya kembali ke jabatan ini.")),
        (["B", "C", "B"], dict.fromkeys((1, 2), "Atasan berputar: akhirnya kembali ke jabatan ini.")),
        (["C", "A", "B"], dict.fromkeys((0, 1, 2), "Atasan berputar: akhirnya kembali ke jabatan ini.")),
    ],
)
def test_posts_that_do_not_reach_the_top(
    tmp_path: Path, atasan: list[str | None], tempat: dict[int, str]
) -> None:
    def susun(b: dict[str, Any]) -> None:
        b["dokumen"][0]["jabatan"] = [
            {"nama": n, **({} if a is None else {"atasan": a})} for n, a in zip("ABC", atasan, strict=False)
        ]

    hasil = temuan_dari(tmp_path, susun)
    assert hasil == {f"dokumen[0].jabatan[{i}].atasan": pesan for i, pesan in tempat.items()}


def test_a_year_that_is_written_twice(tmp_path: Path) -> None:
    hasil = temuan_dari(tmp_path, lambda b: b["dokumen"].append({"tahun": 2026.0, "jabatan": []}))
    assert hasil == {"dokumen[1].tahun": "Tahun 2026 tertulis dua kali."}


def test_a_whole_number_may_be_written_with_a_point(tmp_path: Path) -> None:
    berkas = copy.deepcopy(BIATAN)
    berkas["dokumen"][0]["tahun"] = 2026.0
    (tmp_path / "x.json").write_text(json.dumps(berkas), encoding="utf-8")
    assert repr(baca_iki_json(tmp_path / "x.json").dokumen[0].dokumen.tahun) == "2026"


def test_lists_in_lists_are_followed_as_deep_as_they_are_taken(tmp_path: Path) -> None:
    """26 levels under a formula come in; a decision has four."""
    butir: Any = "x"
    for _ in range(26):
        butir = {"teks": "a", "butir": [butir]}
    berkas = copy.deepcopy(BIATAN)
    formulasi(berkas)["butir"] = [butir]
    (tmp_path / "x.json").write_text(json.dumps(berkas), encoding="utf-8")
    assert baca_iki_json(tmp_path / "x.json").dokumen
    formulasi(berkas)["butir"] = [{"teks": "a", "butir": [butir]}]
    assert tolak(tmp_path, json.dumps(berkas))[""] == "Susunan berkas ini terlalu dalam."
