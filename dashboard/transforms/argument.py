"""The whole argument about one question: every claim with what became of it, and what stands now."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from dashboard.facts import Directory, Kind

from .agreement import corroborated, voices_of
from .questions import asked
from .statements import in_force, traced


@dataclass(frozen=True)
class Argument:
    """One question's claims (:func:`~dashboard.transforms.traced`) and the figures in force.

    ``current`` is :func:`~dashboard.transforms.in_force` with ``voice`` (the claimant that stands for the voice) and
    ``agreeing`` (how many voices agree with the figure).
    """

    claims: pl.DataFrame
    current: pl.DataFrame

    @property
    def claimants(self) -> int:
        """How many claimants have a figure in force."""
        return self.current.height

    @property
    def voices(self) -> int:
        """How many independent voices they are."""
        return self.current.get_column("voice").n_unique()

    @property
    def figures(self) -> pl.DataFrame:
        """The claims that give the figures in force, one for each way of putting it, in the order of ``current``."""
        facts = self.current.select(fact_id="facts").explode("fact_id")
        return facts.join(self.claims, on="fact_id", maintain_order="left")

    @property
    def repeats(self) -> pl.DataFrame:
        """The claims that repeat a superseded figure."""
        return self.claims.filter(pl.col("standing") == "repeat")


def argue(claims: pl.DataFrame, directory: Directory) -> Argument:
    """Work out the argument about one question from its claims (:func:`~dashboard.transforms.answers`)."""
    speakers = _speakers(claims, directory)
    names = claims.get_column("source_publisher").unique()
    publishers = {name: found for name in names if name and (found := directory.find(name))}
    told = traced(claims, speakers)
    voices = voices_of(told, speakers, publishers)
    told = told.with_columns(voice=pl.col("claimant").replace_strict(voices, return_dtype=pl.String))
    return Argument(told, corroborated(in_force(told)))


def history(claims: pl.DataFrame, kind: Kind, directory: Directory) -> pl.DataFrame:
    """Return the claims of a kind with their questions, :func:`~dashboard.transforms.traced`."""
    return traced(asked(claims, kind), _speakers(claims, directory))


def _speakers(claims: pl.DataFrame, directory: Directory) -> dict[str, str]:
    return {each: directory.voice(each) for each in claims.get_column("claimant").unique()}
