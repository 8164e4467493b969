import Storage

extension Migration {
  // An index of today's knowledge ends with `superseded`, which is empty in it: SQLite then answers from
  // the index alone.

  /// People, their memberships, where they belong, the posts they hold; and the roll, worked out.
  static let members = Migration(
    "0003 members",
    Schema.dated(
      "particulars",
      """
      person BIGINT NOT NULL REFERENCES person (id), name TEXT NOT NULL CHECK (name <> ''),
      sort_key TEXT NOT NULL, search_key TEXT NOT NULL, born TEXT, sex TEXT, ethnicity TEXT, card TEXT,
      cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "membership_term",
        """
        membership BIGINT NOT NULL REFERENCES membership (id), person BIGINT NOT NULL REFERENCES person (id),
        decided_on DATE, official_on DATE CHECK (official_on >= start_on), reason TEXT, cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "affiliation",
        """
        person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
        role TEXT NOT NULL, cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "post",
        """
        person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
        post TEXT NOT NULL CHECK (post <> ''), cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "roll",
        """
        person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
        membership BIGINT NOT NULL REFERENCES membership (id), admitted_on DATE NOT NULL, official_on DATE,
        sex TEXT, born TEXT, ethnicity TEXT, sort_key TEXT NOT NULL, arrival TEXT NOT NULL, reason TEXT
        """
      )
      + [
        "CREATE INDEX particulars_person ON particulars (person, start_on)",
        "CREATE INDEX particulars_card ON particulars (card) WHERE superseded IS NULL AND card IS NOT NULL",
        "CREATE INDEX membership_term_person ON membership_term (person, start_on)",
        "CREATE INDEX affiliation_person ON affiliation (person, start_on)",
        "CREATE INDEX affiliation_unit ON affiliation (unit, role, start_on)",
        "CREATE INDEX post_person ON post (person, start_on)",
        "CREATE INDEX post_unit ON post (unit, start_on)",
        """
        CREATE INDEX roll_unit ON roll (unit, start_on, end_on, arrival, person, superseded)
        WHERE superseded IS NULL
        """,
        """
        CREATE INDEX roll_days ON roll (unit, end_on, start_on, official_on, sex, reason, person, superseded)
        WHERE superseded IS NULL
        """,
        """
        CREATE INDEX roll_register ON roll (unit, sort_key, person, start_on, end_on, superseded)
        WHERE superseded IS NULL
        """,
        "CREATE INDEX roll_name ON roll (sort_key, person, unit, start_on, end_on, superseded) WHERE superseded IS NULL",
        "CREATE INDEX roll_person ON roll (person, start_on) WHERE superseded IS NULL",
        """
        CREATE INDEX roll_known ON roll
          (unit, start_on, end_on, recorded, superseded, official_on, sex, arrival, reason)
        """,
        """
        CREATE TABLE name_word (
          word   TEXT NOT NULL,
          person BIGINT NOT NULL REFERENCES person (id),
          PRIMARY KEY (word, person)
        )
        """,
      ]
  )

  /// Those on the roll one by one, as known now and as known at any entry.
  static let rollOfPerson = Migration(
    "0036 a person on the roll as once known",
    [
      "DROP INDEX roll_person",
      "CREATE INDEX roll_person ON roll (person, start_on)",
    ]
  )

  /// Names with a sign in them, as H'Ngun, are found without it too.
  static let nameSigns = Migration(
    "0012 signs in names",
    [
      """
      INSERT INTO name_word (word, person)
      SELECT replace(w.word, '''', ''), w.person FROM name_word w
      WHERE replace(w.word, '''', '') NOT IN (w.word, '')
      ON CONFLICT (word, person) DO NOTHING
      """,
      """
      INSERT INTO name_word (word, person)
      SELECT substr(w.word, 3), w.person FROM name_word w
      WHERE substr(w.word, 2, 1) = '''' AND substr(w.word, 3) <> ''
      ON CONFLICT (word, person) DO NOTHING
      """,
    ]
  )
}
