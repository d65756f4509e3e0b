"""The way of an article: the stages in the order in which they run.  Read this file first.

`read` turns inputs into articles and regions; `ARTICLE_STAGES` (annotate) then work on one article
at a time; `TABLE_STAGES` (reconcile) on all articles together.  `engine` runs them, `store` keeps
what they give, `show` shows it.
"""

from reportedly.annotate.encoding import fingerprint
from reportedly.model import (
    Article,
    Attribution,
    Bearer,
    ChainHop,
    Claim,
    Cluster,
    Constraint,
    DatedName,
    DayEvidence,
    Entity,
    Event,
    Fact,
    Finding,
    Happening,
    Identifier,
    Known,
    Mention,
    Region,
    Statement,
    Story,
    Timex,
    Utterance,
    Variant,
)
from reportedly.reconcile.pairs import files as pair_files
from reportedly.stage import ArticleStage, TableStage

#: Changes whenever `reportedly.reading` gives other text, regions or metadata for the same bytes.
READ_VERSION = "20"

ARTICLE_STAGES: tuple[ArticleStage, ...] = (
    ArticleStage(
        name="attribution",
        version="38",
        reads=(Article, Region),
        writes=(Attribution,),
        function="reportedly.annotate.attribution:annotate",
        models=fingerprint.models(),
    ),
    ArticleStage(
        name="coreference",
        version="55",
        reads=(Article, Region, Attribution),
        writes=(Mention, Cluster),
        function="reportedly.annotate.coreference:annotate",
        models=fingerprint.models(),
    ),
    ArticleStage(
        name="dates",
        version="25",
        reads=(Article, Region, Attribution),
        writes=(Timex, DayEvidence),
        function="reportedly.annotate.dates:annotate",
        models=fingerprint.models(),
    ),
    ArticleStage(
        name="statements",
        version="53",
        reads=(Article, Region, Attribution, Mention, Cluster, Timex),
        writes=(Statement, ChainHop),
        function="reportedly.annotate.statements:annotate",
        models=fingerprint.models(),
    ),
    ArticleStage(
        name="facts",
        version="55",
        reads=(Article, Region, Mention, Cluster, Timex, Statement),
        writes=(Fact,),
        function="reportedly.annotate.facts:annotate",
        models=fingerprint.models(),
    ),
    ArticleStage(
        name="happenings",
        version="10",
        reads=(Article, Region, Mention, Cluster, Timex, Statement),
        writes=(Happening,),
        function="reportedly.annotate.happenings:annotate",
        models=fingerprint.models(),
    ),
)

TABLE_STAGES: tuple[TableStage, ...] = (
    TableStage(
        name="copies",
        version="2",
        reads=(Article, Region),
        writes=(Article,),
        function="reportedly.reconcile.copies:reconcile",
    ),
    TableStage(
        name="dating",
        version="27",
        reads=(Article, Cluster, DayEvidence, Timex, Statement, Fact, Happening),
        writes=(Article, Statement, Fact, Happening),
        function="reportedly.reconcile.dating:reconcile",
    ),
    TableStage(
        name="stories",
        version="7",
        reads=(Article, Region),
        writes=(Article, Story),
        function="reportedly.reconcile.stories:reconcile",
    ),
    TableStage(
        name="entities",
        version="31",
        reads=(
            Article,
            Region,
            Cluster,
            Mention,
            Statement,
            ChainHop,
            Fact,
            Happening,
            Constraint,
        ),
        writes=(
            Entity,
            DatedName,
            Mention,
            Statement,
            ChainHop,
            Fact,
            Happening,
            Constraint,
            Bearer,
        ),
        function="reportedly.reconcile.entities:reconcile",
    ),
    TableStage(
        name="identifiers",
        version="1",
        reads=(Entity, Fact, Known),
        writes=(Identifier,),
        function="reportedly.reconcile.identifiers:reconcile",
    ),
    TableStage(
        name="utterances",
        version="31",
        reads=(Article, Statement, ChainHop),
        writes=(Statement, Utterance, Variant),
        function="reportedly.reconcile.utterances:reconcile",
        models=pair_files.models(),
    ),
    TableStage(
        name="claims",
        version="8",
        reads=(Article, Statement, ChainHop, Mention, Utterance),
        writes=(Statement, Claim),
        function="reportedly.reconcile.claims:reconcile",
        models=pair_files.models(),
    ),
    TableStage(
        name="events",
        version="8",
        reads=(Article, Happening, Fact),
        writes=(Event,),
        function="reportedly.reconcile.events:reconcile",
    ),
    TableStage(
        name="findings",
        version="100",
        reads=(
            Article,
            Region,
            DayEvidence,
            Entity,
            Mention,
            Statement,
            ChainHop,
            Utterance,
            Variant,
            Claim,
            Fact,
            Event,
            Timex,
        ),
        writes=(Finding,),
        function="reportedly.reconcile.findings:reconcile",
        models=pair_files.models(),
    ),
)
