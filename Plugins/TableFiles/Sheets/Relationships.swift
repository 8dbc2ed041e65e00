/// Which parts belong to a part, as the package tells in a list beside it.
struct Relationships {
  /// One of them.
  struct Link {
    /// By which the part points to it.
    let id: String
    /// The last word of what it is: `worksheet`, `styles`.
    let kind: String
    /// Its path within the package.
    let path: String
  }

  let links: [Link]

  /// Reads the list of a part; empty where there is none.
  ///
  /// - Parameter path: of the part; empty for the package itself.
  init(of path: String, in package: PackageReader) throws {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard let part = package.archive.part(list) else {
      links = []
      return
    }
    let listener = Listener()
    try package.parse(part, by: listener)
    links = try listener.found.map { found in
      guard let path = Self.resolve(found.target, from: folder) else {
        throw package.archive.problem.path(found.target)
      }
      return Link(id: found.id, kind: found.kind, path: path)
    }
  }

  func first(_ kind: String) -> Link? { links.first { $0.kind == kind } }

  /// Returns the path within the package; nil where it leads out of it.
  static func resolve(_ target: String, from folder: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private final class Listener: ElementListener {
    var found: [(id: String, kind: String, target: String)] = []

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      // What lies outside the package, such as a link to a page, is nothing to read.
      guard name.is("Relationship"), !attributes.is("TargetMode", "External"), let id = attributes.string("Id"),
        let type = attributes.string("Type"), let target = attributes.string("Target")
      else { return }
      found.append((id, type.split(separator: "/").last.map(String.init) ?? type, target))
    }

    func end(_ name: XMLName) {}
    func hear(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}
