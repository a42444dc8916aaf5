"""What is measured, and how anyone repeats it: ``python -m benchmarks`` (results: docs/ukuran.md)."""
