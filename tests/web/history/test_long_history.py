"""A history of which a page counts only so many changes: it says so, and every page can be had."""

from registry.web.history import history


def test_of_a_long_history_it_is_said_that_there_are_more(three_schools, visitor, monkeypatch):
    monkeypatch.setattr("registry.queries.history.blocks.COUNTED", 2)
    monkeypatch.setattr(history, "COUNTED", 2)
    monkeypatch.setattr("registry.web.paging.SIZE", 2)
    page = visitor.open("/geschiedenis/")
    assert "Meer dan 2 wijzigingen" in page.text
    assert "1 tot en met 2 van meer dan 2" in page.text
    assert len(visitor.open("/geschiedenis/?page=2").texts("//h2")) == 2
