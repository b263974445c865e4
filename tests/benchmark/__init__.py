"""The benchmark: synthetic programmes, built by this generator and by others. `make bench` runs it."""
