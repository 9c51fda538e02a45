"""The manual for coordinators, as it comes with the product."""
