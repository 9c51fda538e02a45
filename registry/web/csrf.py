"""The guard against forged forms; it stays on, in tests too."""

from flask_wtf import CSRFProtect

csrf = CSRFProtect()
