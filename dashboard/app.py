"""The dashboard's entry file: ``streamlit run dashboard/app.py``."""

import sys
from pathlib import Path

# Streamlit puts this file's folder on the path, not the project: without an installation "import dashboard" would fail.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboard.views.shell import run

run()
