"""MAIL: writes letters and hands them to a mail server; knows no database and no web."""

from registry.mail.letter import Letter
from registry.mail.post import Delivery, Post
from registry.mail.server import DEFAULTS, MailServer, server_of
from registry.mail.writing import write

__all__ = ["DEFAULTS", "Delivery", "Letter", "MailServer", "Post", "server_of", "write"]
