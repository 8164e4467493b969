"""How measures are told: in lines with a ratio and its bound, and in words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Table:
  """The lines of the answer."""
  failed: int = 0
  # What a line of a size was, to be compared with ten times that size.
  measured: dict[str, dict[int, float]] = field(default_factory=dict)

  def head(self, text: str) -> None:
    print(f"\n{text}\n{'':46}{'ours':>14}{'theirs':>14}{'ratio':>9}{'bound':>9}")

  def line(self, what: str, ours: str, theirs: str, ratio: float, most: float) -> None:
    """One ratio that must be no more than its bound."""
    met = ratio <= most
    self.failed += not met
    print(
      f"{what:46}{ours:>14}{theirs:>14}{ratio:>8.2f}×{most:>8.2f}×  {'met' if met else 'NOT MET'}", flush=True
    )

  def note(self, what: str, ours: str) -> None:
    """A measure that has no bound by itself."""
    print(f"{what:46}{ours:>14}", flush=True)

  def keep(self, what: str, size: int, value: float) -> None:
    self.measured.setdefault(what, {})[size] = value


def seconds(value: float) -> str:
  return f"{value:.2f} s"


def micro(value: float) -> str:
  return f"{value:,.0f} µs"


def rate(value: float) -> str:
  return f"{value:,.0f}/s"


def megabytes(value: float) -> str:
  return f"{value:,.0f} MB"
