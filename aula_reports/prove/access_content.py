"""PDF/UA-1, the marked content of pages and the fonts: is all of it in the tree, once, readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aula_reports.prove.access_document import at, spot_of
from aula_reports.prove.facts import PageReading
from aula_reports.prove.fonts import Font, has_known_text
from aula_reports.prove.rules import ERROR, Case, Rule, Spot
from aula_reports.prove.structure import Content, number_tree
from aula_reports.prove.values import as_list, entry, name_of, number_of, raw, real

_SHOWN_CODES = 5
_FORBIDDEN_TEXTS = ("\ufeff", "\ufffe")


def artifact_inside(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for mark in page.marks:
            if mark.tag == "Artifact" and mark.inside == "tagged":
                yield Spot("un artefact est à l’intérieur d’un contenu balisé", page)


def content_inside_artifact(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for mark in page.marks:
            if mark.mcid is not None and mark.inside == "artifact":
                told = f"du contenu balisé (MCID {mark.mcid}) est dans un artefact"
                yield Spot(told, page, page.marked.get((mark.stream, mark.mcid)))


def bare_content(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for box in page.bare:
            yield Spot("du contenu n’est ni balisé ni artefact", page, box, page.number)


def _shown(case: Case) -> Iterator[tuple[PageReading, Content]]:
    """Give the marked contents of pages, but those within artifacts."""
    for page in case.file.pages:
        for mark in page.marks:
            if mark.mcid is not None and mark.inside != "artifact":
                yield page, Content(page.page, mark.stream, mark.mcid)


def _reached(case: Case) -> Counter[Content]:
    elements = case.file.tree.elements
    return Counter(content for element in elements for content in element.contents)


def unreached(case: Case) -> Iterator[Spot]:
    """Find marked content that no element of the tree holds."""
    reached = _reached(case)
    for page, content in _shown(case):
        if content not in reached:
            box = page.marked.get((content.stream, content.mcid))
            yield Spot(f"le contenu MCID {content.mcid} n’est pas dans l’arbre", page, box)


def reached_twice(case: Case) -> Iterator[Spot]:
    for content, count in _reached(case).items():
        if count > 1:
            told = f"le contenu MCID {content.mcid} est {count} fois dans l’arbre"
            yield Spot(told, page_number=content.page)


def numbered_twice(case: Case) -> Iterator[Spot]:
    counts = Counter(content for _, content in _shown(case) if not content.stream)
    for content, count in counts.items():
        if count > 1:
            told = f"{count} contenus de la page ont le même MCID {content.mcid}"
            yield Spot(told, page_number=content.page)


def missing_content(case: Case) -> Iterator[Spot]:
    """Find elements that hold a content which no page shows."""
    shown = {content for _, content in _shown(case)}
    for element in case.file.tree.elements:
        for content in element.contents:
            if content not in shown:
                told = f"l’élément {element.tag} tient un contenu absent (MCID {content.mcid})"
                yield spot_of(case, told, element)


def looped_tree(case: Case) -> Iterator[Spot]:
    for number in case.file.tree.cycles:
        yield Spot("un élément de structure est atteint deux fois", number=number)


def lost_parents(case: Case) -> Iterator[Spot]:
    """Compare the table from contents to elements with the tree (ISO 32000-1, 14.7.4.4)."""
    tree = case.file.tree
    if not tree.elements:
        return
    table = number_tree(entry(tree.root, "/ParentTree"))
    rows: dict[int, list[int] | None] = {}
    for page in case.file.pages:
        key = raw(page.entry, "/StructParents")
        held = table.get(int(real(key, -1))) if key is not None else None
        rows[page.page] = None if held is None else [number_of(one) for one in as_list(held)]
    for element in tree.elements:
        for content in element.contents:
            row = rows.get(content.page)
            if content.stream or (row and row[content.mcid : content.mcid + 1] == [element.number]):
                continue
            told = f"ParentTree ne rend pas MCID {content.mcid} à son élément {element.tag}"
            yield spot_of(case, told, element)


def reused_forms(case: Case) -> Iterator[Spot]:
    """Find forms with tagged content of their own that are shown more than once."""
    uses: Counter[int] = Counter()
    for page in case.file.pages:
        uses.update(page.form_uses)
    for page in case.file.pages:
        held = {mark.stream for mark in page.marks if mark.mcid is not None and mark.stream}
        for number in held:
            if uses[number] > 1:
                yield Spot(f"une forme balisée est montrée {uses[number]} fois", page, None, number)


def referring(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for number, form in page.forms.items():
            if isinstance(entry(form, "/Ref"), dict):
                yield Spot("forme qui renvoie à un autre fichier", page, None, max(number, 0))


def _fonts(case: Case) -> Iterator[tuple[PageReading, Font]]:
    """Give each font that shows text with the first page that does."""
    seen: set[int] = set()
    for page in case.file.pages:
        for text in page.texts:
            if text.font is not None and id(text.font) not in seen:
                seen.add(id(text.font))
                yield page, text.font


def loose_fonts(case: Case) -> Iterator[Spot]:
    rendered = {id(t.font) for page in case.file.pages for t in page.texts if t.render != 3}
    for page, font in _fonts(case):
        if not font.is_embedded and id(font) in rendered:
            yield Spot(f"la police {font.name} n’est pas incorporée", page, None, font.number)


def unreadable_fonts(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        if not has_known_text(font):
            yield Spot(f"la police {font.name} n’a pas de ToUnicode", page, None, font.number)


def unreadable_codes(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        unknown = sorted(font.codes - set(font.texts)) if font.has_to_unicode else []
        if unknown and font.kind == "Type0":
            codes = ", ".join(f"{code:04X}" for code in unknown[:_SHOWN_CODES])
            told = f"des signes de {font.name} n’ont pas de texte (codes {codes})"
            yield Spot(told, page, None, font.number)


def null_texts(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        if any("\0" in font.texts.get(code, "") for code in font.codes):
            yield Spot(f"des signes de {font.name} valent U+0000", page, None, font.number)


def forbidden_texts(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        texts = [font.texts.get(code, "") for code in font.codes]
        if any(sign in text for text in texts for sign in _FORBIDDEN_TEXTS):
            yield Spot(
                f"des signes de {font.name} valent U+FEFF ou U+FFFE", page, None, font.number
            )


def undefined_glyphs(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        if any(font.glyph(code) == 0 for code in font.codes):
            told = f"{font.name} montre le signe « .notdef » : un caractère manque"
            yield Spot(told, page, None, font.number)


def unmapped_glyphs(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        if font.descendant == "CIDFontType2" and font.is_embedded and not font.map_kind:
            yield Spot(f"{font.name} n’a pas de CIDToGIDMap", page, None, font.number)


def wrong_glyph_map(case: Case) -> Iterator[Spot]:
    for page, font in _fonts(case):
        known = font.map_kind in ("", "Identity", "stream")
        if font.descendant == "CIDFontType2" and not known:
            told = f"le CIDToGIDMap de {font.name} est « {font.map_kind} »"
            yield Spot(told, page, None, font.number)


def mixed_annotations(case: Case) -> Iterator[Spot]:
    """Find annotations made for the press, which no accessible file may hold."""
    for page, number, annotation in case.file.annotations:
        if name_of(raw(annotation, "/Subtype")) == "TrapNet":
            yield Spot("annotation TrapNet", page, None, number)


_TREE = "refaire l’export balisé : l’arbre et les pages se contredisent"
_FONT = "exporter de nouveau, avec la table ToUnicode de la police"
CONTENT_RULES = (
    Rule("UA-01-003", ERROR, at("01-003"), "sortir l’artefact du contenu", artifact_inside),
    Rule("UA-01-004", ERROR, at("01-004"), "sortir le contenu balisé", content_inside_artifact),
    Rule("UA-01-005", ERROR, at("01-005"), "baliser, ou marquer comme artefact", bare_content),
    Rule("UA-01-x01", ERROR, at("01"), _TREE, unreached),
    Rule("UA-01-x02", ERROR, at("01"), _TREE, reached_twice),
    Rule("UA-01-x03", ERROR, at("01"), _TREE, numbered_twice),
    Rule("UA-01-x04", ERROR, at("01"), _TREE, missing_content),
    Rule("UA-01-x05", ERROR, at("01"), _TREE, looped_tree),
    Rule("UA-01-x06", ERROR, at("01"), _TREE, lost_parents),
    Rule("UA-10-001", ERROR, at("10-001"), _FONT, unreadable_codes),
    Rule("UA-28-007", ERROR, at("28-007"), "ôter l’annotation", mixed_annotations),
    Rule("UA-30-001", ERROR, at("30-001"), "incorporer ce à quoi elle renvoie", referring),
    Rule("UA-30-002", ERROR, at("30-002"), "baliser chaque usage de la forme", reused_forms),
    Rule("UA-31-004", ERROR, at("31-004"), "écrire Identity ou une table", wrong_glyph_map),
    Rule("UA-31-005", ERROR, at("31-005"), "écrire le CIDToGIDMap", unmapped_glyphs),
    Rule("UA-31-009", ERROR, at("31-009"), "incorporer la police", loose_fonts),
    Rule("UA-31-027", ERROR, at("31-027"), _FONT, unreadable_fonts),
    Rule("UA-31-028", ERROR, at("31-028"), _FONT, null_texts),
    Rule("UA-31-029", ERROR, at("31-029"), _FONT, forbidden_texts),
    Rule("UA-31-030", ERROR, at("31-030"), "prendre une police qui a ce signe", undefined_glyphs),
)
