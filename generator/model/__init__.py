"""What the content says: frozen models with Danish keys, the single source of every schema, form and field guide."""
