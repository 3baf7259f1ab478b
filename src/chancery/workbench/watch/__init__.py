"""Sources, articles and stories as rows, and the search over them."""
