"""The main lists of the register: each is narrowed, ordered and cut into parts by the database, and in one way."""
