"""Many entities or events changed at once, in a spreadsheet: taken away as CSV, and brought back to be looked at before it holds."""
