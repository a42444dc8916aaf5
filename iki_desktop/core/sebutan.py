"""What a record is called within a sentence."""

from __future__ import annotations

from iki_desktop.core.kalimat import kutip
from iki_desktop.core.records import Dokumen, Formulasi, Jabatan, JenisFormulasi, Kecamatan, Node

__all__ = ["NAMA_JENIS", "sebutan"]

NAMA_JENIS = {
    JenisFormulasi.RASIO: "rasio",
    JenisFormulasi.JUMLAH: "jumlah",
    JenisFormulasi.NILAI: "nilai langsung",
    JenisFormulasi.SELISIH: "selisih",
    JenisFormulasi.RUMUS: "rumus",
    JenisFormulasi.SKM: "survei kepuasan masyarakat",
    JenisFormulasi.TEKS: "uraian",
}


def sebutan(node: Node) -> str:
    """A node in words, for the name of an edit: ``jabatan “Camat”``."""
    match node:
        case Kecamatan():
            return f"kecamatan {kutip(node.nama)}"
        case Dokumen():
            return f"dokumen tahun {node.tahun}"
        case Jabatan():
            return f"jabatan {kutip(node.nama)}"
        case Formulasi():
            return f"formulasi {kutip(node.teks or node.pembilang or NAMA_JENIS[node.jenis])}"
        case _:
            return f"{type(node).__name__.lower()} {kutip(node.teks)}"
