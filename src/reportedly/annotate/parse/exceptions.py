"""Written words that the tokenizer splits, or keeps whole, against its general rules.

In: nothing. Out: a table from a word to its pieces: contractions with and without their
apostrophe, abbreviations with a full stop, times of day, signs made of punctuation.
"""

import functools
from collections.abc import Iterator, Mapping

Pieces = tuple[str, ...]

_SINGULAR = "who what when where why how there that this".split()
_PLURAL = "these those".split()
#: What may follow each pronoun, with an apostrophe or, sloppily, without.
_PRONOUN_ENDINGS = {
    "i": "m ma ll ll've d d've ve",
    "you": "ll ll've d d've ve re",
    "he": "ll ll've d d've s",
    "she": "ll ll've d d've s",
    "it": "ll ll've d d've s",
    "we": "ll ll've d d've ve re",
    "they": "ll ll've d d've ve re",
    **dict.fromkeys(_SINGULAR, "s ll ll've d d've"),
    **dict.fromkeys([w for w in _SINGULAR if w not in ("that", "this")], "s ll ll've d d've re ve"),
    **dict.fromkeys(_PLURAL, "ll ll've re ve d d've"),
}
_NEGATED_WITH_HAVE = (
    "ca could do does did had may might must need ought sha should wo would".split()
)
_NEGATED = "ai are is was were have has dare".split()
_WITH_HAVE = "could might must should would".split()
#: Words that look like a contraction that lost its apostrophe and mostly are none.
_WORDS_OF_THEIR_OWN = frozenset("ill its hell shell shed were well whore".split())
_PAIRS = """
y'|all y|all how|'d|'y not|'ve not|ve can|not gon|na got|ta let|'s c'm|on
""".split()
_CAPITALISED_TOO = frozenset("how|'d|'y not|'ve not|ve can|not gon|na got|ta let|'s c'm|on".split())
_WHOLE = """
' '' 's 'S 're 'd 'll ll 'em em 'nuff nuff 'cause 'Cause 'cos 'Cos 'coz 'Coz 'cuz 'Cuz 'bout
doin doin' goin goin' nothin nothin' nuthin nuthin' ol ol' somethin somethin' lovin lovin' havin
havin' Doin Doin' Goin Goin' Nothin Nothin' Nuthin Nuthin' Ol Ol' Somethin Somethin' Lovin Lovin'
Havin Havin' ma'am Ma'am o'clock O'clock and/or w/o C++
a.m. p.m. Adm. Bros. co. Co. Corp. D.C. Dr. e.g. E.g. E.G. Gen. Gov. i.e. I.e. I.E. Inc. Jr. Ltd.
Md. Messrs. Mo. Mont. Mr. Mrs. Ms. Mt. Ph.D. Prof. Rep. Rev. Sen. St. vs. v.s.
Ak. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ia. Id. Ill. Ind. Kan. Kans. Ky. La. Mass.
Mich. Minn. Miss. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nebr. Nev. Okla. Ore. Pa. S.C. Tenn. Va. Wash.
Wis. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
:) :-) :)) :-)) :))) (: (-: =) (= :] :-] [: [= =] :o) (o: :} :-} 8) 8-) ;) ;-) (; (-; :( :-(
:(( :-(( :((( ): )-: =( >:( :') :'-) :'( :'-( :/ :-/ =/ =| :| :-| ]= =[ :1 :P :-P :p :-p :O :-O :o
:-o :0 :-0 :() >:o :* :-* :3 :-3 =3 :> :-> :X :-X :x :-x :D :-D ;D ;-D =D xD XD xDD XDD 8D 8-D ^_^
-_- >.< >.> <.< ._. ;_; v.v V.V o_o O_O o.O O.o O.O o.o 0.0 o.0 0.o @_@ <3 <33 </3
""".split()


@functools.cache
def exceptions() -> Mapping[str, Pieces]:
    """The table, made once a process."""
    table: dict[str, Pieces] = {word: (word,) for word in _WHOLE}
    table.update((f"{letter}.", (f"{letter}.",)) for letter in "abcdefghijklmnopqrstuvwxyzäöü")
    for pieces in (*_pronouns(), *_verbs(), *_pairs()):
        table["".join(pieces)] = pieces
    for hour in range(1, 13):
        table.update((f"{hour}{half}", (str(hour), half)) for half in ("am", "pm", "a.m.", "p.m."))
    for unit in "cfkCFK":
        table[f"°{unit}."] = ("°", unit, ".")
    return {word: pieces for word, pieces in table.items() if word.lower() not in _own_words(word)}


def _own_words(word: str) -> frozenset[str]:
    return _WORDS_OF_THEIR_OWN if "'" not in word and "." not in word else frozenset()


def _pronouns() -> Iterator[Pieces]:
    for pronoun, endings in _PRONOUN_ENDINGS.items():
        for word in (pronoun, pronoun.title()):
            for ending in endings.split():
                parts = ending.split("'")
                if ending == "ma":
                    parts = ["m", "a"]
                    yield word, "'m", "a"
                else:
                    yield word, *("'" + part for part in parts)
                yield word, *parts


def _verbs() -> Iterator[Pieces]:
    for verb in (*_NEGATED_WITH_HAVE, *_NEGATED):
        for word in (verb, verb.title()):
            yield word, "n't"
            yield word, "nt"
            if verb in _NEGATED_WITH_HAVE:
                yield word, "n't", "'ve"
                yield word, "nt", "ve"
    for verb in _WITH_HAVE:
        for word in (verb, verb.title()):
            yield word, "'ve"
            yield word, "ve"


def _pairs() -> Iterator[Pieces]:
    for pair in _PAIRS:
        pieces = tuple(pair.split("|"))
        yield pieces
        if pair in _CAPITALISED_TOO:
            yield pieces[0].title() if "'" not in pieces[0] else "C'm", *pieces[1:]
