"""Which addresses the site has, and which it had before what stands there moved."""
