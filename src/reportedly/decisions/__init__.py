"""The human layer: what people decided on the machine's findings, in a log beside the chronicle.

A decision names what it is about by evidence (article and span, statement), so that it outlives
every rebuild.  This folder says what decisions are and which hold; `store` keeps them, `engine`
applies them, `show` asks for them.
"""
