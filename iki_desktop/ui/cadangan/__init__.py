"""Backups and the journal as the window shows them."""
