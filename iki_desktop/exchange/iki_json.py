"""The exchange format iki-1: a file of an office in, checked to its last field, and out, lossless."""

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
from iki_desktop.core.records import Dokumen, Kecamatan, Node, Pejabat, Realisasi, Record
from iki_desktop.core.snapshot import JabatanUtuh, Snapshot
from iki_desktop.exchange.isi_iki import IsiIki, cari_atasan, isi_dari_pohon, pohon_dari_isi
from iki_desktop.exchange.pohon_json import BATAS_TEMUAN, baca_pohon, tempat, urai_pohon
from iki_desktop.exchange.skema_iki import temuan_skema
from iki_desktop.keluaran import tulis_atomik

__all__ = ["IsiIki", "baca_iki_json", "baca_iki_teks", "rencana_impor", "tulis_iki_json"]


# --- in -------------------------------------------------------------------------------------


def baca_iki_json(path: Path) -> IsiIki:
    """Read an iki-1 file and check all of it.

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
        raise _ditolak(temuan)
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
    for snapshot in isi.dokumen:
        digantikan = _dokumen_tahun(arsip, baru.id, snapshot.dokumen.tahun)
        if digantikan is not None:
            changes += [Change(r, None) for r in reversed(list(arsip.turunan(digantikan.id)))]
        tempatnya = urutan if digantikan is None else digantikan.urutan
        urutan += digantikan is None
        changes += [Change(None, r) for r in _records(snapshot, baru.id, tempatnya, id_baru)]
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
        Temuan(tempat(["dokumen", i, "tahun"]), f"Tahun {tahun} sudah ada di berkas ini.")
        for i, tahun in ada
        if _dokumen_tahun(arsip, lama.id, tahun) is not None
    ]
    if temuan and not ganti:
        raise TahunAdaError(
            f"Kecamatan {lama.nama} sudah memiliki tahun yang sama.", temuan, "Pilih ganti untuk menimpanya."
        )


def _lengkapi(lama: Kecamatan, baru: Kecamatan, *, ganti: bool) -> Kecamatan:
    isi = {f.name: getattr(baru, f.name) for f in fields(Kecamatan) if f.name not in ("id", "urutan")}
    if baru.pejabat is not None:
        isi["pejabat"] = _dengan_masa(baru.pejabat, lama.pejabat or ())
    dipakai = {n: v for n, v in isi.items() if v is not None and (ganti or getattr(lama, n) is None)}
    return replace(lama, **dipakai)


def _dengan_masa(baru: Sequence[Pejabat], lama: Sequence[Pejabat]) -> tuple[Pejabat, ...]:
    """The format holds no terms: an entry that is there already keeps its own."""
    sisa = list(lama)
    hasil = []
    for satu in baru:
        kenal = next((p for p in sisa if p.penandatangan == satu.penandatangan), None)
        if kenal is not None:
            sisa.remove(kenal)
        hasil.append(kenal or satu)
    return tuple(hasil)


def _records(
    snapshot: Snapshot, kecamatan_id: int, urutan: int, id_baru: Callable[[], int]
) -> Iterator[Record]:
    """Every record of a document with its id, parents before children."""
    dokumen = replace(snapshot.dokumen, id=id_baru(), kecamatan_id=kecamatan_id, urutan=urutan)
    yield dokumen
    id_jabatan = [id_baru() for _ in snapshot.jabatan]
    atasan = cari_atasan([u.jabatan.nama for u in snapshot.jabatan], [u.atasan for u in snapshot.jabatan])
    for posisi, (utuh, di_atas) in enumerate(zip(snapshot.jabatan, atasan, strict=True)):
        yield replace(
            utuh.jabatan,
            id=id_jabatan[posisi],
            dokumen_id=dokumen.id,
            atasan_id=None if di_atas is None else id_jabatan[di_atas],
        )
        yield from _records_tabel(utuh, id_jabatan[posisi], id_baru)


def _records_tabel(
    utuh: JabatanUtuh, jabatan_id: int, id_baru: Callable[[], int]
) -> Iterator[Node | Realisasi]:
    for s in utuh.sasaran:
        sasaran = replace(s.sasaran, id=id_baru(), jabatan_id=jabatan_id)
        yield sasaran
        for i in s.indikator:
            indikator = replace(i.indikator, id=id_baru(), sasaran_id=sasaran.id)
            yield indikator
            for f in i.formulasi:
                formulasi = replace(f.formulasi, id=id_baru(), indikator_id=indikator.id)
                yield formulasi
                yield from (replace(r, formulasi_id=formulasi.id) for r in f.realisasi if r is not None)


# --- out ------------------------------------------------------------------------------------


def tulis_iki_json(arsip: Arsip, kecamatan_id: int, path: Path, tahun: int | None = None) -> None:
    """Write an office with all its documents, or that of one year alone, as an iki-1 file.

    Raises
    ------
    ExportError
        where there is no such year, or the file could not be written.
    """
    import simplejson  # noqa: PLC0415  (start-up: only an export pays for it)

    kecamatan = arsip[kecamatan_id]
    assert isinstance(kecamatan, Kecamatan)
    dokumen = _terpilih(arsip.dokumen(kecamatan_id), tahun)
    isi = IsiIki(kecamatan, tuple(arsip.snapshot(d.id) for d in dokumen))
    teks = simplejson.dumps(pohon_dari_isi(isi), ensure_ascii=False, indent=1, use_decimal=True)
    with tulis_atomik(path) as sementara:
        sementara.write_text(teks + "\n", encoding="utf-8", newline="\n")


def _terpilih(dokumen: Iterable[Dokumen], tahun: int | None) -> list[Dokumen]:
    terpilih = [d for d in dokumen if tahun in (None, d.tahun)]
    if tahun is not None and not terpilih:
        raise ExportError(f"Dokumen tahun {tahun} tidak ada.", "Pilih tahun lain.")
    return terpilih
