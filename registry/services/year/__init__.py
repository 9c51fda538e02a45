"""The year: actions, rounds, reminders, and the days when something happens."""
