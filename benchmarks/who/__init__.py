"""The benchmark of speakers, kinds of source, channels, addressees and chains."""
