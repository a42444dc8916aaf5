"""Working on a copy here of a file that lies elsewhere, as the window shows it."""
