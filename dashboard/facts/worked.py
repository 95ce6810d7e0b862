"""The columns that downloads add: worked out from the claims that a page shows, never stored."""

from __future__ import annotations

from . import words
from .columns import Column

# In every download.
VIEW_COLUMNS = (
    Column("rule", "text", "Rule", "How figures were read on the page: the chosen resolution rule"),
    Column("known_on", "date", "Known on", "The day whose knowledge the page showed; empty for today's"),
    Column("known_by", "text", "Known when", "By what a claim counted as known then", words.KNOWING),
)
# In the downloads of a question, before those.
ANSWER_COLUMNS = (
    Column("question", "text", "Question", "The question that the claim answers, in words"),
    Column("standing", "text", "Now", "What became of the figure; empty for what is no total", words.STANDINGS),
    Column("standing_since", "date", "Since", "The day from which its claimant's figure stood"),
    Column("standing_until", "date", "Superseded on", "The day on which it was superseded"),
    Column("newer_fact_id", "text", "Superseded by", "The fact that superseded it"),
    Column("voice", "text", "Voice", "The claimant that stands for all that are one independent voice", refers="actor"),
    Column("rule_low", "integer", "Answer from", "The lowest number of the answer that the rule gives, in people"),
    Column("rule_high", "integer", "Answer to", "The highest number of that answer, in people"),
)
