"""Reports of an office with weights, ranges, surveys, formulas each on its own, words, files and ticks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from iki_desktop.core.capaian import Aturan, hitung_kemajuan
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_kemajuan
from iki_desktop.core.records import (
    Gabungan,
    PengaturanCapaian,
    Realisasi,
    StatusIsian,
    StatusTriwulan,
    Target,
)
from iki_desktop.core.snapshot import IndikatorUtuh, Snapshot, hitung_dokumen
from iki_desktop.core.triwulan import Periode, Sampai
from iki_desktop.naskah.blok import Peran
from iki_desktop.naskah.laporan import compose_laporan, susun_laporan
from iki_desktop.naskah.laporan.bahan import siapkan
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Nilai, teks_nilai
from iki_desktop.naskah.laporan.kemajuan import TerhadapTahun
from iki_desktop.naskah.laporan.ketentuan import keadaan_angka
from iki_desktop.naskah.laporan.rincian import garis
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_laporan import (
    berkata_saja,
    hitungan,
    kantor_bentuk,
    kantor_berkata,
    kumulatif,
    masing_masing,
    survei,
    terisi,
)
from tests.naskah.kantor_naskah import (
    JAHAT,
    formulasi,
    indikator,
    jabatan,
    sasaran,
    snapshot,
    snapshot_data,
)

SETENGAH = Sampai(2)


def datar(baris: tuple[Baris, ...], awal: tuple[Nilai, ...] = ()) -> list[tuple[Nilai, ...]]:
    """The rows as they stand, what is beside many of them in each; titles and means as they are."""
    hasil: list[tuple[Nilai, ...]] = []
    for satu in baris:
        hasil += datar(satu.anak, (*awal, *satu.sel)) if satu.anak else [(*awal, *satu.sel)]
    return hasil


def kata(bagian: Bagian) -> list[list[str]]:
    return [[teks_nilai(nilai) for nilai in baris] for baris in datar(bagian.baris)]


def judul(bagian: Bagian) -> list[str]:
    return [k.judul for k in bagian.kolom]


def satu(jenis: str, periode: Periode, *semua: IndikatorUtuh, **pilihan: Any) -> Bagian:
    """The report of one jabatan that has these indicators under one sasaran."""
    snap = snapshot(jabatan("Camat", sasaran("s", *semua)))
    return susun_laporan(jenis, snap, triwulan=periode, jabatan_id=10, **pilihan)[0]


def kantor(jenis: str, periode: Periode, snap: Snapshot | None = None, **pilihan: Any) -> Bagian:
    return susun_laporan(jenis, snap or kantor_bentuk(), triwulan=periode, **pilihan)[0]


# --- up to a quarter ------------------------------------------------------------------------------


def test_side_by_side_up_to_a_quarter_is_measured_thrice() -> None:
    bagian = satu("pengukuran", SETENGAH, kumulatif())
    assert [(k.kelompok, k.judul) for k in bagian.kolom][4:] == [
        ("", "Realisasi TW I"),
        ("Triwulan II", "Target"), ("Triwulan II", "Realisasi"), ("Triwulan II", "Capaian (%)"),
        ("s.d. Triwulan II", "Target"), ("s.d. Triwulan II", "Realisasi"),
        ("s.d. Triwulan II", "Capaian (%)"),
        ("Terhadap Setahun", "Target"), ("Terhadap Setahun", "Capaian (%)"),
    ]  # fmt: skip
    isi, rata = kata(bagian)
    assert isi[4:] == ["2", "3", "4", "133,33", "6", "6", "100,00", "12", "50,00"]
    assert rata == ["Rata-rata capaian", "133,33", "", "", "100,00", "", "50,00"]
    assert bagian.baris[-1].rentang == 7


def test_the_quarters_before_stand_under_one_heading() -> None:
    bagian = kantor("pengukuran", Sampai(4))
    assert [k.judul for k in bagian.kolom if k.kelompok == "Realisasi"] == ["TW I", "TW II", "TW III"]
    assert "Realisasi" not in {k.kelompok for k in kantor("pengukuran", Sampai(1)).kolom}


def test_a_row_a_quarter_up_to_a_quarter() -> None:
    bagian = satu("pengukuran-rinci", SETENGAH, kumulatif())
    *isi, dua, tahun = kata(bagian)
    assert [baris[5:9] for baris in isi] == [
        ["I", "3", "2", "66,67"],
        ["II", "3", "4", "133,33"],
        ["s.d. II", "6", "6", "100,00"],
        ["terhadap setahun", "12", "6", "50,00"],
    ]
    assert dua == ["Rata-rata capaian s.d. TW II", "100,00", ""]
    assert tahun == ["Rata-rata capaian terhadap target setahun", "50,00", ""]


@pytest.mark.parametrize("jenis", ["pengukuran-rinci", "pengukuran"])
def test_means_of_an_office_up_to_a_quarter(jenis: str) -> None:
    akhir = [b for b in kata(kantor(jenis, SETENGAH)) if b[0].startswith("Rata-rata capaian")]
    assert akhir[-1][0].endswith("Kecamatan Contoh")
    assert {"95,01", "58,62"} <= {nilai for baris in akhir for nilai in baris}


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
@pytest.mark.parametrize("nama", ["biatan", "camplong", "lengkap", "bentuk"])
def test_what_is_reached_of_the_year_is_cores_and_rolls_up_by_weight(nama: str, triwulan: int) -> None:
    snap = kantor_bentuk() if nama == "bentuk" else terisi(snapshot_data(nama), 3)
    bahan = siapkan(snap, Sampai(triwulan), None)
    masa = TerhadapTahun(triwulan)
    for i in bahan.indikator:
        isian = [(f.formulasi, f.realisasi) for f in i.utuh.formulasi]
        assert i.hasil[masa] == hitung_kemajuan(i.utuh.indikator, isian, snap.aturan, triwulan)
    jajar = [h for j in bahan.jabatan for h in (j.hasil, *(s.hasil for s in j.sasaran))]
    assert all(h[masa].terisi == h[Sampai(triwulan)].terisi for h in jajar)
    tanpa_target_triwulan = replace(snap, jabatan=tuple(_tahunan(j) for j in snap.jabatan))
    tahun = hitung_dokumen(tanpa_target_triwulan, Sampai(4))
    setahun = siapkan(tanpa_target_triwulan, Sampai(4), None)
    assert setahun.hasil[TerhadapTahun(4)] == tahun.hasil


def _tahunan(utuh: Any) -> Any:
    """The jabatan with targets of the year alone, so that the fourth quarter's end is the year."""

    def polos(i: IndikatorUtuh) -> IndikatorUtuh:
        target = i.indikator.target and replace(i.indikator.target, triwulan=None, triwulan_sampai=None)
        return replace(i, indikator=replace(i.indikator, target=target))

    semua = tuple(replace(s, indikator=tuple(map(polos, s.indikator))) for s in utuh.sasaran)
    return replace(utuh, sasaran=semua)


