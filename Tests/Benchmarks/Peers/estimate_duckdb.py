"""Estimates of all neighbourhoods with DuckDB: what `wzw import` twice and `wzw estimate` do.

Usage: estimate_duckdb.py KWB RIVM [OUTPUT]. Prints the count, or writes the whole table to OUTPUT.
"""

import pathlib
import sys

import duckdb

connection = duckdb.connect()
script = pathlib.Path(__file__).with_suffix(".sql").read_text()
connection.execute(script.replace("AREAS", sys.argv[1]).replace("HEALTH", sys.argv[2]))
if len(sys.argv) > 3:
    connection.execute(f"copy estimates to '{sys.argv[3]}' (format csv, header)")
else:
    print(connection.execute("select count(*) from estimates").fetchone()[0])
