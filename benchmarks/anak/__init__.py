"""What runs in a process of its own, so that nothing is warm from the run before."""
