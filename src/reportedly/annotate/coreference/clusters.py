"""From candidates to the entities of one article: the sieves, surest first."""

from collections import Counter
from dataclasses import dataclass

from reportedly.annotate.coreference.beside_names import (
    adjacent_names,
    described_by_name,
    relatives_by_name,
)
from reportedly.annotate.coreference.body_sieves import clubs, firms
from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chain, Chains, Known
from reportedly.annotate.coreference.epithets import ages, epithets
from reportedly.annotate.coreference.lead_sieves import introduced_by_office, leads, relations
from reportedly.annotate.coreference.letters import in_usual_letters
from reportedly.annotate.coreference.name_sieves import (
    equal_names,
    organisation_forms,
    person_parts,
)
from reportedly.annotate.coreference.namesakes import Namesakes
from reportedly.annotate.coreference.nominal_sieves import (
    descriptions_by_kind,
    repeated_nouns,
    syntax,
    titles,
)
from reportedly.annotate.coreference.other_names import also_called, once_called
from reportedly.annotate.coreference.pair_sieves import coordinations
from reportedly.annotate.coreference.pronoun_sieve import pronouns


@dataclass(frozen=True, slots=True)
class Resolved:
    """One entity of the text: its candidates with the reason for which each belongs to it."""

    chain: Chain
    members: tuple[Candidate, ...]
    reasons: tuple[str, ...]
    certainty: tuple[float | None, ...]
    """of pronouns: how probable the choice was"""

    @property
    def name(self) -> str | None:
        """The fullest name, the most frequent of equally full ones; None when it has no name."""
        main = self.chain.called[0] if self.chain.called else set()
        if self.chain.kind == "person":
            main = {in_usual_letters(name) for name in main}
        ranked = [(name, n) for name, n in self.ranked_names() if name in main]
        if not ranked:
            return None
        best = max(ranked, key=lambda item: (_fullness(item[0]), item[1], item[0]))
        return best[0]

    def ranked_names(self) -> list[tuple[str, int]]:
        """Names with their numbers of occurrences, most frequent first."""
        usual = in_usual_letters if self.chain.kind == "person" else str
        counts = Counter(usual(m.text) for m in self.members if m.form == "name")
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _fullness(name: str) -> int:
    """Words of a name; an acronym counts as none."""
    return 0 if name.replace(".", "").isupper() and " " not in name else len(name.split())


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the sieves say: their groups, and what they knew of each before pronouns."""

    chains: Chains
    earlier: tuple[Known, ...]


def resolve(found: Candidates) -> list[Resolved]:
    """All groups of candidates, singletons included, in the order of their first mentions."""
    chains = before_pronouns(found)
    _resolve_pronouns(chains, found)
    return [_resolved(chains, chain) for chain in chains.all()]


def resolve_chains(found: Candidates) -> Ruled:
    """The same groups as `Chains`, for what links more phrases than get rows."""
    chains = before_pronouns(found)
    earlier = tuple(chains.known(n) for n in range(len(found.found)))
    _resolve_pronouns(chains, found)
    return Ruled(chains, earlier)


def _resolve_pronouns(chains: Chains, found: Candidates) -> None:
    pronouns(chains, found)
    coordinations(chains, found)  # "he and Ann Doe" are two who are named, too
    epithets(chains, found, again=True)
    relations(chains, found)


def before_pronouns(found: Candidates) -> Chains:
    """Names and descriptions put together; pronouns still alone."""
    chains = Chains(found.found)
    equal_names(chains)
    also_called(chains, found.text)
    person_parts(chains, Namesakes(found))
    once_called(chains, found.text)
    organisation_forms(chains, found.press.kinds())
    firms(chains)
    syntax(chains, found)
    adjacent_names(chains, found.text)
    relatives_by_name(chains, found)
    described_by_name(chains, found)
    repeated_nouns(chains)
    descriptions_by_kind(chains)
    clubs(chains)
    titles(chains, found.text)
    ages(chains, found)
    leads(chains, found)
    introduced_by_office(chains, found)
    epithets(chains, found)
    coordinations(chains, found)
    return chains


def _resolved(chains: Chains, chain: Chain) -> Resolved:
    members = sorted(chain.members)
    return Resolved(
        chain,
        tuple(chains.candidates[n] for n in members),
        tuple(chains.reasons.get(n, "") for n in members),
        tuple(chains.certainty.get(n) for n in members),
    )
