"""`python -m aula_reports` is the command `aula-reports`."""

import sys

from aula_reports.cli import main

if __name__ == "__main__":
    sys.exit(main())
