"""The screens of the yearly round: of the board, of each school, of each agreement, and its closing."""
