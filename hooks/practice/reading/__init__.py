"""From files to checked things, or to problems with their lines."""
