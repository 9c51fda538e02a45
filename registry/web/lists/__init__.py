"""The main lists of the register: search and filters in the address, order by the head of a column, pages."""
