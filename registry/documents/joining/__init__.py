"""Joining: several Word files made into one, part by part of their zips."""
