"""Documents of every shape that the schemas of the exchange format admit, for hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

# Every character of JSON text, the awkward ones often.
HURUF = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(" \n\t\x00\x0b\x1b<>&\"'=\\/{}[],\u200f\u202e\u2028\ufeff😀é"),
)
TEKS = st.text(HURUF, min_size=1, max_size=8)
LOGO = st.sampled_from(["", "iVBORw0KGgo=", "bukan base64"])
PENOMORAN = st.sampled_from(["a.", "1.", "1)", "a)", "(1)", "-", ""])
ANGKA = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9).map(
        float
    ),
    st.sampled_from([0, 1.0, -0.0, 0.1, 1e20, 12345678901234567890, 1e-7]),
)
TANGGAL = st.dates(date(1000, 1, 1)).map(date.isoformat)
NIP = st.text("0123456789", min_size=18, max_size=18)


def objek(wajib: dict[str, Any], boleh: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(wajib, optional=boleh)


def larik(isi: Any, paling: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(isi, max_size=paling)


def kamus(isi: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.text(HURUF, max_size=4), isi, max_size=3)


def pilih(*nilai: str) -> st.SearchStrategy[str]:
    return st.sampled_from(nilai)


DAFTAR: st.SearchStrategy[list[Any]] = larik(
    st.recursive(TEKS, lambda anak: objek({"teks": TEKS}, {"butir": larik(anak)}), max_leaves=6)
)
PENANDATANGAN = objek(
    {"jabatan": TEKS, "nama": TEKS},
    {
        "pangkat": TEKS,
        "nip": NIP,
        "sebutan": pilih("definitif", "Pj.", "Plt.", "Plh."),
        "atas_nama": TEKS,
    },
)
KECAMATAN = objek(
    {"nama": TEKS, "jenis_daerah": pilih("Kabupaten", "Kota"), "nama_daerah": TEKS},
    {
        **dict.fromkeys(
            ("provinsi", "alamat", "telepon", "kode_pos", "laman", "surel", "sebutan_desa"), TEKS
        ),
        "logo_png": LOGO,
        "pejabat": larik(PENANDATANGAN),
    },
)
DIKTUM = st.one_of(
    objek({"label": TEKS, "teks": TEKS}, {"butir": DAFTAR}), objek({"label": TEKS, "butir": DAFTAR}, {})
)
KEPUTUSAN = objek(
    {},
    {
        **dict.fromkeys(
            ("nomor", "tentang", "menetapkan", "tempat", "tanggal_teks", "tentang_lampiran"), TEKS
        ),
        **dict.fromkeys(("menimbang", "mengingat", "memperhatikan", "tembusan"), DAFTAR),
        "diktum": larik(DIKTUM),
        "tanggal": TANGGAL,
        "penandatangan": PENANDATANGAN,
        "status": pilih("draf", "ditetapkan"),
    },
)
BAB = objek(
    {
        "judul": TEKS,
        "bagian": larik(
            objek({"isi": larik(st.one_of(TEKS, objek({"butir": DAFTAR}, {})))}, {"judul": TEKS}), 2
        ),
    },
    {"pengesahan": objek({}, {"tempat": TEKS, "tanggal": TANGGAL, "penandatangan": PENANDATANGAN})},
)
MISI = objek({"teks": TEKS}, {"tujuan": larik(objek({"teks": TEKS}, {"sasaran": DAFTAR}), 2)})
IKU = objek(
    {
        "baris": larik(
            objek(
                {"sasaran": TEKS, "indikator": TEKS},
                {
                    **dict.fromkeys(("tujuan", "formulasi", "sumber_data", "penanggung_jawab"), TEKS),
                    "target": kamus(st.text(HURUF, max_size=4)),
                },
            ),
            2,
        )
    },
    {"judul": TEKS, "judul_kolom": kamus(TEKS)},
)
TATA_LETAK = objek(
    {},
    {
        "kertas": pilih("F4", "A4", "Folio"),
        "huruf": TEKS,
        "ukuran_huruf": ANGKA,
        **dict.fromkeys(
            (
                "lampiran_mendatar",
                "kolom_no",
                "baris_nomor_kolom",
                "kolom_penanggung_jawab",
                "keterangan_bersambung",
                "sasaran_diulang",
            ),
            st.booleans(),
        ),
        "penomoran": objek(
            {},
            dict.fromkeys(
                ("menimbang", "mengingat", "memperhatikan", "butir_diktum", "tugas", "fungsi", "tembusan"),
                PENOMORAN,
            ),
        ),
    },
)
CAPAIAN = objek(
    {},
    {
        "rumus_turun": pilih("selisih", "kebalikan"),
        "batas_atas": st.none() | ANGKA,
        "desimal": st.integers(0, 4) | pilih("x").map(lambda _: 2.0),
        "skala": larik(objek({"nama": TEKS, "batas_bawah": ANGKA}, {})),
        "pembulatan": pilih("setengah_ke_atas", "potong"),
        "rata_rata_dari": pilih("dibulatkan", "penuh"),
    },
)
REALISASI = objek(
    {}, {"pembilang": ANGKA, "penyebut": ANGKA, "nilai": ANGKA, "variabel": kamus(ANGKA), "catatan": TEKS}
)
FORMULASI = objek(
    {"jenis": pilih("rasio", "jumlah", "nilai", "selisih", "rumus", "teks")},
    {
        **dict.fromkeys(("teks", "pembilang", "penyebut", "rumus", "sumber_data", "catatan"), TEKS),
        "penyebut_tetap": ANGKA,
        "variabel": kamus(TEKS),
        "butir": DAFTAR,
        "realisasi": st.lists(st.none() | REALISASI, min_size=4, max_size=4),
    },
)
INDIKATOR = objek(
    {"teks": TEKS},
    {
        "satuan": TEKS,
        "penanggung_jawab": TEKS,
        "arah": pilih("naik", "turun"),
        "akumulasi": pilih("jumlah", "rata_rata", "terakhir"),
        "target": objek(
            {},
            {
                "tahun": ANGKA,
                "teks": TEKS,
                "triwulan": st.lists(st.none() | ANGKA, min_size=4, max_size=4),
            },
        ),
        "formulasi": larik(FORMULASI, 2),
    },
)
SASARAN = objek({"teks": TEKS}, {"indikator": larik(INDIKATOR, 2)})
JABATAN = objek(
    {"nama": TEKS},
    {
        "unit": pilih("kecamatan", "kelurahan"),
        "tugas": DAFTAR,
        "fungsi": DAFTAR,
        "judul_kolom": objek(
            {}, dict.fromkeys(("sasaran", "indikator", "formulasi", "sumber_data", "penanggung_jawab"), TEKS)
        ),
        "sasaran": larik(SASARAN, 2),
        "pemangku": PENANDATANGAN,
    },
)


@st.composite
def daftar_jabatan(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Posts of which some name an earlier one as atasan: the shape that has no circle."""
    semua = draw(larik(JABATAN, 4))
    for posisi, satu in enumerate(semua):
        atasan = draw(st.none() | st.integers(0, posisi - 1)) if posisi else None
        if atasan is not None:
            satu["atasan"] = semua[atasan]["nama"]
    return semua


