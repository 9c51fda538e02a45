"""The templates of the papers about the board and what it decides on."""
