"""From what people typed to what a page prints: French spaces and spans, names, short phrases.

Everything a reader sees passes through `rich` or `prose`; the words a book needs beside those of
the programme (labels, counts) are here, in French, and none of them belongs to one agency.
"""

from __future__ import annotations

import datetime
import re
from functools import partial

from msgspec.structs import replace

from aula_reports.compose.composition import compose_paragraph, composition_now
from aula_reports.compose.inline import Inline, Mark, RichText, Words
from aula_reports.french.dates import long_date
from aula_reports.french.numbers import decimal_fr, grouped
from aula_reports.french.scripts import Script
from aula_reports.model.pages import Picture
from aula_reports.model.partners import Person, Substitute

NO_BREAK = "\N{NO-BREAK SPACE}"
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
# After a title that a further page or column repeats.
SUITE = " (suite)"

STAR = Mark("star", "*")

# A chain of capitalised names joined by hyphens, short enough to stand on one line.
_NAME_CHAIN = re.compile(r"\b[A-ZÉÈÎ][\w’]*(?:-[\w’]+)+")
_LONGEST_CHAIN = 26
# A reference of more signs than this may be parted.
_LONGEST_REFERENCE = 25
# Articles, prepositions and conjunctions, which lean on the word after them, elided or not.
_SMALL_WORD = re.compile(
    r"(?<!\w)(?<!’)(?:à|au|aux|avec|dans|de|des|du|en|et|la|le|les|ou|par|pour|sous|sur|vers"
    r"|(?:(?:[dl]|qu)[’'])?une?) ",
    re.IGNORECASE,
)
# Besides, in titles of actions: what leans on the next word there, a number before what it counts,
# the first words in brackets, a noun before what « d’ » adds to it.
_ACTION_TIES = (
    re.compile(r"(?<!\w)(?<!’)(?:dont|entre|ses|ces|leurs?) ", re.IGNORECASE),
    re.compile(r"(?<!\w)\d{1,3} (?=[^\W\d_])"),
    re.compile(r"\([^\W_]{1,8} (?=[^\W_]{1,8}\b)(?:[^\W_]{1,4} )?"),
    re.compile(r"(?<!\w)[^\W\d_]{1,8} (?=d’[^\W\d_]{1,10}(?!\w))"),
)
# A compound short enough to stand whole on a line of a list or a table.
_COMPOUND = re.compile(r"(?<![\w’-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w-])")
_LONGEST_COMPOUND = 18
# A space after « & », « + » or « / », or before one: no line starts or ends there.
_LEANING_SIGN = re.compile(r"(?<=[&+/]) | (?=[/&+])")
# The space after a colon, and after the first word of a quotation: what they open goes on there.
_OPENING = re.compile(r"(?<= :) |(?<=\u00a0:) ")
_FIRST_QUOTED = re.compile(r"(«[ \u00a0\u202f]?[^\s«»]+) ")
# What stands in brackets or between quotes, when one line can hold it.
_BRACKET = re.compile(r"\([^()]{1,24}\)|«[^«»]{1,24}»")
# The last word of a title, short enough to look lost alone on its line.
_SHORT_END = re.compile(r"(?<!–)(?<!-) (?=\S{1,5}$)")


def rich(text: str) -> RichText:
    """Compose one paragraph of plain text: spaces, signs, superscripts."""
    known = composition_now().texts
    composed = known.get(text)
    if composed is None:
        composed = known[text] = _rich(text)
    return composed


def _rich(text: str) -> RichText:
    paragraph = compose_paragraph((text,))
    (composed,) = paragraph.runs
    parts: list[Inline] = []
    done = 0
    for span in paragraph.spans:
        if span.start > done:
            parts.append(Words(composed[done : span.start]))
        parts.append(Words(composed[span.start : span.end], script=span.script))
        done = span.end
    if done < len(composed):
        parts.append(Words(composed[done:]))
    return tuple(parts)


def label(text: str) -> RichText:
    """Compose a label or title: names keep their hyphens, a short last word keeps company."""
    return rich(_SHORT_END.sub(NO_BREAK, keep_names_whole(text)) if _ties_titles() else text)


def title(text: str) -> RichText:
    """Compose a large title: besides, no line ends on what announces the next word."""
    if not _ties_titles():
        return label(text)
    for announcing in (_SMALL_WORD, _OPENING, _FIRST_QUOTED):
        text = announcing.sub(_tied, text)
    return label(text)


def _tied(match: re.Match[str]) -> str:
    return match[0][:-1] + NO_BREAK


def heading(text: str) -> RichText:
    """Compose the title of an action: besides, signs and brackets keep what they hold."""
    if not _ties_titles():
        return rich(text)
    return title(_LEANING_SIGN.sub(NO_BREAK, _BRACKET.sub(_whole, text)))


