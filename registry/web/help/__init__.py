"""The manual on screen, and the way to it from every other screen."""
