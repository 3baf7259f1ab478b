"""Chancery: the open workbench of a diplomatic mission or a foreign ministry."""

__version__ = "0.1.0"
