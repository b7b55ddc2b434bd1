"""What people touch: the page, the command line and every word of the interface."""
