"""Pens: a naskah or a table in, a file out, written atomically."""
