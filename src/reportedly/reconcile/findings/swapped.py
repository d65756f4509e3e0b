"""Digits told in another order: 312 votes and 213, £1.4 million and £4.1 million.

A slip of the pen keeps the digits.  That two numbers of one unit and size near the same person have
the same digits by chance is rare, so that they can be held against each other where nothing says of
what they are.
"""

#: What findings call such a count, and such a sum.
OF_SLIPS = ("count", "amount")
#: Of a count fewer digits meet by chance; and all alike have no other order.
FEWEST_COUNTED, FEWEST_OF_MONEY = 3, 2


def digits_of(number: str, value: float, unit: str, *, money: bool) -> str | None:
    """What two numbers share that differ in the order of their digits only; None for numbers that
    say too little.

    Args:
        number: as printed.
        value: of the number, with its scale.
        unit: of what it is: "£", "votes".
        money: whether it is a sum.
    """
    digits = "".join(c for c in number if c.isdigit()).strip("0")
    fewest = FEWEST_OF_MONEY if money else FEWEST_COUNTED
    if len(digits) < fewest or len(set(digits)) < 2 or value < 1:
        return None
    return f"{unit} {len(str(int(value)))} {''.join(sorted(digits))}"
