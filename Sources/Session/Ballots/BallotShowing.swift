import WorkbenchKit

extension KeptBallot {
  /// Who answered and who did not, and on what the roles differ most: what a group talks about before it goes on.
  ///
  /// - Parameter showsRoles: whether it may be seen what each role said; a role may be one person.
  public func shown(_ language: Language, showsRoles: Bool = true) -> [Block] {
    let spreads = spreads
    var table = table(spreads, language)
    if !showsRoles {
      let names = ["question", "middle", "answers", "ungraded"]
      table = table.selecting(table.columns.indices.filter { names.contains(table.columns[$0].name) })
      if let middle = table.column("middle") { table.set(middle.asDetail(false)) }
    }
    return [.paragraph(sentence(spreads, showsRoles: showsRoles)), .table(table), .table(rolesTable(language))]
  }

  private func sentence(_ spreads: [BallotSpread], showsRoles: Bool) -> Text {
    let count = taken.count
    var text: Text
    if roles.isEmpty {
      text = .counted(
        count, Text(nl: "rol antwoordde", en: "role answered"), Text(nl: "rollen antwoordden", en: "roles answered"))
    } else {
      let answered = roles.count - open.count
      text = Text(
        nl: "\(answered) van de \(roles.count) gevraagde rollen antwoordden",
        en: "\(answered) of the \(roles.count) roles that were asked answered")
      if !open.isEmpty {
        let list = Text.list(open)
        text = text + Text(nl: "; nog niet: \(list.nl)", en: "; not yet: \(list.en)")
      }
    }
    text = text + .verbatim(". ")
    guard count > 1 else {
      return count == 0
        ? text
        : text + Text(nl: "Met één rol valt er niets te vergelijken.", en: "With one role there is nothing to compare.")
    }
    guard let most = spreads.first, let difference = most.difference, difference > 0 else {
      return text + Text(nl: "Zij antwoordden overal hetzelfde.", en: "They answered the same everywhere.")
    }
    let ends = [(most.lowestRoles, most.lowest), (most.highestRoles, most.highest)].map { roles, place in
      let who = Text.list(roles, atMost: 3)
      return most.shown(place).map { who + .verbatim(" ") + $0 } ?? who
    }
    let between: Text =
      !showsRoles || ends.allSatisfy { $0.nl.isEmpty } ? .verbatim("") : .verbatim(": ") + .joined(ends)
    return text + Text(nl: "Het verst uiteen bij '", en: "Furthest apart at '") + most.question.label + .verbatim("'")
      + between + .verbatim(".")
  }

  private func table(_ spreads: [BallotSpread], _ language: Language) -> Table {
    let isOfNumbers = answers.values.allSatisfy { if case .number = $0 { true } else { false } }
    let labels = spreads.map { $0.question.label(language) }
    var columns = [Column.texts("question", labels, label: Text(nl: "vraag", en: "question"))]
    let low = Text(nl: "laag", en: "low")
    let middle = Text(nl: "midden", en: "middle")
    let high = Text(nl: "hoog", en: "high")
    if isOfNumbers {
      columns += [
        figures("low", spreads.map(\.lowest), low),
        figures("middle", spreads.map { $0.middle.map { ($0.0 + $0.1) / 2 } }, middle).asDetail(),
        figures("high", spreads.map(\.highest), high),
        figures("difference", spreads.map(\.difference), Text(nl: "verschil", en: "difference")),
      ]
    } else {
      columns += [
        .texts("low", spreads.map { $0.shown($0.lowest)?(language) }, label: low),
        .texts("middle", spreads.map { Self.middle($0, language) }, label: middle),
        .texts("high", spreads.map { $0.shown($0.highest)?(language) }, label: high),
        .numbers(
          "difference", spreads.map { $0.difference ?? .nan }, label: Text(nl: "stappen", en: "steps"),
          format: .decimals(0)),
      ]
    }
    columns += [
      .texts(
        "low_roles", spreads.map { Self.ends($0, $0.lowestRoles) }, label: Text(nl: "wie laag", en: "who low")),
      .texts(
        "high_roles", spreads.map { Self.ends($0, $0.highestRoles) }, label: Text(nl: "wie hoog", en: "who high")),
      .counts("answers", spreads.map(\.values.count), label: Text(nl: "rollen", en: "roles")).asDetail(),
      .counts("ungraded", spreads.map(\.ungraded), label: Text(nl: "buiten de schaal", en: "off the scale"))
        .asDetail(spreads.allSatisfy { $0.ungraded == 0 }),
    ]
    return Table(title: Text(nl: "Waar de rollen verschillen", en: "Where the roles differ"), columns: columns)
      .atAGlance()
  }

