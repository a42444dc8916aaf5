"""The second version of the exchange format: all that a file holds, and the way back to the first."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from iki_desktop.core.angka import bulatkan
from iki_desktop.core.errors import ImportFileError
from iki_desktop.core.records import StatusIsian
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import (
    IsiIki,
    baca_iki_json,
    baca_iki_teks,
    naskah_beku,
    rencana_impor,
    teks_json,
    tulis_iki_json,
)
from iki_desktop.exchange.versi import ke_versi_1
from tests.exchange.dokumen_acak import BERKAS, berkas_2
from tests.exchange.test_bolak_balik import SKEMA, SKEMA_2, bolak_balik, urai

ATUR = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
SIDIK = "0" * 64


@ATUR
@given(berkas_2())
def test_whatever_the_schema_admits_is_the_same_after_a_journey(berkas: dict[str, Any]) -> None:
    SKEMA_2.validate(berkas)
    teks = json.dumps(berkas, ensure_ascii=False)
    with TemporaryDirectory() as folder:
        hasil = bolak_balik(teks, Path(folder), versi=2)
    assert urai(hasil) == urai(teks)
    SKEMA_2.validate(json.loads(hasil))


@ATUR
@given(berkas_2())
def test_the_way_back_fulfils_the_first_schema_and_says_what_it_leaves(berkas: dict[str, Any]) -> None:
    isi, hilang = ke_versi_1(baca_iki_teks(json.dumps(berkas)))
    satu = teks_json(isi, 1)
    SKEMA.validate(json.loads(satu))
    assert teks_json(baca_iki_teks(satu), 1) == satu
    if hilang == ():
        assert json.loads(teks_json(isi, 2))["dokumen"] == json.loads(json.dumps(berkas))["dokumen"]


@ATUR
@given(BERKAS)
def test_a_file_of_the_first_is_one_of_the_second_by_its_number_alone(berkas: dict[str, Any]) -> None:
    isi = baca_iki_teks(json.dumps({**berkas, "versi": 2}))
    assert isi == baca_iki_teks(json.dumps(berkas))
    assert ke_versi_1(isi) == (isi, ())


def kantor(formulasi: list[dict[str, Any]], **dokumen: Any) -> dict[str, Any]:
    indikator = {"teks": "i", "satuan": "%", "target": {"tahun": 80}, "formulasi": formulasi}
    return {
        "format": "iki",
        "versi": 2,
        "kecamatan": {"nama": "A", "jenis_daerah": "Kota", "nama_daerah": "B"},
        "dokumen": [
            {
                "tahun": 2026,
                "jabatan": [{"nama": "j", "sasaran": [{"teks": "s", "indikator": [indikator]}]}],
                **dokumen,
            }
        ],
    }


UNSUR = {f"u{n}": nilai for n, nilai in enumerate([3, 3.5, 4, 3.25, 3, 3.75, 2.5, 3, 4], 1)}


def isi(**kantornya: Any) -> IsiIki:
    return baca_iki_teks(json.dumps(kantor(**kantornya)))


def test_a_survey_and_shared_entries_come_to_the_same_figure_in_the_first_version(tmp_path: Path) -> None:
    survei = {"jenis": "skm", "realisasi": [None, {"variabel": UNSUR}, None, None]}
    bersama = {"jenis": "skm", "sama_dengan": [1, 1, 1, 1]}
    penuh = isi(formulasi=[survei, bersama])
    satu, hilang = ke_versi_1(penuh)
    assert hilang == ("1 formulasi bersama", "2 rincian unsur survei")
    angka = []
    for nomor, versi in enumerate((penuh, satu)):
        with Berkas.buat(tmp_path / f"{nomor}.iki") as berkas:
            ruang = Workspace(berkas, ())
            ruang.terapkan(*rencana_impor(ruang.arsip, versi, ruang.id_baru), periksa=False)
            (dokumen,) = ruang.arsip.dokumen(ruang.arsip.kecamatan()[0].id)
            capaian = hitung_dokumen(ruang.snapshot(dokumen.id), None).hasil.capaian
            assert capaian is not None
            angka.append(bulatkan(capaian, 8))
    assert angka[0] == angka[1]


def test_a_range_and_a_cumulative_target_are_said_in_words() -> None:
    isian = kantor([])
    isian["dokumen"][0]["jabatan"][0]["sasaran"][0]["indikator"][0]["target"] = {
        "tahun": 80, "tahun_sampai": 85.5, "kumulatif": True, "triwulan": [20, 40, 60, 80],
    }  # fmt: skip
    satu, hilang = ke_versi_1(baca_iki_teks(json.dumps(isian)))
    (jabatan,) = satu.dokumen[0].jabatan
    target = jabatan.sasaran[0].indikator[0].indikator.target
    assert target is not None
    assert (target.tahun, target.triwulan, target.teks) == (Decimal(80), (Decimal(20),) * 4, "80–85,5 %")
    assert hilang == ("1 rentang target", "1 target kumulatif")


@pytest.mark.parametrize(
    "target, jenis, tahun, triwulan",
    [
        ({"tahun": 10, "kumulatif": True, "triwulan": [2, None, 7, 10]}, "jumlah", 10, (2, None, 5, 3)),
        ({"tahun": 80, "kumulatif": True, "triwulan": [70, 75, 78, 80]}, "nilai", 80, (70, 75, 78, 80)),
        ({"tahun": 80, "kumulatif": True}, "nilai", 80, None),
        ({"tahun_sampai": 12, "triwulan_sampai": [3, None, 3, 6]}, "jumlah", 12, (3, None, 3, 6)),
        ({"tahun": 4, "tahun_sampai": 6, "triwulan": [1, 1, 1, 1]}, "jumlah", 4, (1, 1, 1, 1)),
        ({"tahun": 1e-30, "kumulatif": True, "triwulan": [1e-30, 1e29, None, None]}, "jumlah",
         Decimal("1e-30"), (Decimal("1e-30"), None, None, None)),
    ],
)  # fmt: skip
def test_a_plan_keeps_its_quarters_in_the_first_version(
    target: dict[str, Any], jenis: str, tahun: int, triwulan: tuple[int | None, ...] | None
) -> None:
    isian = kantor([{"jenis": jenis}])
    isian["dokumen"][0]["jabatan"][0]["sasaran"][0]["indikator"][0]["target"] = target
    satu, _ = ke_versi_1(baca_iki_teks(json.dumps(isian)))
    jadi = satu.dokumen[0].jabatan[0].sasaran[0].indikator[0].indikator.target
    assert jadi is not None
    tertulis: tuple[object, object] = (jadi.tahun, jadi.triwulan)
    assert tertulis == (tahun, triwulan)
    baca_iki_teks(teks_json(satu, 1))


@pytest.mark.parametrize(
    "unsur, nilai", [([3] * 8 + [4], "77.7777777778"), ([3.25] * 9, "81.25"), ([9e29] * 9, None)]
)
def test_the_value_of_a_survey_can_be_read_back(unsur: list[float], nilai: str | None) -> None:
    isian = {f"u{n}": satu for n, satu in enumerate(unsur, 1)}
    satu, _ = ke_versi_1(
        isi(formulasi=[{"jenis": "skm", "realisasi": [{"variabel": isian}, None, None, None]}])
    )
    kembali = baca_iki_teks(teks_json(satu, 1))
    realisasi = kembali.dokumen[0].jabatan[0].sasaran[0].indikator[0].formulasi[0].realisasi[0]
    assert (None if realisasi is None else str(realisasi.nilai)) == nilai


@pytest.mark.parametrize(
    "formulasi, dokumen, tempat, pesan",
    [
        ([{"jenis": "skm", "sama_dengan": [1, 1, 1, 2]}], {}, "formulasi[0].sama_dengan", "Tidak ada"),
        ([{"jenis": "skm", "sama_dengan": [1, 1, 1, 1]}], {}, "formulasi[0].sama_dengan", "sendiri memakai"),
        (
            [{"jenis": "teks"}, {"jenis": "teks", "sama_dengan": [1, 1, 1, 1], "realisasi": [None] * 4}],
            {},
            "formulasi[1].sama_dengan",
            "tidak boleh berisi",
        ),
        ([{"jenis": "teks", "sama_dengan": [1, 1, 1.5, 1]}], {}, "sama_dengan[2]", "bilangan bulat"),
        ([{"jenis": "teks", "sama_dengan": "x"}], {}, "formulasi[0].sama_dengan", "Harus berupa daftar"),
        (
            [],
            {"terbitan": [{"nomor": 1, "waktu": "w", "isi": ""}, {"nomor": 1.0, "waktu": "w", "isi": ""}]},
            "terbitan[1].nomor",
            "tertulis dua kali",
        ),
        ([], {"status_triwulan": [None, None, None, {"status": "x"}]}, "status_triwulan[3].status", "Harus"),
        (
            [{"jenis": "nilai", "realisasi": [{"bukti": [
                {"nama": "a", "berkas": "../a", "ukuran": 1, "sidik": SIDIK}]}, None, None, None]}],
            {},
            "bukti[0].berkas",
            "Nama berkas tidak boleh",
        ),
        (
            [{"jenis": "nilai", "realisasi": [{"bukti": [
                {"nama": "a", "berkas": "a", "ukuran": 1, "sidik": "x"}]}, None, None, None]}],
            {},
            "bukti[0].sidik",
            "Sidik",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_place(
    formulasi: list[dict[str, Any]], dokumen: dict[str, Any], tempat: str, pesan: str
) -> None:
    with pytest.raises(ImportFileError) as ditolak:
        baca_iki_teks(json.dumps(kantor(formulasi, **dokumen)))
    assert any(t.tempat.endswith(tempat) and pesan in t.pesan for t in ditolak.value.temuan)


def test_what_is_issued_holds_every_word_and_no_figure() -> None:
    berkas_json = Path(__file__).resolve().parent.parent / "data" / "lengkap.json"
    asal = baca_iki_json(berkas_json)
    teks = naskah_beku(asal.dokumen[0])
    assert naskah_beku(baca_iki_teks(teks).dokumen[0]) == teks
    pohon = json.loads(teks)
    assert "realisasi" not in teks
    asli = json.loads(berkas_json.read_text(encoding="utf-8"))
    assert pohon["kecamatan"] == asli["kecamatan"]
    assert pohon["dokumen"][0]["keputusan"] == asli["dokumen"][0]["keputusan"]


def test_a_locked_year_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    sumber = isi(formulasi=[{"jenis": "nilai"}])
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        ruang = Workspace(berkas, ())
        ruang.terapkan(*rencana_impor(ruang.arsip, sumber, ruang.id_baru), periksa=False)
        (dokumen,) = ruang.arsip.dokumen(ruang.arsip.kecamatan()[0].id)
        ruang.set_status(dokumen.id, 1, StatusIsian.DIKUNCI)
        with pytest.raises(ImportFileError, match="sudah dikunci"):
            rencana_impor(ruang.arsip, sumber, ruang.id_baru, ganti=True)
        hasil = tmp_path / "hasil.json"
        assert tulis_iki_json(ruang.arsip, 1, hasil) == ("1 keadaan triwulan",)
        assert json.loads(hasil.read_text(encoding="utf-8"))["versi"] == 1
