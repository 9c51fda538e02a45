"""What is due as a list to read."""

from datetime import date, timedelta

from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due_item import DueItem
from registry.web.year.due_groups import due_groups

TODAY = date(2026, 11, 27)


def item(kind, days):
    return DueItem(kind, TODAY + timedelta(days=days), "Kade", "Er is iets.", "Doe iets", "supplier", 1)


def test_what_counts_hours_comes_before_what_counts_days():
    waiting, leak = item(DeadlineKind.COVENANT_CHECK, 0), item(DeadlineKind.BREACH, 2)
    late, far = item(DeadlineKind.COVENANT_CHECK, -9), item(DeadlineKind.COVENANT_CHECK, 90)
    groups = due_groups([late, *[waiting] * 6, leak, far], TODAY)
    assert [group.heading for group in groups] == ["Datalek", "Te laat", "Nu en de komende maand", ""]
    assert list(groups[0].shown) == [leak]


def test_the_round_of_a_few_schools_is_not_buried_under_what_is_late_longer():
    own, late = item(DeadlineKind.ROUND, -1), [item(DeadlineKind.ACTION, -40)] * 7
    far = item(DeadlineKind.COVENANT_CHECK, 90)
    assert due_groups([*late, own, far], TODAY)[0].shown[0] is own
    assert own not in due_groups([*late, *[own] * 4, far], TODAY)[0].shown
