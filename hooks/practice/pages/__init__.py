"""From the library to pages: shells, templates, pictures, directives."""
