/// How soon a block of an answer is shown at a prompt; a script, a pipe, a file, a page and JSON have every block.
///
/// Where a block names none, its shape decides: the first headings, sentences and figures with the first table or picture are
/// seen first, cautions in a line each; what is good to know and what comes after belongs to the rest, publications to the origin.
public enum Layer: String, Sendable, Hashable, CaseIterable {
  /// What must be seen: on the first screen.
  case first
  /// The rest of it, which `more` and `--full` show.
  case rest
  /// Where it comes from.
  case origin
}

extension Table {
  /// What of a table stands on the first screen of an answer; the others are counted and come with `more`.
  public struct Glance: Sendable, Hashable {
    /// The columns by name; empty for all.
    public let columns: [String]
    /// The rows in the order in which they are shown; nil for all from the top.
    public let rows: [Int]?

    /// Makes what stands on the first screen.
    ///
    /// - Parameters:
    ///   - columns: by name; empty for all.
    ///   - rows: by number, counted from 0; nil for all from the top.
    public init(columns: [String] = [], rows: [Int]? = nil) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Returns the table as one that must be seen, of which a first screen has these columns and rows.
  ///
  /// - Parameters:
  ///   - columns: by name; empty for all.
  ///   - rows: by number, counted from 0; nil for all from the top.
  public func atAGlance(columns: [String] = [], rows: [Int]? = nil) -> Table {
    var copy = self
    copy.layer = .first
    copy.glance = Glance(columns: columns, rows: rows)
    return copy
  }

  /// Returns the table as one of a layer.
  public func inLayer(_ layer: Layer) -> Table {
    var copy = self
    copy.layer = layer
    return copy
  }
}

extension Facts {
  /// Returns the figures as ones that must be seen, of which a first screen has these.
  ///
  /// - Parameter names: of the figures; empty for all.
  public func atAGlance(_ names: [String] = []) -> Facts {
    var copy = self
    copy.layer = .first
    copy.glance = names
    return copy
  }
}
