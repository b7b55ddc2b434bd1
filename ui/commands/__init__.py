"""The commands; each module has a `register` that the entry-point group `plansvar.commands` names."""
