"""Faults between fields: names declared twice, names that nothing declares, numbers out of order.

The rules look at the plain values by alias, not at the model, so that they also speak when the
programme is invalid elsewhere. What has the wrong kind is skipped: the schema tells that.
A `Programme` from elsewhere is checked through `programme.model_dump(by_alias=True)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from aula_reports.diagnostics import Severity
from aula_reports.read.files import MAX_ALIKE
from aula_reports.read.near import question, quoted
from aula_reports.read.places import Fault, FieldPath, human_path

# Stands for every position of a list in a pattern, as in `("axes", EACH, "titre")`.
EACH: Final = -1
# Stands for every key of a mapping with free keys; the key itself is the value found.
EACH_KEY: Final = -2

Pattern = tuple[str | int, ...]
Found = tuple[FieldPath, object]

_SECTION: Pattern = ("axes", EACH, "sections", EACH)
_ACTION: Pattern = (*_SECTION, "actions", EACH)
_GROUPED: Pattern = (*_ACTION, "actions", EACH)
_ACTIONS = (_ACTION, _GROUPED)
_BODIES: Pattern = ("instances",)


def found(values: object, pattern: Pattern, path: FieldPath = ()) -> list[Found]:
    """Find every value that a pattern reaches, with its path; what is not there is skipped."""
    reached: list[Found] = [(path, values)]
    for step in pattern:
        reached = _one_step_on(reached, step)
    return reached


def _one_step_on(reached: Iterable[Found], step: str | int) -> list[Found]:
    if step == EACH:
        return [
            ((*path, position), inner)
            for path, value in reached
            if isinstance(value, (list, tuple))
            for position, inner in enumerate(value)
        ]
    if step == EACH_KEY:
        return [
            ((*path, key), key)
            for path, value in reached
            if isinstance(value, dict)
            for key in value
        ]
    return [
        ((*path, step), value[step])
        for path, value in reached
        if isinstance(value, dict) and step in value
    ]


def _all(values: object, patterns: Iterable[Pattern]) -> Iterator[Found]:
    for pattern in patterns:
        yield from found(values, pattern)


def _on_actions(*rest: str | int) -> tuple[Pattern, ...]:
    return tuple((*action, *rest) for action in _ACTIONS)


class _Unique(Struct, frozen=True):
    """Values that may be given once only."""

    code: str
    what: str
    patterns: tuple[Pattern, ...]


class _Reference(Struct, frozen=True):
    """Names that must be declared somewhere."""

    code: str
    what: str
    declared: tuple[Pattern, ...]
    cited: tuple[Pattern, ...]


_UNIQUE = (
    _Unique("E301", "l’organisme", (("organismes", EACH, "id"),)),
    _Unique("E301", "l’image", (("images", EACH, "id"),)),
    _Unique("E301", "l’intercommunalité", (("territoire", "epci", EACH, "id"),)),
    _Unique("E301", "le groupement", (("territoire", "groupes", EACH, "id"),)),
    _Unique("E301", "la famille", (("missions", "familles", EACH, "id"),)),
    _Unique("E301", "la page", (("pages_libres", EACH, "id"),)),
    _Unique("E302", "l’action", _on_actions("numero")),
    _Unique("E311", "le type de mission", (("missions", "types", EACH, "type"),)),
    _Unique("E311", "le type de mission", (("missions", "familles", EACH, "types", EACH),)),
    _Unique("E312", "la colonne", (("tableau", "familles", EACH, "organismes", EACH),)),
    _Unique("E313", "la section", ((*_SECTION, "numero"),)),
)

_REFERENCES = (
    _Reference(
        "E303",
        "organisme inconnu",
        (("organismes", EACH, "id"),),
        (
            *_on_actions("financeurs", EACH),
            *_on_actions("beneficiaires", EACH),
            *_on_actions("jours_par_organisme", EACH_KEY),
            ("tableau", "familles", EACH, "organismes", EACH),
            (*_BODIES, "assemblee", "colleges", EACH, "organismes", EACH, "organisme"),
            (*_BODIES, "bureau", EACH, "organisme"),
        ),
    ),
    _Reference(
        "E305",
        "image inconnue",
        (("images", EACH, "id"),),
        (
            ("document", "image"),
            ("document", "image_sommaire"),
            ("document", "image_dos"),
            ("preambule", "image"),
            ("axes", EACH, "image"),
            ("axes", EACH, "bandeau"),
            ("axes", EACH, "image_cloture"),
            ("axes", EACH, "fiches", EACH, "image"),
            ("rapport", "image"),
            ("rapport", "image_sommaire"),
            ("rapport", "image_dos"),
            ("ours", "image"),
            ("pages_libres", EACH, "image"),
            (*_BODIES, "bureau", EACH, "portrait"),
        ),
    ),
    _Reference(
        "E306",
        "intercommunalité inconnue",
        (("territoire", "epci", EACH, "id"),),
        (("territoire", "groupes", EACH, "membres", EACH),),
    ),
    _Reference(
        "E307",
        "action inconnue",
        _on_actions("numero"),
        (("chiffres", "principales", EACH, "lignes", EACH, "actions", EACH),),
    ),
    _Reference(
        "E308",
        "axe inconnu",
        (("axes", EACH, "numero"),),
        (("chiffres", "principales", EACH, "axe"), ("editorial", "part_des_axes", EACH)),
    ),
)


def _given_twice(values: object, rule: _Unique) -> Iterator[Fault]:
    first: dict[str, FieldPath] = {}
    for path, value in _all(values, rule.patterns):
        if not isinstance(value, str | int) or value == "":
            continue
        earlier = first.setdefault(str(value), path)
        if earlier != path:
            message = f"{rule.what} {quoted(str(value))} est déjà à {human_path(earlier)}"
            yield Fault(rule.code, message, path, "garder l’un des deux, ou le renommer")


def _undeclared(values: object, rule: _Reference) -> Iterator[Fault]:
    known = {str(value) for _, value in _all(values, rule.declared)}
    guesses = 0
    for path, value in _all(values, rule.cited):
        if not isinstance(value, str | int) or value == "" or str(value) in known:
            continue
        guesses += 1
        is_guessable = isinstance(value, str) and guesses <= MAX_ALIKE
        remedy = question(str(value), sorted(known)) if is_guessable else ""
        remedy = remedy or "l’ajouter, ou corriger le renvoi"
        yield Fault(rule.code, f"{rule.what} : {quoted(str(value))}", path, remedy)


def _paid_and_received(values: object) -> Iterator[Fault]:
    for path, action in _all(values, _ACTIONS):
        funders = {name for _, name in found(action, ("financeurs", EACH))}
        for inner, name in found(action, ("beneficiaires", EACH), path):
            if name in funders:
                message = f"{quoted(str(name))} est à la fois financeur et bénéficiaire"
                yield Fault("E304", message, inner, "le garder dans une seule des deux listes")


def _cited_twice(values: object) -> Iterator[Fault]:
    for path, action in _all(values, _ACTIONS):
        for key in ("financeurs", "beneficiaires"):
            seen: set[object] = set()
            for inner, name in found(action, (key, EACH), path):
                if isinstance(name, str) and name in seen:
                    yield _doubtful("E314", f"{quoted(name)} est cité deux fois", inner)
                seen.add(name)


def _doubtful(code: str, message: str, path: FieldPath) -> Fault:
    return Fault(code, message, path, "en supprimer un", Severity.WARNING)


def _foreign_sections(values: object) -> Iterator[Fault]:
    for path, axis in found(values, ("axes", EACH)):
        numbers = [number for _, number in found(axis, ("numero",)) if isinstance(number, int)]
        for inner, section in found(axis, ("sections", EACH, "numero"), path):
            if numbers and str(section).split(".")[0].strip() != str(numbers[0]):
                message = f"la section {quoted(str(section))} est dans l’axe {numbers[0]}"
                remedy = f"la numéroter {numbers[0]}.1, {numbers[0]}.2…"
                yield Fault("E309", message, inner, remedy, Severity.WARNING)


def _axes_out_of_order(values: object) -> Iterator[Fault]:
    for rank, (path, number) in enumerate(found(values, ("axes", EACH, "numero")), 1):
        if isinstance(number, int) and number != rank:
            message = f"l’axe {number} est écrit à la place de l’axe {rank}"
            yield Fault("E310", message, path, "numéroter les axes 1, 2, 3… dans l’ordre")


def _unnamed(values: object) -> Iterator[Fault]:
    """A programme names one of its books at least."""
    if isinstance(values, dict) and not values.get("document") and not values.get("rapport"):
        message = "ni « document » (le livret PPA) ni « rapport » : aucun livret n’a de titre"
        yield Fault("E315", message, ("document",), "ajouter l’un des deux, avec titre et année")


def _sheets_out_of_reach(values: object) -> Iterator[Fault]:
    """Sheets are cited by their rank in their axis."""
    for path, axis in found(values, ("axes", EACH)):
        last = sum(1 for _ in found(axis, ("fiches", EACH)))
        cited = (
            *found(axis, ("fiches", EACH, "temps_partage"), path),
            *found(axis, ("titres", EACH, "fiches", EACH), path),
            *found(axis, ("graphique", EACH, "fiches", EACH), path),
        )
        for inner, rank in cited:
            if isinstance(rank, int) and not 1 <= rank <= last:
                message = f"fiche inconnue : {rank}, l’axe en a {last}"
                yield Fault("E316", message, inner, "donner le rang d’une fiche de l’axe")


def _shared_with_itself(values: object) -> Iterator[Fault]:
    for path, rank in found(values, ("axes", EACH, "fiches", EACH, "temps_partage")):
        place = path[-2]
        if isinstance(rank, int) and isinstance(place, int) and rank == place + 1:
            message = f"la fiche {rank} partage son temps avec elle-même"
            yield Fault("E317", message, path, "donner le rang de l’autre fiche, ou l’ôter")


_RULES: tuple[Callable[[object], Iterator[Fault]], ...] = (
    _paid_and_received,
    _cited_twice,
    _foreign_sections,
    _axes_out_of_order,
    _unnamed,
    _sheets_out_of_reach,
    _shared_with_itself,
)


def reference_faults(values: object) -> Iterator[Fault]:
    """Tell all the faults between the fields of a programme's plain values."""
    for unique in _UNIQUE:
        yield from _given_twice(values, unique)
    for reference in _REFERENCES:
        yield from _undeclared(values, reference)
    for rule in _RULES:
        yield from rule(values)
