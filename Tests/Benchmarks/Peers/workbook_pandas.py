"""Reads the first sheet of a workbook with pandas and openpyxl, and prints how many rows it has.

Usage: workbook_pandas.py FILE.xlsx
"""

import sys

import pandas as pd

print(len(pd.read_excel(sys.argv[1], engine="openpyxl")))
