// Runs a plan over columns, one step after another.
