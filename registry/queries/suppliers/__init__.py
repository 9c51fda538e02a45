"""Questions on suppliers: finding them, what they owe, merging two."""
