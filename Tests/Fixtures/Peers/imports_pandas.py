"""Compares what `wzw import` kept with what pandas reads in the same files, cell by cell.

usage: imports_pandas.py MANIFEST DATA_FOLDER

MANIFEST is JSON: a list of imports, each with "file", "kind", "tables" (a CSV of each table that was kept, with its year and
age), "columns" (name and fate of each column of the file) and, where it was refused, "refused". Nothing of how the program
reads is used here: separator, decimal mark and key of every file are written down below.
"""
import csv
import json
import os
import sys

import numpy as np
import pandas as pd

# What each file is, by the eye: separator, decimal mark, the column with the codes.
REGIONS = {
    "kwb_nl_2024.csv": (";", ".", "Codering_3"),
    "utrecht_kwb_2023.csv": (";", ",", "gwb_code_10"),
    "kwb_gemeenten_2021.csv": (";", ".", "Codering_3"),
    "hengelo_kwb_2021.csv": (";", ".", "Codering_3"),
    "hengelo_kwb_2022.csv": (";", ".", "Codering_3"),
    "rivm_50090NED_2020_65plus.csv": (";", ".", "Codering_3"),
    "rivm_50090NED_2020_18plus.csv": (";", ".", "Codering_3"),
    "statline_ses_woa_2023.csv": (";", ".", "Regiocode (gemeente, wijk, buurt) (code)"),
    "gemeenten_2021_wmo.csv": (",", ".", "gm_code"),
}
# Columns that say which row it is.
KEYS = {
    "ID", "Codering_3", "WijkenEnBuurten", "Gemeentenaam_1", "SoortRegio_2", "Leeftijd", "Marges", "Perioden",
    "gwb_code_10", "gwb_code_8", "gwb_code", "regio", "gm_naam", "recs", "Wijken en buurten",
    "Regiocode (gemeente, wijk, buurt) (code)", "gm_code", "Naam",
}
HELD_BACK = {-99997.0, -99995.0, -99999999.0}
AGES = {"80200": "65+", "20300": "18+"}
GEOMETRY = {
    "gemeenten_2024_simplified_wgs84.geojson": None,
    "breda_buurten_wgs84.geojson": "statcode_derived",
    "hengelo_buurten_2014_coarse_wgs84.geojson": "statcode",
    "utrecht_buurten_2014_coarse_wgs84.geojson": "statcode",
}

cells = 0
differences = []
unnamed = []


def same(file, where, left, right):
    """Counts two lists of numbers cell by cell; missing equals missing."""
    global cells
    left = np.asarray(left, dtype=float)
    right = np.asarray(right, dtype=float)
    cells += len(left)
    if len(left) != len(right):
        differences.append(f"{file} {where}: {len(left)} cells against {len(right)}")
        return
    wrong = ~((left == right) | (np.isnan(left) & np.isnan(right)))
    for at in np.flatnonzero(wrong)[:3]:
        differences.append(f"{file} {where} row {at}: {left[at]!r} against {right[at]!r}")
    if wrong.sum() > 3:
        differences.append(f"{file} {where}: {wrong.sum()} cells in all")


def raw(path, separator):
    frame = pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return frame.apply(lambda column: column.str.strip())


def numbers(column, decimal):
    """Numbers of a column of texts; None where it holds words."""
    text = column.where(~column.isin(["", ".", "NA", "NaN"]), "")
    if decimal == ",":
        text = text.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    found = pd.to_numeric(text, errors="coerce").astype(float)
    if ((text != "") & found.isna()).any():
        return None
    return found.where(~found.isin(list(HELD_BACK)))


def kept(table):
    return pd.read_csv(table["csv"], dtype=str, keep_default_na=False)


def as_numbers(column):
    return pd.to_numeric(column.where(column != "", np.nan), errors="coerce").astype(float)


def region(entry, path):
    file = os.path.basename(path)
    separator, decimal, code = REGIONS[file]
    frame = raw(path, separator)
    frame[code] = frame[code].replace({"NL01": "NL00"})
    rows_kept = 0
    for table in entry["tables"]:
        part = frame
        if "Perioden" in frame.columns:
            part = part[part["Perioden"].str[:4] == str(table["year"])]
        if "Leeftijd" in frame.columns:
            part = part[part["Leeftijd"].map(AGES) == table["age"]]
        ours = kept(table)
        rows_kept += len(ours)
        part = part.set_index(code)
        if part.index.duplicated().any():
            differences.append(f"{file}: a code twice")
            continue
        if set(ours["code"]) != set(part.index):
            differences.append(f"{file} {table['name']}: other areas")
            continue
        part = part.loc[ours["code"]]
        for name in frame.columns:
            if name in KEYS:
                continue
            theirs = numbers(part[name], decimal)
            if theirs is None:
                if name in ours.columns:
                    differences.append(f"{file}: words of {name} were kept")
            elif theirs.notna().any():
                if name not in ours.columns:
                    differences.append(f"{file} {table['name']}: column {name} is lacking")
                else:
                    same(file, name, as_numbers(ours[name]), theirs)
            elif name in ours.columns and as_numbers(ours[name]).notna().any():
                differences.append(f"{file}: {name} is empty and was kept")
    if rows_kept != len(frame):
        differences.append(f"{file}: {rows_kept} rows of {len(frame)}")


