"""A mission that lies in a folder comes into the tables whole."""
