"""The screens of the board, its statements and its own fields."""
