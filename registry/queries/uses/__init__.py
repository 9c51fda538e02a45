"""Questions on schools and uses: the grid, and the list that parents read."""
