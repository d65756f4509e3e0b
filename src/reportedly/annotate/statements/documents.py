"""Documents and who made them: "a Ministry report", then "the study", "the paper".

In: a parse and its cast.  Out: the named makers of a document, as its own words or earlier ones of
the same article give them.
"""

import bisect
from dataclasses import dataclass

from reportedly.annotate.attribution.clauses import find_subject
from reportedly.annotate.attribution.deeds import PICTURES
from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.examples import examples_in
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster

#: How a document names its maker: "a Ministry report", "the Ministry's report", "a report by …".
_MAKERS = frozenset(("poss", "compound", "nmod", "amod", "appos"))
_MADE_BY = frozenset(("by", "from", "of"))
_MADE = frozenset(("conduct", "file", "release", "issue", "write", "prepare", "produce"))
_POINTING = frozenset(("the", "this", "that", "its", "their", "these", "those"))
#: Nouns by which an article calls one and the same document.
_SAME = (
    frozenset("analysis assessment audit finding poll report research review study survey".split()),
    frozenset("decision opinion order ruling verdict judgment judgement".split()),
    frozenset("complaint filing indictment lawsuit suit charge petition application".split()),
    frozenset("letter note message email memo memorandum".split()),
    frozenset("book memoir autobiography biography diary".split()),
    frozenset("article column editorial essay story blog".split()),
)


def makers_of(
    parse: Parse, head: Token, cast: Cast, *, pronouns: bool = True
) -> tuple[Cluster, ...]:
    """The named bodies or persons that made the document with this head word, in order.

    Of "a study by Doe and a survey by Poe" both; of "her letter" she, with `pronouns`.
    """
    own = _own_makers(parse, head, cast, pronouns)
    joined = (parse.tokens[i] for i in parse.children[head.i] if parse.tokens[i].dep == "conj")
    others = [t for t in joined if t.pos == "NOUN" and t.lemma.lower() in lexicon.DOCUMENTS]
    found = {c.cluster: c for c in own}
    for other in others[:1] if own else ():
        found |= {c.cluster: c for c in makers_of(parse, other, cast)}
    return tuple(found.values())


def _own_makers(parse: Parse, head: Token, cast: Cast, pronouns: bool) -> tuple[Cluster, ...]:
    for at in parse.children[head.i]:
        token = parse.tokens[at]
        written = token.pos != "PRON" or pronouns
        if token.dep in _MAKERS and written and _may_make(parse, token, head):
            if token.entity == "GPE" and token.dep != "poss" and _is_about(head):
                continue
            found = cast.find_cluster(token)
            if found is not None and found.name is not None:
                return (found,)
        elif token.lower in _MADE_BY or token.lemma in _MADE:
            named = _named_below(parse, at, cast)
            if token.lemma in _MADE and not _is_made_by(parse, at):
                continue  # "filed at the Marl court": that is where it lies
            if named:
                return named
    return ()


def _may_make(parse: Parse, token: Token, head: Token) -> bool:
    """Of pronouns only those before what one writes oneself: "her letter", not "her lawsuit"."""
    if token.pos == "PRON":
        return token.dep == "poss" and head.lemma.lower() in _PERSONAL
    return _is_genitive(parse, token)


_PERSONAL = frozenset(
    """autobiography diary email letter memoir message note post postcard telegram text tweet
    will""".split()
)


def _is_about(head: Token) -> bool:
    """The "Ruritania jobs report" is about Ruritania; a "Marl study" may be by those of Marl."""
    return head.lemma.lower() in ("poll", "report", "survey")


def _is_made_by(parse: Parse, verb: int) -> bool:
    start = next((i for i in parse.subtree(verb) if parse.tokens[i].dep == "pobj"), verb)
    return parse.tokens[parse.tokens[start].head].lower not in _WHERE


_WHERE = frozenset(("at", "before", "in", "on", "with"))


def _is_genitive(parse: Parse, token: Token) -> bool:
    """False for the bank in "it says the bank reports", where the parser saw the bank's reports."""
    return token.dep != "poss" or any(parse.tokens[i].tag == "POS" for i in parse.children[token.i])


