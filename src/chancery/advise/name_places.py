"""What the sending State calls a place."""

from chancery.common.mission import Mission


def name_place(code: str, mission: Mission, language: str) -> str:
    """Return the official name of `code` from the sending State's table, in `language` or the first language it gives.

    A code the table does not hold is returned as it is: the edge that reads the table fills it from CLDR.
    """
    for place in mission.places:
        if place.code == code:
            names = dict(place.names)
            return names.get(language) or next(iter(names.values()), code)
    return code
