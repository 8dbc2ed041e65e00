import WorkbenchKit

/// A file or a publication that was withdrawn, as the workspace keeps it: which, and because of what.
public struct RecalledSource: Sendable, Hashable {
  /// What it is called: the name of a file, or the title of a publication.
  public var name: String
  /// The digests of the files; of a publication as far as they are known.
  public var digests: [String]
  /// The identifiers of the publication; none of a file.
  public var publications: [String]
  public var because: String
  /// ISO 8601, UTC.
  public var time: String

  private static let prefix = "leerkring/recall."

  /// Makes a note of one.
  public init(
    name: String, digests: [String] = [], publications: [String] = [], because: String = "", time: String = ""
  ) {
    self.name = name
    self.digests = digests.sorted()
    self.publications = publications.sorted()
    self.because = because
    self.time = time
  }

  /// The part under which it stands.
  public var part: PartName {
    PartName(.documents, Self.prefix + String((publications.first ?? digests.first ?? "").prefix(40)))
  }

  public var json: JSON {
    [
      "because": .string(because), "digests": .array(digests.map(JSON.string)), "name": .string(name),
      "publications": .array(publications.map(JSON.string)), "time": .string(time),
    ]
  }

  /// Nil where it is none.
  public init?(_ json: JSON) {
    guard let name = json["name"]?.string else { return nil }
    self.init(
      name: name, digests: (json["digests"]?.array ?? []).compactMap(\.string),
      publications: (json["publications"]?.array ?? []).compactMap(\.string), because: json["because"]?.string ?? "",
      time: json["time"]?.string ?? "")
  }

  /// All that were recalled in a workspace, by name.
  static func all(in parts: [PartName: WorkspaceHandle.Held], opened: (Part) -> Part) -> [RecalledSource] {
    let names = parts.keys.filter { $0.section == .documents && $0.name.hasPrefix(prefix) }
    return names.sorted().compactMap { name in
      parts[name].flatMap { try? opened($0.part).json() }.flatMap(RecalledSource.init)
    }
  }

  /// Whether files or publications are among what was recalled. A digest may be given by its beginning.
  public func names(_ files: some Sequence<String>, _ sources: some Sequence<Source>) -> Bool {
    files.contains(where: isRecalled)
      || !publications.isEmpty && sources.contains { publications.contains($0.id) || $0.title == name }
  }

  /// Whether a digest, or the beginning of one, is that of a file that was recalled.
  public func isRecalled(_ sha256: String) -> Bool {
    sha256.utf8.count >= Self.shortest && digests.contains { $0.hasPrefix(sha256) || sha256.hasPrefix($0) }
  }

  /// So many digits tell files apart.
  public static let shortest = 8
}
