"""Columns of numbers, called by what they hold."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
"""places, counts, days"""
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]
