"""The rooms of the house hold: the contracts in pyproject.toml are kept."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

# A process of its own: the linter sets up logging anew, which would silence the loggers of other tests.
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_imports_keep_to_their_rooms() -> None:
    jalan = subprocess.run(
        [sys.executable, "-c", LINT], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert jalan.returncode == 0, jalan.stdout + jalan.stderr
