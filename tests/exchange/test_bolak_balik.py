"""What comes in goes out again: the two offices' documents, and whatever the schema admits."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor, tulis_iki_json
from iki_desktop.paths import schema_file
from tests.exchange.dokumen_acak import BERKAS

DATA = Path(__file__).resolve().parent.parent / "data"
SKEMA, SKEMA_2 = (
    Draft202012Validator(json.loads(schema_file(versi).read_text(encoding="utf-8"))) for versi in (1, 2)
)


def urai(teks: str) -> Any:
    return json.loads(teks, parse_float=Decimal, parse_int=Decimal)


def bolak_balik(teks: str, folder: Path, versi: int = 1) -> str:
    """Through a real file: import, close, open, export."""
    sumber, iki, hasil = folder / "sumber.json", folder / "kantor.iki", folder / "hasil.json"
    sumber.write_text(teks, encoding="utf-8")
    isi = baca_iki_json(sumber)
    with Berkas.buat(iki) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        text, changes = rencana_impor(ruang.arsip, isi, ruang.id_baru)
        ruang.terapkan(text, changes, periksa=False)
    with Berkas.buka(iki) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        (kecamatan,) = ruang.arsip.kecamatan()
        assert tulis_iki_json(ruang.arsip, kecamatan.id, hasil, versi=versi) == ()
    return hasil.read_text(encoding="utf-8")


@pytest.mark.parametrize("nama", ["biatan.json", "camplong.json"])
def test_a_real_office_is_the_same_after_a_journey(nama: str, tmp_path: Path) -> None:
    teks = (DATA / nama).read_text(encoding="utf-8")
    assert urai(bolak_balik(teks, tmp_path)) == urai(teks)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(BERKAS)
def test_whatever_the_schema_admits_is_the_same_after_a_journey(dokumen: dict[str, Any]) -> None:
    SKEMA.validate(dokumen)
    teks = json.dumps(dokumen, ensure_ascii=False)
    with TemporaryDirectory() as folder:
        hasil = bolak_balik(teks, Path(folder))
    assert urai(hasil) == urai(teks)
    SKEMA.validate(json.loads(hasil))


@pytest.mark.parametrize("angka", ["82.50", "0.1", "1e3", "12345678901234567890.123456789", "-0", "1E-7"])
def test_numbers_keep_every_digit(angka: str, tmp_path: Path) -> None:
    dokumen = {
        "format": "iki",
        "versi": 1,
        "kecamatan": {"nama": "A", "jenis_daerah": "Kota", "nama_daerah": "B"},
        "dokumen": [{"tahun": 2026, "jabatan": [], "capaian": {"batas_atas": "ANGKA"}}],
    }
    teks = json.dumps(dokumen).replace('"ANGKA"', angka)
    hasil = urai(bolak_balik(teks, tmp_path))
    assert hasil["dokumen"][0]["capaian"]["batas_atas"] == Decimal(angka)


def test_a_post_finds_its_atasan_among_namesakes(tmp_path: Path) -> None:
    """The nearest one before it, else the first other one."""
    nama = ["Lurah", "Sekretaris", "Lurah", "Sekretaris", "Kasi"]
    atasan = ["Camat", "Lurah", None, "Lurah", "Sekretaris"]
    jabatan = [
        {"nama": n} if a is None else {"nama": n, "atasan": a} for n, a in zip(nama, atasan, strict=True)
    ]
    jabatan.append({"nama": "Camat"})
    dokumen = {
        "format": "iki",
        "versi": 1,
        "kecamatan": {"nama": "A", "jenis_daerah": "Kota", "nama_daerah": "B"},
        "dokumen": [{"tahun": 2026, "jabatan": jabatan}],
    }
    bolak_balik(json.dumps(dokumen), tmp_path)
    with Berkas.buka(tmp_path / "kantor.iki") as berkas:
        arsip = Workspace(berkas, berkas.muat()).arsip
    semua = arsip.jabatan(arsip.dokumen(arsip.kecamatan()[0].id)[0].id)
    urutan = {j.id: i for i, j in enumerate(semua)}
    assert [None if j.atasan_id is None else urutan[j.atasan_id] for j in semua] == [5, 0, None, 2, 3, None]


def minimal(**dokumen: Any) -> dict[str, Any]:
    return {
        "format": "iki",
        "versi": 1,
        "kecamatan": {"nama": "A", "jenis_daerah": "Kota", "nama_daerah": "B"},
        "dokumen": [{"tahun": 2026, "jabatan": [], **dokumen}],
    }


def satu_formulasi(**formulasi: Any) -> dict[str, Any]:
    indikator = {"teks": "i", "formulasi": [{"jenis": "rumus", **formulasi}]}
    return minimal(jabatan=[{"nama": "j", "sasaran": [{"teks": "s", "indikator": [indikator]}]}])


@pytest.mark.parametrize(
    "dokumen",
    [
        minimal(jabatan=[{"nama": "j", "sasaran": []}]),
        minimal(jabatan=[{"nama": "j", "sasaran": [{"teks": "s", "indikator": []}]}]),
        minimal(
            jabatan=[{"nama": "j", "sasaran": [{"teks": "s", "indikator": [{"teks": "i", "formulasi": []}]}]}]
        ),
        minimal(jabatan=[{"nama": "j", "tugas": [], "judul_kolom": {}}]),
        minimal(
            jabatan=[{"nama": "j", "tugas": [{"teks": "t"}, {"teks": "t", "butir": []}, "t", {"teks": "t"}]}]
        ),
        minimal(capaian={"batas_atas": None}),
        minimal(capaian={}, tata_letak={}, keputusan={}, bab=[], misi=[], iku=[]),
        minimal(keputusan={"menimbang": [], "diktum": [{"label": "KESATU", "butir": []}], "tembusan": []}),
        minimal(bab=[{"judul": "b", "bagian": [{"isi": ["t", {"butir": []}]}], "pengesahan": {}}]),
        minimal(iku=[{"baris": [{"sasaran": "s", "indikator": "i", "target": {"": ""}}], "judul_kolom": {}}]),
        minimal(tata_letak={"penomoran": {"tugas": ""}, "kolom_no": False}),
        satu_formulasi(realisasi=[None, None, None, None]),
        satu_formulasi(realisasi=[{}, None, {"variabel": {}}, {"variabel": {"": 0}}]),
        satu_formulasi(variabel={}, butir=[]),
    ],
)
def test_what_is_empty_is_not_what_is_absent(dokumen: dict[str, Any], tmp_path: Path) -> None:
    SKEMA.validate(dokumen)
    assert json.loads(bolak_balik(json.dumps(dokumen), tmp_path)) == dokumen
