"""What one person is reminded of."""
