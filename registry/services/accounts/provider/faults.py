"""Why a sign-in at the sign-in service does not go on; apart from what calls it, which is heavy to load."""


class ServiceFault(Exception):
    """The sign-in service is not to be reached, or answers nonsense; the text is for the log and quotes nothing."""


class TokenRefused(Exception):
    """A token that is not believed; the text says why, and holds nothing of it."""


class UnknownKey(TokenRefused):
    """A token signed with a key that is not in the list; the list may be of before the key was changed."""
