import WorkbenchKit

/// What became of a result since a decision was taken on it.
struct RestChange {
  let then: RestingResult
  /// Nil where it is kept no more.
  let now: RestingResult?
  /// The files behind it that are no longer the same.
  let files: [String]
  /// The parts of the workspace behind it that are no longer the same.
  let parts: [String]

  /// - Parameter digests: of the files that were looked at already.
  init(_ then: RestingResult, _ digests: inout FileDigests, in context: Context) {
    self.then = then
    let found = try? RestingResult(named: then.name, in: context)
    now = found
    var files: [String] = []
    for (path, digest) in then.inputs.sorted(by: { $0.key < $1.key }) {
      if let now = digests.digest(of: path, in: context), now != digest { files.append(path) }
    }
    self.files = files
    parts = then.parts.sorted { $0.key < $1.key }.filter { RestingResult.digest(of: $0.key, in: context) != $0.value }
      .map(\.key)
  }

  var hasOtherContent: Bool { now.map { $0.content != then.content } ?? true }
  var hasOtherVersion: Bool { now.map { $0.version != then.version } ?? false }
  var hasOtherAssumptions: Bool { now.map { Set($0.assumptions) != Set(then.assumptions) } ?? false }
  var isChanged: Bool {
    hasOtherContent || hasOtherVersion || hasOtherAssumptions || !files.isEmpty || !parts.isEmpty
  }

  /// What changed, in words; none where nothing did.
  var reasons: [Text] {
    var reasons: [Text] = []
    if now == nil { reasons.append(Text(nl: "de uitkomst is niet meer bewaard", en: "the result is kept no more")) }
    if now != nil, hasOtherContent {
      reasons.append(
        Text(nl: "de uitkomst is opnieuw bewaard en anders", en: "the result was kept anew and is different"))
    }
    if hasOtherVersion {
      let (old, new) = (then.version ?? "–", now?.version ?? "–")
      reasons.append(Text(nl: "andere versie: \(old) werd \(new)", en: "another version: \(old) became \(new)"))
    }
    if hasOtherAssumptions { reasons.append(Text(nl: "een aanname is anders", en: "an assumption is different")) }
    if !files.isEmpty {
      let listed = Text.quoted(files)
      reasons.append(
        Text(nl: "het bestand is veranderd: \(listed.nl)", en: "the file has changed: \(listed.en)"))
    }
    if !parts.isEmpty {
      let listed = Text.joined(parts.map(Self.words))
      reasons.append(
        Text(
          nl: "in de werkruimte is veranderd waar het uit kwam: \(listed.nl)",
          en: "what it came from has changed in the workspace: \(listed.en)"))
    }
    return reasons
  }

  /// What a part of the workspace is, as a person calls it.
  private static func words(_ part: String) -> Text {
    guard let name = PartName(part) else { return .verbatim(part) }
    let owner = String(name.name.prefix { $0 != "/" })
    switch name.section {
    case .documents where owner == "learningcircle":
      return Text(nl: "wat rollen in de kring hebben gezegd", en: "what roles said in the circle")
    case .documents: return Text(nl: "wat bij '\(owner)' is ingevuld", en: "what was filled in at '\(owner)'")
    case .tables: return Text(nl: "de tabel '\(name.name)'", en: "the table '\(name.name)'")
    case .settings: return Text(nl: "de instelling '\(name.name)'", en: "the setting '\(name.name)'")
    default: return .verbatim("'\(name.name)'")
    }
  }

  /// The figures that differ, then and now; where none does the first few.
  var figures: [(name: String, then: RestingFigure?, now: RestingFigure?)] {
    let new = Dictionary((now?.figures ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let old = then.figures.map { ($0.name, Optional($0), new[$0.name]) }
    let known = Set(then.figures.map(\.name))
    let added = (now?.figures ?? []).filter { !known.contains($0.name) }.map {
      ($0.name, Optional<RestingFigure>.none, Optional($0))
    }
    let all = old + added
    let differing = all.filter { $0.1?.value != $0.2?.value }
    return differing.isEmpty ? Array(all.prefix(5)) : differing
  }
}