def _named_below(parse: Parse, at: int, cast: Cast) -> tuple[Cluster, ...]:
    """Those named as object of the preposition, and whoever is joined to it by "and"."""
    start = next((i for i in parse.subtree(at) if parse.tokens[i].dep == "pobj"), None)
    found: dict[int, Cluster] = {}
    waiting = [start] if start is not None else []
    while waiting:
        i = waiting.pop(0)
        token = parse.tokens[i]
        if found and token.pos == "NOUN" and token.lemma.lower() in lexicon.DOCUMENTS:
            found |= {c.cluster: c for c in makers_of(parse, token, cast)}
            continue
        cluster = cast.find_cluster(token)
        if cluster is None or cluster.name is None:
            return ()
        found[cluster.cluster] = cluster
        waiting += [c for c in parse.children[i] if parse.tokens[c].dep == "conj"]
    return tuple(found.values())


#: Those who made a document, in front of its name: "the authors of the report, Doe and Poe".
_AUTHORS = frozenset("author backer compiler editor researcher sponsor writer".split())
#: What an article is about as a whole, so that "the report" is the one made known further down.
_STUDIES = frozenset("analysis audit finding report research review study survey".split())
_RULINGS = frozenset("ruling verdict judgment judgement opinion".split())


def _authors_of(parse: Parse, document: Token, cast: Cast) -> tuple[Cluster, ...]:
    """Doe and Poe in "the authors of the report, which include Doe and Poe"."""
    link = parse.tokens[document.head]
    noun = parse.tokens[link.head]
    if document.dep != "pobj" or link.lower not in ("of", "behind"):
        return ()
    if noun.pos != "NOUN" or noun.lemma.lower() not in _AUTHORS:
        return ()
    phrase = parse.subtree(noun.i)
    return examples_in(parse, (noun.start, parse.tokens[phrase[-1]].end), cast)


#: What has a writer: a picture "of" somebody is not theirs.
_WRITTEN = frozenset("card email letter memo message note postcard statement telegram text".split())
#: What one writes to somebody, and whose words are the writer's.
PRIVATE = frozenset("card email message note postcard telegram text".split())
#: Less sure mentions are guesses of whom a description means.
_SURE = 0.7
_SENDING = frozenset(("fax", "leave", "mail", "pin", "post", "send", "write"))
#: What one does with a picture that has a caption of one's own.
_POSTING = frozenset(("post", "share", "tweet", "upload"))
#: What one does beneath it.
_BENEATH = frozenset(("add", "continue", "write"))
#: Characters in which the first word of a quotation ends, with its mark.
_WORD_CHARS = 30


@dataclass(frozen=True, slots=True)
class Made:
    """A document, what it is called, and who made it."""

    at: int
    """index of the document's head token"""
    noun: str
    makers: tuple[Cluster, ...]


