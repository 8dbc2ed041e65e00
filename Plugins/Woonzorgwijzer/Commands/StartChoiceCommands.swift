import WorkbenchKit

/// `wzw start use`: takes some national starting values into use.
struct StartUseCommand: Command {
  static let arguments = StartNames()

  var signature: Signature {
    Signature(
      "wzw start use",
      aliases: ["wzw beginwaarden gebruik"],
      summary: Text(
        nl: "neem enkele landelijke beginwaarden in gebruik", en: "take some national starting values into use"),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw start use bevolking overleving",
          Text(nl: "alleen wat een vooruitblik nodig heeft", en: "only what a projection asks for")),
        .init(
          "wzw start use inkomen", Text(nl: "een beginwaarde die er niet is", en: "a starting value that is not there"),
          failsWith: "start.unknown"),
      ])
  }

  func run(_ given: Given<StartNames>, in context: Context) throws -> Output {
    let wanted = try given.names.map { try $0.item(in: context).id }
    return try StartNames.keep(
      StartingValues.inUse(context.workspace) + wanted, Text(nl: "In gebruik genomen", en: "Taken into use"), wanted,
      in: context)
  }
}

/// `wzw start drop`: takes some national starting values out of use.
struct StartDropCommand: Command {
  static let arguments = StartNames()

  var signature: Signature {
    Signature(
      "wzw start drop",
      aliases: ["wzw beginwaarden weg"],
      summary: Text(
        nl: "laat enkele landelijke beginwaarden weg", en: "leave some national starting values out"),
      details: Text(
        nl: "Zonder 'overleving' geldt 'overleving-gelijk', waarin de sterfte blijft zoals zij is.",
        en: "Without 'overleving' (falling mortality) 'overleving-gelijk' holds, in which mortality stays as it is."),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw start drop overleving",
          Text(nl: "reken met sterfte die blijft zoals zij is", en: "work with mortality as it is")),
        .init(
          "wzw start drop inkomen",
          Text(nl: "een beginwaarde die er niet is", en: "a starting value that is not there"),
          failsWith: "start.unknown"),
      ])
  }

  func run(_ given: Given<StartNames>, in context: Context) throws -> Output {
    let used = try StartingValues.inUse(context.workspace)
    let unwanted = try given.checkingEach(\.names) { name in
      let item = try name.item(in: context)
      guard used.contains(item.id) else { throw Self.notInUse(item) }
      return item.id
    }
    return try StartNames.keep(
      used.filter { !unwanted.contains($0) }, Text(nl: "Weggelaten", en: "Left out"), unwanted, in: context)
  }

  private static func notInUse(_ item: StartingName) -> Diagnostic {
    Diagnostic(
      "start.none",
      Text(nl: "'\(item.label.nl)' is niet in gebruik", en: "'\(item.label.en)' is not in use"),
      wayOut: Text(nl: "'wzw start show' zegt wat in gebruik is", en: "'wzw start show' says what is in use"),
      suggestion: "wzw start show")
  }
}

/// Which starting values.
struct StartNames: Sendable {
  let names = Argument(
    list: "name", .named(.starting),
    about: Text(nl: "bevolking, overleving, dementie, …", en: "population, survival, dementia, …"))

  /// - Parameters:
  ///   - ids: what is in use from now on.
  ///   - verb: what became of those that were named.
  static func keep(_ ids: [String], _ verb: Text, _ named: [String], in context: Context) throws -> Output {
    let figures = try context.startingFigures
    try StartingTables(figures: figures, context: context).keep(ids)
    let report = try StartingReport(context)
    let list = Text.joined(try context.startingSets.filter { named.contains($0.id) }.map(\.label), by: "; ")
    let said = Text(nl: "\(verb.nl): \(list.nl). ", en: "\(verb.en): \(list.en). ") + report.sentence
    return Output([.paragraph(said)] + report.notices)
  }
}
