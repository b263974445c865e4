"""What one build leaves for the next: stored values, fingerprints, a spool for large values, and a walk over folders."""
