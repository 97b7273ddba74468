"""The core of Outcomes in Practice: from YAML files to pages. It never imports mkdocs."""