DOKUMEN = objek(
    {"tahun": st.integers(1945, 2200), "jabatan": daftar_jabatan()},
    {
        **dict.fromkeys(("judul", "periode", "visi"), TEKS),
        "keputusan": KEPUTUSAN,
        "bab": larik(BAB, 2),
        "misi": larik(MISI, 2),
        "iku": larik(IKU, 2),
        "tata_letak": TATA_LETAK,
        "capaian": CAPAIAN,
    },
)
BERKAS = objek(
    {
        "format": st.just("iki"),
        "versi": st.just(1),
        "kecamatan": KECAMATAN,
        "dokumen": st.lists(DOKUMEN, max_size=2, unique_by=lambda d: d["tahun"]),
    },
    {},
)


# --- version 2 -------------------------------------------------------------------------------

BOBOT = st.one_of(st.integers(0, 10**9), st.sampled_from([0, 0.5, 33.25]))
EMPAT_ANGKA = st.lists(st.none() | ANGKA, min_size=4, max_size=4)
TARGET_2 = objek(
    {},
    {
        "tahun": ANGKA,
        "teks": TEKS,
        "triwulan": EMPAT_ANGKA,
        "kumulatif": st.just(True),
        "tahun_sampai": ANGKA,
        "triwulan_sampai": EMPAT_ANGKA,
    },
)
BUKTI = objek(
    {
        "nama": TEKS,
        "berkas": st.text("abc .-_é😀", min_size=1, max_size=9),
        "ukuran": st.integers(0, 10**12),
        "sidik": st.text("0123456789abcdef", min_size=64, max_size=64),
    },
    {},
)
REALISASI_2 = st.builds(
    lambda lama, baru: {**lama, **baru},
    REALISASI,
    objek(
        {},
        {
            "kendala": TEKS,
            "tindak_lanjut": TEKS,
            "bukti": larik(BUKTI, 2),
            "centang": larik(objek({"butir": TEKS}, {"tanggal": TANGGAL, "catatan": TEKS}), 2),
        },
    ),
)
TERBITAN = st.lists(
    objek({"nomor": st.integers(0, 99), "waktu": TEKS, "isi": st.text(HURUF, max_size=9)}, {"alasan": TEKS}),
    min_size=1,
    max_size=2,
    unique_by=lambda t: t["nomor"],
)
STATUS = st.lists(
    st.none() | objek({"status": pilih("terbuka", "selesai", "dikunci")}, {"alasan": TEKS}),
    min_size=4,
    max_size=4,
).filter(any)


