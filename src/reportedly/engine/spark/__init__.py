"""The cluster engine: the same stages as on a laptop, run by Spark; a folder of Parquet comes out.

`build` is its main program and lists its steps; each step leaves files in the folder, so that a
build that was interrupted goes on after the last step that was finished.  Needs the extra `spark`
(PySpark 4 and Java 17); nothing else of the program imports this package at its top.
"""
