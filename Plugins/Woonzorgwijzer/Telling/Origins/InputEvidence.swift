import WorkbenchKit

/// Which inputs of an output are measured, modelled, assumed or illustrative, said in one line under it.
struct InputEvidence {
  private var inputs: [(evidence: Evidence, what: Text)] = []

  mutating func add(_ what: Text, _ evidence: Evidence) {
    if !inputs.contains(where: { $0.evidence == evidence && $0.what == what }) { inputs.append((evidence, what)) }
  }

  /// Adds a file of CBS or RIVM as what was taken from it.
  mutating func add(_ record: ImportRecord) {
    let year = record.year.map { " \($0)" } ?? ""
    let what: Text =
      switch record.kind {
      case .areas: Text(nl: "kerncijfers\(year)", en: "key figures\(year)")
      case .health: Text(nl: "percentages\(year)", en: "percentages\(year)")
      case .bridge:
        Text(nl: "overzetting met \(record.fileName)", en: "carrying over with \(record.fileName)")
      default: .verbatim(record.fileName)
      }
    add(what, record.evidence)
  }

  /// `gemeten: kerncijfers 2024; gemodelleerd: percentages 2020; aangenomen: …`
  var blocks: [Block] {
    let parts = Evidence.allCases.compactMap { evidence -> Text? in
      let these = inputs.filter { $0.evidence == evidence }.map(\.what)
      guard !these.isEmpty else { return nil }
      let list = Shown.joined(these, by: ", ")
      return Text(nl: "\(evidence.label.nl): \(list.nl)", en: "\(evidence.label.en): \(list.en)")
    }
    return parts.isEmpty ? [] : [.notice(Notice(.info, Shown.joined(parts, by: "; ")))]
  }
}