def sheet(entry, path, columns):
    """A table of the analyst's own: the same rows in the same order, or sorted by their first number."""
    file = os.path.basename(path)
    frame = raw(path, ",")
    ours = kept(entry["tables"][0])
    for theirs, own in columns.items():
        found = numbers(frame[theirs], ".") if theirs in frame.columns else None
        if found is None:
            differences.append(f"{file}: no numbers in {theirs}")
        else:
            same(file, theirs, as_numbers(ours[own]), found)
    if "area" in frame.columns:
        codes = frame["area"].replace({"NL01": "NL00"}).str.upper()
        if list(codes) != list(ours["code"]):
            differences.append(f"{file}: other areas")


def rings(geometry):
    shapes = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[[[float(point[0]), float(point[1])] for point in ring] for ring in shape] for shape in shapes]


def geometry(entry, path):
    global cells
    file = os.path.basename(path)
    with open(path, encoding="utf-8") as handle:
        features = json.load(handle)["features"]
    ours = kept(entry["tables"][0])
    name = GEOMETRY[file] or next(k for k in ("statcode", "gemeentecode", "code") if k in features[0]["properties"])
    theirs = {}
    for feature in features:
        theirs.setdefault(feature["properties"][name], []).extend(rings(feature["geometry"]))
    if set(ours["code"]) != set(theirs):
        differences.append(f"{file}: other areas")
        return
    for code, polygons in zip(ours["code"], ours["polygons"]):
        found = np.array([p for shape in json.loads(polygons) for ring in shape for p in ring], dtype=float)
        due = np.array([p for shape in theirs[code] for ring in shape for p in ring], dtype=float)
        cells += due.size
        if found.shape != due.shape or (found != due).any():
            differences.append(f"{file}: the outline of {code}")


def facilities(entry, path):
    file = os.path.basename(path)
    ours = kept(entry["tables"][0])
    if path.endswith(".csv"):
        frame = raw(path, ",")
        longitudes, latitudes = numbers(frame["lon"], "."), numbers(frame["lat"], ".")
    else:
        with open(path, encoding="utf-8") as handle:
            points = [f["geometry"]["coordinates"] for f in json.load(handle)["features"]]
        longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    same(file, "lon", as_numbers(ours["lon"]), longitudes)
    same(file, "lat", as_numbers(ours["lat"]), latitudes)


def forecast(entry, path):
    """Thousands of people with the bounds of 67 percent, a row for each area and year."""
    frame = raw(path, ";")
    ours = kept(entry["tables"][0])
    frame["code"] = frame["RegioIndeling2021"].replace({"NL01": "NL00"})
    frame["year"] = frame["Perioden"].str[:4].astype(int)
    frame["people"] = (pd.to_numeric(frame["TotaleBevolking_1"]) * 1000).round()
    wide = frame.pivot(index=["code", "year"], columns="PrognoseInterval", values="people")
    wide = wide.loc[list(zip(ours["code"], as_numbers(ours["year"]).astype(int)))]
    if len(wide) != len(frame[["code", "year"]].drop_duplicates()):
        differences.append("forecast: other rows")
    for code, own in {"MW00000": "people", "MOG0067": "low", "MBG0067": "high"}.items():
        same(os.path.basename(path), own, as_numbers(ours[own]), wide[code])


def names(path):
    """The names of a file's columns or properties."""
    if path.endswith(".geojson"):
        with open(path, encoding="utf-8") as handle:
            found = {}
            for feature in json.load(handle)["features"]:
                for name in feature["properties"]:
                    found.setdefault(name.lower(), name)
        return list(found.values())
    with open(path, encoding="utf-8-sig", newline="") as handle:
        first = handle.readline()
        return [name.strip() for name in next(csv.reader([first], delimiter=";" if ";" in first else ","))]


SHEETS = {
    "population": {"age_from": "age_from", "people": "people"},
    "survival": {"age_from": "age_from", "survival": "survival", "migration": "migration", "births": "births"},
    "rates": {"age_from": "age_from", "rate": "rate", "low": "low", "high": "high"},
    "supply": {"capacity": "capacity"},
    "margins": {"total": "total"},
    "counts": {"estimate": "estimate", "sd": "sd"},
}


def main():
    manifest, data = sys.argv[1:]
    with open(manifest, encoding="utf-8") as handle:
        entries = json.load(handle)
    read = 0
    for entry in entries:
        path, file = entry["file"], os.path.basename(entry["file"])
        if "refused" in entry:
            continue
        read += 1
        named = [column["name"] for column in entry["columns"]]
        for name in names(path):
            if name not in named:
                unnamed.append(f"{file}: {name}")
        if entry["kind"] in ("areas", "health"):
            region(entry, path)
        elif entry["kind"] == "geometry":
            geometry(entry, path)
        elif entry["kind"] == "facilities":
            facilities(entry, path)
        elif entry["kind"] == "forecast":
            forecast(entry, path)
        else:
            sheet(entry, path, SHEETS[entry["kind"]])
    seen = {os.path.abspath(entry["file"]) for entry in entries}
    for folder, _, files in os.walk(data):
        for file in files:
            if os.path.abspath(os.path.join(folder, file)) not in seen and not file.endswith(".md"):
                unnamed.append(f"{file}: the file itself")
    for line in (differences + [f"unnamed {name}" for name in unnamed])[:40]:
        print(line)
    print(f"{read} files, {cells} cells, {len(differences)} differences, {len(unnamed)} columns unnamed")


main()
