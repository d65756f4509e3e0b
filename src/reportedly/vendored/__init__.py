"""Parts of other people's libraries that come with this package, made by `tools.vendor`.

trafilatura and htmldate as a whole would bring 50 MB of languages and calendars, of which reading
an English page uses nothing.
"""

import logging

# They report pages without an article as warnings; here those are rejects with a reason.
_LOGGER = logging.getLogger(__name__)
_LOGGER.addHandler(logging.NullHandler())
_LOGGER.propagate = False
