"""A label of one line: it gives way, and says in its tooltip what it cuts."""

from __future__ import annotations

import pytest

from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.tampilan import huruf_judul


@pytest.mark.parametrize("teks", ["Kecamatan <b>Biatan</b> &amp; sekitarnya", "ب" * 300, "a\nb\x0bc", ""])
def test_any_text_gives_way(qtbot, aplikasi, teks):
    label = LabelSebaris(huruf_judul())
    qtbot.addWidget(label)
    label.show()
    label.setText(teks)
    label.resize(label.sizeHint())
    assert label.toolTip() == ""
    label.resize(label.minimumSizeHint())
    assert label.minimumSizeHint().width() <= label.fontMetrics().averageCharWidth() * 10
    assert bool(label.toolTip()) == (label.sizeHint().width() > label.width())
    assert "<b>" not in label.toolTip()
    assert label.grab().toImage().isNull() is False