@pytest.mark.parametrize("jenis", ["individu", "esakip", "rekap"])
def test_other_reports_show_the_year_up_to_the_quarter(jenis: str) -> None:
    bagian = kantor(jenis, SETENGAH)
    assert bagian.judul[0].endswith("S.D. TRIWULAN II")
    if jenis != "rekap":
        hasil = hitung_dokumen(kantor_bentuk(), SETENGAH).jabatan[0].sasaran[0].indikator[1]
        baris = next(b for b in kata(bagian) if "Persentase layanan tepat waktu" in b)
        assert hasil.capaian is not None
        assert "91,79" in baris


def test_a_plan_has_no_period() -> None:
    assert kantor("rencana-aksi", SETENGAH) == kantor("rencana-aksi", None)
    assert kantor("lkjip", SETENGAH) == kantor("lkjip", None)


# --- words said to entries, and what bears them out -----------------------------------------------


@pytest.mark.parametrize("jenis, ringan", [("individu", "Catatan"), ("pengukuran-rinci", "Keterangan")])
def test_columns_of_words_stand_where_somebody_wrote_some(jenis: str, ringan: str) -> None:
    def milik(*nama: str, periode: Periode = 1) -> list[str]:
        kata: dict[str, Any] = dict.fromkeys(nama, "kata")
        isian = Realisasi(1, 2, nilai=Decimal(1), **kata)
        utuh = replace(formulasi("jumlah"), realisasi=(None, isian, None, None))
        semua = judul(satu(jenis, periode, indikator("i", utuh)))
        return [k for k in semua if k in (ringan, "Kendala", "Tindak Lanjut")]

    assert milik("kendala", "tindak_lanjut") == [ringan]
    assert milik("kendala", periode=2) == ["Kendala"]
    assert milik("tindak_lanjut", periode=SETENGAH) == ["Tindak Lanjut"]
    assert milik("catatan", "kendala", "tindak_lanjut", periode=None) == [ringan, "Kendala", "Tindak Lanjut"]


