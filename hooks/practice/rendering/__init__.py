"""The rendering kernel: what every page needs and no page is."""
