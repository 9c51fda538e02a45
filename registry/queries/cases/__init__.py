"""Questions on notices, breaches and products that stop."""
