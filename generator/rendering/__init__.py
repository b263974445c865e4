"""From pages to HTML: the theme's templates, styles and scripts, and the layout around each page."""
