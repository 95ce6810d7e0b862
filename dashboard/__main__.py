"""The command line: ``python -m dashboard``."""

from __future__ import annotations

from dashboard.commands import main

if __name__ == "__main__":
    main(prog_name="python -m dashboard")
