import Session
import Store
import WorkbenchKit

/// `workspace journal FILE`
struct WorkspaceJournalCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "het journaal", en: "the journal"))
    let script = Argument(
      flag: "script", .newFile,
      about: Text(
        nl: "schrijf de opdrachten als script, om ze met 'source' over te nemen",
        en: "write the commands as a script, to take them over with 'source'"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "workspace journal",
    aliases: ["werkruimte journaal"],
    summary: Text(
      nl: "de stappen in een journaal dat opzij is gezet", en: "the steps in a journal that was set aside"),
    details: Text(
      nl: """
        Een journaal dat niet bij de stand van het bestand hoort, wordt niet gebruikt en niet weggegooid: het blijft \
        ernaast staan als BESTAND.journal.N.bak. Zo komt het dat er is teruggezet of gelijkgetrokken terwijl er stappen \
        waren. Neem over wat u mist: schrijf de opdrachten met --script, haal weg wat u niet wilt, en voer ze uit met \
        'source'.
        """,
      en: """
        A journal that does not belong to the state of the file is neither used nor thrown away: it stays beside it as \
        FILE.journal.N.bak. That happens when a file is put back or synchronised while there were steps. Take over what \
        you miss: write the commands with --script, take out what you do not want, and run them with 'source'.
        """),
    examples: [
      Signature.Example(
        "workspace journal demo.journal", Text(nl: "de stappen die erin staan", en: "the steps that stand in it")),
      Signature.Example(
        "workspace journal w.json.journal.1.bak", Text(nl: "een journaal dat er niet is", en: "one that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let place = given.place(of: \.file)
    let file = try context.files.read(given.file, at: place)
    let steps: [JournalStep]
    let isWhole: Bool
    do { (steps, isWhole) = try JournalStep.read(file.bytes, path: given.file) } catch let error as Diagnostic {
      throw error.at(place)
    }
    var output = Output(
      Table(columns: [
        .numbers("step", steps.map { Double($0.serial) }, label: Text(nl: "stap", en: "step"), format: .plain),
        .texts("command", steps.map(\.line), label: Text(nl: "opdracht", en: "command")),
        .texts("time", steps.map(\.time), label: Text(nl: "tijd", en: "time")),
      ]))
    if !isWhole {
      output.blocks.append(
        .notice(
          .caution(
            nl: "Wat in het journaal achter deze stappen staat, is niet te lezen.",
            en: "What stands behind these steps in the journal cannot be read.")))
    }
    if let path = given.script {
      let lines = steps.map { session.redacted($0.line) + "\n" }.joined()
      try context.files.write(Array(lines.utf8), to: path, at: given.place(of: \.script))
      output.blocks.append(
        .notice(
          .info(
            nl: "De opdrachten staan in '\(path)'; voer ze uit met: source '\(path)'",
            en: "The commands are in '\(path)'; run them with: source '\(path)'")))
    }
    return output
  }
}
