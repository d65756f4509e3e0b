"""Command line, page and export.  They ask the store, never the stages."""
