"""Verwerkersregister: which supplier gets which personal data of pupils, and the papers that follow from it."""
