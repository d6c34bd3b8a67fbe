"""Where words of the language and names for machines divide."""

from __future__ import annotations

import pytest

from aula_reports.compose.inline import Words
from aula_reports.geometry import mm
from aula_reports.typeset.divisions import Division, divisions
from aula_reports.typeset.gather import WIDEST_EM
from aula_reports.typeset.paragraph import Setter
from tests.typeset.test_paragraph import end, read, spaces_of


def divided(part: str, *, forced: bool = False) -> str:
    """Show where a part divides: `|`, or `=` where a hyphen of ours comes."""
    shown, done = "", 0
    for place, division in divisions(part, divides=True, forced=forced):
        shown += part[done:place] + ("=" if division is Division.SOFT else "|")
        done = place
    return shown + part[done:]


@pytest.mark.parametrize(
    "wanted",
    [
        "/usr/|share/|doc/|wondershaper/|README.|Debian.gz",
        "(/etc/|debian_|version)",
        "~/.config/|autostart",
        "debian/|source/|format.txt",
        "dépôt/|annexes/|rapport.pdf",
        "virtual_|mailbox_maps",
        "--no-|install-|recommends",
        "--target=|arm64-|linux",
        "localhost:|5901:|localhost:5900",
        "APT::|Default-|Release",
        "programme-|2021.xlsx",
        "ftp://|ftp.|exemple.|fr/pub",
        "/etc/|ignore.|d.|{paranoid,|server,|workstation}/",
    ],
)
def test_names_for_machines_divide_at_their_signs(wanted: str) -> None:
    assert divided(wanted.replace("|", "")) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "étudiant.e.s",
        "directeur.trice",
        "et/ou",
        "M./Mme",
        "12/03/2021",
        "1/50000",
        "km/h",
        "8:45",
        "2012-2018",
        "vis-|à-vis",
        "Bourgogne-|Franche-|Comté",
        "c’est-|à-dire",
        "terminé.Ensuite",
        "amé=na=ge=ment.",
        "€/habitant",
    ],
)
@pytest.mark.parametrize("forced", [False, True])
def test_words_of_the_language_do_not(wanted: str, forced: bool) -> None:
    assert divided(wanted.replace("|", "").replace("=", ""), forced=forced) == wanted


def test_own_hyphens_of_a_name_count_as_hyphens() -> None:
    kinds = dict(divisions("/etc/adsl-connection", divides=True))
    assert kinds == {5: Division.SILENT, 10: Division.OWN}


def test_a_name_is_forced_between_its_syllables() -> None:
    assert divided("/usr/wondershaper/", forced=True) == "/usr/|won|der|sha|per/"
    kinds = dict(divisions("/usr/wondershaper/", divides=True, forced=True))
    assert kinds[5] is Division.SILENT
    assert kinds[8] is Division.FORCED
    assert not kinds[8].has_hyphen


LONG = "Le fichier /usr/wondershaperconfigurationetvirtualisation/lisezmoi détaille la suite."


@pytest.mark.parametrize("measure", range(55, 90, 5))
def test_names_are_forced_apart_only_where_spaces_would_gape(setter: Setter, measure: int) -> None:
    """Forced, the first line is full; no hyphen is added, nothing is lost."""
    lines = setter.set((Words(LONG),), "body", mm(measure))
    assert read(lines).split() == LONG.split()
    assert not any("\u00ad" in line.text for line in lines[:-1] if "/" in line.text)
    assert end(lines[0]) > mm(measure) - 5.0


def test_no_space_is_wider_than_an_em_and_the_line_stays_short_instead(setter: Setter) -> None:
    text = "De la SOCIÉTÉINTERCOMMUNALEDAMÉNAGEMENTDURABLE au delà."
    lines = setter.set((Words(text),), "body", mm(80))
    assert lines[0].text.split() == ["De", "la"]
    assert end(lines[0]) < mm(40)
    for measure in range(30, 100):
        for line in setter.set((Words(text),), "body", mm(measure))[:-1]:
            assert all(space <= WIDEST_EM * 9.5 + 0.2 for space in spaces_of(line, " "))


def test_one_short_line_is_better_than_two(setter: Setter) -> None:
    text = (
        "Entrer afin de définir la limite d’affichage des paquets avec "
        "TOUSLESDROITSDELADMINISTRATEUR puis continuer comme avant sans rien changer de plus."
    )
    lines = setter.set((Words(text),), "body", mm(66))
    short = [line.text for line in lines[:-1] if end(line) < mm(66) - 6.0]
    assert short == ["des paquets avec "]
    assert end(lines[0]) > mm(66) - 0.1


def test_a_name_that_starts_with_a_dot_starts_no_line(setter: Setter) -> None:
    text = "Un fichier suffixé de .deb ou bien de .dsc se lit aussi. " * 4
    for measure in range(30, 120, 2):
        for line in setter.set((Words(text),), "body", mm(measure)):
            assert not line.text.startswith(".")


def test_lines_of_a_long_name_are_as_full_as_its_signs_allow(setter: Setter) -> None:
    name = "/var/cache/apt-file/deb.exemple.org_archive_dists_distribution_Contents-architecture.gz"
    lines = setter.set((Words(name),), "body", mm(63))
    assert "".join(line.text for line in lines) == name
    assert min(end(line) for line in lines[:-1]) > 0.6 * mm(63)
