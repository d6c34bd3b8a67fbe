"""What French keeps together is on one line at every measure from 30 to 160 mm (RULES.md, §7)."""

import pytest

from aula_reports.compose.inline import plain
from aula_reports.compose.wording import rich
from aula_reports.french.compose import compose_text
from aula_reports.geometry import mm
from aula_reports.typeset.paragraph import Setter

# A text, and the groups in it that no line may part.
TEXTS = [
    ("M. Blanc et Mme Noir arrivent.", ["M. Blanc", "Mme Noir"]),
    ("Voir page 8 et figure 2.", ["page 8", "figure 2"]),
    ("Un total de 4 500 € et 12 %", ["4 500 €", "12 %"]),
    ("Est-ce prêt ? Oui !", ["prêt ?", "Oui !"]),
    ("Le 14 juillet à 9 h 30", ["14 juillet", "9 h 30"]),
    ("Viendra-t-il demain", ["t-il"]),
    ("L’article L. 101-2, la COP 15 et Louis XIV", ["article L. 101-2", "COP 15", "Louis XIV"]),
    ("Au 03 21 56 11 42, BP 120, 62400 Béthune", ["03 21 56 11 42", "BP 120", "62400 Béthune"]),
    ("Selon P. Marchand, etc. au XXe siècle", ["P. Marchand", "XXe siècle"]),
    ("Il a dit : « Rien », 30 °C et 6 m de haut", ["dit :", "« Rien »", "30 °C", "6 m"]),
]


def bare(text: str) -> str:
    """Let all spaces and hyphens count as one."""
    for sign, plain_sign in (("\u00a0", " "), ("\u202f", " "), ("\u2011", "-")):
        text = text.replace(sign, plain_sign)
    return text


@pytest.mark.parametrize("kind", ["body", "list"])
@pytest.mark.parametrize(("text", "groups"), TEXTS)
def test_groups_are_whole_at_every_measure(
    setter: Setter, text: str, groups: list[str], kind: str
) -> None:
    whole = rich(" ".join([text] * 6))
    wanted = [bare(compose_text(group)) for group in groups]
    assert all(group in bare(plain(whole)) for group in wanted)
    for measure in range(30, 161):
        lines = [bare(line.text) for line in setter.set(whole, kind, mm(measure))]
        for group in wanted:
            assert sum(line.count(group) for line in lines) == 6, (measure, group, lines)
