"""Pictures as geometry: marks on strips of time, and a diagram of how a quotation travelled."""
