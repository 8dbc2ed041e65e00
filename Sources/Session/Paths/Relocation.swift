@_spi(Host) import WorkbenchKit

extension Workspace {
  /// Returns the workspace with its paths as they are seen from another folder: of files that lie in or under it, and of others the bare
  /// name.
  ///
  /// - Parameters:
  ///   - home: the folder in which the workspace is to lie.
  ///   - bases: folders from which relative paths may be seen, the likeliest first.
  public func relocated(to home: String, from bases: [String]) throws -> Workspace {
    guard let home = RealPath.of(home) else { return self }
    var places: [String: String] = [:]
    for input in inputPaths where places[input] == nil { places[input] = Self.place(input, bases, home) }
    let paths = WrittenPaths(places: places, from: home)
    guard !paths.isEmpty else { return self }
    let here = try current.written(paths)
    return Workspace(
      lineage: lineage, serial: serial, parts: here.parts.mapValues(\.part), log: here.log, branch: branch,
      others: try others.mapValues { try $0.written(paths) })
  }

  /// The paths of all files that steps and kept results name.
  private var inputPaths: Set<String> {
    var found: Set<String> = []
    for branch in branches.values {
      for step in branch.log.done + branch.log.undone {
        found.formUnion(step.record.inputs.map(\.path))
        for needed in step.record.needs { found.formUnion(Self.absolute(in: needed.line)) }
        found.formUnion(Self.absolute(in: step.record.line))
      }
      for (name, held) in branch.parts where name.section == .results {
        let inputs = (try? held.part.json())?["provenance"]?["inputs"]?.array ?? []
        found.formUnion(inputs.compactMap { $0["file"]?.string })
      }
    }
    return found
  }

  /// The words of a line that are absolute paths.
  private static func absolute(in line: String) -> [String] {
    guard line.contains("/") else { return [] }
    return line.split { " \t\n'\"=,|".contains($0) }.map { $0.split(separator: "!").first ?? $0 }.filter {
      $0.hasPrefix("/") && $0.dropFirst().contains { $0.isLetter }
    }.map(String.init)
  }

  /// Where a file is; for one that is not there what makes its bare name of it, or nil where it stays.
  private static func place(_ path: String, _ bases: [String], _ home: String) -> String? {
    if path.hasPrefix("/") { return RealPath.of(path) ?? path }
    for base in bases { if let place = RealPath.of("\(base)/\(path)") { return place } }
    // What is beside nothing here says only where it once was.
    return path.hasPrefix("../") || path.contains("/../") ? "/" + (path.split(separator: "/").last ?? "") : nil
  }
}

extension Branch {
  fileprivate func written(_ paths: WrittenPaths) throws -> Branch {
    let parts = try self.parts.reduce(into: [PartName: Part]()) { parts, held in
      parts[held.key] = try paths.part(held.value.part, in: held.key.section)
    }
    let written = { (step: Step) in
      Step(number: step.number, record: paths.record(step.record), other: try paths.changes(step.other))
    }
    return Branch(
      parts: parts,
      log: Log(
        done: try log.done.map(written), undone: try log.undone.map(written), nextNumber: log.nextNumber))
  }
}
