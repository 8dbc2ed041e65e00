"""Reads the only sheet of a workbook with calamine, and prints how many rows stand below its header.

Usage: workbook_calamine.py FILE.xlsx
"""

import sys

from python_calamine import CalamineWorkbook

book = CalamineWorkbook.from_path(sys.argv[1])
rows = book.get_sheet_by_index(0).to_python()
print(len(rows) - 1)