def test_words_of_a_longer_period_name_their_quarter() -> None:
    baris = next(b for b in kata(kantor("individu", SETENGAH)) if "Persentase layanan tepat waktu" in b)
    assert baris[-3:] == [
        "TW II: Sudah diperiksa.",
        "TW I: Jaringan sering terputus.\nTW II: Petugas loket berkurang satu.",
        "TW II: Meminta bantuan petugas kampung pada hari pasar.",
    ]
    rinci = [b for b in kata(kantor("pengukuran-rinci", 2)) if "Persentase layanan tepat waktu" in b]
    assert [b[-2] for b in rinci] == ["Jaringan sering terputus.", "Petugas loket berkurang satu.", "", ""]


def test_each_persons_report_has_the_columns_that_it_needs() -> None:
    semua = {b.nama: b for b in susun_laporan("individu", kantor_bentuk(), triwulan=2)}
    assert "Tindak Lanjut" in judul(semua["Camat"])
    assert {"Bobot", "Tindak Lanjut"}.isdisjoint(judul(semua["Sekretaris"]))
    assert judul(semua["Sekretaris"])[-1] == "Kendala"


def test_evidence_is_listed_by_name_in_an_annex() -> None:
    semua = susun_laporan("individu", kantor_bentuk(), triwulan=SETENGAH)
    assert [b.nama for b in semua] == [
        "Camat", "Bukti dukung Camat", "Sekretaris", "Bukti dukung Sekretaris", "Daftar periksa Sekretaris",
        "Kepala Seksi Pelayanan",
    ]  # fmt: skip
    bukti = semua[1]
    assert bukti.judul[0] == "LAMPIRAN: BUKTI DUKUNG S.D. TRIWULAN II"
    assert kata(bukti) == [
        ["1", "Nilai Survei Kepuasan Masyarakat", "I", "Hasil survei TW 1.pdf"],
        ["1", "Nilai Survei Kepuasan Masyarakat", "I", "Kuesioner.xlsx"],
        ["1", "Nilai Survei Kepuasan Masyarakat", "II", "Hasil survei TW 2.pdf"],
        ["1", "Nilai Survei Kepuasan Masyarakat", "II", "Kuesioner.xlsx"],
    ]
    assert bukti.penutup is None


def test_ticked_items_are_listed_with_day_and_note() -> None:
    semua = susun_laporan("individu", kantor_bentuk(), triwulan=SETENGAH, jabatan_id=11)
    assert [baris[1:] for baris in kata(semua[-1])] == [
        ["Laporan bulanan tepat waktu", "I\n2 dari 5", "Laporan bulan Januari", "3 Februari 2026",
         "Dikirim lewat surel"],
        ["Laporan bulanan tepat waktu", "I\n2 dari 5", "Laporan bulan Februari", "–", ""],
        ["Laporan bulanan tepat waktu", "II\n1 dari 5", "Laporan bulan April", "4 Mei 2026", ""],
    ]  # fmt: skip
    assert len(susun_laporan("individu", kantor_bentuk(), triwulan=3, jabatan_id=11)) == 1


# --- targets --------------------------------------------------------------------------------------


def test_a_plan_shows_targets_as_they_were_entered() -> None:
    bagian = kantor("rencana-aksi", None)
    assert judul(bagian)[5:11] == ["Target Setahun", "Sifat Target", "TW I", "TW II", "TW III", "TW IV"]
    isi = {b[2]: b[5:11] for b in kata(bagian) if len(b) > 3}
    assert isi["Nilai Survei Kepuasan Masyarakat"] == ["80–85", "", "80–85", "80–85", "80–85", "80–85"]
    assert isi["Jumlah laporan kinerja"] == ["12", "kumulatif", "3", "6", "9", "12"]
    assert isi["Laporan bulanan tepat waktu"] == ["5", "per triwulan", "2", "2", "1", "–"]
    assert isi["(2) Berkas yang ditata"] == ["40–48", "per triwulan", "10–12", "10–12", "10–12", "10–12"]
    assert isi["Bulan layanan"] == ["12", "", "–", "–", "–", "–"]
    assert any("kumulatif" in kalimat for kalimat in bagian.catatan)


