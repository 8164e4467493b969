import Storage

/// What cannot be true of tasks.
enum TaskChecks {
  /// Tasks answered for by a unit that is not there.
  static let orphans: SQL = """
    SELECT u.code, CAST(f.start_on AS TEXT) FROM task f JOIN unit u ON u.id = f.unit
    WHERE \(known("f")) AND NOT (
      EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.start_on <= f.start_on
        AND (k.end_on IS NULL OR k.end_on > f.start_on))
      AND (EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.end_on IS NULL)
        OR f.end_on IS NOT NULL AND EXISTS (
          SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.end_on >= f.end_on)))
    """
}
