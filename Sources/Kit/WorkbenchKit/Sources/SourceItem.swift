/// One of the tables that a file holds: a sheet, a layer, a file in an archive.
public struct SourceItem: Sendable, Hashable {
  /// Whether who opens the file in its own program sees it.
  public enum Visibility: Sendable, Hashable {
    case visible
    case hidden
    /// Only a program can make it seen again.
    case veryHidden
  }

  /// As it is asked for behind the name of the file.
  public let name: String
  /// What kind of thing it is: a sheet, a layer.
  public let kind: Text
  /// Whether it is seen in the file's own program.
  public var visibility: Visibility
  /// How many rows it has, the header among them; nil where that is not known without reading all.
  public var rows: Int?
  /// How many columns it has; nil where that is not known without reading all.
  public var columns: Int?
  /// Where in the sheet the cells stand, such as `A1:N17`.
  public var range: String?
  /// What else a person has to know: merged cells, formulas, coordinates.
  public var remarks: [Text]

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - name: as it is asked for.
  ///   - kind: what kind of thing it is.
  ///   - visibility: whether it is seen in the file's own program.
  ///   - rows: how many rows it has.
  ///   - columns: how many columns it has.
  ///   - range: where in the sheet the cells stand.
  ///   - remarks: what else a person has to know.
  public init(
    _ name: String, kind: Text, visibility: Visibility = .visible, rows: Int? = nil, columns: Int? = nil,
    range: String? = nil, remarks: [Text] = []
  ) {
    self.name = name
    self.kind = kind
    self.visibility = visibility
    self.rows = rows
    self.columns = columns
    self.range = range
    self.remarks = remarks
  }
}
