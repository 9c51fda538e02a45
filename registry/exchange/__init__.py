"""Files in and out: workbooks, lists, suppliers' annexes, supplier cards; knows no database and no web."""
