"""Wizard of a new office, list of keys, about, findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWizard

from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import IkiError, ImportFileError, StoreError, TahunAdaError, Temuan
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.dialog.kantor_baru import KantorBaru
from iki_desktop.ui.dialog.keterangan import DaftarPintasan, Tentang
from iki_desktop.ui.dialog.temuan import DaftarTemuan
from iki_desktop.ui.tindakan import DAFTAR_TINDAKAN


class Ingatan:
    """A store that only remembers: the wizard is what is tested here."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def apply(self, edit: Edit) -> None:
        self.edits.append(edit)


def _terima(_wizard: KantorBaru) -> None:
    """Make nothing: what the wizard answers is what is tested."""


def isi(wizard: KantorBaru) -> None:
    wizard.halaman_kantor.nama.setText("  Sungai Pinang ")
    wizard.halaman_kantor.jenis.setCurrentText("Kota")
    wizard.halaman_kantor.daerah.setText("Samarinda")
    wizard.halaman_kantor.desa.setCurrentText("kelurahan")


def test_the_wizard_makes_an_office_with_the_usual_posts(qtbot, tmp_path):
    wizard = KantorBaru(tmp_path, _terima)
    qtbot.addWidget(wizard)
    wizard.show()
    lanjut = wizard.button(QWizard.WizardButton.NextButton)
    assert not lanjut.isEnabled(), "a name must be there first"
    isi(wizard)
    assert lanjut.isEnabled()
    lanjut.click()
    assert wizard.berkas() == tmp_path / "IKI Sungai Pinang.iki"
    wizard.halaman_tahun.tahun.setValue(2027)
    ingatan = Ingatan()
    workspace = Workspace(ingatan, [])
    wizard.tulis_kerangka(workspace)
    (kecamatan,) = workspace.arsip.kecamatan()
    assert (kecamatan.nama, kecamatan.jenis_daerah, kecamatan.provinsi) == ("Sungai Pinang", "Kota", None)
    (dokumen,) = workspace.arsip.dokumen(kecamatan.id)
    assert dokumen.tahun == 2027
    assert [j.nama for j in workspace.arsip.jabatan(dokumen.id)][:2] == ["Camat", "Sekretaris"]
    assert dokumen.keputusan is not None
    assert "Sungai Pinang Kota Samarinda" in (dokumen.keputusan.tentang or "")
    assert len(ingatan.edits) == 1, "one edit, one undo step"


def test_the_wizard_can_begin_empty_and_keeps_a_chosen_name(qtbot, tmp_path):
    wizard = KantorBaru(tmp_path, _terima)
    qtbot.addWidget(wizard)
    isi(wizard)
    wizard.halaman_kantor.nama.setText("A/B: <b>CON</b>")
    wizard.show()
    wizard.button(QWizard.WizardButton.NextButton).click()
    assert wizard.berkas().parent == tmp_path, "a name never leaves its folder"
    wizard.halaman_tahun.berkas.setText(str(tmp_path / "kantor.xyz"))
    assert wizard.berkas() == tmp_path / "kantor.xyz.iki"
    (tmp_path / "ada.iki").write_bytes(b"x")
    for nama, kata in (("ada", "sudah ada"), ("tidak ada/kantor.iki", "tidak ada")):
        wizard.halaman_tahun.berkas.setText(str(tmp_path / nama))
        assert not wizard.halaman_tahun.validatePage()
        assert kata in wizard.halaman_tahun.penolakan.text()
    wizard.halaman_tahun.berkas.setText(str(tmp_path / "baru"))
    assert wizard.halaman_tahun.validatePage()
    wizard.halaman_tahun.jabatan.setChecked(False)
    workspace = Workspace(Ingatan(), [])
    wizard.tulis_kerangka(workspace)
    (dokumen,) = workspace.arsip.dokumen(workspace.arsip.kecamatan()[0].id)
    assert workspace.arsip.jabatan(dokumen.id) == []


def test_the_list_of_keys_holds_every_key_of_the_menus(qtbot):
    dialog = DaftarPintasan()
    qtbot.addWidget(dialog)
    teks = {label.text() for label in dialog.findChildren(QLabel)}
    for tindakan in DAFTAR_TINDAKAN:
        if tindakan is not None and tindakan.pintasan:
            assert tindakan.pintasan in teks


@pytest.mark.parametrize(
    "panjang", ["pendek", "sebuah kalimat yang panjangnya melebihi semua baris lain " * 2]
)
def test_every_row_of_a_page_to_read_has_room(qtbot, panjang):
    dialog = DaftarPintasan()
    qtbot.addWidget(dialog)
    dialog.baris("F12", panjang)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: all(label.height() > 0 for label in dialog.findChildren(QLabel)))


def test_no_two_actions_share_a_key():
    kunci = [t.pintasan for t in DAFTAR_TINDAKAN if t is not None and t.pintasan]
    assert len(kunci) == len(set(kunci))


