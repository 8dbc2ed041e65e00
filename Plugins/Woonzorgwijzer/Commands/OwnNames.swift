import WorkbenchKit

/// What figures of one's own may be called, and of which people they may be.
enum OwnNames {
  static func candidates(_ context: Context) -> [Candidate] {
    var seen: Set<String> = []
    return OwnTable.all(context.workspace).map(\.figure).filter { seen.insert($0).inserted }.map { Candidate($0) }
  }

  /// - Throws: `name.unusable`; `add.taken` for the name of a percentage, a key figure, a group of people or an area: a
  ///   line with that name would mean the figures of one's own from then on.
  static func checked(
    _ word: String, _ atlas: Atlas, _ codebook: Codebook, _ groups: [CountedGroup], _ workspace: WorkspaceHandle
  ) throws -> String {
    let name = word.trimmedOfPadding
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isPlain, name.count <= 40, name.first?.isLetter ?? false else {
      let slug = Slug.of(name)
      throw Diagnostic(
        "name.unusable",
        Text(nl: "'\(name)' kan geen naam van cijfers zijn", en: "'\(name)' cannot be a name of figures"),
        wayOut: Text(
          nl: "begin met een letter, en neem verder letters, cijfers, - en _, hooguit 40",
          en: "begin with a letter, then take letters, digits, - and _, at most 40"),
        suggestion: slug.first?.isLetter ?? false && slug != name ? "--as \(slug.prefix(40))" : nil)
    }
    let wanted = name.lowercased()
    let figures =
      codebook.measures.flatMap { [$0.name, $0.label.nl, $0.label.en] + $0.stems } + codebook.indicators.keys
    let columns = atlas.tables.flatMap { $0.table.figureNames.map(Stem.of) }
    let published = try HealthTable.all(workspace).flatMap { $0.indicators.flatMap { [$0.stem, $0.name] } }
    let isTaken = (figures + columns + published).contains { $0.lowercased() == wanted }
    let group = groups.first { group in
      ([group.id, group.label.nl, group.label.en] + group.names).contains { $0.lowercased() == wanted }
    }
    if isTaken || group != nil || AreaCode.given(name) != nil {
      throw Diagnostic(
        "add.taken",
        isTaken
          ? Text(
            nl: "'\(name)' is al de naam van een cijfer van CBS of RIVM",
            en: "'\(name)' is already the name of a figure of CBS or RIVM")
          : group.map { group in
            Text(
              nl: "'\(name)' is al de naam van een groep: \(group.label.nl)",
              en: "'\(name)' is already the name of a group: \(group.label.en)")
          } ?? Text(nl: "'\(name)' lijkt op de code van een gebied", en: "'\(name)' looks like the code of an area"),
        wayOut: Text(nl: "geef een andere naam met --as", en: "give another name with --as"),
        suggestion: "--as eigen-\(Slug.of(name))")
    }
    return name
  }

  /// The age group that a word names.
  ///
  /// - Throws: `age.unknown`.
  static func base(_ word: String, _ codebook: Codebook) throws -> String {
    if ["alle", "all", "iedereen", "inwoners", "everybody", "inhabitants"].contains(word.lowercased()) {
      return AgeRange.all.label
    }
    if let age = codebook.age(word) ?? codebook.age(word + "+") { return age.name }
    let names = codebook.ages.map(\.name)
    throw Diagnostic(
      "age.unknown",
      Text(nl: "niet bekend is hoeveel mensen '\(word)' telt", en: "it is not known how many people '\(word)' has"),
      wayOut: Text(nl: "kies alle, 18+ of 65+", en: "choose all, 18+ or 65+"),
      suggestion: NearestWord.best(word, among: names))
  }

  /// Whether a unit means people.
  static func isPeople(_ unit: String) -> Bool {
    [
      "personen", "persons", "mensen", "people", "inwoners", "inhabitants", "cliënten", "clienten", "clients",
      "bewoners",
      "residents", "ouderen", "deelnemers", "mantelzorgers",
    ].contains(unit.lowercased().trimmedOfPadding)
  }
}
