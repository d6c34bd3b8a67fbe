"""The agency's means: figures computed from what the year cost and who came and went."""

from __future__ import annotations

from aula_reports.compose.blocks import (
    AmountBar,
    ChangeBar,
    DiscGroup,
    Head,
    Means,
    MoneyBand,
    StaffBand,
    TrainingBand,
)
from aula_reports.compose.inline import RichText
from aula_reports.compose.wording import NO_BREAK, days, label, rich, title
from aula_reports.french.numbers import decimal_fr, grouped
from aula_reports.model.report import Finances, FunderChange, Staff, Training
from aula_reports.model.report import Means as MeansModel

_MINUS = "\N{MINUS SIGN}"


def means(entry: MeansModel) -> Means:
    """Compose the page of means; a band that the programme is silent on is left out."""
    return Means(
        head=Head((), title(entry.title), "moyens"),
        money=_money(entry.finances) if entry.finances and entry.finances.subsidies else None,
        staff=_staff(entry.staff) if entry.staff else None,
        training=_training(entry.training) if entry.training else None,
    )


def _money(finances: Finances) -> MoneyBand:
    latest = finances.subsidies[0]
    return MoneyBand(
        title=rich(finances.title),
        note=rich(finances.note),
        figure=_euros(latest.euros),
        text=rich(" ".join(filter(None, (finances.text, _compared(finances))))),
        amounts=tuple(
            AmountBar(str(entry.year), entry.euros, _euros(entry.euros))
            for entry in finances.subsidies
        ),
        changes_title=rich(finances.changes_title),
        changes=tuple(map(_change, finances.changes)),
    )


def _euros(amount: int) -> RichText:
    return rich(f"{grouped(amount)}{NO_BREAK}€")


def _compared(finances: Finances) -> str:
    """Compare the latest year with the one before, in thousands of euros."""
    if len(finances.subsidies) < 2:
        return ""
    latest, before = finances.subsidies[:2]
    change = round((latest.euros - before.euros) / 1000)
    direction = "de moins" if change < 0 else "de plus"
    amount = f"{grouped(abs(change))}{NO_BREAK}k€ {direction}" if change else "autant"
    return f"C’est {amount} qu’en {before.year} ({grouped(before.euros)}{NO_BREAK}€)."


def _change(entry: FunderChange) -> ChangeBar:
    return ChangeBar(
        funder=label(entry.funder),
        reason=rich(entry.reason),
        thousands=entry.thousand_euros,
        spoken=rich(signed(entry.thousand_euros)),
    )


def signed(number: float) -> str:
    """Write a number with its sign: « +27 », « −50 »."""
    return f"{_MINUS if number < 0 else '+' if number else ''}{decimal_fr(abs(number))}"


def _staff(staff: Staff) -> StaffBand:
    left = sum(entry.count for entry in staff.departures)
    return StaffBand(
        title=rich(staff.title),
        note=rich(staff.note),
        figure=rich(signed(staff.arrivals - left)),
        text=rich(staff.text),
        discs=tuple(
            DiscGroup(entry.count, rich(f"{entry.count} {entry.kind}"))
            for entry in staff.departures
            if entry.count
        ),
    )


def _training(training: Training) -> TrainingBand:
    return TrainingBand(
        title=rich(training.title),
        note=rich(training.note),
        figure=rich(f"{days(training.hours)}{NO_BREAK}h"),
        text=rich(training.text),
        fields=tuple(map(rich, training.fields)),
    )
