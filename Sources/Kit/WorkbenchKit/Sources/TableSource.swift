/// Takes tables out of files that are no text: workbooks, packages of layers, archives.
///
/// A plugin registers it, and names it in its manifest with the endings and first bytes of its files, so that it is known before
/// the module is loaded. What a source gives has not passed the guard yet; whoever opens a file by `Context` gets it only behind
/// the guard.
public protocol TableSource: Sendable {
  /// As in the manifest.
  var name: String { get }
  /// Whether a folder of such an ending is what others hold in a file: it comes as `ReadFile.parts`.
  var readsFolders: Bool { get }

  /// Returns what a file holds, without reading all of it where that can be.
  ///
  /// - Throws: a `Diagnostic`, most of the family `source`, where the file cannot be read; what the target's interrupt throws.
  func contents(of target: SourceTarget) throws -> [SourceItem]

  /// Returns one of the tables of a file, or a file that stands in it.
  ///
  /// - Throws: `source.item` where several could be meant, or what is asked for is not there; a `Diagnostic`, most of the family
  ///   `source`, where the file cannot be read; what the target's interrupt throws.
  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent
}

extension TableSource {
  /// False: most forms are one file.
  public var readsFolders: Bool { false }
}

/// A file of which a source takes tables, and what it may ask for meanwhile.
public struct SourceTarget {
  /// The whole file.
  public let file: ReadFile
  /// Returns the bytes of the file of the same name with another ending (`cpg`) that lies beside it, in a folder or in the same
  /// archive; nil where there is none. It throws why one that is there cannot be read.
  public let beside: (_ ending: String) throws -> [UInt8]?
  /// Returns the table that such a file holds, read by the source of its own ending, and not behind the guard either; nil where
  /// there is no such file, or it is text. It throws what `beside` and that source throw.
  public let tableBeside: (_ ending: String, _ choice: SourceChoice) throws -> SourcedTable?
  /// Throws where the person asked to stop; to be called at least once for ten thousand cells.
  public let checkInterrupt: () throws -> Void

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - file: the whole file.
  ///   - beside: finds the file of the same name with another ending.
  ///   - tableBeside: reads the table that such a file holds.
  ///   - checkInterrupt: throws where the person asked to stop.
  public init(
    file: ReadFile, beside: @escaping (String) throws -> [UInt8]? = { _ in nil },
    tableBeside: @escaping (String, SourceChoice) throws -> SourcedTable? = { _, _ in nil },
    checkInterrupt: @escaping () throws -> Void = {}
  ) {
    self.file = file
    self.beside = beside
    self.tableBeside = tableBeside
    self.checkInterrupt = checkInterrupt
  }
}

/// What a source found where it was asked to open something.
public enum SourceContent: Sendable {
  /// A table.
  case table(SourcedTable)
  /// A file that stands in another (of an archive), to be read as if it lay by itself; its path is that of the whole, `!`, and its
  /// name there, so that what lies beside it is found.
  case file(ReadFile)
  /// No file of the source's, whatever its name says: text, to be read as such, with what has to be said about it.
  case text([Notice])
}

/// A table as a source gives it: not behind the guard yet.
public struct SourcedTable: Sendable {
  /// The table.
  public var table: Table
  /// Which of the file's it is, as a person reads it behind the name of the file: `blad Wijken`; nil where there is but one.
  public var item: Text?
  /// What has to be said about it.
  public var notices: [Notice]
  /// The SHA-256 of what came, where no file says it: 64 hexadecimal digits; nil for that of the file.
  public var sha256: String?
  /// What stands above the header.
  public var titleLines: [String]
  /// What stands below the last row.
  public var footLines: [String]
  /// How many of the stages behind `read` were done where the rows are.
  public var stages = 0
  /// The outlines or points of its rows; nil where it has none.
  public var features: SourceFeatures?

  /// Makes a table of a source.
  ///
  /// - Parameters:
  ///   - table: the rows and columns.
  ///   - item: which of the file's it is; nil where there is but one.
  ///   - notices: what has to be said about it.
  ///   - sha256: of what came, where no file says it.
  ///   - titleLines: what stands above the header.
  ///   - footLines: what stands below the last row.
  ///   - features: the outlines or points of its rows.
  public init(
    _ table: Table, item: Text? = nil, notices: [Notice] = [], sha256: String? = nil, titleLines: [String] = [],
    footLines: [String] = [],
    features: SourceFeatures? = nil
  ) {
    self.table = table
    self.item = item
    self.notices = notices
    self.sha256 = sha256
    self.titleLines = titleLines
    self.footLines = footLines
    self.features = features
  }
}

/// The outlines or points of the rows of a table, as they stand in the file.
public struct SourceFeatures: Sendable {
  /// Rings, the first of them the outer one.
  public typealias Polygon = [[AreaMap.Point]]

  /// The polygons of each row; empty where it has no outline.
  public var polygons: [[Polygon]]
  /// The point of each row; nil where it has none.
  public var points: [AreaMap.Point?]
  /// The number of the coordinate reference system in the register of EPSG, such as 28992.
  public var epsg: Int

  /// Makes the shapes of rows.
  ///
  /// - Parameters:
  ///   - polygons: of each row; empty for a layer of points.
  ///   - points: of each row; empty for a layer of polygons.
  ///   - epsg: the number of the coordinate reference system.
  public init(polygons: [[Polygon]] = [], points: [AreaMap.Point?] = [], epsg: Int) {
    self.polygons = polygons
    self.points = points
    self.epsg = epsg
  }
}
