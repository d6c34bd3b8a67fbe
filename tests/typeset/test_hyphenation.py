import subprocess
import sys
from itertools import pairwise

import pytest

from aula_reports.typeset.hyphenation import EXCEPTIONS, division_points, is_capitalised

# The column “recommended” of typography/hyphenation_fr.tsv, in part.
RECOMMENDED = (
    "ad-mi-nis-tra-tion",
    "amé-na-ge-ment",
    "dé-ve-lop-pe-ment",
    "éta-blis-se-ment",
    "in-ter-com-mu-na-lité",
    "gou-ver-nance",
    "ter-ri-to-ria-li-sa-tion",
    "ré-amé-na-ge-ment",
    "co-opé-ra-tion",
    "co-or-di-na-tion",
    "hy-dro-élec-tri-cité",
    "pho-to-vol-taïque",
    "diag-nos-tic",
    "voya-geurs",
    "moyenne",
    "an-nexe",
    "pres-crip-tion",
    "cir-cons-crip-tion",
    "at-mo-sphère",
    "in-fra-struc-ture",
    "re-struc-tu-ra-tion",
    "concer-ta-tion",
    "en-vi-ron-ne-men-tale",
    "as-sai-nis-se-ment",
    "ex-tra-or-di-naire",
    "ma-nœuvre",
    "pré-emp-tion",
    "té-lé-tra-vail",
    "construc-tion",
    "conseiller",
    "consti-tu-tion-nel",
    "prud’homme",
)


def divided(word: str) -> str:
    ends = [0, *division_points(word), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(ends))


@pytest.mark.parametrize("wanted", [*RECOMMENDED, *EXCEPTIONS])
def test_words_divide_as_recommended(wanted: str) -> None:
    assert divided(wanted.replace("-", "")) == wanted


def test_plurals_follow_their_singular() -> None:
    assert divided("autoentrepreneurs") == "au-to-en-tre-pre-neurs"


@pytest.mark.parametrize("word", ["comité", "schéma", "aussi", "ami", "état"])
def test_two_letters_stay_before_and_three_pass(word: str) -> None:
    for place in division_points(word):
        assert 2 <= place <= len(word) - 3


def test_punctuation_and_elided_articles_are_left_out() -> None:
    assert divided("l’aménagement,") == "l’amé-na-ge-ment,"
    assert divided("(développement).") == "(dé-ve-lop-pe-ment)."
    assert divided("qu’administration") == "qu’ad-mi-nis-tra-tion"


@pytest.mark.parametrize(
    "word",
    ["SCOT", "ADMINISTRATION", "PLUi", "ScoT", "PM10", "2021", "A4", "Val-de-Serve", "km²", "–"],
)
def test_what_is_no_plain_word_is_whole(word: str) -> None:
    assert division_points(word) == ()


def test_capitals_are_seen_through_quotes_and_articles() -> None:
    assert is_capitalised("d’Administration")
    assert is_capitalised("«Administration")
    assert not is_capitalised("L’administration")


def test_pyphen_itself_is_not_loaded() -> None:
    script = (
        "import sys; from aula_reports.typeset.hyphenation import division_points;"
        "sys.exit(not division_points('aménagement') or 'pyphen' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
