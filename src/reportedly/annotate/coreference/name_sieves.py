"""Names that mean the same: equal ones, parts of a person's name, short forms and acronyms."""

from collections import Counter, defaultdict
from collections.abc import Collection

from reportedly.annotate.coreference.chains import Chain, Chains
from reportedly.annotate.coreference.lexicon import OUTLET_ENDS, TITLES
from reportedly.annotate.coreference.namesakes import STYLES, Namesakes
from reportedly.models.names import is_given_name, may_be_same, short_forms, stem_of_pet
from reportedly.models.names.organisation import acronyms, is_acronym_of, key_words
from reportedly.models.names.person import person_name

#: What has acronyms and short forms; those of places mean other places too often.
_WITH_SHORT_FORMS = ("organisation", "place", "work", "thing")


#: Plural last words that say nothing alone.
_PLURAL_ENDS = frozenset(
    """services affairs systems industries partners sports games awards nations states studies
    sciences arts properties estates holdings brothers sons associates workers teachers
    veterans communications technologies resources forces republicans democrats""".split()
)
#: "Thess" is looked for among the given names that begin with its first four letters, "Ser" among
#: those that begin with it.
_CLIPPED, _SHORTEST = 4, 3
#: "Romy" among those that begin with "Rom".
_PET = 3


def equal_names(chains: Chains) -> None:
    """The same words name the same thing throughout a text.

    "Mr. Doe" and "Mrs. Doe" are kept apart by their titles, and where several persons have the
    last name Doe, "Ms Doe" and "Mrs Doe" are, too.
    """
    last: dict[tuple[str, ...], int] = {}
    shared = _shared_last_names(chains)
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "name":
            continue
        word = candidate.title.split()[-1].lower().rstrip(".") if candidate.title else ""
        title = TITLES.get(word, "")
        single = candidate.kind == "person" and " " not in candidate.text
        if single and candidate.text in shared and word in STYLES:
            title = word
        key = (candidate.kind, " ".join(key_words(candidate.text)), title if single else "")
        if key in last:
            chains.merge(n, last[key], "same name")
        last[key] = n


def _shared_last_names(chains: Chains) -> frozenset[str]:
    """The last words of persons' names that stand behind different given names."""
    given: dict[str, set[str]] = defaultdict(set)
    for candidate in chains.candidates:
        if candidate.form == "name" and candidate.kind == "person" and " " in candidate.text:
            given[candidate.text.split()[-1]].add(candidate.text.split()[0])
    return frozenset(last for last, firsts in given.items() if len(firsts) > 1)


def person_parts(chains: Chains, namesakes: Namesakes) -> None:
    """Last name, given name, nickname or initials of a person whose fuller name the text gives.

    A part that fits several persons goes to the one who is called by full name most often before,
    when the others are plainly rarer; else it stays alone.
    """
    persons = [c for c in chains.all() if c.kind == "person" and c.names]
    by_part: dict[str, list[Chain]] = defaultdict(list)
    for chain in persons:
        for part in sorted({p for name in chain.names for p in _parts(name)}):
            by_part[part].append(chain)
    for chain in sorted(persons, key=lambda c: (-_words(c), c.first)):
        _join_fuller(chains, chain, by_part, namesakes)


def _words(chain: Chain) -> int:
    return max(len(name.split()) for name in chain.names)


def _parts(name: str) -> set[str]:
    parts = person_name(name)
    found = {parts.family, parts.family.split("-")[-1]}
    if parts.given:
        found |= {parts.given, parts.given[:_CLIPPED], parts.given[:_SHORTEST], *parts.middle[-1:]}
        found |= {f"~{short}" for short in short_forms(parts.given)}
        found |= {f"{parts.given[:at]}-" for at in range(_PET, len(parts.given) - 1)}
        return found
    found.add(f"~{parts.family}")
    if len(parts.family) >= _CLIPPED:
        found.add(parts.family[:_CLIPPED])
        found |= {f"{stem}-" for stem in (stem_of_pet(parts.family),) if stem}
    return found


def _join_fuller(
    chains: Chains, chain: Chain, by_part: dict[str, list[Chain]], namesakes: Namesakes
) -> None:
    first = chain.first
    chain = chains.chain(first)
    name = max(chain.names, key=lambda text: (len(text.split()), text))
    fuller: dict[int, Chain] = {}
    for part in sorted(_parts(name)):
        for other in by_part.get(part, ()):
            other = chains.chain(other.members[0])
            if other is not chain and _is_fuller(other, name):
                fuller[other.first] = other
    options = [n for n in sorted(fuller) if chains.may_merge(first, n)]
    options = [n for n in options if _has_part(fuller[n], name)] or options
    if " " not in name and not is_given_name(name):
        by_family = [n for n in options if _has_family(fuller[n], name)]
        options = by_family or options
    options = _fitting_title(chains, chain, options, namesakes)
    if namesakes.are_of_child(chain.members):
        options = [n for n in options if not namesakes.is_elder(chains.chain(n).members)]
    options = [
        n for n in options if not namesakes.called_after(chain.members, chains.chain(n).members)
    ]
    options = [
        n for n in options if not namesakes.is_relative_of(chain.members, chains.chain(n).members)
    ]
    introduced = [n for n in options if n < first]
    called = [n for n in introduced if _is_called_before(chains, n, name, first)]
    if (chosen := _find_clear(chains, called or introduced or options, namesakes)) is not None:
        chains.merge(first, chosen, "part of the name")


def _is_called_before(chains: Chains, n: int, name: str, first: int) -> bool:
    """False for Ada in "Ada, mother of Bo Quill", by "Quill", if her last name comes later."""
    words = name.lower().split()
    before = (chains.candidates[m] for m in chains.chain(n).members if m < first)
    return any(c.form == "name" and set(words) <= set(c.text.lower().split()) for c in before)


