# IKI Desktop: semua pekerjaan dari satu tempat. `make` saja menampilkan daftarnya.
# Cukup python3 (3.11-3.13) dan make; selebihnya disiapkan sendiri di .venv.

VENV   := .venv
JALAN  := .ci/jalan
PY     := $(VENV)/bin/python
IKI    := $(JALAN) $(VENV)/bin/iki-desktop
SIAP   := $(VENV)/.siap
SISTEM := build/stempel/sistem
CONTOH := build/contoh
SUMBER := iki_desktop tests $(wildcard benchmarks)

.PHONY: bantuan siapkan run contoh test test-berat fuzz check check-format check-lint check-types check-imports check-hosts \
        format bundle bench clean

bantuan:
	@echo "make siapkan   menyiapkan .venv dan pustaka yang diperlukan"
	@echo "make run       membuka program dengan kantor contoh (tanpa layar: mencetaknya ke $(CONTOH))"
	@echo "make test      menjalankan semua uji        (tambahan: make test ARGS='-k triwulan --cov')"
	@echo "make test-berat  ribuan kill -9 dan berkas rusak, dengan hitungannya (sekitar 20 menit)"
	@echo "make fuzz      masukan acak ke semua pintu impor, ekspor, dan angka (sekitar 10 menit)"
	@echo "make check     memeriksa gaya, tipe, dan arah impor"
	@echo "make format    merapikan gaya"
	@echo "make bundle    membekukan program ke dist/ dan mencobanya"
	@echo "make bench     mengukur kecepatan"
	@echo "make clean     membuang hasil kerja (.venv tetap)"

# --- siapkan: stamps, so that a second time costs nothing --------------------------------------------

siapkan: $(SIAP) | $(SISTEM)
	@echo "Siap. Coba: make run"

$(SISTEM): .ci/siapkan-sistem .ci/ambil-paket .ci/pilih-python
	@.ci/siapkan-sistem $@

$(SIAP): pyproject.toml constraints.txt .ci/siapkan-python | $(SISTEM)
	@.ci/siapkan-python
	@touch $@

# --- run -------------------------------------------------------------------------------------------

run: $(SIAP) | $(SISTEM)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(IKI) --contoh; \
	else \
	    echo "Tidak ada layar di sini; kantor contoh dicetak saja."; \
	    $(MAKE) --no-print-directory contoh; \
	fi

contoh: $(SIAP) | $(SISTEM)
	@mkdir -p $(CONTOH) && rm -f $(CONTOH)/contoh.*
	@$(IKI) buat $(CONTOH)/contoh.iki --contoh
	@$(IKI) ekspor $(CONTOH)/contoh.iki $(CONTOH)/contoh.pdf
	@$(IKI) ekspor $(CONTOH)/contoh.iki $(CONTOH)/contoh.xlsx
	@echo "Hasilnya: $(CONTOH)/contoh.iki, $(CONTOH)/contoh.pdf, dan $(CONTOH)/contoh.xlsx"

# --- test ------------------------------------------------------------------------------------------

# Exit code 5 of pytest: nothing carries the mark.
test: $(SIAP) | $(SISTEM)
	QT_QPA_PLATFORM=offscreen $(JALAN) $(PY) -m pytest -n auto -m "not x11 and not berat" $(ARGS)
	@if command -v xvfb-run >/dev/null 2>&1; then \
	    QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24" $(JALAN) $(PY) -m pytest -m x11 $(ARGS) || [ $$? -eq 5 ]; \
	else \
	    echo "xvfb-run tidak ada: uji yang memerlukan layar sungguhan dilewati."; \
	fi

# One after the other and with what they say: the counts are the result.
test-berat: $(SIAP) | $(SISTEM)
	QT_QPA_PLATFORM=offscreen $(JALAN) $(PY) -m pytest -q -m berat tests/berat $(ARGS)

fuzz: $(SIAP) | $(SISTEM)
	QT_QPA_PLATFORM=offscreen IKI_FUZZ=$${IKI_FUZZ:-80} $(JALAN) $(PY) -m pytest -q -n auto tests/fuzz $(ARGS)

# --- check -----------------------------------------------------------------------------------------

check: check-format check-lint check-types check-imports check-hosts

check-format: $(SIAP)
	$(PY) -m ruff format --check .

check-lint: $(SIAP)
	$(PY) -m ruff check .

check-types: $(SIAP)
	$(PY) -m mypy $(SUMBER)

check-imports: $(SIAP)
	$(VENV)/bin/lint-imports --no-logo

# Where packages come from is each machine's own setting: no file of ours names a registry.
check-hosts:
	@command -v git >/dev/null 2>&1 && git rev-parse --git-dir >/dev/null 2>&1 || exit 0; \
	if git grep --untracked -nIiE 'pyp[i]\.org|pythonhoste[d]|debia[n]\.org|npmj[s]|conda[.]anacond[a]' -- .; then \
	    echo "Berkas di atas menyebut alamat registri paket; hapus alamatnya."; exit 1; \
	fi

format: $(SIAP)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

# --- bundle, bench, clean ----------------------------------------------------------------------------

bundle: $(SIAP) | $(SISTEM)
	$(JALAN) $(PY) -m PyInstaller --noconfirm --log-level WARN --workpath build/pyinstaller pyinstaller.spec
	$(JALAN) .ci/uji-bundel dist/iki-desktop

bench: $(SIAP) | $(SISTEM)
	QT_QPA_PLATFORM=offscreen $(JALAN) $(PY) -m benchmarks $(ARGS)

clean:
	rm -rf build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
