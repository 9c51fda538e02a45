"""A notice as it is written down, and the tree of subprocessors that it changes."""

from datetime import date

GOT, TODAY = date(2027, 3, 1), date(2027, 4, 1)
TREE = [
    {"name": "Wolkenhuis B.V.", "service": "hosting", "country": "NL"},
    {"name": "Postduif", "service": "e-mail", "country": "NL", "works_for": "Wolkenhuis B.V."},
]
NEW = {"name": "Mailduif Inc.", "received_on": GOT, "service": "e-mail", "data": "adres", "country": "US"}
