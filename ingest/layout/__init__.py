"""Geometry: words on a page become lines, columns, tables and blocks; knows no file format."""
