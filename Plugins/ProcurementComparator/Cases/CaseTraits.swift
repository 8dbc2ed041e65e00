import WorkbenchKit

/// A case as a list of traits with one text each: what it is on every axis, its numbers, what is told of it.
struct CaseTraits {
  struct Row {
    let trait: String
    let label: Text
    /// By case, in order; nil is `onbekend`.
    let values: [Text?]
    /// What is compared: the values without their remarks.
    let keys: [String?]
    let citations: [[Citation?]]

    /// Whether those that are known are not all the same; nil where fewer than two are known.
    var differs: Bool? {
      let known = keys.compactMap { $0 }
      return known.count < 2 ? nil : Set(known).count > 1
    }
    var isUnknown: Bool { values.allSatisfy { $0 == nil } }
  }

  let rows: [Row]

  /// - Parameter cases: one or more.
  init(_ cases: [CaseRecord], in context: Context) throws {
    let forms = try context.forms.labels
    var rows: [Row] = []
    for axis in try context.axes {
      rows.append(
        Row(
          trait: axis.id, label: axis.label,
          values: cases.map { Self.joined(($0.place[axis.id] ?? []).map { forms[$0.form] ?? .verbatim($0.form) }) },
          keys: cases.map { Self.key($0.forms(axis.id).sorted()) },
          citations: cases.map { ($0.place[axis.id] ?? []).map(\.source) }))
    }
    for trait in try context.traits {
      rows.append(
        Row(
          trait: trait.id, label: trait.label,
          values: cases.map { $0.figure(trait.id).map { Self.text($0, trait) } },
          keys: cases.map { $0.figure(trait.id).map { NumberText.shortest($0.value) } },
          citations: cases.map { $0.figure(trait.id).map { [$0.source] } ?? [] }))
    }
    for part in CaseRecord.parts {
      rows.append(
        Row(
          trait: part.name, label: part.label,
          values: cases.map { Self.joined(($0.texts[part.name] ?? []).map(\.text)) },
          keys: cases.map { Self.key(($0.texts[part.name] ?? []).map(\.text.en)) },
          citations: cases.map { ($0.texts[part.name] ?? []).map(\.source) }))
    }
    self.rows = rows
  }

  private static func joined(_ parts: [Text]) -> Text? { parts.isEmpty ? nil : Text.joined(parts, by: "; ") }

  private static func key(_ parts: [String]) -> String? { parts.isEmpty ? nil : parts.joined(separator: "; ") }

  static func text(_ figure: CaseRecord.Figure, _ trait: Trait) -> Text {
    let about = figure.isApproximate ? Text(nl: "ongeveer ", en: "about ") : .verbatim("")
    return about + trait.shown(figure.value) + .inBrackets(figure.note)
  }
}
