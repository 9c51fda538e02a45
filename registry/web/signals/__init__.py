"""The screens of signals: all of them, and silencing one."""
