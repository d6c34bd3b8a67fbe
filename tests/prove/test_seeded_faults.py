"""Every fault is found by the rule that is meant for it, and by none of another family."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.prove.preflight import FAMILIES
from aula_reports.write.colour import Profile
from tests.prove.access_seeds import ACCESS_SEEDS
from tests.prove.print_seeds import EXCHANGE_SEEDS, PRINT_SEEDS, Seed
from tests.prove.spoilers import codes_of, good, report_on, spoilt

PROFILES: tuple[Profile, ...] = ("print", "web")


def _ids(seed: Seed) -> str:
    return f"{seed.code} {seed.what}"


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_found_in_a_good_file(profile: Profile, tmp_path: Path) -> None:
    report = report_on(good(profile), tmp_path)
    assert report.faults == ()
    assert report.families == (("PDF/X-4", "impression") if profile == "print" else ("PDF/UA-1",))


@pytest.mark.parametrize("seed", [*EXCHANGE_SEEDS, *PRINT_SEEDS], ids=_ids)
def test_a_fault_in_the_printers_file_is_found(seed: Seed, tmp_path: Path) -> None:
    report = report_on(spoilt("print", seed.spoil), tmp_path)
    assert codes_of(report) == {seed.code, *seed.also}


@pytest.mark.parametrize("seed", ACCESS_SEEDS, ids=_ids)
def test_a_fault_in_the_accessible_file_is_found(seed: Seed, tmp_path: Path) -> None:
    report = report_on(spoilt("web", seed.spoil), tmp_path)
    assert codes_of(report) == {seed.code, *seed.also}


# Found in files of other hands, or in locked ones (test_foreign_files).
ELSEWHERE = {"X4-14", "X4-23", "P-13", "P-17", "P-21", "UA-26-002"}


def test_every_rule_has_a_fault_sown_for_it() -> None:
    sown = {seed.code for seed in (*EXCHANGE_SEEDS, *PRINT_SEEDS, *ACCESS_SEEDS)}
    codes = {rule.code for rules in FAMILIES.values() for rule in rules}
    assert codes - sown == ELSEWHERE


def test_every_rule_says_its_source_and_a_remedy() -> None:
    for rules in FAMILIES.values():
        assert all(rule.source and rule.remedy for rule in rules)
        assert list(rules) == sorted(rules, key=lambda rule: rule.code)


def test_every_code_is_one_rules_alone() -> None:
    codes = [rule.code for rules in FAMILIES.values() for rule in rules]
    assert len(codes) == len(set(codes))
