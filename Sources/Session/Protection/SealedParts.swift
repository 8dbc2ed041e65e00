@_spi(Host) import WorkbenchKit

/// Parts of the workspace in which something is hidden: what may be read of them everywhere, and beside it the whole of them
/// sealed, which only the key of this workspace on this machine opens.
///
/// So nothing hidden stands in the file, and all that is worked out with it stays as it was.
extension Redactor {
  /// Returns a part without what is hidden, or nil where nothing of it is.
  func redacted(_ part: Part, in section: PartName.Section) throws -> Part? {
    let before = hits
    let clean = try shown(part, in: section)
    return hits == before ? nil : Part(clean)
  }

  /// Returns a part with what is hidden sealed, or nil where nothing of it is.
  func sealed(_ part: Part, in section: PartName.Section, _ lineage: String) throws -> Part? {
    let whole = unsealed(part, lineage)
    // A seal that cannot be opened here is all that is left of the whole: it goes on as it is.
    let old = whole == nil ? part.seal : nil
    let part = whole ?? readable(part)
    let before = hits
    let seal = { old ?? self.seal(part, lineage) }
    if section == .tables {
      let clean = redacted(try part.table())
      guard hits > before else { return nil }
      return Part(canonical: TableCodec.encode(clean, beside: (Part.sealKey, seal())))
    }
    let clean = try shown(part, in: section)
    guard hits > before else { return nil }
    switch clean {
    case .object(var members):
      members[Part.sealKey] = .string(seal())
      return Part(canonical: Array(JSON.object(members).canonical.utf8))
    // Of a title or another text of a person's own the rest may be read.
    case .string where (try? part.json())?.string != nil:
      return Part(canonical: Array(JSON.object([Part.sealKey: .string(seal()), Self.textKey: clean]).canonical.utf8))
    default: return Part(canonical: Array(JSON.object([Part.sealKey: .string(seal())]).canonical.utf8))
    }
  }

  /// Returns the changes of a step with what is hidden sealed.
  ///
  /// - Throws: `redact.name` where the name of a part is itself hidden: another name has to be chosen.
  func sealed(_ changes: [PartName: Part?], _ lineage: String) throws -> [PartName: Part?] {
    guard !isEmpty else { return changes }
    var result = changes
    for case (let name, let part?) in changes {
      if isHiddenName(name) { throw Self.hiddenName }
      if let sealed = try sealed(part, in: name.section, lineage) { result[name] = sealed }
    }
    return result
  }

  /// Returns a part as it was written, where its seal can be opened; else what may be read of it everywhere.
  func opened(_ part: Part, _ lineage: String) -> Part { unsealed(part, lineage) ?? readable(part) }

  /// Beside the seal of a text what may be read of it.
  private static let textKey = "leerkring.text"

  /// The text that stands beside a seal; the part itself where none does.
  private func readable(_ part: Part) -> Part {
    guard part.seal != nil, let members = (try? part.json())?.object, members.count == 2,
      let text = members[Self.textKey]?.string
    else { return part }
    return Part(.string(text))
  }

  private func unsealed(_ part: Part, _ lineage: String) -> Part? {
    guard let seal = part.seal else { return nil }
    // The type is said: of an optional, nothing made yet would pass for nil made before.
    let made = try? part.derived("leerkring.opened") { () throws -> Part in
      guard let bytes = Self.bytes(ofSeal: seal).flatMap({ vault.open($0, of: lineage) }) else { throw Shut() }
      return Part(canonical: bytes)
    }
    return made
  }

  private struct Shut: Error {}

  private func seal(_ part: Part, _ lineage: String) -> String {
    Self.version + Self.hexadecimal(vault.seal(part.canonical(), of: lineage))
  }

  /// A part as JSON without what is hidden; the words that make the form of a result are none of its words.
  private func shown(_ part: Part, in section: PartName.Section) throws -> JSON {
    switch section {
    case .tables: return try JSONReader.parse(TableCodec.encode(redacted(try part.table())))
    case .results:
      guard var kept = try? KeptResult(name: "", json: part.json()) else { return redacted(try part.json()) }
      kept.result.line = redacted(kept.result.line)
      kept.result.provenance = redacted(kept.result.provenance)
      kept.result.output.blocks = kept.result.output.blocks.map(redacted)
      return try kept.json()
    // Whole numbers of ours.
    case .schemas: return try part.json()
    default: return redacted(try part.json())
    }
  }

  // MARK: Names

  /// Whether a person chose the name of a part: those that are ours may be like a hidden word.
  static func isChosen(_ name: PartName) -> Bool {
    switch name.section {
    case .results: true
    case .documents: name.name.contains(".")
    case .about, .schemas, .settings, .tables: false
    }
  }

  /// Whether a hidden word stands in a name that a person chose.
  func isHiddenName(_ name: PartName) -> Bool { Self.isChosen(name) && redacted(name.name) != name.name }
}
