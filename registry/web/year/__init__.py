"""The screens of the year as a whole: its parts, actions, what is due, and looking back."""
