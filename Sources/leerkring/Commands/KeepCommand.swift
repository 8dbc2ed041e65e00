import Session
@_spi(Host) import WorkbenchKit

/// `keep NAME [--as OTHER] [--last]`
struct KeepCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument(
      "name", .name,
      about: Text(nl: "de naam waaronder 'let' het onthoudt", en: "the name under which 'let' remembers it"))
    let other = Argument(
      flag: "as", .words, about: Text(nl: "bewaar onder een andere naam", en: "keep under another name"))
    let last = Argument(
      toggle: "last",
      about: Text(nl: "bewaar het laatste antwoord onder deze naam", en: "keep the last answer under this name"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "keep",
    aliases: ["bewaar"],
    summary: Text(nl: "bewaar een uitkomst in de werkruimte", en: "keep a result in the workspace"),
    details: Text(
      nl:
        "Wat met 'let' is onthouden, verdwijnt met de sessie; wat bewaard is, blijft, met zijn herkomst. Van een uitkomst uit een database "
        + "blijven de rijen tot zoveel cellen als 'set db.keep' zegt; daarboven alleen waar zij vandaan kwam, met haar SHA-256.",
      en:
        "What 'let' remembers goes with the session; what is kept stays, with where it came from. Of a result out of a database the rows "
        + "stay up to as many cells as 'set db.keep' says; beyond that only where it came from, with its SHA-256."),
    changesWorkspace: true,
    next: [
      FollowUp("why {name}", Text(nl: "waar het vandaan komt", en: "where it comes from"))
    ],
    examples: [
      Signature.Example(
        "keep uitkomst", Text(nl: "wat 'let uitkomst = …' onthield", en: "what 'let uitkomst = …' remembered")),
      Signature.Example(
        "keep risico --last", Text(nl: "het antwoord dat er net kwam", en: "the answer that has just come")),
      Signature.Example(
        "keep nergens", Text(nl: "een naam die niet onthouden is", en: "a name that is not remembered"),
        failsWith: "variable.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "name" else { return [] }
    return session.remembered.keys.sorted().map { Candidate($0) }
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    if given.last {
      guard let last = session.last else {
        throw Diagnostic(
          "result.missing", Text(nl: "er is nog geen antwoord om te bewaren", en: "there is no answer yet to keep"),
          wayOut: Text(nl: "geef eerst een opdracht", en: "give a command first"), place: given.place(of: \.last))
      }
      return try keep(last, as: given.other ?? name, of: last.line, in: session, context)
    }
    let result: RunResult
    switch session.remembered[name] {
    case .result(let remembered): result = remembered
    case .value(let value):
      var facts = Facts()
      facts.add(name, value)
      result = RunResult(output: Output(facts), provenance: Provenance(), line: given.line, owner: nil)
    case nil:
      throw Diagnostic(
        "variable.unknown",
        Text(nl: "'\(name)' is niet onthouden", en: "'\(name)' is not remembered"),
        wayOut: Text(
          nl: "onthoud eerst iets met: let \(name) = …; het laatste antwoord bewaart u met: keep \(name) --last",
          en: "first remember something with: let \(name) = …; the last answer is kept with: keep \(name) --last"),
        suggestion: NearestWord.best(name, among: session.remembered.keys), place: given.place(of: \.name))
    }
    return try keep(result, as: given.other ?? name, of: nil, in: session, context)
  }

  /// - Parameter line: what gave it, where that has to be said.
  private func keep(
    _ result: RunResult, as name: String, of line: String?, in session: Session, _ context: Context
  ) throws -> Output {
    let bounded = result.keeping(session.mostKept(of: result, in: context.workspace), digest: RowsDigest.of)
    // What is kept rests on what it was made of, and so does the step.
    context.workspace.merge(result.provenance)
    let kept = KeptResult(name: name, time: session.surroundings.now(), result: bounded)
    context.workspace.setPart(PartName(.results, kept.name), to: Part(try kept.json()))
    let of = line.map { Text(nl: ": het antwoord op '\($0)'", en: ": the answer to '\($0)'") }
    var blocks: [Block] = [
      .notice(Notice(.info, Text(nl: "bewaard als '\(name)'", en: "kept as '\(name)'") + (of ?? .verbatim(""))))
    ]
    if bounded.rowsDigest != nil, result.rowsDigest == nil {
      blocks.append(
        .caution(
          nl:
            "de rijen zijn niet bewaard, want het zijn er te veel (db.keep); 'why \(name) --again' zegt later nog wel of het antwoord "
            + "gelijk is. Minder rijen geeft een group of select erachter.",
          en:
            "the rows were not kept, being too many (db.keep); 'why \(name) --again' still says later whether the answer is the same. A "
            + "group or select behind it gives fewer."))
    }
    return Output(blocks)
  }
}
