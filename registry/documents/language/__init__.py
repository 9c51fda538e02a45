"""The language of templates: what it allows, and the code that is made of it."""
