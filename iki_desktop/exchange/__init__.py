"""What comes in and goes across: iki-1 JSON."""
