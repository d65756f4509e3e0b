"""Entities across articles measured on ECB+."""
