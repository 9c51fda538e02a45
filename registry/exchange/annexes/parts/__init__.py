"""A paper divided into its annexes, and each annex into sections, by words and never by letters."""
