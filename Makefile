# make demo · make test · make clean — rien d'autre à installer que python3 (≥ 3.11) et python3-venv.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
# An editable install compiles nothing, and some machines forbid Python to keep what it compiles.
COMPILE := $(BIN)/python -m compileall -q aula_reports
BOOKS  := $(wildcard examples/*/programme.yaml)
WORKERS ?= auto

.DEFAULT_GOAL := demo
.DELETE_ON_ERROR:
.PHONY: demo test clean

demo: $(VENV)/.demo-ready
	@mkdir -p build
	@echo "Livrets d’exemple, dans $(CURDIR)/build/ :"
	@printf '%-32s %9s %10s %9s\n' fichier pages taille durée
	@for book in $(BOOKS); do \
	  name=$$(basename "$$(dirname "$$book")"); \
	  $(BIN)/aula-reports build "$$book" --profile all -o "build/$$name.pdf" --summary \
	      2>"build/$$name.txt" \
	    || { status=$$?; cat "build/$$name.txt" >&2; exit $$status; }; \
	done
	@echo "Les constats de chaque livret sont à côté de lui (.txt)."

test: $(VENV)/.test-ready
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

clean:
	rm -rf build dist $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find aula_reports tests examples -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps follow pyproject.toml: a new dependency is installed at the next command.
$(VENV)/.demo-ready: pyproject.toml | $(BIN)/python
	@echo "Installation d’aula-reports dans $(VENV)…"
	@$(PIP) install --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.test-ready: pyproject.toml | $(BIN)/python
	@echo "Installation d’aula-reports et des outils de test dans $(VENV)…"
	@$(PIP) install --editable '.[dev]'
	@$(COMPILE)
	@touch $@ $(VENV)/.demo-ready

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Il faut Python 3.11 ou plus récent (make PYTHON=python3.12 …)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Il manque python3-venv : apt install python3-venv" >&2; exit 1; }
