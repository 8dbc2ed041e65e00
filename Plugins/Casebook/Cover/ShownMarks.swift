import WorkbenchKit

/// Which examples there are of a kind, what they are asked, and how each stands at it.
struct ShownMarks {
  let origin: CoverSets.Origin
  let examples: [ShelvedCase]
  let asked: [KnowledgeTerm]

  /// - Throws: `knowledge.damaged`, `document.damaged`.
  init(_ origin: CoverSets.Origin, in context: Context) throws {
    self.origin = origin
    let shelf = try context.shelf
    switch origin {
    case .cases: (examples, asked) = (shelf.filter { [.example, .own].contains($0.kind) }, try context.questions)
    case .initiatives: (examples, asked) = (shelf.filter { $0.kind == .initiative }, try context.central)
    case .pilots: (examples, asked) = (shelf.filter { $0.kind == .pilot }, try context.tasks)
    }
  }

  /// Whether what is asked goes by its number.
  var isShort: Bool { origin != .cases }

  func mark(_ one: ShelvedCase, _ asked: String) -> CellMatrix.Mark {
    guard let record = one.record else { return one.own?.answers(to: asked).isEmpty == false ? .present : .unknown }
    switch origin {
    case .cases: return record.answer(asked).map { $0.isPartly ? .partly : .present } ?? .absent
    case .initiatives:
      return record.central.first { $0.question == asked }.map { $0.mark == .present ? .present : .partly } ?? .absent
    case .pilots: return record.task == asked ? .present : .absent
    }
  }

  var heading: Text {
    switch origin {
    case .cases, .initiatives: Text(nl: "vraag", en: "question")
    case .pilots: Text(nl: "opgave", en: "task")
    }
  }

  var title: Text {
    switch origin {
    case .cases: Text(nl: "Casussen en vragen", en: "Cases and questions")
    case .initiatives: Text(nl: "Initiatieven en centrale vragen", en: "Initiatives and central questions")
    case .pilots: Text(nl: "Pilots en opgaven", en: "Pilots and tasks")
    }
  }

  /// What every example shows, or what none does.
  ///
  /// - Parameter present: of what is asked how many examples show it.
  func answer(_ present: [Int]) -> Text {
    let kind = origin.kind
    let many = origin == .pilots ? Text(nl: "opgaven", en: "tasks") : Text(nl: "vragen", en: "questions")
    let all = Text.counted(asked.count, heading, many)
    let bare = asked.indices.filter { present[$0] == 0 }.map { asked[$0] }
    if !bare.isEmpty {
      let verb = Text.plural(bare.count, Text(nl: "heeft", en: "has"), Text(nl: "hebben", en: "have"))
      let listed = Text.joined(bare.map { isShort ? .verbatim("\($0.id) ") + $0.label : $0.label }, by: "; ")
      return Text(
        nl: "\(bare.count) van de \(all.nl) \(verb.nl) geen \(kind.label.nl): \(listed.nl)",
        en: "\(bare.count) of the \(all.en) \(verb.en) no \(kind.label.en): \(listed.en)")
    }
    let rare = asked.indices.filter { present[$0] < examples.count }
    guard origin == .cases, !rare.isEmpty else {
      return Text(nl: "Elk van de \(all.nl) heeft een \(kind.label.nl)", en: "Each of the \(all.en) has an example")
    }
    let listed = Text.joined(rare.map { asked[$0].label + .verbatim(" (\(present[$0]))") }, by: "; ")
    return Text(
      nl:
        "\(asked.count - rare.count) van de \(all.nl) zijn door alle \(examples.count) beantwoord; niet door alle: \(listed.nl)",
      en: "\(asked.count - rare.count) of the \(all.en) are answered by all \(examples.count); not by all: \(listed.en)"
    )
  }
}
