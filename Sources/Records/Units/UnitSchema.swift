import Storage

extension Migration {
  /// What units are called, what they are, where they stand; and every ancestor of each, worked out.
  static let units = Migration(
    "0002 units",
    Schema.dated(
      "unit_kind",
      "unit BIGINT NOT NULL REFERENCES unit (id), kind TEXT NOT NULL, cited TEXT, line BIGINT"
    )
      + Schema.dated(
        "unit_name",
        """
        unit BIGINT NOT NULL REFERENCES unit (id), name TEXT NOT NULL CHECK (name <> ''),
        sort_key TEXT NOT NULL, search_key TEXT NOT NULL, cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "unit_sector",
        "unit BIGINT NOT NULL REFERENCES unit (id), sector TEXT NOT NULL, cited TEXT, line BIGINT"
      )
      + Schema.dated(
        "unit_parent",
        """
        unit BIGINT NOT NULL REFERENCES unit (id), parent BIGINT NOT NULL REFERENCES unit (id),
        cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "lineage",
        "unit BIGINT NOT NULL REFERENCES unit (id), successor BIGINT NOT NULL REFERENCES unit (id)"
      )
      + Schema.dated(
        "ancestry",
        """
        unit BIGINT NOT NULL REFERENCES unit (id), ancestor BIGINT NOT NULL REFERENCES unit (id),
        depth BIGINT NOT NULL
        """
      )
      + [
        "CREATE INDEX unit_kind_unit ON unit_kind (unit, start_on, end_on, kind)",
        "CREATE INDEX unit_name_unit ON unit_name (unit, start_on)",
        "CREATE INDEX unit_name_search ON unit_name (search_key) WHERE superseded IS NULL",
        "CREATE INDEX unit_sector_unit ON unit_sector (unit, start_on)",
        "CREATE INDEX unit_parent_unit ON unit_parent (unit, start_on)",
        "CREATE INDEX unit_parent_below ON unit_parent (parent, start_on)",
        "CREATE INDEX lineage_unit ON lineage (unit)",
        "CREATE INDEX lineage_successor ON lineage (successor)",
        """
        CREATE INDEX ancestry_down ON ancestry (ancestor, unit, start_on, end_on, depth, superseded)
        WHERE superseded IS NULL
        """,
        "CREATE INDEX ancestry_children ON ancestry (ancestor, depth) WHERE superseded IS NULL",
        """
        CREATE INDEX ancestry_up ON ancestry (unit, ancestor, start_on, end_on, depth, superseded)
        WHERE superseded IS NULL
        """,
        """
        CREATE INDEX ancestry_down_known ON ancestry
          (ancestor, unit, start_on, end_on, recorded, superseded, depth)
        """,
        """
        CREATE INDEX ancestry_up_known ON ancestry
          (unit, ancestor, start_on, end_on, recorded, superseded, depth)
        """,
      ]
  )
}
