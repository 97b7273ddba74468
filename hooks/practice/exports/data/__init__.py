"""The open data of every kind: as the API has it, as tables, as linked data. The registry of kinds
says what there is.
"""