class Makers:
    """Who made the documents that an article speaks of: "the report" is the one named before."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._parse, self._cast = parse, cast
        self._made = [
            Made(token.i, lemma, makers)
            for token in parse.tokens
            if token.pos == "NOUN" and (lemma := token.lemma.lower()) in lexicon.DOCUMENTS
            # "The letter" below may be another than hers.
            if (
                makers := makers_of(parse, token, cast, pronouns=False)
                or _authors_of(parse, token, cast)
            )
        ]

    def find_known(self, head: Token, noun: str | None = None) -> tuple[Cluster, ...]:
        """The makers that the article last gave, before `head`, for such a document.

        Where it gave none before, those of the only such document that it tells of below.

        Args:
            noun: what the document is called, where `head` is a pronoun.
        """
        below = {self._parse.tokens[i].lower for i in self._parse.children[head.i]}
        if head.pos == "NOUN" and not below & _POINTING:
            return ()
        noun = noun or head.lemma.lower()
        nouns = next((group for group in _SAME if noun in group), frozenset((noun,)))
        end = bisect.bisect_left([made.at for made in self._made], head.i)
        for made in reversed(self._made[:end]):
            if made.noun in nouns:
                return made.makers
        court = self._find_court(head) if noun in _RULINGS else None
        if court is not None:
            return (court,)
        return self._find_later(head, end) if noun in _STUDIES else ()

    def find_before(self, offset: int) -> Made | None:
        """The only document in the sentence before the one at `offset`, if its makers are known.

        "The clerk read out a letter from Doe.  “We are not selling,” it said."
        """
        following = self._parse.tokens_in((offset, offset + _WORD_CHARS))
        if not following:
            return None
        before = following[0].sentence - 1
        nouns = [t for t in self._parse.tokens if t.sentence == before and t.pos == "NOUN"]
        documents = [t for t in nouns if t.lemma.lower() in lexicon.DOCUMENTS | _WRITTEN]
        places = {t.i for t in documents}
        made = [m for m in self._made if m.at in places and m.noun in _WRITTEN]
        made = made or [sent for t in documents if (sent := self._find_sent(t)) is not None]
        return made[0] if len(documents) == len(made) == 1 else None

    def find_poster(self, offset: int) -> tuple[Cluster, ...]:
        """Who posts something in the sentence before the one at `offset`, whose caption follows."""
        following = self._parse.tokens_in((offset, offset + _WORD_CHARS))
        before = following[0].sentence - 1 if following else -1
        told = self._parse.sentence_tokens(self._parse.sentences[before]) if before >= 0 else ()
        pictured = any(t.lemma.lower() in PICTURES for t in told)
        # "She shared a flat" is no post.
        verbs = [t for t in told if t.lemma in _POSTING and (pictured or t.lemma != "share")]
        return self._subject_of(verbs[0]) if len(verbs) == 1 else ()

    def is_below_post(self, telling: Telling, speaker: int | None) -> bool:
        """ "She shared a snap of the twins.  “My world,” she wrote": under what was just posted."""
        verb = telling.verb
        if verb is None or speaker is None:
            return False
        first = self._parse.sentence_tokens(self._parse.sentences[verb.sentence])[:2]
        caption = first[-1].lower == "caption"
        if verb.lemma.lower() not in _BENEATH and not caption:
            return False
        direct = telling.attribution.mode != "indirect" and not telling.quoted
        posted = self.find_poster(telling.attribution.content[0][0]) if direct else ()
        return [poster.cluster for poster in posted] == [speaker]

    def _find_sent(self, noun: Token) -> Made | None:
        """The postcard in "Doe sent a postcard"."""
        verb, lemma = self._parse.tokens[noun.head], noun.lemma.lower()
        if noun.dep != "dobj" or verb.lemma not in _SENDING or lemma not in _WRITTEN:
            return None
        makers = self._subject_of(verb)
        return Made(noun.i, lemma, makers) if makers else None

    def _subject_of(self, verb: Token) -> tuple[Cluster, ...]:
        """The person with a name who does what the verb says; nobody who is only guessed."""
        subject = find_subject(self._parse, verb)
        if subject is None:
            return ()
        # "The weaver Ann Doe sent": parsers hang the name on the noun.
        below = (self._parse.tokens[i] for i in self._parse.children[subject.i])
        for token in (subject, *(t for t in below if t.dep == "appos")):
            mention, cluster = self._cast.find_mention(token), self._cast.find_cluster(token)
            sure = mention is not None and mention.confidence >= _SURE
            if sure and cluster is not None and cluster.name and cluster.kind == "person":
                return (cluster,)
        return ()

    def _find_later(self, head: Token, end: int) -> tuple[Cluster, ...]:
        """The makers of the only study that the article tells of, where it names them late."""
        later = {
            tuple(maker.cluster for maker in made.makers): made.makers
            for made in self._made[end:]
            if made.noun in _STUDIES and self._parse.tokens[made.at].tag == "NN"
        }
        plural = head.tag == "NNS" and head.lemma.lower() != "finding"
        return next(iter(later.values())) if len(later) == 1 and not plural else ()

    def _find_court(self, head: Token) -> Cluster | None:
        """The court last spoken of before a ruling: no one else hands one down."""
        for token in reversed(self._parse.tokens[: head.i]):
            if token.lower in ("court", "tribunal"):
                cluster = self._cast.find_cluster(token)
                if cluster is not None and cluster.name is not None:
                    return cluster
        return None
