import WorkbenchKit

/// A layer of a file with maps: a table, with or without places.
public struct GeoLayer: Sendable, Hashable {
  /// What a layer says it is.
  public enum Kind: String, Sendable {
    /// Its rows have a place.
    case features
    /// Its rows are figures only.
    case attributes
  }

  /// Where the places stand.
  public struct Geometry: Sendable, Hashable {
    /// What the column is called.
    public let column: String
    /// As it is registered: `POLYGON`, `MULTIPOLYGON`, `POINT`, `GEOMETRY`.
    public let type: String
    /// The number that the reference system has in the file.
    public let system: Int
    /// The number of the reference system by EPSG; nil where it has none.
    public let epsg: Int?
    /// What the reference system is called; empty where the file does not say.
    public let systemName: String

    public init(column: String, type: String, system: Int, epsg: Int?, systemName: String) {
      self.column = column
      self.type = type
      self.system = system
      self.epsg = epsg
      self.systemName = systemName
    }
  }

  /// What it is called, as it is typed.
  public let name: String
  /// What it says it is.
  public let kind: Kind
  /// Whether its rows are worked out of other tables.
  public let isView: Bool
  /// The columns that are read, in their order, that of the places left out.
  public let columns: [String]
  /// Where the places stand; nil where there are none.
  public let geometry: Geometry?
  /// How many rows it has; nil where they cannot be counted, or were not.
  public var rows: Int?

  public init(
    name: String, kind: Kind, isView: Bool = false, columns: [String], geometry: Geometry?, rows: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isView = isView
    self.columns = columns
    self.geometry = geometry
    self.rows = rows
  }

  /// As `contents` lists it.
  public var item: SourceItem {
    SourceItem(name, kind: Text(nl: "laag", en: "layer"), rows: rows, columns: columns.count, remarks: remarks)
  }

  private var remarks: [Text] {
    var remarks: [Text] = []
    if let geometry {
      remarks.append(.verbatim(geometry.type.lowercased()))
      if let epsg = geometry.epsg {
        remarks.append(.verbatim("EPSG:\(epsg)"))
      } else {
        remarks.append(Text(nl: "stelsel '\(geometry.systemName)'", en: "system '\(geometry.systemName)'"))
      }
    } else {
      remarks.append(Text(nl: "zonder kaart", en: "without a map"))
    }
    if isView { remarks.append(Text(nl: "berekend uit andere lagen", en: "worked out of other layers")) }
    return remarks
  }
}
