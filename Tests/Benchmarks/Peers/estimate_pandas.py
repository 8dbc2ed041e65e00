"""Estimates of all neighbourhoods with pandas: what `wzw import` twice and `wzw estimate` do.

Usage: estimate_pandas.py KWB RIVM [OUTPUT]. Prints the count, or writes the whole table to OUTPUT.
"""

import sys

import pandas as pd

areas = pd.read_csv(sys.argv[1], sep=";", decimal=".")
health = pd.read_csv(sys.argv[2], sep=";", decimal=".", na_values=["       ."])

areas["code"] = areas["Codering_3"].str.strip()
areas["level"] = areas["SoortRegio_2"].str.strip()
areas["name"] = areas["WijkenEnBuurten"].str.strip()
health["code"] = health["Codering_3"].str.strip()
health = health[(health["Leeftijd"] == 80200) & (health["Marges"] == "MW00000")]

joined = areas[areas["level"] == "Buurt"].merge(health, on="code", how="left", validate="one_to_one")
population = joined["k_65JaarOfOuder_12"]
percent = joined["BeperkingInBewegen_23"]
table = pd.DataFrame(
    {
        "area": joined["code"],
        "name": joined["name"],
        "population": population,
        "rate": percent / 100,
        "estimate": (population * percent / 100).where(population != 0, 0),
    }
)

if len(sys.argv) > 3:
    table.to_csv(sys.argv[3], index=False)
else:
    print(len(table))