def action_title(text: str) -> RichText:
    """Compose the title of an action or section for the short, ragged lines of lists and tables."""
    if not _ties_titles():
        return rich(text)
    text = text.replace("'", "’")
    for pattern in _ACTION_TIES:
        text = pattern.sub(_whole, text)
    short = partial(_unbroken, longest=_LONGEST_COMPOUND)
    return title(_COMPOUND.sub(short, _BRACKET.sub(_whole, text)))


def _ties_titles() -> bool:
    """Say whether the usage lets titles be tied together (R60), or wants them as typed."""
    return composition_now().usage.has("R60")


def _whole(match: re.Match[str]) -> str:
    return match[0].replace(" ", NO_BREAK)


def kept_whole(text: str) -> RichText:
    """Compose a short reference (« nos 42 à 45 et 51 ») so that no line parts it."""
    return rich(text.replace(" ", NO_BREAK) if len(text) <= _LONGEST_REFERENCE else text)


def keep_names_whole(text: str) -> str:
    """Use no-break hyphens inside short proper names."""
    return _NAME_CHAIN.sub(_unbroken, text)


def _unbroken(match: re.Match[str], longest: int = _LONGEST_CHAIN) -> str:
    name = match[0]
    return name.replace("-", NO_BREAK_HYPHEN) if len(name) <= longest else name


def starred(text: RichText, is_new: bool) -> RichText:
    return (*text, STAR) if is_new else text


def one_line(text: str) -> RichText:
    """Compose a text whose line ends are not meant: a running title."""
    return rich(" ".join(text.split()))


def lines(text: str) -> tuple[RichText, ...]:
    """Compose a text whose line ends are meant, line by line."""
    return tuple(rich(line.strip()) for line in text.splitlines() if line.strip())


def person_name(person: Person) -> RichText:
    """Name a person as the French do: civility, first name, surname in small capitals."""
    parts: list[Inline] = []
    if person.honorific:
        parts.extend(_tied_to_next(rich(person.honorific.value)))
    parts.append(Words(person.first_name.replace("-", NO_BREAK_HYPHEN) + " "))
    parts.extend(surname(person.last_name))
    return tuple(parts)


def _tied_to_next(text: RichText) -> RichText:
    """Put a no-break space behind; among raised letters it would be raised itself."""
    *first, last = text
    if isinstance(last, Words) and last.script is Script.NORMAL:
        return (*first, replace(last, text=last.text + NO_BREAK))
    return (*text, Words(NO_BREAK))


def surname(name: str) -> RichText:
    """Set a surname in capital and small capitals, whatever the case it was typed in."""
    parts: list[Inline] = []
    for word in re.split(r"([ \-])", name):
        if word == " ":
            parts.append(Words(NO_BREAK))
        elif word == "-":
            parts.append(Words(NO_BREAK_HYPHEN))
        elif word:
            parts.append(Words(word[0].upper()))
            parts.append(Words(word[1:].lower(), script=Script.SMALL_CAPS))
    return tuple(parts)


def substitute(entry: Substitute) -> RichText:
    """Name who may sit instead: the note, then the person, « en cas de… » coming after."""
    if entry.person is None:
        return rich(entry.note)
    name = person_name(entry.person)
    if not entry.note:
        return name
    follows = entry.note.startswith("en cas")
    return (
        (*name, Words(" "), *rich(entry.note))
        if follows
        else (*rich(entry.note), Words(" "), *name)
    )


def initials(person: Person) -> str:
    firsts = "".join(word[0] for word in re.split(r"[ \-]", person.first_name) if word)
    return (firsts + person.last_name[0]).upper()


def full_date(date: datetime.date) -> RichText:
    return rich(long_date(date))


def caption(picture: Picture) -> RichText:
    """Join caption and credit, each ended by a full stop."""
    sentences = [part.rstrip(".") + "." for part in (picture.caption, picture.credit) if part]
    return rich(" ".join(sentences))


def percent(number: float) -> str:
    return f"{decimal_fr(number)}{NO_BREAK}%"


def count(number: int, singular: str, plural: str) -> str:
    """Agree a noun with its number: « 1 commune », « 12 communes » (French: 0 and 1 singular)."""
    return f"{grouped(number)}{NO_BREAK}{singular if number < 2 else plural}"


def day_noun(number: float) -> str:
    """Agree the unit of a time with its figure: « 0,5 jour », « 12 jours »."""
    return "jour" if number < 2 else "jours"


def counted_days(number: float) -> str:
    """Write a number of days with its unit: « 1 952 jours »."""
    return f"{days(number)}{NO_BREAK}{day_noun(number)}"


def days(number: float) -> str:
    """Write a number of days, grouped: « 1 952 », « 12,5 »."""
    return decimal_fr(number)
