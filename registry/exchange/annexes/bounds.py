"""How much a supplier's paper may hold; enough for any real one, too little to choke on."""

MOST_BYTES = 25 * 2**20  # of the file itself, as of every upload
MOST_XML = 12 * 2**20  # bytes of all XML parts that are read
MOST_MARKUP = 250_000  # signs "<" in one XML part: start tags and end tags
MOST_RATIO = 200  # unpacked against packed, for a part above the next number
RATIO_FROM = 2**20
MOST_TEXT = 300_000  # characters of text in all: some hundred pages
MOST_BLOCKS = 2_000  # paragraphs, list items and rows
DEEPEST_TABLE = 6  # tables in tables

MOST_PAGES = 150  # of a PDF
MOST_PAGE = 2**19  # bytes of drawing orders on one page, unpacked
MOST_ORDERS = 60_000  # orders with their numbers on one page; a full page of text has some ten thousand
MOST_COMPARED = 2_000_000  # pieces of text times ruled lines: above it a page is read without its tables
MOST_DRAWING = 6 * 2**20  # and on all pages
MOST_SECONDS = 1.8  # of work that the pages of a PDF may take together; a hundred and fifty of text take one
FEWEST_SIGNS = 20  # a page with fewer letters than this holds no text that counts

QUOTATION = 200  # characters of what is shown beside a value
