"""Dialogs: only where the next act needs an answer."""
