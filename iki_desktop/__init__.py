"""IKI Desktop: the individual performance indicators of a kecamatan, from entry to printed decision."""
