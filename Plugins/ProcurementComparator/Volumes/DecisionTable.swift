import WorkbenchKit

/// A decision table that is run from the top: the first row that holds decides.
struct DecisionTable: Sendable {
  struct Row: Sendable {
    /// By input, what it has to be.
    let when: [String: Bool]
    let outcome: String
    let text: Text
    let source: Citation
  }

  struct Input: Sendable {
    let id: String
    let label: Text
  }

  enum Outcome: Sendable, Equatable {
    /// The place of the row.
    case decided(Int)
    /// What has to be known before a row can be passed over or taken.
    case open([String])
  }

  let inputs: [Input]
  let rows: [Row]

  init(_ json: JSON) {
    inputs = (json["inputs"]?.array ?? []).compactMap { item in
      guard let id = item["id"]?.string, let label = item["label"].flatMap(Text.init(json:)) else { return nil }
      return Input(id: id, label: label)
    }
    rows = (json["rows"]?.array ?? []).compactMap { item in
      guard let outcome = item["outcome"]?.string, let text = item["text"].flatMap(Text.init(json:)),
        let source = Citation(item["source"])
      else { return nil }
      return Row(
        when: (item["when"]?.object ?? [:]).mapValues { $0 == "yes" }, outcome: outcome, text: text, source: source)
    }
  }

  /// - Parameter answers: by input; one that lacks is not known.
  func run(_ answers: [String: Bool]) -> Outcome {
    for (place, row) in rows.enumerated() {
      if row.when.contains(where: { answers[$0.key] == !$0.value }) { continue }
      let lacking = row.when.keys.filter { answers[$0] == nil }.sorted()
      return lacking.isEmpty ? .decided(place) : .open(lacking)
    }
    return .open([])
  }
}
