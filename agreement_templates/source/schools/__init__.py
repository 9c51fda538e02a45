"""The templates of the papers about a school."""