def _fitting_title(
    chains: Chains, chain: Chain, options: list[int], namesakes: Namesakes
) -> list[int]:
    """Of "Judge Doe" those who have been called a judge, if any; of "Mr Doe" no child.

    Of "Mrs Doe" those who are not called Ms Doe, and not the man whose wife she may be.
    """
    titles = namesakes.title_nouns(chain.members)
    if not titles:
        return options
    if len(chain.genders) == 1:
        left = [n for n in options if not _is_told_otherwise(chains, n, chain, namesakes)]
        if len(left) < len(options):
            # His wife is not his father either, of whom only the name tells that he is a man.
            options = [
                n
                for n in left
                if chain.genders
                & {chains.chain(n).gender, namesakes.kin_gender(chains.chain(n).members)}
            ]
    if style := namesakes.styles(chain.members):
        known = ((n, namesakes.styles(chains.chain(n).members)) for n in options)
        options = [n for n, own in known if not own or style & own] or options
    grown = [n for n in options if not namesakes.are_of_child(chains.chain(n).members)]
    called = [n for n in grown if titles & namesakes.nouns(chains.chain(n).members)]
    return called or grown


def _is_told_otherwise(chains: Chains, n: int, titled: Chain, namesakes: Namesakes) -> bool:
    """True for "Perrin Doe and his wife" by "Mrs Doe", where the given name tells nothing."""
    option = chains.chain(n)
    told = set() if option.gender else namesakes.genders_told(option.members)
    return len(told) == 1 and told != titled.genders


def _has_family(chain: Chain, word: str) -> bool:
    return any(person_name(name).family == word.lower() for name in chain.names)


def _has_part(chain: Chain, name: str) -> bool:
    """True for "Bob Doe" and not for "Robert Doe" where `name` is Bob."""
    return any(name.lower() in full.lower().split() for full in chain.names)


def _is_fuller(chain: Chain, name: str) -> bool:
    """Some name of the chain has more words, and shares family name (or given name) with `name`."""
    mine = person_name(name)
    for other in chain.names:
        parts = person_name(other)
        if parts.single:
            if mine.single and len(other) > len(name) and may_be_same(name, other):
                return True
            continue
        if len(other.split()) < len(name.split()):
            continue
        if mine.single:
            return True
        same_family = mine.family in (parts.family, *parts.middle, *parts.family.split("-"))
        if name.split() == other.split()[-len(name.split()) :] and other != name:
            return True
        if same_family and may_be_same(mine.given, parts.given) and other != name:
            return True
    return False


def _find_clear(chains: Chains, options: list[int], namesakes: Namesakes) -> int | None:
    """The only option; or the one named twice as often as any other, or first and more often.

    A name by which the text only tells whose mother or lawyer somebody is does not count.
    """
    if len(options) < 2:
        return options[0] if options else None
    counts: Counter[int] = Counter()
    for n in options:
        members = chains.chain(n).members
        names = [m for m in members if chains.candidates[m].form == "name"]
        counts[n] = len([m for m in names if not namesakes.is_aside(m)])
    ranked = sorted(options, key=lambda n: (-counts[n], n))
    clear = counts[ranked[0]] >= 2 * counts[ranked[1]]
    first = counts[ranked[0]] > counts[ranked[1]] and ranked[0] == min(options)
    return ranked[0] if clear or first else _find_main(chains, options, namesakes)


def _find_main(chains: Chains, options: list[int], namesakes: Namesakes) -> int | None:
    """Whom the article is about, when all others of the name come in as relatives: papers give
    those their full names, and the one they write of the bare last name."""
    main, *others = sorted(options)
    of_the_article = namesakes.is_of_the_article(chains.chain(main).members)
    relatives = all(namesakes.is_relative(chains.chain(n).members) for n in others)
    relative = namesakes.is_relative(chains.chain(main).members)
    return main if of_the_article and relatives and not relative else None


def organisation_forms(chains: Chains, outlet: Collection[str]) -> None:
    """Acronyms and short forms of organisations, works and things, where only one name fits.

    Names of the article's own `outlet` are short for no other body: "the Bugle" is not the "Bugle
    Picture Library".
    """
    named = [c for c in chains.all() if c.names and c.kind in _WITH_SHORT_FORMS]
    fuller_of: dict[str, list[tuple[str, Chain]]] = defaultdict(list)
    for chain in named:
        for full in sorted(chain.names):
            for key in sorted(_short_keys(full)):
                fuller_of[key].append((full, chain))
    for chain in named:
        short = min(chain.names, key=lambda text: (len(text), text))
        found = {
            other.first
            for key in {short.replace(".", ""), " ".join(key_words(short))}
            for full, other in fuller_of.get(key, ())
            if not chains.same(chain.members[0], other.members[0])
            and (other.kind == chain.kind or is_acronym_of(short, full))
            and (short in outlet) <= (full in outlet)
        }
        if len({id(chains.chain(n)) for n in found}) == 1 and chain.kind != "place":
            chains.merge(chain.first, min(found), "short form of the name")


def _short_keys(full: str) -> set[str]:
    words = key_words(full)
    shorter = {" ".join(words[:n]) for n in range(1, len(words))}
    shortest = 1 if words and (words[-1] in OUTLET_ENDS or _is_team(words[-1])) else 2
    ends = {" ".join(words[-n:]) for n in range(shortest, len(words))}
    return shorter | ends | acronyms(full)


def _is_team(word: str) -> bool:
    """ "The Herons" for "Mardle Herons"; not "Services" or "Affairs", which end many names."""
    return word.endswith("s") and not word.endswith("ss") and word not in _PLURAL_ENDS
