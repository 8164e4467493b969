"""What a page of the site is held to: HTML without a single error, and the rules of the house for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

# Attributes whose words name elements of the same page.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "list")
FIELDS = ("input", "select", "textarea")
# Fields that nobody fills in, or that say themselves what they are.
SELF_EXPLAINING = ("hidden", "submit", "reset", "button", "image")


def faults(text: str) -> list[str]:
  """What is wrong with a page; empty when nothing is."""
  try:
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
  except ParseError as error:
    return [f"it is no HTML: {error}"]
  return [*_skeleton(root), *_identities(root), *_fields(root), *_names(root), *_scripts(root)]


def links(text: str) -> list[str]:
  """The addresses of this site that a page leads to, in the order in which they stand."""
  root = html5lib.parse(text, namespaceHTMLElements=False)
  found = [element.get("href") for element in root.iter("a")]
  return list(dict.fromkeys(href.split("#")[0] for href in found if href and href.startswith("/")))


def words(element: Element) -> str:
  """All text of an element, as a person reads it."""
  return " ".join("".join(element.itertext()).split())


def _elements(root: Element) -> Iterator[Element]:
  return (element for element in root.iter() if isinstance(element.tag, str))


def _skeleton(root: Element) -> Iterator[str]:
  if root.get("lang") not in ("vi", "en") or root.get("dir") != "ltr":
    yield "it does not say its language and direction"
  for tag in ("main", "h1", "title"):
    count = sum(1 for _ in root.iter(tag))
    if count != 1:
      yield f"{count} <{tag}> instead of one"
  for tag in ("title", "h1", "h2", "h3", "th"):
    for element in root.iter(tag):
      if not words(element) and element.get("aria-label") is None:
        yield f"an empty <{tag}>"
  for element in root.iter("img"):
    if element.get("alt") is None:
      yield "an <img> without words for those who do not see it"


def _identities(root: Element) -> Iterator[str]:
  ids = Counter(element.get("id") for element in _elements(root) if element.get("id") is not None)
  for name, count in ids.items():
    if count > 1 or not name or re.search(r"\s", name):
      yield f'id="{name}" stands {count} times'
  for element in _elements(root):
    named = [word for attribute in REFERENCES for word in (element.get(attribute) or "").split()]
    href = element.get("href") or ""
    if element.tag == "a" and href.startswith("#"):
      named.append(href[1:])
    for name in named:
      if name not in ids:
        yield f"<{element.tag}> speaks of #{name}, which is not there"


def _fields(root: Element) -> Iterator[str]:
  labelled = {element.get("for") for element in root.iter("label") if element.get("for")}
  inside = {field for label in root.iter("label") for field in label.iter()}
  for field in _elements(root):
    if field.tag not in FIELDS or field.get("type") in SELF_EXPLAINING:
      continue
    named = field.get("aria-label") or field.get("aria-labelledby")
    if not named and field.get("id") not in labelled and field not in inside:
      yield f'the field "{field.get("name")}" has no label'


def _names(root: Element) -> Iterator[str]:
  for element in _elements(root):
    if element.tag in ("a", "button", "summary") and not words(element) and not element.get("aria-label"):
      yield f"a <{element.tag}> without words"
    if element.tag == "a" and not element.get("href"):
      yield f"<a> that leads nowhere: {words(element)}"


def _scripts(root: Element) -> Iterator[str]:
  for element in _elements(root):
    for attribute in element.attrib:
      if attribute == "style" or attribute.startswith("on"):
        yield f"<{element.tag} {attribute}=…>"
    address = element.get("href") or element.get("src") or element.get("action") or ""
    if address.strip().lower().startswith(("javascript:", "data:", "http:", "https:", "//")):
      yield f"<{element.tag}> leads out of the site: {address}"
  for element in root.iter("script"):
    if not element.get("src") or words(element):
      yield "a script in the page itself"
  if any(True for _ in root.iter("style")):
    yield "a style in the page itself"
