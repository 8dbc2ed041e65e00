import WorkbenchKit

/// The files on which parts and results of a branch rest, as far as its steps tell.
///
/// What a command noted of its own counts first. Beyond it counts what it read: of a table the files of the step that made it, of a
/// kept result those of that result. A document that tells the digests of its files itself, as a register of imports does, makes
/// nothing rest on all of them: there the command says which it used.
public struct RestedFiles {
  private let parts: [PartName: WorkspaceHandle.Held]
  private let steps: [Int: Step]
  /// Of each part the numbers of the steps that changed it, in order.
  private let makers: [PartName: [Int]]

  public init(_ branch: Branch) {
    parts = branch.parts
    var steps: [Int: Step] = [:]
    var makers: [PartName: [Int]] = [:]
    for step in branch.log.done {
      steps[step.number] = step
      for name in step.other.keys { makers[name, default: []].append(step.number) }
    }
    (self.steps, self.makers) = (steps, makers)
  }

  /// The files on which something rests that came about so, each once.
  public func files(of provenance: Provenance) -> [InputFile] {
    var seen: Set<PartName> = []
    return unique(files(of: provenance, &seen))
  }

  /// The files on which a part rests, each once: of a result, of a table or a document that a step wrote.
  public func files(of name: PartName) -> [InputFile] {
    var seen: Set<PartName> = []
    guard let held = parts[name] else { return [] }
    return unique(files(of: name, upTo: held.step, &seen))
  }

  private func unique(_ inputs: [InputFile]) -> [InputFile] {
    var seen: Set<[String]> = []
    return inputs.filter { seen.insert([$0.path, $0.sha256]).inserted }
  }

  private func files(of provenance: Provenance, _ seen: inout Set<PartName>) -> [InputFile] {
    let plugins = Set(provenance.reads.keys.compactMap { PartName($0).flatMap(Self.plugin) })
    return provenance.reads.sorted { $0.key < $1.key }.reduce(provenance.inputs) { files, read in
      guard read.value > 0, let name = PartName(read.key) else { return files }
      // What a plugin brought in and read again itself it accounts for file by file.
      if name.section == .tables, isRegistered(by: plugins, read.value) { return files }
      return files + self.files(of: name, upTo: read.value, &seen)
    }
  }

  /// The plugin whose document a part is; nil for any other part.
  private static func plugin(_ name: PartName) -> String? {
    name.section == .documents ? name.name.split(separator: "/").first.map(String.init) : nil
  }

  /// Whether a step wrote a table together with a document of one of these plugins.
  private func isRegistered(by plugins: Set<String>, _ number: Int) -> Bool {
    steps[number]?.other.keys.contains { name in Self.plugin(name).map(plugins.contains) ?? false } ?? false
  }

  private func files(of name: PartName, upTo number: Int, _ seen: inout Set<PartName>) -> [InputFile] {
    switch name.section {
    case .about, .schemas, .settings: return []
    case .results:
      guard seen.insert(name).inserted, let json = try? parts[name]?.part.json() else { return [] }
      return files(of: ProvenanceCodec.decode(json["provenance"] ?? .null), &seen)
    case .tables:
      var steps: Set<Int> = []
      return inputs(of: number, &steps)
    case .documents:
      let inputs = (makers[name] ?? []).filter { $0 <= number }.flatMap { steps[$0].map(Self.inputs) ?? [] }
      guard !inputs.isEmpty, let bytes = parts[name]?.part.canonical() else { return [] }
      let text = String(decoding: bytes, as: UTF8.self)
      return inputs.filter { !text.contains($0.sha256) }
    }
  }

  /// The files that a step read itself; of one that read none those of the steps on which it stood.
  private func inputs(of number: Int, _ seen: inout Set<Int>) -> [InputFile] {
    guard seen.insert(number).inserted, let step = steps[number] else { return [] }
    let own = Self.inputs(of: step)
    if !own.isEmpty { return own }
    var files: [InputFile] = []
    for basis in step.record.basis { files += inputs(of: basis, &seen) }
    return files
  }

  /// With those of a copy's steps that it took in.
  private static func inputs(of step: Step) -> [InputFile] {
    step.record.inputs + step.record.merged.flatMap(\.record.inputs)
  }
}
