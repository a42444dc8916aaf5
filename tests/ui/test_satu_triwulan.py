"""A whole quarter of a real office, by keys alone in a real window, survives being killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop import layanan
from iki_desktop.core.angka import parse_angka
from iki_desktop.core.formulasi import isi, masukan
from iki_desktop.core.records import Formulasi

SINI = Path(__file__).resolve().parent


def ketik_lalu_bunuh(berkas: Path, triwulan: int, rumah: Path) -> list[tuple[int, str, str]]:
    lingkungan = {**os.environ, "XDG_DATA_HOME": str(rumah), "LOCALAPPDATA": str(rumah)}
    # Backups go to the person's documents: not to those of whoever runs the tests.
    lingkungan |= {"HOME": str(rumah), "USERPROFILE": str(rumah), "XDG_CONFIG_HOME": str(rumah)}
    lingkungan["PYTHONPATH"] = str(SINI.parent.parent)
    pengetik = subprocess.Popen(
        [sys.executable, str(SINI / "pengetik.py"), str(berkas), str(triwulan)],
        stdout=subprocess.PIPE,
        env=lingkungan,
        text=True,
    )
    assert pengetik.stdout is not None
    try:
        baris = pengetik.stdout.readline()
    finally:
        pengetik.kill()
        pengetik.wait()
        pengetik.stdout.close()
    assert baris, "the typist ended before it was done"
    return [(f, k, t) for f, k, t in json.loads(baris)]


@pytest.mark.x11
def test_a_quarter_by_keyboard_survives_kill_9(tmp_path):
    berkas = tmp_path / "Biatan 2026.iki"
    layanan.impor_ke_berkas(SINI.parent / "data" / "biatan.json", berkas)
    tampil = ketik_lalu_bunuh(berkas, 2, tmp_path / "rumah")
    with layanan.terbuka(berkas) as workspace:
        arsip = workspace.arsip
        dokumen = arsip.dokumen(arsip.kecamatan()[0].id)[0]
        assert len(arsip.jabatan(dokumen.id)) == 14
        diminta = [
            (n.id, m.kunci) for n in arsip.turunan(dokumen.id) if isinstance(n, Formulasi) for m in masukan(n)
        ]
        assert {(f, k) for f, k, _ in tampil} == set(diminta)
        for nomor, (formulasi_id, kunci) in enumerate(diminta, 1):
            seharusnya = Decimal(nomor) if nomor % 3 == 0 else Decimal(nomor) + Decimal("0.5")
            assert isi(arsip.realisasi(formulasi_id, 2), kunci) == seharusnya
        for formulasi_id, kunci, teks in tampil:
            assert parse_angka(teks) == isi(arsip.realisasi(formulasi_id, 2), kunci)
        hasil = workspace.hasil(dokumen.id, 2)
        assert (hasil.terisi, hasil.jumlah) == (45, 45)
