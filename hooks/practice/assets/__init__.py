"""Style sheets, scripts and fonts of the site."""
