"""The domain: records, rules and the one door for edits; no Qt, no SQL, no files, no clock."""
