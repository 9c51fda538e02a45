"""How much a template may hold and a paper may become; enough for any real one, too little to choke on."""

MOST_BYTES = 20 * 2**20  # of the file itself
MOST_ENTRIES = 2_000
MOST_UNPACKED = 64 * 2**20  # of all entries together
MOST_RATIO = 50  # unpacked against packed, for entries above the next number
RATIO_FROM = 2**20
LONGEST_NAME = 240  # of an entry

MOST_XML = 20 * 2**20  # of all XML together, since that is parsed
MOST_MARKUP = 300_000  # signs "<" in all XML together: start tags and end tags
MOST_ATTRIBUTES = 400_000  # likewise

MOST_TRANSLATED = 4 * 2**20  # characters of XML in one part with tags: some 400 pages
MOST_TAGS = 4_000  # {{ }} and {% %} in one part
LONGEST_TAG = 1_000  # characters
DEEPEST = 15  # tags inside tags; Python itself stops at twenty loops

LONGEST_TEXT = 1_000_000  # characters of one value; beyond ten million a reader of Word files drops text in silence
MOST_STEPS = 20_000_000  # what the loops of one paper may do together
MOST_MENDED = 40 * 2**20  # bytes of XML with tables that docxtpl must mend afterwards
MOST_WRITTEN = 200 * 2**20  # bytes of XML in one paper
