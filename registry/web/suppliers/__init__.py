"""The screens of suppliers: list, page, covenant, reviews, merging."""