@st.composite
def berkas_2(draw: st.DrawFn) -> dict[str, Any]:
    """A file of version 2: one of version 1 with what version 2 adds, here and there."""
    berkas = draw(BERKAS)
    berkas["versi"] = 2
    for pejabat in berkas["kecamatan"].get("pejabat", ()):
        pejabat.update(draw(objek({}, {"berlaku_dari": TANGGAL, "berlaku_sampai": TANGGAL})))
    for dokumen in berkas["dokumen"]:
        dokumen.update(
            draw(
                objek(
                    {}, {"status_triwulan": STATUS, "terbitan": TERBITAN.map(lambda t: sorted(t, key=_nomor))}
                )
            )
        )
        _tambahi(draw, dokumen)
    return berkas


def _nomor(terbitan: dict[str, Any]) -> int:
    nomor: int = terbitan["nomor"]
    return nomor


def _tambahi(draw: st.DrawFn, dokumen: dict[str, Any]) -> None:
    berbobot = objek({}, {"bobot": BOBOT})
    mandiri: list[list[int]] = []
    for j, jabatan in enumerate(dokumen["jabatan"], 1):
        jabatan.update(draw(berbobot))
        for s, sasaran in enumerate(jabatan.get("sasaran", ()), 1):
            sasaran.update(draw(berbobot))
            for i, indikator in enumerate(sasaran.get("indikator", ()), 1):
                indikator.update(
                    draw(
                        objek(
                            {},
                            {
                                "bobot": BOBOT,
                                "gabungan": pilih("rata_rata", "masing_masing"),
                                "target": TARGET_2,
                            },
                        )
                    )
                )
                for f, formulasi in enumerate(indikator.get("formulasi", ()), 1):
                    _tambahi_formulasi(draw, formulasi, mandiri, [j, s, i, f])


def _tambahi_formulasi(
    draw: st.DrawFn, formulasi: dict[str, Any], mandiri: list[list[int]], di: list[int]
) -> None:
    formulasi |= draw(objek({}, {"target": TARGET_2, "jenis": st.just("skm")}))
    sumber = draw(st.none() | st.sampled_from(mandiri)) if mandiri else None
    if sumber is not None:
        formulasi.pop("realisasi", None)
        formulasi["sama_dengan"] = sumber
        return
    mandiri.append(di)
    isian = draw(st.none() | st.lists(st.none() | REALISASI_2, min_size=4, max_size=4))
    if isian is not None:
        formulasi["realisasi"] = isian
