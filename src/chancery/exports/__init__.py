"""Exports, an edge out: one brief as terminal text, HTML, DOCX, PDF and JSON.

`lay_out` turns a brief into lines with their numbers once; each writer only draws them. The same brief gives the same bytes.
"""