def test_a_plan_without_cumulative_targets_does_not_speak_of_them() -> None:
    bagian = satu("rencana-aksi", None, berkata_saja(), survei())
    assert "Sifat Target" not in judul(bagian)
    assert "kumulatif" not in " ".join(bagian.catatan)


def test_a_formula_with_cumulative_targets_is_said_to_have_them() -> None:
    isian = hitungan(("1", None, None, None), teks="a")
    target = Target(Decimal(4), (Decimal(1), Decimal(2), Decimal(3), Decimal(4)), kumulatif=True)
    satu_f = replace(isian, formulasi=replace(isian.formulasi, target=target))
    bagian = satu("rencana-aksi", None, indikator("i", satu_f, isian, gabungan=Gabungan.MASING_MASING))
    assert [b[4:9] for b in kata(bagian)] == [
        ["", "", "", "", ""], ["4", "kumulatif", "1", "2", "3"], ["–", "", "–", "–", "–"],
    ]  # fmt: skip


def test_a_quarter_of_a_cumulative_target_is_said_to_be_what_it_adds() -> None:
    assert any("kumulatif" in kalimat for kalimat in satu("pengukuran", 2, kumulatif()).catatan)
    assert "kumulatif" not in " ".join(satu("pengukuran", 2, survei()).catatan)


def test_an_agreement_says_ranges_and_words() -> None:
    semua = (
        survei(),
        berkata_saja(),
        indikator("turun", target=Target(Decimal(-5), tahun_sampai=Decimal(5)), satuan="poin"),
        indikator("kata", target=Target(teks="seluruh desa")),
        masing_masing(),
    )
    assert [(b[2], b[-1]) for b in kata(satu("perjanjian-kinerja", None, *semua))] == [
        ("Nilai Survei Kepuasan Masyarakat", "80–85"),
        ("Bulan layanan", "12 bulan\n12 (dua belas) bulan layanan"),
        ("turun", "−5 s.d. 5 poin"),
        ("kata", "seluruh desa"),
        ("Tertib surat dan arsip", ""),
        ("(1) Surat yang dijawab dibagi surat yang masuk × 100 %", "80 %"),
        ("(2) Berkas yang ditata", "40–48"),
    ]


def test_an_agreement_gives_long_words_the_room_of_words() -> None:
    def peran(kata: str) -> Peran:
        return satu("perjanjian-kinerja", None, indikator("i", target=Target(teks=kata))).kolom[-1].peran

    assert peran("12 (dua belas) bulan") is Peran.KATEGORI
    assert peran("seluruh desa " * 6) is Peran.URAIAN


def test_a_long_range_may_go_on_to_a_second_line() -> None:
    def tertulis(bawah: int, atas: int) -> str:
        utuh = indikator("i", target=Target(Decimal(bawah), tahun_sampai=Decimal(atas)))
        return kata(satu("esakip", None, utuh))[0][2]

    assert tertulis(1200, 1500) == "1.200–1.500"
    assert tertulis(12000, 15000) == "12.000 – 15.000"


# --- formulas each on its own ---------------------------------------------------------------------


@pytest.mark.parametrize("jenis", ["pengukuran", "individu", "esakip", "lkjip"])
def test_formulas_each_on_its_own_have_a_line_with_their_target(jenis: str) -> None:
    bagian = satu(jenis, None, masing_masing())
    judul_kolom = judul(bagian)
    letak = [judul_kolom.index(n) for n in ("Indikator Kinerja", "Target", "Capaian (%)")]
    baris = [[b[n] for n in letak] for b in kata(bagian) if len(b) == len(judul_kolom)]
    assert baris == [
        ["Tertib surat dan arsip", "", "77,50"],
        ["(1) Surat yang dijawab dibagi surat yang masuk × 100 %", "80", "100,00"],
        ["(2) Berkas yang ditata", "40–48", "55,00"],
    ]
    assert any("beberapa formulasi bertarget sendiri" in kalimat for kalimat in bagian.catatan)


