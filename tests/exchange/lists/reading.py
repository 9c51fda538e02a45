"""A list as a test writes it: rows of text, read as a file of a school would be."""

import io

import openpyxl

from registry.exchange.lists.entries import entries
from registry.exchange.lists.recognising import recognise
from registry.exchange.tables.reading import read_tables


def table_of(*rows, sheet="Lijst"):
    """The only table of a workbook with these rows."""
    workbook = openpyxl.Workbook()
    workbook.active.title = sheet
    for row in rows:
        workbook.active.append(row)
    content = io.BytesIO()
    workbook.save(content)
    (table,) = read_tables("lijst.xlsx", content.getvalue()).tables
    return table


def fields_of(table, kind=None):
    """The field of each column, by its heading."""
    return {column.heading: column.field for column in recognise(table, kind).columns}


def entries_of(*rows, **options):
    """What these rows say."""
    table = table_of(*rows, **options)
    return list(entries(table, recognise(table)))


def value(field_heading, cell, field=None):
    """What one cell says under a heading: its value, or the sentence of its problem."""
    (entry,) = entries_of(["Leverancier", field_heading], ["De Kade", cell])
    if entry.problems:
        return entry.problems[0].sentence
    left = {code: value for code, value in entry.values.items() if code != "supplier.name"}
    return left.get(field) if field else left
