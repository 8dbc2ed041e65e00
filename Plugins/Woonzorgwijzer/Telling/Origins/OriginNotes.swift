import WorkbenchKit

/// What is said of where figures come from: their kinds of knowledge, what was taken for granted, the publications.
struct OriginNotes {
  let origin: FigureOrigin

  init(_ origin: FigureOrigin) { self.origin = origin }

  /// `gemeten: kerncijfers 2024; gemodelleerd: percentages 2020; aangenomen: …`
  var evidence: [Block] {
    var ingredients = origin.ingredients
    if !origin.assumptions.isEmpty {
      ingredients.append(.init(Text(nl: "zie 'Aanname'", en: "see 'Assumption'"), .assumed))
    }
    let parts = Evidence.allCases.compactMap { evidence -> Text? in
      let these = ingredients.filter { $0.evidence == evidence }.map(\.what)
      guard !these.isEmpty else { return nil }
      let list = Text.joined(these, by: ", ")
      return Text(nl: "\(evidence.label.nl): \(list.nl)", en: "\(evidence.label.en): \(list.en)")
    }
    return parts.isEmpty ? [] : [.notice(Notice(.info, Text.joined(parts, by: "; ")))]
  }

  /// A caution, and behind it what was taken for granted.
  func caution(_ text: Text) -> Block {
    .notice(
      Notice(
        .caution,
        origin.assumptions.reduce(text) {
          $0 + Text(nl: " Aanname: \($1.nl).", en: " Assumption: \($1.en).")
        }))
  }

  /// What was taken for granted, in one caution.
  ///
  /// - Parameter said: what is said already on its own.
  func assumed(as lead: Text = Text(nl: "Aanname", en: "Assumption"), besides said: [Text] = []) -> [Block] {
    let assumptions = origin.assumptions.filter { !said.contains($0) }
    if assumptions.isEmpty { return [] }
    let list = Text.joined(assumptions, by: "; ")
    return [.caution(nl: "\(lead.nl): \(list.nl).", en: "\(lead.en): \(list.en).")]
  }

  /// Which files and columns rows come from, where those are few; of many each row has its own in `origin`.
  static func ways(_ words: [String]) -> [Block] {
    words.count > 2 ? [] : words.map { .info(nl: "herkomst: \($0)", en: "origin: \($0)") }
  }

  var sources: Block { .sources(origin.sources) }
}
