"""The screens of annexes: both kinds share their steps."""
