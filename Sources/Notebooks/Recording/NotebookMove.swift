import Session
@_spi(Host) import WorkbenchKit

/// What becomes of the paths of a notebook that is written into another folder: they are seen from the folder where it lies.
public struct NotebookMove {
  /// The values as they are seen from the other folder.
  public private(set) var values: [String: Value]
  /// The parameters of which the value is a path that looks otherwise from there.
  public private(set) var moved: [String] = []
  /// Paths that stand in the cells themselves, and lead nowhere from there.
  public let fixed: [String]

  /// - Parameters:
  ///   - folder: where the notebook lies.
  ///   - target: where it is written.
  /// - Returns: nil where both are the same folder, or the other is not there.
  public init?(_ notebook: Notebook, values: [String: Value], from folder: String, to target: String) {
    guard let here = RealPath.of(folder), let there = RealPath.of(target), here != there else { return nil }
    self.values = values
    for (name, value) in values {
      guard case .text(let path) = value, Self.leads(path, in: here) else { continue }
      self.values[name] = .text(SessionRecord.moved(path, from: here, to: there))
      moved.append(name)
    }
    moved.sort()
    let words = Set(notebook.cells.flatMap { $0.code.flatMap(Self.words) })
    fixed = words.filter { Self.leads($0, in: here) }.sorted()
  }

  /// Whether a text is a path to something that is there, seen from a folder.
  private static func leads(_ path: String, in folder: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && path != "." && !path.utf8.contains(0)
      && RealPath.of("\(folder)/\(path)") != nil
  }

  /// The words of a line, those in quotes whole and in pieces; not the file behind `to svg`, which is written anew.
  private static func words(_ line: String) -> [String] {
    let quoted = line.split { $0 == "'" || $0 == "\"" }.map(String.init)
    let bare = line.split { " \t'\"=|,".contains($0) }.map(String.init)
    let read = bare.indices.filter { $0 < 2 || !["to", "naar"].contains(bare[$0 - 2]) }.map { bare[$0] }
    return quoted + read
  }
}
