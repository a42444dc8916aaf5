"""The exchange format: a file of an office in, checked to its last field, and out, lossless.

Version 1 is what other programs read; version 2 holds all that a file of this program does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

from iki_desktop.core.angka import format_angka
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import ExportError, ImportFileError, TahunAdaError, Temuan
from iki_desktop.core.records import Dokumen, Kecamatan, Pejabat
from iki_desktop.core.snapshot import FormulasiUtuh, JabatanUtuh, Snapshot
from iki_desktop.exchange.bentuk import VERSI_TERBARU
from iki_desktop.exchange.isi_iki import IsiIki, cari_atasan, isi_dari_pohon, pohon_dari_isi
from iki_desktop.exchange.pohon_json import BATAS_TEMUAN, baca_pohon, tempat, urai_pohon
from iki_desktop.exchange.records_iki import records_dari
from iki_desktop.exchange.sebutan_tempat import sebut_tempat
from iki_desktop.exchange.skema_iki import temuan_skema, versi_pohon
from iki_desktop.exchange.temuan_iki import temuan_tambahan
from iki_desktop.exchange.versi import ke_versi_1
from iki_desktop.keluaran import tulis_atomik

__all__ = [
    "IsiIki",
    "baca_iki_json",
    "baca_iki_teks",
    "naskah_beku",
    "rencana_impor",
    "teks_json",
    "tertinggal",
    "tulis_iki_json",
    "tulis_isi",
]


# --- in -------------------------------------------------------------------------------------


def baca_iki_json(path: Path) -> IsiIki:
    """Read an exchange file of any version and check all of it.

    Raises
    ------
    ImportFileError
        where it cannot be read, or anything in it is wrong: with every finding and its place.
    """
    return _periksa(*baca_pohon(path))


def baca_iki_teks(teks: str) -> IsiIki:
    """The same for a text that lies elsewhere than in a file of its own."""
    return _periksa(*urai_pohon(teks))


def _periksa(pohon: Any, temuan: list[Temuan]) -> IsiIki:
    sudah = {t.tempat for t in temuan}
    lanjutan = (t for t in chain(temuan_skema(pohon), _temuan_dokumen(pohon)) if t.tempat not in sudah)
    temuan += islice(lanjutan, BATAS_TEMUAN - len(temuan))
    if temuan:
        raise _ditolak([replace(t, sebutan=sebut_tempat(pohon, t.tempat)) for t in temuan])
    return isi_dari_pohon(pohon)


def _ditolak(temuan: Sequence[Temuan]) -> ImportFileError:
    banyak = format_angka(Decimal(len(temuan)))
    if len(temuan) >= BATAS_TEMUAN:
        banyak = f"lebih dari {banyak}"
    return ImportFileError(
        f"Berkas ini belum dapat diimpor: ada {banyak} temuan.",
        temuan,
        "Perbaiki di program asalnya, lalu impor kembali.",
    )


def _temuan_dokumen(pohon: Any) -> Iterator[Temuan]:
    """What no schema can say: years written twice, and posts that do not reach the top.

    The tree may still be at odds with the schema; what is of another shape is passed over.
    """
    tertulis: set[Decimal] = set()
    for i, dokumen in _objek_dalam(pohon, "dokumen"):
        tahun = dokumen.get("tahun")
        if isinstance(tahun, Decimal):
            if tahun in tertulis:
                yield Temuan(tempat(["dokumen", i, "tahun"]), f"Tahun {int(tahun)} tertulis dua kali.")
            tertulis.add(tahun)
        jabatan = [(j, o) for j, o in _objek_dalam(dokumen, "jabatan") if isinstance(o.get("nama"), str)]
        for j, pesan in _temuan_atasan([o for _, o in jabatan]):
            yield Temuan(tempat(["dokumen", i, "jabatan", jabatan[j][0], "atasan"]), pesan)
        if versi_pohon(pohon) > 1:
            yield from (
                Temuan(tempat(["dokumen", i, *jalan]), pesan) for jalan, pesan in temuan_tambahan(dokumen)
            )


def _objek_dalam(induk: Any, nama: str) -> list[tuple[int, dict[str, Any]]]:
    """The objects in an array of an object, with their places."""
    larik = induk.get(nama) if isinstance(induk, dict) else None
    return [(i, o) for i, o in enumerate(larik) if isinstance(o, dict)] if isinstance(larik, list) else []


def _temuan_atasan(jabatan: Sequence[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    disebut = [a if isinstance(a := j.get("atasan"), str) else None for j in jabatan]
    atasan = cari_atasan([j["nama"] for j in jabatan], disebut)
    berputar = _berputar(atasan)
    for i, satu in enumerate(jabatan):
        if i in berputar:
            yield i, "Atasan berputar: akhirnya kembali ke jabatan ini."
        elif disebut[i] is not None and atasan[i] is None:
            diri = disebut[i] == satu["nama"]
            pesan = (
                "Jabatan ini menjadi atasan dirinya sendiri." if diri else "Tidak ada jabatan bernama itu."
            )
            yield i, pesan


def _berputar(atasan: Sequence[int | None]) -> set[int]:
    """The places from which the way up leads back to themselves."""
    berputar: set[int] = set()
    dikunjungi: dict[int, int] = {}
    for mulai in range(len(atasan)):
        kini: int | None = mulai
        while kini is not None and kini not in dikunjungi:
            dikunjungi[kini] = mulai
            kini = atasan[kini]
        if kini is not None and dikunjungi[kini] == mulai:
            while kini is not None and kini not in berputar:
                berputar.add(kini)
                kini = atasan[kini]
    return berputar


# --- into an office's file ------------------------------------------------------------------


def rencana_impor(
    arsip: Arsip, isi: IsiIki, id_baru: Callable[[], int], ganti: bool = False
) -> tuple[str, list[Change]]:
    """The name and the changes of the one edit that brings the content in.

    An office that is there already (same nama, jenis_daerah and nama_daerah) gets the documents,
    and those of its own fields that it lacks.  With ``ganti`` a year that is there is replaced
    whole, and the fields of the office too.

    Raises
    ------
    ImportFileError
        where a year is there already and ``ganti`` is false.
    """
    lama = _kecamatan_sama(arsip, isi.kecamatan)
    if lama is None:
        baru = replace(isi.kecamatan, id=id_baru(), urutan=len(arsip.kecamatan()))
    else:
        _tolak_tahun_kembar(arsip, lama, isi, ganti=ganti)
        baru = _lengkapi(lama, isi.kecamatan, ganti=ganti)
    changes = [Change(lama, baru)]
    urutan = len(arsip.dokumen(lama.id)) if lama else 0
    for dari_berkas in isi.dokumen:
        snapshot = dari_berkas
        digantikan = _dokumen_tahun(arsip, baru.id, snapshot.dokumen.tahun)
        if digantikan is not None:
            changes += [Change(r, None) for r in reversed(list(arsip.turunan(digantikan.id)))]
            # A paper that was issued stays issued, whatever a file says of its year.
            snapshot = replace(snapshot, terbitan=snapshot.terbitan or tuple(arsip.terbitan(digantikan.id)))
        tempatnya = urutan if digantikan is None else digantikan.urutan
        urutan += digantikan is None
        changes += [Change(None, r) for r in records_dari(snapshot, baru.id, tempatnya, id_baru)]
    tahun = ", ".join(str(s.dokumen.tahun) for s in isi.dokumen)
    return f"impor kecamatan “{baru.nama}”{f' tahun {tahun}' if tahun else ''}", changes


def _kecamatan_sama(arsip: Arsip, kecamatan: Kecamatan) -> Kecamatan | None:
    def kunci(k: Kecamatan) -> tuple[str, str, str]:
        return k.nama, k.jenis_daerah, k.nama_daerah

    return next((k for k in arsip.kecamatan() if kunci(k) == kunci(kecamatan)), None)


def _dokumen_tahun(arsip: Arsip, kecamatan_id: int, tahun: int) -> Dokumen | None:
    return next((d for d in arsip.dokumen(kecamatan_id) if d.tahun == tahun), None)


def _tolak_tahun_kembar(arsip: Arsip, lama: Kecamatan, isi: IsiIki, *, ganti: bool) -> None:
    ada = [(i, s.dokumen.tahun) for i, s in enumerate(isi.dokumen)]
    temuan = [
        Temuan(tempat(["dokumen", i, "tahun"]), f"Tahun {tahun} sudah ada di berkas ini.", f"Dokumen {tahun}")
        for i, tahun in ada
        if _dokumen_tahun(arsip, lama.id, tahun) is not None
    ]
    if temuan and not ganti:
        raise TahunAdaError(
            f"Kecamatan {lama.nama} sudah memiliki tahun yang sama.", temuan, "Pilih ganti untuk menimpanya."
        )
    _tolak_terkunci(arsip, lama, isi)


def _tolak_terkunci(arsip: Arsip, lama: Kecamatan, isi: IsiIki) -> None:
    """What was locked is opened on purpose, never by a file that takes its place."""
    terkunci = {dokumen_id for dokumen_id, _ in arsip.terkunci()}
    for snapshot in isi.dokumen:
        ada = _dokumen_tahun(arsip, lama.id, snapshot.dokumen.tahun)
        if ada is not None and ada.id in terkunci:
            raise ImportFileError(
                f"Tahun {ada.tahun} berisi triwulan yang sudah dikunci.",
                saran="Buka kembali triwulannya, lalu impor.",
            )


def _lengkapi(lama: Kecamatan, baru: Kecamatan, *, ganti: bool) -> Kecamatan:
    isi = {f.name: getattr(baru, f.name) for f in fields(Kecamatan) if f.name not in ("id", "urutan")}
    if baru.pejabat is not None:
        isi["pejabat"] = _dengan_masa(baru.pejabat, lama.pejabat or ())
    dipakai = {n: v for n, v in isi.items() if v is not None and (ganti or getattr(lama, n) is None)}
    return replace(lama, **dipakai)


def _dengan_masa(baru: Sequence[Pejabat], lama: Sequence[Pejabat]) -> tuple[Pejabat, ...]:
    """Version 1 holds no terms: an entry that is there already keeps its own where the file gives none."""
    sisa = list(lama)
    hasil = []
    for satu in baru:
        kenal = next((p for p in sisa if p.penandatangan == satu.penandatangan), None)
        if kenal is not None:
            sisa.remove(kenal)
        bermasa = satu.berlaku_dari is not None or satu.berlaku_sampai is not None
        hasil.append(satu if kenal is None or bermasa else kenal)
    return tuple(hasil)


# --- out ------------------------------------------------------------------------------------


def tulis_iki_json(
    arsip: Arsip, kecamatan_id: int, path: Path, tahun: int | None = None, *, versi: int = 1
) -> tuple[str, ...]:
    """Write an office with all its documents, or that of one year alone, as an exchange file.

    Returns what the version has no place for and was left away, in words; nothing for version 2.

    Raises
    ------
    ExportError
        where there is no such year, or the file could not be written.
    """
    kecamatan = arsip[kecamatan_id]
    assert isinstance(kecamatan, Kecamatan)
    dokumen = _terpilih(arsip.dokumen(kecamatan_id), tahun)
    return tulis_isi(IsiIki(kecamatan, tuple(arsip.snapshot(d.id) for d in dokumen)), path, versi)


def tertinggal(arsip: Arsip, kecamatan_id: int) -> tuple[str, ...]:
    """What version 1 has no place for in an office, in words; nothing where it holds all."""
    kecamatan = arsip[kecamatan_id]
    assert isinstance(kecamatan, Kecamatan)
    dokumen = tuple(arsip.snapshot(d.id) for d in arsip.dokumen(kecamatan_id))
    return ke_versi_1(IsiIki(kecamatan, dokumen))[1]


def tulis_isi(isi: IsiIki, path: Path, versi: int) -> tuple[str, ...]:
    """Write the content as an exchange file; returns what was left away, in words.

    Raises
    ------
    ExportError
        where the file could not be written.
    """
    hilang: tuple[str, ...] = ()
    if versi == 1:
        isi, hilang = ke_versi_1(isi)
    teks = teks_json(isi, versi)
    with tulis_atomik(path) as sementara:
        sementara.write_text(teks, encoding="utf-8", newline="\n")
    return hilang


def teks_json(isi: IsiIki, versi: int = VERSI_TERBARU) -> str:
    """The content as JSON text of a version, ending in a line end."""
    import simplejson  # noqa: PLC0415  (start-up: only an export pays for it)

    pohon = pohon_dari_isi(isi, versi)
    return f"{simplejson.dumps(pohon, ensure_ascii=False, indent=1, use_decimal=True)}\n"


def naskah_beku(snapshot: Snapshot) -> str:
    """A document as JSON text with all its words and nothing that was entered: what is issued."""
    jabatan = tuple(_tanpa_isian(j) for j in snapshot.jabatan)
    polos = replace(snapshot, jabatan=jabatan, status=(), terbitan=())
    return teks_json(IsiIki(snapshot.kecamatan, (polos,)))


def _tanpa_isian(utuh: JabatanUtuh) -> JabatanUtuh:
    def polos(f: FormulasiUtuh) -> FormulasiUtuh:
        return replace(f, realisasi=(None,) * 4)

    sasaran = tuple(
        replace(s, indikator=tuple(replace(i, formulasi=tuple(map(polos, i.formulasi))) for i in s.indikator))
        for s in utuh.sasaran
    )
    return replace(utuh, sasaran=sasaran)


def _terpilih(dokumen: Iterable[Dokumen], tahun: int | None) -> list[Dokumen]:
    terpilih = [d for d in dokumen if tahun in (None, d.tahun)]
    if tahun is not None and not terpilih:
        raise ExportError(f"Dokumen tahun {tahun} tidak ada.", "Pilih tahun lain.")
    return terpilih