def test_a_line_of_a_formula_is_what_it_would_be_as_an_indicator() -> None:
    utuh = masing_masing()
    for periode in (1, 2, 3, SETENGAH, None):
        bahan = siapkan(snapshot(jabatan("C", sasaran("s", utuh))), periode, None)
        (milik,) = bahan.indikator
        sendiri, *semua = garis(milik, Aturan())
        assert sendiri is milik
        for baris in semua:
            bahan_satu = siapkan(snapshot(jabatan("C", sasaran("s", baris.utuh))), periode, None)
            harus = bahan_satu.indikator[0].hasil[periode]
            assert replace(baris.hasil[periode], terisi=0, jumlah=0) == replace(harus, terisi=0, jumlah=0)


def test_one_formula_beside_words_needs_no_lines() -> None:
    isian = hitungan(("1", "2", None, None))
    utuh = indikator("i", isian, formulasi("teks", teks="x"), gabungan=Gabungan.MASING_MASING)
    assert [b[2] for b in kata(satu("esakip", None, utuh))] == ["–"]
    assert len(kata(satu("pengukuran", None, utuh))) == 2


@pytest.mark.parametrize(
    "milik, harus",
    [
        ({"teks": "a\nb"}, "(1) a b"),
        ({"pembilang": "a", "penyebut": "b"}, "(1) a ÷ b"),
        ({"rumus": "x + 1"}, "(1) x + 1"),
        ({}, "(1)"),
    ],
)
def test_a_formula_is_called_by_its_words(milik: dict[str, str], harus: str) -> None:
    dua = (formulasi("rumus", **milik), formulasi("jumlah"))
    bagian = satu("esakip", 1, indikator("i", *dua, gabungan=Gabungan.MASING_MASING))
    assert kata(bagian)[1][0] == harus


# --- surveys, weights, states ---------------------------------------------------------------------


def test_a_surveys_value_bears_its_letter_but_where_it_is_copied() -> None:
    nilai = Angka(Decimal("81.25"), None, "(B)")
    assert nilai.teks == "81,25 (B)"
    assert nilai in datar(satu("individu", 1, survei()).baris)[0]
    assert Angka(Decimal("81.25")) in datar(satu("esakip", 1, survei()).baris)[0]
    assert any("mutu" in kalimat for kalimat in satu("lkjip", None, survei()).catatan)
    assert "mutu" not in " ".join(satu("esakip", None, survei()).catatan)


def test_weights_stand_where_they_were_given() -> None:
    bagian = kantor("pengukuran", 2)
    baris = kata(bagian)
    assert judul(bagian)[4] == "Bobot"
    assert baris[0] == ["Camat (bobot\N{NO-BREAK SPACE}2)"]
    assert baris[1][1:5] == [
        "Meningkatnya kepuasan masyarakat (bobot\N{NO-BREAK SPACE}60)", "Nilai Survei Kepuasan Masyarakat",
        "", "3",
    ]  # fmt: skip
    assert baris[3][4] == "–"
    assert any("bobot" in kalimat for kalimat in bagian.catatan)
    rekap = kantor("rekap", None)
    assert [b[2] for b in kata(rekap)][:3] == ["2", "1", "–"]
    assert rekap.baris[-1].rentang == 3
    assert "Bobot" not in judul(satu("pengukuran", 2, kumulatif()))
    assert "bobot" not in " ".join(satu("pengukuran", 2, kumulatif()).catatan)


def test_a_person_weighs_among_the_others_only() -> None:
    (bagian, *_) = susun_laporan("individu", kantor_bentuk(), triwulan=1, jabatan_id=11)
    assert ("Bobot", "1") in bagian.kepala
    assert "bobot" not in " ".join(bagian.catatan)


