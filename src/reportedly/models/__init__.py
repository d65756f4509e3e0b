"""Models and tables that ship with the package, each folder with its own card or README."""
