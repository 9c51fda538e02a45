"""How much a supplier's paper may hold; enough for any real one, too little to choke on."""

MOST_BYTES = 25 * 2**20  # of the file itself, as of every upload
MOST_ENTRIES = 2_000  # parts in a Word file
MOST_XML = 12 * 2**20  # bytes of one XML part that is read
MOST_MARKUP = 250_000  # signs "<" in one XML part: start tags and end tags
MOST_RATIO = 200  # unpacked against packed, for a part above the next number
RATIO_FROM = 2**20
MOST_TEXT = 1_500_000  # characters of text in all
DEEPEST_TABLE = 6  # tables in tables

MOST_PAGES = 150  # of a PDF
MOST_PAGE = 2**20  # bytes of drawing orders on one page, unpacked
MOST_DRAWING = 6 * 2**20  # and on all pages
MOST_SECONDS = 1.5  # that the pages of a PDF may take together for each twenty of them
FEWEST_SIGNS = 20  # a page with fewer letters than this holds no text that counts

QUOTATION = 200  # characters of what is shown beside a value