  private func figures(_ name: String, _ numbers: [Double?], _ label: Text) -> Column {
    .numbers(
      name, numbers.map { $0 ?? .nan }, label: label, unit: isInProportion ? .share : nil,
      format: isInProportion ? .share(0) : .automatic)
  }

  private static func middle(_ spread: BallotSpread, _ language: Language) -> String? {
    guard let middle = spread.middle, let one = spread.shown(middle.0)?(language) else { return nil }
    guard middle.0 != middle.1, let other = spread.shown(middle.1)?(language) else { return one }
    return "\(one) – \(other)"
  }

  /// Who stands at an end; nobody where all stand there.
  private static func ends(_ spread: BallotSpread, _ roles: [String]) -> String? {
    spread.lowest == spread.highest ? nil : roles.joined(separator: ", ")
  }

  private func rolesTable(_ language: Language) -> Table {
    let all = roles + taken.keys.sorted().filter { !roles.contains($0) }
    let given = all.map { taken[$0] }
    return Table(
      title: Text(nl: "Wie antwoordde", en: "Who answered"),
      columns: [
        .texts("role", all, label: Text(nl: "rol", en: "role")),
        .counts("answered", given.map { $0?.answers.count ?? 0 }, label: Text(nl: "ingevuld", en: "filled in")),
        .counts(
          "missing", given.map { questions.count - ($0?.answers.count ?? 0) }, label: Text(nl: "open", en: "open")),
        .texts("file", given.map { $0?.file }, label: Text(nl: "bestand", en: "file")),
        .texts("sha256", given.map { $0?.sha256 }, label: .verbatim("SHA-256")).asDetail(),
      ])
  }

  /// The questions with what can be filled in, which is said once where it is the same for all.
  public func questionBlocks(_ language: Language) -> [Block] {
    let guides = questions.map { answers[$0.blank]?.guide }
    var table = questionTable(language)
    guard let guide = guides.first ?? nil, guides.allSatisfy({ $0 == guide }) else { return [.table(table)] }
    if let index = table.index(of: "possible") {
      var columns = table.columns
      columns[index] = columns[index].asDetail()
      table = Table(columns: columns)
    }
    return [.paragraph(Text(nl: "In te vullen: ", en: "To fill in: ") + guide), .table(table)]
  }

  /// The questions, each with what can be filled in.
  public func questionTable(_ language: Language) -> Table {
    Table(columns: [
      .texts("question", questions.map { $0.label(language) }, label: Text(nl: "vraag", en: "question")),
      .texts(
        "possible", questions.map { answers[$0.blank]?.guide(language) },
        label: Text(nl: "in te vullen", en: "to fill in")),
    ])
  }

  /// The command and what is the same for all, as it would be typed.
  public var asked: String {
    let settled = told.sorted { $0.key < $1.key }.map { "\($0)=\($1.joined(separator: ","))" }
    return (command + settled).joined(separator: " ")
  }

  /// How many are asked.
  public var questionCount: Int { questions.count }
  /// Who is asked.
  public var askedRoles: [String] { roles }
  /// How many answered.
  public var takenCount: Int { taken.count }
}
