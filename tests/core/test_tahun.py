"""Another year from this one."""

from __future__ import annotations

from datetime import date

from iki_desktop.core.records import Bab, Butir, Dokumen, Kecamatan, Keputusan, Pengesahan
from iki_desktop.core.tahun import untuk_tahun
from iki_desktop.core.workspace import Workspace


class Ingatan:
    def apply(self, edit):
        """Nothing to keep."""


def test_titles_name_the_new_year_and_the_old_paper_stays_behind():
    keputusan = Keputusan(
        nomor="07 TAHUN 2026",
        tentang="IKI TAHUN 2026",
        menetapkan="IKI PERIODE 2021-2026 DAN 2026-2029, TAHUN 2026.",
        mengingat=(Butir("Peraturan Bupati Nomor 1 Tahun 2026;"),),
        tanggal=date(2026, 1, 2),
        status="ditetapkan",
    )
    bab = (Bab("Penutup", (), Pengesahan("Biatan", date(2026, 1, 2))), Bab("Lain", ()))
    dokumen = Dokumen(2, 1, 0, 2026, judul="IKI\nTAHUN 2026", keputusan=keputusan, bab=bab)
    baru = untuk_tahun(dokumen, 2027)
    assert (baru.tahun, baru.judul) == (2027, "IKI\nTAHUN 2027")
    assert baru.keputusan == Keputusan(
        tentang="IKI TAHUN 2027",
        menetapkan="IKI PERIODE 2021-2026 DAN 2026-2029, TAHUN 2027.",
        mengingat=keputusan.mengingat,
    )
    assert baru.bab == (Bab("Penutup", (), Pengesahan("Biatan")), Bab("Lain", ()))


def test_a_bare_document_only_changes_its_year():
    assert untuk_tahun(Dokumen(2, 1, 0, 2026), 2027) == Dokumen(2, 1, 0, 2027)


def test_a_year_begins_from_the_nearest_earlier_one():
    workspace = Workspace(Ingatan(), [])
    kecamatan = workspace.tambah(Kecamatan(0, 0, "Biatan", "Kabupaten", "Berau"))
    pertama = workspace.mulai_tahun(kecamatan.id, 2026)
    assert pertama == Dokumen(pertama.id, kecamatan.id, 0, 2026)
    workspace.tambah(Dokumen(0, kecamatan.id, 1, 2024, visi="lama"))
    workspace.tambah(Dokumen(0, kecamatan.id, 2, 2030, visi="kelak"))
    assert workspace.mulai_tahun(kecamatan.id, 2025).visi == "lama"
    assert workspace.mulai_tahun(kecamatan.id, 2020).visi == "kelak"
