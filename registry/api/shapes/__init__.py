"""How records are written in JSON; all of it follows from the model's columns."""
