"""The board's own sign-in service, by OpenID Connect: its settings, talking to it, and what its token may say."""
