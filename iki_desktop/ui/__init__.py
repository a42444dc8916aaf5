"""The window: Qt only, and the one room that knows it."""
