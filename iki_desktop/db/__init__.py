"""The .iki file: open, lock, load, and apply one edit in one transaction."""
