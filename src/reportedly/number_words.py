"""Small numbers in words: from nought to nineteen, and the tens."""

ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
#: Word → number.
NUMBERS = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: 10 * tens for tens, word in enumerate(TENS, start=2)},
}
