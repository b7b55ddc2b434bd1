"""Text that lost characters on its way out of a page is made whole: spaces, hyphens and broken words."""
