"""The pages of the site, in one place: whoever adds a page adds a line here, and it is looked at everywhere.

Browser tests hold each of them to what nobody may be barred by, `make pictures` shows them. `{root}`, `{committee}`,
`{cell}`, `{member}` and `{stranger}` stand for the keys of a place or a person of the demonstration.
"""

# As an officer of the province sees them.
PAGES = {
  "door": "/sign-in",
  "board": "/",
  "unit": "/units/{committee}",
  "roll": "/units/{committee}/roll",
  "person": "/people/{member}",
  "looks": "/people/{member}/looks",
  "roll-filtered": "/units/{committee}/roll?sex=F&partyAge=10-19",
  "roll-tied": "/units/{committee}/roll?role=residence",
  "roll-print": "/units/{committee}/roll?print=all",
  "filters": "/units/{committee}/filters",
  "figure": "/units/{root}/figures/members.women",
  "ledger": "/units/{root}/ledger?from=2025-01-01&until=2026-01-01",
  "figure beside a day": "/units/{root}/figures/members.official?against=2024-12-31",
  "who came": "/units/{root}/figures/members.official?against=2024-12-31&list=came",
  "picture": "/units/{root}/figures/members.women?as=picture",
  "units beside a day": "/units/{root}/compare?against=2024-12-31",
  "two trees": "/units/{root}/trees?on=2025-03-31",
  "kinds": "/units/{root}/kinds",
  "units of a kind": "/units/{root}/kinds?kind=cell",
  "vacancies": "/units/{root}/vacancies",
  "open branch": "/units/{root}?open={committee}",
  "journal": "/journal",
  "find": "/find?q=nguyen",
  "deed": "/deeds/transfer?person={member}",
  "past": "/?on=2025-03-31",
  "absent": "/no/such/page",
  "rights": "/rights",
  "my account": "/account",
  "second factor": "/account/second-factor",
  "plans": "/plans",
  "rulebooks": "/rulebooks",
  "rulebook": "/rulebooks/review-2025",
  "judge": "/rulebooks/review-2025/judge?subject=leader&review.score=91&tasks.assigned=40&tasks.done=28&tasks.onTime=28",
  "decisions": "/decisions",
  "entry": "/journal/10",
  "import": "/import",
  "jobs": "/jobs",
  "ledger of some": "/units/{root}/ledger?from=2025-01-01&until=2026-01-01&standing=probationary",
  "candidates": "/units/{root}/candidates",
  "new candidate": "/units/{cell}/candidates/new",
  "probation": "/units/{root}/probation",
  "recruits": "/units/{root}/recruits",
  "transfers": "/units/{root}/transfers",
  "several transfers": "/units/{cell}/transfers/several",
  "transfer asked for": "/people/{member}/transfers/new",
  "secondments": "/units/{root}/secondments",
  "residence": "/units/{root}/residence",
  "dues": "/units/{committee}/dues",
  "dues of a cell": "/units/{cell}/dues",
  "unpaid dues": "/units/{committee}/dues/unpaid",
  "a member's dues": "/people/{member}/dues",
  "badges": "/units/{committee}/badges",
  "cases": "/units/{root}/cases",
  "who left": "/units/{root}/leavings?from=2024-01-01&until=2025-01-01",
  "suspension": "/deeds/suspend?person={member}",
  "discipline": "/deeds/discipline?person={member}",
  "discipline of a unit": "/deeds/disciplineUnit?unit={committee}",
}

# The pages of those who keep accounts.
KEEPING = {
  "accounts": "/accounts",
  "new account": "/accounts/new",
  "account": "/accounts/{account}",
  "grant": "/accounts/{account}/grant?role=officer&unit=SG&from=2026-01-01",
  "grant refused": "/accounts/{account}/grant?role=officer&unit=nowhere&from=2026-01-01",
}

# Where members and secretaries begin, and go from there: the role and the address.
AT_HAND = {
  "own page": ("member", "/"),
  "own dues": ("member", "/people/{member}/dues"),
  "own transfers": ("member", "/people/{member}/transfers"),
  "report an error": ("member", "/people/{member}/report?topic=card"),
  "own page in the past": ("member", "/people/{member}?on=2025-03-31"),
  "front of a cell": ("secretary", "/"),
  "own cell": ("secretary", "/units/{cell}"),
  "dues to receive": ("secretary", "/units/{cell}/dues"),
  "cell's transfers": ("secretary", "/units/{cell}/transfers"),
  "cell's residence": ("secretary", "/units/{cell}/residence"),
  "cell's cases": ("secretary", "/units/{cell}/cases"),
}

# What is looked at in pictures besides: the same places in other states, and what the phone shows others.
# Each is an account of the demonstration and an address.
MORE = {
  "roll-found": ("bantochuc", "/units/{root}/roll?q=nguyen+thi"),
  "roll-none": ("bantochuc", "/units/{root}/roll?q=nobody&sex=F"),
  "find-none": ("bantochuc", "/find?q=nobody"),
  "find-empty": ("bantochuc", "/find"),
  "figure-zero": ("bantochuc", "/units/{cell}/figures/members.left?from=1990-01-01&until=1990-02-01"),
  "day-unreadable": ("bantochuc", "/?on=yesterday"),
  "unit-not-yet": ("bantochuc", "/units/{cell}?on=1900-01-01"),
  "entry": ("bantochuc", "/journal/10"),
  "planned": ("bantochuc", "/?on=2027-06-30"),
  "leader": ("lanhdao", "/"),
  "secretary": ("bithu", "/"),
  "secretary-roll": ("bithu", "/units/{own}/roll"),
  "secretary-refused": ("bithu", "/journal"),
  "member": ("dangvien", "/"),
}

# Those shown from right to left, and those shown as they come out of a printer.
TURNED = ("board", "unit", "roll", "person", "figure", "ledger", "journal", "find", "deed")
PRINTED = ("board", "unit", "roll", "person", "figure", "ledger", "journal", "entry", "member")
