"""Each rule by its own examples: what it changes, what it must leave alone, what it does alone.

Spaces are written as in the rules: `~` is U+00A0, `¦` is U+202F, `¬` is U+2011.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from aula_reports.french.compose import RULE_NUMBERS, compose_text
from aula_reports.french.profiles import IN, PROFILES

NOTATION = str.maketrans({"~": "\u00a0", "¦": "\u202f", "¬": "\u2011"})
THIN = "\u2009"

# rule → (as typed, as composed); no example may need a second rule.
POSITIVES: dict[str, list[tuple[str, str]]] = {
    "R01": [
        ("Pourquoi attendre?", "Pourquoi attendre¦?"),
        ("Le plan est prêt ; la séance est close !", "Le plan est prêt¦; la séance est close¦!"),
        ("Vraiment ?! Oui !!", "Vraiment¦?! Oui¦!!"),
        ("Ah ! !", "Ah¦!!"),
        ("Peut-être… ?", "Peut-être…¦?"),
        ("Peut-être…?", "Peut-être…¦?"),
        ("Oui~; non~!", "Oui¦; non¦!"),
        ("(est-ce utile ?)", "(est-ce utile¦?)"),
        ("“Qui vient?”", "“Qui vient¦?”"),
    ],
    "R02": [
        ("Rappel: la règle est simple.", "Rappel~: la règle est simple."),
        ("Trois sujets :", "Trois sujets~:"),
        ("Trois sujets¦: le bois", "Trois sujets~: le bois"),
        ("Il dit:«~oui~»", "Il dit~: «~oui~»"),
    ],
    "R03": [
        ('Le projet "Rives en vie" démarre.', "Le projet «~Rives en vie~» démarre."),
        ("Elle ajoute «C’est fait.»", "Elle ajoute «~C’est fait.~»"),
        ("« Santé » et «¦Culture¦»", "«~Santé~» et «~Culture~»"),
        ('Les "non adhérents"', "Les «~non adhérents~»"),
        ('l’"îlot" et (" l’eau ")', "l’«~îlot~» et («~l’eau~»)"),
        ("l’ « îlot »", "l’«~îlot~»"),
    ],
    "R04": [
        ("«~Le mot “ centre ” est ambigu~»", "«~Le mot “centre” est ambigu~»"),
        ('«~Le mot "centre" est ambigu~»', "«~Le mot “centre” est ambigu~»"),
    ],
    "R05": [
        ("L'agence n'a qu'un site.", "L’agence n’a qu’un site."),
        ("l´eau, d'A13, l'«~îlot~»", "l’eau, d’A13, l’«~îlot~»"),
        ("aujourd'hui", "aujourd’hui"),
    ],
    "R06": [
        ("À suivre...", "À suivre…"),
        ("(Energie, économique,...)", "(Energie, économique,…)"),
        ("Le bois ... et la haie […]", "Le bois… et la haie […]"),
        ("[...] la suite", "[…] la suite"),
        ("Lycées et collèges etc...", "Lycées et collèges etc."),
        ("Des lycées etc…", "Des lycées etc."),
        ("Des lycées etc ....", "Des lycées etc."),
    ],
    "R07": [
        ("La charte - signée hier - est là.", "La charte –~signée hier~– est là."),
        ("La charte -- signée hier --, enfin", "La charte –~signée hier~–, enfin"),
        ("La commission du PMA - Apport d’expertise", "La commission du PMA –~Apport d’expertise"),
        ("- Planter des haies", "–~Planter des haies"),
        ("- un\n- deux", "–~un\n–~deux"),
        ("Ici — dit-il — tout va.", "Ici —~dit-il~— tout va."),
        ("Un bois - privé. Une haie - neuve.", "Un bois –~privé. Une haie –~neuve."),
        ("Un bois - à M.~Petit - privé.", "Un bois –~à M.~Petit~– privé."),
        ("RD917 - de Lens à Arras - portée", "RD917 –~de Lens à Arras~– portée"),
    ],
    "R08": [
        ("Le  texte est   long.", "Le texte est long."),
        ("Le texte , long .", "Le texte, long."),
        ("Le texte ( long ) et [ court ]", "Le texte (long) et [court]"),
        ("Le ~texte", "Le~texte"),
    ],
    "R09": [
        ("Un total de 2 130 logements", "Un total de 2¦130 logements"),
        ("1 284 600,50 francs", "1¦284¦600,50 francs"),
        ("713~500 personnes", "713¦500 personnes"),
        ("640000 habitants et 12500~hectares", "640¦000 habitants et 12¦500~hectares"),
        ("à 1/50 000", "à 1/50¦000"),
        ("près de 25000~km² et 1234567~euros", "près de 25¦000~km² et 1¦234¦567~euros"),
    ],
    "R11": [
        ("Un taux de 12,5%", "Un taux de 12,5~%"),
        ("66 % et 3 ‰", "66~% et 3~‰"),
        ("8km, 30km/h, 120 kWh et 12ha", "8~km, 30~km/h, 120~kWh et 12~ha"),
        ("haut de 6 m, long de 40 m.", "haut de 6~m, long de 40~m."),
        ("3 ans, 12 jours et 2 heures", "3~ans, 12~jours et 2~heures"),
        ("12¦%", "12~%"),
        ("12 m²/h, 50 kWh/m² et 10 %/an", "12~m²/h, 50~kWh/m² et 10~%/an"),
        ("de 10-15 km, 12-18 ans", "de 10-15~km, 12-18~ans"),
    ],
    "R12": [
        ("120~m2 et 3~km2", "120~m² et 3~km²"),
        ("un volume de 4~m3", "un volume de 4~m³"),
    ],
    "R13": [
        ("15 K€, 3€, 2 M€ et 1 Md€", "15~K€, 3~€, 2~M€ et 1~Md€"),
        ("2,4 millions d’euros, 30 euros", "2,4~millions d’euros, 30~euros"),
        ("7 milliards", "7~milliards"),
    ],
    "R14": [("Il fait 30°C, ou 24° C, ou 12 °C.", "Il fait 30~°C, ou 24~°C, ou 12~°C.")],
    "R15": [
        ("Le 14 juillet 2023", "Le 14~juillet 2023"),
        ("le 1 avril", "le 1er~avril"),
        ("au 1er janvier", "au 1er~janvier"),
        ("Dissout au 31 Mars 2025", "Dissout au 31~Mars 2025"),
    ],
    "R16": [
        ("à 7h, 7h05 et 7 H 05", "à 7~h, 7~h~05 et 7~h~05"),
        ("Rendez-vous à 9 h 30", "Rendez-vous à 9~h~30"),
        ("35 h par semaine, 120 h par mois", "35~h par semaine, 120~h par mois"),
        ("1,5 h, 12 h/semaine et 24h/24", "1,5~h, 12~h/semaine et 24h/24"),
    ],
    "R17": [
        ("Tél. 03 21 56 11 42", "Tél. 03¦21¦56¦11¦42"),
        ("au +33 3 21 56 11 42", "au +33¦3¦21¦56¦11¦42"),
        ("SIRET 123 456 789 00012", "SIRET 123¦456¦789¦00012"),
        ("BP 120, 62400 Béthune, 5 bis", "BP~120, 62400~Béthune, 5~bis"),
        ("1 rue Noire, 62400 BÉTHUNE", "1 rue Noire, 62400~BÉTHUNE"),
    ],
    "R18": [("un bac de 3 x 4", "un bac de 3~×~4"), ("3 × 4", "3~×~4")],
    "R20": [
        ("La 4ème commission", "La 4e commission"),
        ("La 1ère et la 1iere", "La 1re et la 1re"),
        ("les 1ères, les 2èmes", "les 1res, les 2es"),
        ("le 2è, le 11ième, le 3eme", "le 2e, le 11e, le 3e"),
        ("La IVème et la Vème", "La IVe et la Ve"),
    ],
    "R21": [
        ("Au XIXe siècle, du Ier siècle", "Au XIXe~siècle, du Ier~siècle"),
        ("Henri IV, François Ier et Louis XIV", "Henri~IV, François~Ier et Louis~XIV"),
        ("Sous Louis XIV. Puis François Ier.", "Sous Louis~XIV. Puis François~Ier."),
        ("Sous Charles X.", "Sous Charles~X."),
    ],
    "R22": [
        ("M. Henry et Mme Colin", "M.~Henry et Mme~Colin"),
        ("MM. Roux, Mlle Blanc, Mgr Noir", "MM.~Roux, Mlle~Blanc, Mgr~Noir"),
        ("Mr Roux et Mme. Blanc", "M.~Roux et Mme~Blanc"),
        ("le Dr Gris, le Pr Brun, Me Vert", "le Dr~Gris, le Pr~Brun, Me~Vert"),
        ("Mme la maire, M. le préfet", "Mme~la maire, M.~le préfet"),
    ],
    "R23": [
        ("P. Marchand, directeur", "P.~Marchand, directeur"),
        ("avec É. Roux et M.-C. Petit", "avec É.~Roux et M.¬C.~Petit"),
    ],
    "R24": [
        ("Cf. page 9, tableau 3", "Cf. page~9, tableau~3"),
        ("La loi n°83-8, p.9, § 4", "La loi n°~83-8, p.~9, §~4"),
        ("AXE 1, Actions 13-37, l’article IV", "AXE~1, Actions~13-37, l’article~IV"),
        ("art. 3, fig. 2, N° 12", "art.~3, fig.~2, N°~12"),
        ("Le tome II.", "Le tome~II."),
    ],
    "R25": [
        ("au titre de L.300-1 et R. 123-4", "au titre de L.~300-1 et R.~123-4"),
        ("L’article L.~101-2", "L’article~L.~101-2"),
    ],
    "R26": [
        ("Des lycées, des collèges, etc.", "Des lycées, des collèges,~etc."),
        ("un bois (p. ex. celui-ci)", "un bois (p.~ex. celui-ci)"),
        ("en 52 av. J.-C.", "en 52 av.~J.¬C."),
    ],
    "R27": [
        ("La COP 15, l’OIN 3 et le SCoT 2", "La COP~15, l’OIN~3 et le SCoT~2"),
    ],
    "R28": [("Viendra-t-on, dira-t-elle", "Viendra-t¬on, dira-t¬elle")],
    "R29": [
        ("Une oeuvre, des voeux, un coeur", "Une œuvre, des vœux, un cœur"),
        (
            "Oeuvrer, manoeuvre, ses soeurs, un noeud, les moeurs",
            "Œuvrer, manœuvre, ses sœurs, un nœud, les mœurs",
        ),
    ],
    "R31": [
        ("Voir https://exemple.org/l'eau", "Voir https://exemple.org/l'eau"),
        ("Voir www.exemple.org/a...b", "Voir www.exemple.org/a...b"),
        ("Voir #n°4", "Voir #n°4"),
        ("Écrire à 2eme@exemple.org", "Écrire à 2eme@exemple.org"),
    ],
    "R32": [
        ("Taper `l'eau  vive`", "Taper `l'eau  vive`"),
        (r"Dans C:\l'eau\2eme", r"Dans C:\l'eau\2eme"),
        ("Dans /srv/2eme", "Dans /srv/2eme"),
        ("Le 2eme.pdf", "Le 2eme.pdf"),
        ("Le champ {{ l'eau }} et ${l'eau}", "Le champ {{ l'eau }} et ${l'eau}"),
        ("a&nbsp; b", "a&nbsp; b"),
        ("Le module 2eme::3eme", "Le module 2eme::3eme"),
    ],
    "R33": [
        ("Merci ;)", "Merci ;)"),
        ("Dommage :( vraiment", "Dommage :( vraiment"),
        ("La clef x:2ème:1ère", "La clef x:2ème:1ère"),
    ],
    "R34": [
        (f"un{THIN}mot", "un¦mot"),
    ],
}

# rule → what looks like its business and is not: unchanged by the whole law.
NEGATIVES: dict[str, list[str]] = {
    "R01": ["a?b=1", "un choix (!) osé", "le bois ;la haie", "? inconnu", "«~!~»", "¿¡?", "[?]"],
    "R02": ["La réunion de 8:45", "au 1:5000", "std::", "(: note", "mot:mot", "Merci :-)"],
    "R03": ['Un écran de 24" posé', 'Un "mot sans fin', '"" vide', '24" et 27"', "« »", '" " vide'],
    "R04": ["Le mot “center” en anglais", "„Mitte“ suivant", 'a "b "c "d" e" f" g', '“a "b" c”'],
    "R05": ["Il court en 3'20", "un 'mot' cité", "les élus' et", "5' 30", "Ternois Com'"],
    "R06": ["Sommaire.. 12", "Sommaire....... 12", "À suivre…", "Il dit… et «~…~»", "etc. Puis"],
    "R07": [
        "8 - 3",
        "Seine-et-Marne",
        "un rendez-vous",
        "-4 communes",
        "2012-2018",
        "mot -mot",
        "-",
    ],
    "R08": ["un fichier .xlsx", "[ ] à faire", "Le texte est long.", " en tête", "a,b", "( )"],
    "R09": [
        "En 2022 415 permis ont été délivrés.",
        "4939 habitants",
        "le dossier 2034567",
        "62400 à l’est",
        "le 0 800 123",
        "3,141 592",
        "n°~123 456 789 0001",
        "FR12345 euros",
        "la zone 2012-20180~euros",
    ],
    "R11": ["la 4G en 3D", "12 communes", "5 l’an", "un m et un kg", "l’A6 m", "la COVID-19 m"],
    "R12": ["le CO2", "la M4 et m2", "120 cm2", "4~m34"],
    "R13": ["un €", "des euros", "12 eurodéputés", "k€"],
    "R14": ["un angle de 30°", "le 1° et le 2°", "30° Celsius", "°C"],
    "R15": ["le 32 mars", "2,5 mai", "14/07/2023", "en mars 2024", "lot~1 mars 2024", "1 maison"],
    "R16": ["à 7:05", "24h/24", "un h", "7h75", "99h12", "H1N1 et 4H"],
    "R17": [
        "03.21.56.11.42",
        "le 12345 rue",
        "un bis",
        "le 03 21 56",
        "Bpx 12",
        "avec 12345 LOTS",
        "33000 ET",
    ],
    "R18": ["un 4x4", "1:500 et 2/3", "5:1", "axe x y", "3 xylophones"],
    "R20": [
        "le 2nd et la 2nde",
        "la Nième fois",
        "la Xième fois",
        "un poème",
        "Mème",
        "A2eme",
    ],
    "R21": [
        "un siècle",
        "Henri Ivoire",
        "le siècle XX",
        "Louis X’",
        "le XXe arrondissement",
        "Jean V.~Petit",
    ],
    "R23": ["le plan C. Puis", "la zone A. Elle", "A. b", "S.N.C.F. Paris", "en zone B. Le bois"],
    "R25": ["L. 300", "le L.", "XL.300-1", "article~3", "D.12"],
    "R27": ["G 20", "La COP 2015", "EPCI 12¦000", "A6/RD12", "Le 3", "COP 1,5"],
    "R28": ["va-t’en", "le t-il", "a-t-ilote", "rendez-vous"],
    "R29": ["le coefficient", "coexister", "la moelle", "un poème", "Noe et Boeing", "Soeurette"],
    "R22": [
        "Me demander",
        "le plan M.",
        "Mme, bonjour",
        "Comme ça",
        "HM. Petit",
    ],
    "R24": [
        "la page. 9 élus",
        "la page blanche",
        "un paysage 9",
        "48 p. 12 cartes",
        "une mesure L’eau",
        "une action I’m",
        "12 communes",
        "nos 36 communes",
    ],
    "R26": [", etcetera", "le p. extrait", "J.-C. seul", "av. J. Petit", "un etc."],
    "R31": [
        "https://exemple.org/?q=a:b",
        "Voir @maire",
        "contact@exemple.org",
        "www.exemple.org.",
    ],
    "R32": ["Le plan.pdf", "`a`", "/srv/plan", "Voir a::b"],
    "R33": ["8:45", "x:y", "Merci ;-)", "Merci :-)¦!"],
    "R34": ["Pas~de~Calais", "un¦mot", "Saint-Omer~3", "un deux"],
}

# Rules that say what is never touched: they have no work to switch off.
UNTOUCHED: dict[str, list[str]] = {
    "R10": ["il en faut 3,75", "la v1.8", "au chapitre~2.1", "3.75 et 0,5"],
    "R19": ["en 2034", "de 2012-2018", "ISBN 978-2-07-036822-8", "FR76 3000 1007 94", "n°~2034567"],
    "R30": ["A partir", "l’Etat", "les élu·es", "un acceuil"],
}

# zone rule → what resembles a zone and is French.
NOT_ZONES: dict[str, list[tuple[str, str]]] = {
    "R31": [
        ("Voir https://exemple.org/a?", "Voir https://exemple.org/a¦?"),
        ("l'eau:// suite", "l’eau:// suite"),
        ("Le C# qu'on lit", "Le C# qu’on lit"),
        ("Écrire à a@b.fr; merci", "Écrire à a@b.fr¦; merci"),
        ("(https://exemple.org): oui", "(https://exemple.org)~: oui"),
    ],
    "R32": [
        ("l'eau et/ou l'air", "l’eau et/ou l’air"),
        ("Région / l'URBA", "Région / l’URBA"),
        ("Fin.L'eau", "Fin.L’eau"),
        ("R & D; suite", "R & D¦; suite"),
        ("{l'eau}", "{l’eau}"),
    ],
    "R33": [
        ("Les élus;) oui", "Les élus¦;) oui"),
        ("Note: l'eau", "Note~: l’eau"),
        ("(une liste; )", "(une liste¦;)"),
    ],
}


def every(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(rule, *case) for rule, cases in table.items() for case in cases]


@pytest.mark.parametrize(("rule", "typed", "composed"), every(POSITIVES))
def test_rule_changes(rule: str, typed: str, composed: str) -> None:
    assert compose_text(typed.translate(NOTATION)) == composed.translate(NOTATION)


@pytest.mark.parametrize(
    ("rule", "typed"), [(rule, typed) for rule, texts in NEGATIVES.items() for typed in texts]
)
def test_rule_leaves_alone(rule: str, typed: str) -> None:
    text = typed.translate(NOTATION)
    assert compose_text(text) == text


@pytest.mark.parametrize(("rule", "typed", "composed"), every(NOT_ZONES))
def test_zone_goes_no_further(rule: str, typed: str, composed: str) -> None:
    assert compose_text(typed.translate(NOTATION)) == composed.translate(NOTATION)


@pytest.mark.parametrize(
    ("rule", "typed"), [(rule, typed) for rule, texts in UNTOUCHED.items() for typed in texts]
)
@pytest.mark.parametrize("usage", PROFILES)
def test_what_is_never_touched(usage: str, rule: str, typed: str) -> None:
    text = typed.translate(NOTATION)
    assert compose_text(text, usage) == text


def test_every_rule_of_the_law_is_tested() -> None:
    spans = {"R40", "R41", "R42", "R43"}  # in test_spans
    assert POSITIVES.keys() == set(RULE_NUMBERS) - spans
    assert {*POSITIVES, *UNTOUCHED} == {f"R{number:02}" for number in range(1, 35)}


def test_every_rule_has_three_negative_examples() -> None:
    assert NEGATIVES.keys() == POSITIVES.keys()
    assert min(map(len, NEGATIVES.values())) >= 3


@pytest.mark.parametrize("off", POSITIVES)
def test_switching_a_rule_off_loses_its_own_work_only(off: str) -> None:
    without = replace(IN, rules_off=frozenset({off}))
    for rule, typed, composed in every(POSITIVES):
        is_done = compose_text(typed.translate(NOTATION), without) == composed.translate(NOTATION)
        assert is_done == (rule != off), (rule, typed)


@pytest.mark.parametrize(("rule", "typed", "composed"), every(POSITIVES) + every(NOT_ZONES))
def test_composed_text_stays(rule: str, typed: str, composed: str) -> None:
    once = composed.translate(NOTATION)
    assert compose_text(once) == once
