"""The chronicle as pages: server-rendered, read-only, on this machine, each with a JSON twin."""
