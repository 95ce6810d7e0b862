"""The house keeps its plan: who may import whom, and the data dictionary and README say what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from dashboard.exports import data_dictionary

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_import_contract_holds() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_has_the_data_dictionary_as_it_is() -> None:
    assert data_dictionary() in README, "put the output of 'python -m dashboard dictionary' into README.md"


def test_the_readme_names_every_command() -> None:
    from dashboard.__main__ import main

    for command in main.commands:
        assert f"python -m dashboard {command}" in README


def test_the_continuous_integration_runs_the_readmes_test_command() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    [test_command] = [block.strip() for block in blocks if "pytest" in block]
    assert test_command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_nothing_heavy_is_imported_for_help() -> None:
    heavy = ("polars", "duckdb", "streamlit", "plotly")
    code = "import dashboard.__main__, sys; print([m for m in sys.argv[1:] if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code, *heavy], text=True).strip() == "[]"
