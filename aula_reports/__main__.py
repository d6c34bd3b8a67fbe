"""`python -m aula_reports` is the command `aula-reports`."""

from aula_reports.cli import run

if __name__ == "__main__":
    run()
