"""What machines read: the API, feeds, the sitemap, the schema, downloads."""
