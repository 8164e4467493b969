# Chibo. `make demo` shows it, `make check` proves it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8080
DATABASE ?= demo.sqlite
PYTEST ?=
PEOPLE ?= 5400000
SOURCES := Sources Tests Rules/Sources Rules/Tests

.NOTPARALLEL:
.PHONY: help install build demo test rules check lint format bench nation soak slow pictures

## help: list the targets
help:
	@sed -n 's/^## //p' Makefile | sed 's/^\([a-z]*\): /\1\t/' \
	  | awk -F'\t' '{ printf "  make %-9s %s\n", $$1, $$2 }'

## install: bring in what building and testing need, once
install:
	@Scripts/install test

## build: the release binary, left at .build/release/chibo
build:
	@Scripts/install build
	swift build -c release --product chibo

## demo: build, make a fictional province the first time, and serve it on http://127.0.0.1:PORT
demo:
	@Scripts/install build
	@Scripts/demo "$(PORT)" "$(DATABASE)"

## rules: the tests of the rules alone, in seconds
rules:
	swift test --package-path Rules --disable-xctest

## test: every test: the rules, the layers on both engines, the release binary from outside
test: install rules
	swift build --build-tests
	swift test --skip-build --disable-xctest
	Scripts/engines
	swift build -c release --product chibo
	.venv/bin/pytest Tests/Python --numprocesses auto --dist loadfile --no-loadscope-reorder $(PYTEST)

## check: what must hold before anything is merged: lint and every test
check: install lint test

## lint: form and house rules, and the linter's own test
lint:
	swift format lint --strict -r -p $(SOURCES)
	@Scripts/lint

## format: put the sources into the house's form
format:
	swift format -i -r -p $(SOURCES)

## bench: the speed ratios of one run, side by side
bench: install build
	.venv/bin/python Benchmarks/bench.py

## nation: what a whole country costs on one PostgreSQL server, an hour; PEOPLE=54000 for a try
nation: install build
	.venv/bin/python Benchmarks/nation.py --people $(PEOPLE)

## soak: the long random tests
soak: install build
	swift build --build-tests
	CHIBO_FORMS=10000 swift test --skip-build --disable-xctest --filter RandomFormTests
	CHIBO_PLANS=10000 swift test --skip-build --disable-xctest --filter 'RandomPlanTests|SmallPlansTests'
	.venv/bin/pytest Tests/Python --numprocesses auto --dist loadfile --no-loadscope-reorder --soak $(PYTEST)

## slow: name the expressions and functions that hold up the compiler
slow:
	@Scripts/slow

## pictures: every page on a desk, a phone, in the dark, turned round and on paper, left in pictures/
pictures: install build
	.venv/bin/python Tests/Python/pictures.py $(PAGES)
