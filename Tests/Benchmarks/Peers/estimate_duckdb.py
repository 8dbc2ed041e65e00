"""Estimates of all neighbourhoods with DuckDB: what `wzw import` twice and `wzw estimate` do.

Usage: estimate_duckdb.py KWB RIVM [OUTPUT]. Prints the count, or writes the whole table to OUTPUT.
"""

import sys

import duckdb

connection = duckdb.connect()
connection.execute(
    "create table areas as select * from read_csv($1, delim=';', header=true)", [sys.argv[1]]
)
connection.execute(
    "create table health as select * from read_csv($1, delim=';', header=true, quote='\"', nullstr=['', '       .'])",
    [sys.argv[2]],
)
connection.execute(
    """
    create table estimates as
    select trim(a.Codering_3) as area, trim(a.WijkenEnBuurten) as name, a.k_65JaarOfOuder_12 as population,
        h.BeperkingInBewegen_23 / 100 as rate,
        case when a.k_65JaarOfOuder_12 = 0 then 0 else a.k_65JaarOfOuder_12 * h.BeperkingInBewegen_23 / 100 end as estimate
    from areas a
    left join (select * from health where Leeftijd = 80200 and Marges = 'MW00000') h
        on trim(a.Codering_3) = trim(h.Codering_3)
    where trim(a.SoortRegio_2) = 'Buurt'
    """
)
if len(sys.argv) > 3:
    connection.execute(f"copy estimates to '{sys.argv[3]}' (format csv, header)")
else:
    print(connection.execute("select count(*) from estimates").fetchone()[0])
