"""Documents as frozen trees of blocks, composed from a snapshot; as pure as core."""
