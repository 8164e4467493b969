import Storage

extension Migration {
  /// Long pieces of work that outlive the page that asked for them, and the files they take and give.
  static let jobs = Migration(
    "0011 jobs",
    [
      """
      CREATE TABLE job (
        id        BIGINT PRIMARY KEY,
        kind      TEXT NOT NULL,
        account   BIGINT NOT NULL REFERENCES account (id),
        unit      BIGINT REFERENCES unit (id),
        said      TEXT NOT NULL,
        state     TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'stopped')),
        step      TEXT,
        done      BIGINT NOT NULL,
        total     BIGINT,
        made      BIGINT NOT NULL,
        began     BIGINT,
        ended     BIGINT,
        heartbeat BIGINT,
        runner    TEXT,
        attempts  BIGINT NOT NULL,
        stopping  BIGINT NOT NULL CHECK (stopping IN (0, 1)),
        result    TEXT NOT NULL,
        entry     BIGINT REFERENCES entry (seq)
      )
      """,
      "CREATE INDEX job_by_account ON job (account, id)",
      "CREATE INDEX job_open ON job (state, id) WHERE state IN ('waiting', 'running')",
      "CREATE INDEX job_by_kind ON job (kind, state, ended)",
      """
      CREATE TABLE job_file (
        job  BIGINT NOT NULL REFERENCES job (id),
        part TEXT NOT NULL,
        name TEXT NOT NULL,
        hash BYTEA NOT NULL REFERENCES file (hash),
        PRIMARY KEY (job, part, name)
      )
      """,
      "CREATE INDEX job_file_by_hash ON job_file (hash)",
    ]
  )
}
