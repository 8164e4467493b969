"""Swift source cut into code, comments and string literals, as far as the rules of the house need it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Literal:
  """A string literal: its text with every interpolation replaced by `\\(…)`, and what was interpolated."""

  line: int
  text: str = ""
  interpolations: list[str] = field(default_factory=list)


@dataclass
class Source:
  """A file: its literals, and its code with comments and the text of literals blanked, line for line."""

  code: str
  literals: list[Literal]


def read(text: str) -> Source:
  """Cuts `text`, which need not compile, into code and literals."""
  return _Reader(text).source()


class _Reader:
  def __init__(self, text: str):
    self.text = text
    self.at = 0
    self.line = 1
    self.code: list[str] = []
    self.literals: list[Literal] = []

  def source(self) -> Source:
    self.read_code(until=None)
    return Source("".join(self.code), self.literals)

  def take(self, count: int = 1) -> str:
    taken = self.text[self.at : self.at + count]
    self.at += count
    self.line += taken.count("\n")
    return taken

  def sees(self, prefix: str) -> bool:
    return self.text.startswith(prefix, self.at)

  def blank(self, taken: str) -> None:
    self.code.append("".join("\n" if letter == "\n" else " " for letter in taken))

  def read_code(self, until: str | None) -> None:
    """Reads code to the end, or to the parenthesis that closes an interpolation."""
    depth = 0
    while self.at < len(self.text):
      if self.sees("//"):
        end = self.text.find("\n", self.at)
        self.blank(self.take((len(self.text) if end < 0 else end) - self.at))
      elif self.sees("/*"):
        end = self.text.find("*/", self.at)
        self.blank(self.take((len(self.text) if end < 0 else end + 2) - self.at))
      elif (hashes := self.opens_literal()) is not None:
        self.read_literal(hashes)
      elif until and depth == 0 and self.sees(until):
        return
      else:
        letter = self.take()
        depth += {"(": 1, ")": -1}.get(letter, 0)
        self.code.append(letter)

  def opens_literal(self) -> int | None:
    hashes = 0
    while self.text[self.at + hashes : self.at + hashes + 1] == "#":
      hashes += 1
    return hashes if self.text[self.at + hashes : self.at + hashes + 1] == '"' else None

  def read_literal(self, hashes: int) -> None:
    literal = Literal(self.line)
    self.literals.append(literal)
    self.blank(self.take(hashes))
    quote = '"""' if self.sees('"""') else '"'
    self.blank(self.take(len(quote)))
    closing = quote + "#" * hashes
    escape = "\\" + "#" * hashes
    while self.at < len(self.text):
      if self.sees(closing):
        self.blank(self.take(len(closing)))
        return
      if quote == '"' and self.sees("\n"):
        return
      if self.sees(escape + "("):
        self.blank(self.take(len(escape) + 1))
        start = self.at
        self.read_code(until=")")
        literal.interpolations.append(self.text[start : self.at])
        # Keeps the lines of the literal in step with those of the file.
        literal.text += "\\(…)" + "\n" * self.text[start : self.at].count("\n")
        self.blank(self.take())
      elif self.sees(escape):
        taken = self.take(len(escape) + 1)
        self.blank(taken)
        literal.text += {"\n": "\n", '"': '"'}.get(taken[-1], " ")
      else:
        letter = self.take()
        self.blank(letter)
        literal.text += letter
