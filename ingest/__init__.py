"""A file becomes a Plan: pages, sections, tables, figures, goals, findings, passages."""
