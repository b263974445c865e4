# Everything from a fresh clone with Python 3.11 to 3.14: `make site`, `make serve`, `make test`.
PYTHON ?= python3
BIN := .venv/bin

export PYTHON
export NO_MKDOCS_2_WARNING := 1
# Where it is set, each command compiles all of its Python anew: half a second.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve check test bless bench portability lint lock lock-check audit clean guide-pictures

site: .venv/.site ## builds the site into site/
	$(BIN)/mkdocs build --strict

serve: .venv/.site ## shows the site at the address that it prints, and follows changes
	$(BIN)/mkdocs serve

test: .venv/.test ## runs all tests, in a real browser too
	$(BIN)/python -m tests.browsers
	$(BIN)/python -m pytest

check: .venv/.site ## says what is wrong in the content, without building
	$(BIN)/kulturpunkt check

bless: .venv/.test ## accepts the miniature programme's output as it is now
	$(BIN)/python -m tests.bless

bench: .venv/.test .venv-bench/.installed ## measures the build beside Hugo's and Material's: make bench SIZES=300,3000 ROUNDS=3
	$(BIN)/python -m tests.benchmark $(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(SIDES),--sides $(SIDES)) $(if $(PARTS),--parts $(PARTS))

portability: .venv/.test .venv-portability/.installed ## builds with ProperDocs, and what `kulturpunkt export` writes with Zensical
	$(BIN)/python -m pytest tests/project/test_portability.py tests/export

guide-pictures: .venv/.test ## takes the guide's pictures of our pages anew
	$(BIN)/python -m tests.guide_pictures

lint: .venv/.test ## lint, format, types and who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: .venv/bin/python ## renews the locked versions from pyproject.toml
	.ci/locks requirements --upgrade

lock-check: .venv/bin/python ## says whether the lock files follow from pyproject.toml
	.ci/locks-agree

audit: .venv-audit/.installed .venv/.test ## known faults of what is locked, and of the workflows
	.venv-audit/bin/pip-audit --require-hashes --disable-pip --progress-spinner off $(foreach file,$(wildcard requirements/*.lock),--requirement $(file))
	$(BIN)/zizmor --offline --persona pedantic .

clean: ## removes what was made
	rm -rf .venv .venv-* .cache site .site.build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 15) else "Python 3.11 to 3.14 is needed, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv --without-pip .venv

# --no-deps: a lock names all that is installed, so uv need not ask the index what else each package needs.
.venv/.site: requirements/site.lock pyproject.toml | .venv/bin/python
	.ci/uv pip install --quiet --require-hashes --no-deps --python .venv/bin/python --requirement $<
	.ci/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements/test.lock .venv/.site
	.ci/uv pip install --quiet --require-hashes --no-deps --python .venv/bin/python --requirement $<
	@touch $@

# Others' programs, each in an environment of its own.
.venv-%/.installed: requirements/%.lock | .venv/bin/python
	$(PYTHON) -m venv --without-pip .venv-$*
	.ci/uv pip install --quiet --require-hashes --no-deps --python .venv-$*/bin/python --requirement $<
	@touch $@
