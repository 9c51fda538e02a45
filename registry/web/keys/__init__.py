"""The screens of the API's keys."""
