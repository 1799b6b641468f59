"""The preview: a page in the browser that follows every save. Loaded by ``reportgen preview`` alone."""