def test_the_state_of_the_quarters_is_said() -> None:
    snap = kantor_bentuk()
    assert keadaan_angka(snap, (1, 2, 3, 4)) == (
        "Angka TW I sudah dikunci; TW II ditandai selesai, belum dikunci; TW III dan IV belum dikunci."
    )
    dua = tuple(StatusTriwulan(2, t, StatusIsian.DIKUNCI) for t in (1, 2))
    assert keadaan_angka(replace(snap, status=dua), (1, 2)) == "Angka TW I dan II sudah dikunci."
    for jenis, periode, harus in (
        ("pengukuran", 1, "Angka TW I sudah dikunci."),
        ("esakip", 2, "Angka TW II ditandai selesai, belum dikunci."),
        ("rekap", SETENGAH, "Angka TW I sudah dikunci; TW II ditandai selesai, belum dikunci."),
    ):
        assert kantor(jenis, periode).catatan[0] == harus
    assert "dikunci" not in " ".join(kantor("rencana-aksi", None).catatan)


def test_a_range_is_full_inside_up_to_the_cap() -> None:
    def kalimat(**capaian: Any) -> str:
        snap = replace(
            kantor_bentuk(), dokumen=replace(kantor_bentuk().dokumen, capaian=PengaturanCapaian(**capaian))
        )
        return next(k for k in kantor("esakip", 1, snap).catatan if "rentang" in k)

    assert "capaian 100 %;" in kalimat()
    assert "capaian 95 %;" in kalimat(batas_atas=Decimal(95))
    assert "capaian 100 %;" in kalimat(batas_atas=Decimal(120))


# --- sentences ------------------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", ["pengukuran", "pengukuran-rinci"])
def test_pengukuran_says_how_its_three_figures_came_about(jenis: str) -> None:
    utuh = kumulatif()
    isian = [(f.formulasi, f.realisasi) for f in utuh.formulasi]
    (dua, sampai) = (jelaskan_indikator(utuh.indikator, isian, Aturan(), p) for p in (2, SETENGAH))
    tahun = jelaskan_kemajuan(utuh.indikator, isian, Aturan(), 2)
    bagian = satu(jenis, SETENGAH, utuh, penjelasan=True)
    assert bagian.penjelasan[0] == (
        f"Jumlah laporan kinerja:\nTW II: {dua}\ns.d. TW II: {sampai}\nTerhadap target setahun: {tahun}"
    )
    assert [k.split(":")[0] for k in bagian.penjelasan[1:]] == ["Sasaran 1", "Camat"]
    assert satu(jenis, 2, utuh, penjelasan=True).penjelasan[0] == f"Jumlah laporan kinerja: {dua}"
    assert satu(jenis, 2, utuh).penjelasan == ()


def test_sentences_of_an_office_name_the_jabatan() -> None:
    semua = kantor("pengukuran", 2, penjelasan=True).penjelasan
    assert semua[0].startswith("Camat, Nilai Survei Kepuasan Masyarakat: ")
    assert semua[2].startswith("Camat, sasaran 1: Rata-rata berbobot 2 indikator: (3 × 100,00 + 1 × ")
    assert semua[-1].startswith(
        "Kecamatan Contoh: Rata-rata berbobot 2 dari 3 jabatan yang bercapaian: (2 × "
    )
    assert kantor("pengukuran", 2, snapshot(), penjelasan=True).penjelasan == ()
    assert len(kantor("pengukuran", 2, snapshot(jabatan("C")), penjelasan=True).penjelasan) == 1


def test_a_person_s_sentences_speak_of_what_the_report_shows() -> None:
    bagian = satu("individu", SETENGAH, kumulatif(), penjelasan=True)
    assert bagian.penjelasan[0].startswith(
        "Jumlah laporan kinerja: Σ TW I–II: 2 + 4 = 6; target s.d. TW II 6"
    )


@pytest.mark.parametrize("periode", [1, SETENGAH, Sampai(4), None])
def test_every_report_of_every_shape_speaks_no_nonsense(periode: Periode) -> None:
    for jenis in ("pengukuran", "pengukuran-rinci", "rekap", "individu", "rencana-aksi", "lkjip", "esakip"):
        naskah = compose_laporan(jenis, kantor_bentuk(), triwulan=periode, penjelasan=True)
        teks = "\n".join(semua_teks(naskah))
        assert not {"None", "Sampai", "triwulan="} & set(teks.split())


def test_a_person_s_words_stand_on_paper_as_they_were_written() -> None:
    teks = list(semua_teks(compose_laporan("individu", kantor_berkata(JAHAT), triwulan=2)))
    assert teks.count(JAHAT) > 10
