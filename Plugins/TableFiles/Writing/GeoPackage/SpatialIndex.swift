/// The spatial index of a layer and what keeps it right when others change the layer (OGC 12-128r17, annex F.3).
struct SpatialIndex {
  private let layer: String
  private let key: String
  private let geometry: String
  private let index: String

  /// - Parameters:
  ///   - layer: the name of its table.
  ///   - key: the column with the number of a row.
  ///   - geometry: the column with the places.
  init(layer: String, key: String, geometry: String) {
    self.layer = SQLiteStatement.quoted(layer)
    self.key = SQLiteStatement.quoted(key)
    self.geometry = SQLiteStatement.quoted(geometry)
    index = "rtree_\(layer)_\(geometry)"
  }

  /// What makes the index, empty.
  var table: String {
    "CREATE VIRTUAL TABLE \(SQLiteStatement.quoted(index)) USING rtree(id, minx, maxx, miny, maxy)"
  }

  /// What adds a row: its number, then the bounds of its place.
  var insertion: String { "INSERT INTO \(SQLiteStatement.quoted(index)) VALUES (?, ?, ?, ?, ?)" }

  /// What other programs run when they change a row.
  var triggers: [String] {
    let rows = SQLiteStatement.quoted(index)
    func isThere(_ row: String) -> String { "\(row).\(geometry) NOTNULL AND NOT ST_IsEmpty(\(row).\(geometry))" }
    let isGone = "NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry))"
    let put = """
      INSERT OR REPLACE INTO \(rows) VALUES (NEW.\(key), ST_MinX(NEW.\(geometry)), ST_MaxX(NEW.\(geometry)), \
      ST_MinY(NEW.\(geometry)), ST_MaxY(NEW.\(geometry)));
      """
    func trigger(_ name: String, _ event: String, when: String, _ work: String) -> String {
      "CREATE TRIGGER \(SQLiteStatement.quoted("\(index)_\(name)")) AFTER \(event) ON \(layer) WHEN \(when) BEGIN \(work) END"
    }
    let (same, other) = ("OLD.\(key) = NEW.\(key)", "OLD.\(key) != NEW.\(key)")
    return [
      trigger("insert", "INSERT", when: "(\(isThere("NEW")))", put),
      trigger("update1", "UPDATE OF \(geometry)", when: "\(same) AND (\(isThere("NEW")))", put),
      trigger(
        "update2", "UPDATE OF \(geometry)", when: "\(same) AND (\(isGone))",
        "DELETE FROM \(rows) WHERE id = OLD.\(key);"),
      trigger(
        "update3", "UPDATE", when: "\(other) AND (\(isThere("NEW")))",
        "DELETE FROM \(rows) WHERE id = OLD.\(key); \(put)"),
      trigger(
        "update4", "UPDATE", when: "\(other) AND (\(isGone))",
        "DELETE FROM \(rows) WHERE id IN (OLD.\(key), NEW.\(key));"),
      trigger(
        "delete", "DELETE", when: "OLD.\(geometry) NOT NULL", "DELETE FROM \(rows) WHERE id = OLD.\(key);"),
    ]
  }
}