def test_about_names_versions_and_licences(qtbot):
    dialog = Tentang()
    qtbot.addWidget(dialog)
    teks = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for kata in ("ReportLab", "LGPL-3.0", "MIT", "OFL-1.1", "Caladea"):
        assert kata in teks
    assert "—" not in teks, "every library was found with its version"


def test_findings_are_listed_and_a_year_can_be_replaced(qtbot):
    galat = ImportFileError(
        "Berkas ini belum sesuai.", [Temuan("dokumen[0].tahun", "harus bilangan bulat")], "Perbaiki dahulu."
    )
    dialog = DaftarTemuan(galat, "<b>kantor</b>.json")
    qtbot.addWidget(dialog)
    teks = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "“<b>kantor</b>.json”" in teks
    assert [b.text() for b in dialog.findChildren(QPushButton) if "Ganti" in b.text()] == []
    ada = DaftarTemuan(TahunAdaError("Sudah ada.", [Temuan("dokumen[0].tahun", "sudah ada")]), "kantor.json")
    qtbot.addWidget(ada)
    next(b for b in ada.findChildren(QPushButton) if "Ganti" in b.text()).click()
    assert ada.result() == DaftarTemuan.GANTI


def test_paths_in_the_wizard_are_whole(qtbot, tmp_path: Path):
    wizard = KantorBaru(tmp_path, _terima, dengan_berkas=False)
    qtbot.addWidget(wizard)
    isi(wizard)
    wizard.show()
    wizard.button(QWizard.WizardButton.NextButton).click()
    assert wizard.button(QWizard.WizardButton.FinishButton).isEnabled()
    assert wizard.identitas().nama == "Sungai Pinang"


def test_a_refused_office_keeps_the_wizard_with_everything_typed(qtbot, tmp_path):
    jawaban: list[IkiError | None] = [StoreError("Berkas tidak dapat ditulis.", "Pilih folder lain."), None]

    def mulai(_wizard: KantorBaru) -> None:
        if (galat := jawaban.pop(0)) is not None:
            raise galat

    wizard = KantorBaru(tmp_path, mulai)
    qtbot.addWidget(wizard)
    wizard.show()
    isi(wizard)
    wizard.button(QWizard.WizardButton.NextButton).click()
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.isVisible()
    assert "Pilih folder lain" in wizard.halaman_tahun.penolakan.text()
    assert wizard.identitas().nama == "Sungai Pinang"
    wizard.halaman_tahun.berkas.setText(str(tmp_path / "lain.iki"))
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.result() == QWizard.DialogCode.Accepted
    assert not jawaban


def test_the_wizard_leaves_once_its_file_is_there(qtbot, tmp_path):
    """The file it has just made is not taken for one that was there before."""

    def mulai(wizard: KantorBaru) -> None:
        wizard.berkas().write_bytes(b"kantor")

    wizard = KantorBaru(tmp_path, mulai)
    qtbot.addWidget(wizard)
    wizard.show()
    isi(wizard)
    wizard.button(QWizard.WizardButton.NextButton).click()
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.result() == QWizard.DialogCode.Accepted
    assert not wizard.isVisible()
    assert not wizard.halaman_tahun.penolakan.text()


def test_what_was_refused_can_be_tried_again_as_it_stands(qtbot, tmp_path):
    jawaban: list[IkiError | None] = [StoreError("Cakram penuh.", "Kosongkan sedikit."), None]

    def mulai(_wizard: KantorBaru) -> None:
        if (galat := jawaban.pop(0)) is not None:
            raise galat

    wizard = KantorBaru(tmp_path, mulai)
    qtbot.addWidget(wizard)
    wizard.show()
    isi(wizard)
    wizard.button(QWizard.WizardButton.NextButton).click()
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert "Kosongkan sedikit" in wizard.halaman_tahun.penolakan.text()
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.result() == QWizard.DialogCode.Accepted


@pytest.mark.parametrize(
    "ketikan, hasil",
    [
        (("Kecamatan Biatan", "Kabupaten", "kabupaten Berau"), ("Biatan", "Berau")),
        (("KEC. Biatan", "Kabupaten", "Kab. Berau"), ("Biatan", "Berau")),
        (("Kota Tengah", "Kota", "Kota Gorontalo"), ("Kota Tengah", "Gorontalo")),
        (("Kecamatan ", "Kabupaten", "Kota Baru"), ("Kecamatan", "Kota Baru")),
    ],
)
def test_a_name_is_taken_without_its_kind(qtbot, tmp_path, ketikan, hasil):
    nama, jenis, daerah = ketikan
    wizard = KantorBaru(tmp_path, _terima)
    qtbot.addWidget(wizard)
    wizard.halaman_kantor.nama.setText(nama)
    wizard.halaman_kantor.jenis.setCurrentText(jenis)
    wizard.halaman_kantor.daerah.setText(daerah)
    assert (wizard.identitas().nama, wizard.identitas().nama_daerah) == hasil


def test_blanks_are_no_name(qtbot, tmp_path):
    wizard = KantorBaru(tmp_path, _terima)
    qtbot.addWidget(wizard)
    wizard.show()
    isi(wizard)
    wizard.halaman_kantor.nama.setText("   ")
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
