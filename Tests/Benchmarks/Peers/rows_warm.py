"""Work on a table of rows within one session, one piece for each line of standard input.

Usage: rows_warm.py duckdb|polars|pandas CSV JSONL OUTPUT. Answers each line with a JSON object.
"""

import json
import sys

ENGINE, CSV, JSON_LINES, OUTPUT = sys.argv[1:5]


class DuckDB:
    def __init__(self):
        import duckdb

        self.version = duckdb.__version__
        self.connection = duckdb.connect()

    def make(self, name, query):
        self.connection.execute(f"create or replace table {name} as {query}")
        return self.connection.execute(f"select count(*) from {name}").fetchone()[0]

    def read(self):
        return self.make("t", f"select * from read_csv('{CSV}', delim=';', header=true)")

    def jsonl(self):
        return self.make("j", f"select * from read_json('{JSON_LINES}', format='newline_delimited')")

    def where(self):
        return self.make("r", "select * from t where n > 500 and contains(t, '7')")

    def derive(self):
        return self.make("r", "select *, round(n * 2 + x, 1) as m from t")

    def sort_number(self):
        return self.make("r", "select * from t order by x")

    def sort_text(self):
        return self.make("r", "select * from t order by t")

    def top(self):
        return self.make("r", "select * from t order by x desc limit 10")

    def group_few(self):
        return self.make("r", "select g, sum(n), avg(x) from t group by g")

    def group_many(self):
        return self.make("r", "select t, sum(n) from t group by t")

    def join(self):
        return self.make("r", "select t.*, u.* exclude (t) from t join t as u on t.t = u.t")

    def to_csv(self):
        self.connection.execute(f"copy t to '{OUTPUT}.duckdb' (format csv, header, delimiter ';')")


class Polars:
    def __init__(self):
        import polars

        self.version = polars.__version__
        self.polars = polars

    def read(self):
        self.table = self.polars.read_csv(CSV, separator=";")
        return self.table.height

    def jsonl(self):
        return self.polars.read_ndjson(JSON_LINES).height

    def where(self):
        column = self.polars.col
        return self.table.filter((column("n") > 500) & column("t").str.contains("7", literal=True)).height

    def derive(self):
        column = self.polars.col
        return self.table.with_columns((column("n") * 2 + column("x")).round(1).alias("m")).height

    def sort_number(self):
        return self.table.sort("x").height

    def sort_text(self):
        return self.table.sort("t").height

    def top(self):
        return self.table.top_k(10, by="x").height

    def group_few(self):
        column = self.polars.col
        return self.table.group_by("g").agg(column("n").sum(), column("x").mean()).height

    def group_many(self):
        return self.table.group_by("t").agg(self.polars.col("n").sum()).height

    def join(self):
        return self.table.join(self.table, on="t").height

    def to_csv(self):
        self.table.write_csv(f"{OUTPUT}.polars", separator=";")


class Pandas:
    def __init__(self):
        import pandas
        import pyarrow

        self.version = f"{pandas.__version__} with pyarrow {pyarrow.__version__}"
        self.pandas = pandas

    def read(self):
        self.table = self.pandas.read_csv(CSV, sep=";", engine="pyarrow", dtype_backend="pyarrow")
        return len(self.table)

    def jsonl(self):
        return len(self.pandas.read_json(JSON_LINES, lines=True, engine="pyarrow", dtype_backend="pyarrow"))

    def where(self):
        table = self.table
        return len(table[(table["n"] > 500) & table["t"].str.contains("7", regex=False)])

    def derive(self):
        table = self.table
        return len(table.assign(m=(table["n"] * 2 + table["x"]).round(1)))

    def sort_number(self):
        return len(self.table.sort_values("x"))

    def sort_text(self):
        return len(self.table.sort_values("t"))

    def top(self):
        return len(self.table.nlargest(10, "x"))

    def group_few(self):
        return len(self.table.groupby("g").agg({"n": "sum", "x": "mean"}))

    def group_many(self):
        return len(self.table.groupby("t").agg({"n": "sum"}))

    def join(self):
        return len(self.table.merge(self.table, on="t"))

    def to_csv(self):
        self.table.to_csv(f"{OUTPUT}.pandas", sep=";", index=False)


engine = {"duckdb": DuckDB, "polars": Polars, "pandas": Pandas}[ENGINE]()
for line in sys.stdin:
    name = line.strip()
    answer = {"ok": True}
    if name == "version":
        answer["version"] = engine.version
    else:
        rows = getattr(engine, name)()
        if rows is not None:
            answer["rows"] = rows
    print(json.dumps(answer, separators=(",", ":")), flush=True)
