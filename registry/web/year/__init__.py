"""The screens of the year: the round, actions, requests, and the days when something happens."""
