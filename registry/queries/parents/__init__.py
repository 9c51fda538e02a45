"""Questions whose answers everybody may read: the page for parents of a school."""
