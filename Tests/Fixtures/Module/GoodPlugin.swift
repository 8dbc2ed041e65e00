import WorkbenchKit

@_cdecl("leerkring_good_entry")
public func goodEntry() -> UnsafeMutableRawPointer? { PluginBox.export(GoodPlugin()) }

/// Does all that a plugin can do, and nothing else.
struct GoodPlugin: Plugin {
  let name = "good"
  let version = "1.2.3"

  func register(with registrar: inout Registrar) {
    registrar.add(GreetCommand(dataFolder: registrar.dataFolder))
    registrar.add(GreetPersonCommand())
    registrar.add(GreetPeopleCommand())
    registrar.add(
      Setting("greeting", .words, fallback: .text("dag"), about: Text(nl: "de groet", en: "the greeting")))
    registrar.set(GreetingDocument())
  }
}

/// Says where the plugin's data lie, and fails when it is told to.
struct GreetCommand: Command {
  struct Arguments: Sendable {
    let fail = Argument(toggle: "fail", about: Text(nl: "geeft een fout", en: "gives an error"))
  }

  static let arguments = Arguments()

  let dataFolder: String

  var signature: Signature {
    Signature(
      "greet folder",
      summary: Text(nl: "zegt waar de gegevens liggen", en: "says where the data lie"),
      examples: [
        Signature.Example("greet folder", Text(nl: "de map", en: "the folder")),
        Signature.Example("greet folder --fail", Text(nl: "een fout", en: "an error"), failsWith: "greet.asked"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if given.fail {
      throw Diagnostic("greet.asked", Text(nl: "er is om een fout gevraagd", en: "an error was asked for"))
    }
    var facts = Facts()
    facts.add("folder", .text(dataFolder))
    return Output(facts)
  }
}

struct GreetingDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = ["name", "telephone"]

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}

/// Keeps a person, whose name and telephone are personal.
struct GreetPersonCommand: Command {
  // Looked up by nobody: what is personal here is sealed in the file, and so may come in.
  struct Arguments: Sendable {
    let name = Argument("name", .name, about: Text(nl: "de naam", en: "the name"))
    let telephone = Argument(flag: "telephone", .name, about: Text(nl: "het nummer", en: "the number"))
    let fail = Argument(toggle: "fail", about: Text(nl: "geeft daarna een fout", en: "gives an error after it"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "greet person", summary: Text(nl: "bewaart een persoon", en: "keeps a person"), changesWorkspace: true, examples: []
  )

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var people = try context.workspace.document("people")?["people"]?.array ?? []
    people.append(["name": .string(given.name), "telephone": .string(given.telephone ?? ""), "greeted": 1])
    context.workspace.setDocument("people", to: ["people": .array(people)])
    if given.fail { throw Diagnostic("greet.asked", .verbatim("not \(given.name)")) }
    return Output([.paragraph(.verbatim("dag \(given.name)"))])
  }
}

/// Gives the people as a table, and their names in a sentence.
struct GreetPeopleCommand: Command {
  let signature = Signature("greet people", summary: Text(nl: "de personen", en: "the people"), examples: [])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let people = try context.workspace.document("people")?["people"]?.array ?? []
    let names = people.map { $0["name"]?.string ?? "" }
    return Output([
      .paragraph(.verbatim("dag " + names.joined(separator: ", "))),
      .table(
        Table(columns: [
          .texts("name", names), .texts("who", names),
          .numbers("length", names.map { Double($0.count) }),
        ])),
    ])
  }
}
