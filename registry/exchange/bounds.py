"""How much a file from elsewhere may hold; beyond it a person gets a sentence instead of a server that stands still."""

MOST_BYTES = 25 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELLS = 300_000  # rows times columns of all sheets together
MOST_CHARACTERS = 32_767  # in one cell, as in Excel

MOST_PARTS = 2_000  # of a zip
MOST_DIRECTORY_BYTES = 400_000
MOST_PART_BYTES = 30 * 1024 * 1024  # of one part, unpacked
MOST_UNPACKED_BYTES = 60 * 1024 * 1024  # of all parts that are XML
MOST_SHARED_STRINGS_BYTES = 16 * 1024 * 1024
MOST_RATIO = 150  # unpacked against packed; a large sheet of a spreadsheet program stays under 30
RATIO_COUNTS_FROM = 4 * 1024 * 1024
MOST_MERGES = 20_000
