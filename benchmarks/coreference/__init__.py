"""Coreference measured on GUM, LitBank and the hand-labelled speakers of PolNeAR."""
