"""One measurement a file; `gate.py` holds them against `floors.json`."""
