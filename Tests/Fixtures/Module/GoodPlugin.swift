import WorkbenchKit

@_cdecl("leerkring_good_entry")
public func goodEntry() -> UnsafeMutableRawPointer? { PluginBox.export(GoodPlugin()) }

/// Does all that a plugin can do, and nothing else.
struct GoodPlugin: Plugin {
  let name = "good"
  let version = "1.2.3"

  func register(with registrar: inout Registrar) {
    registrar.add(GreetCommand(dataFolder: registrar.dataFolder))
    registrar.add(
      Setting(
        "greeting", .text, fallback: .text("dag"), about: Text(nl: "de groet", en: "the greeting")))
    registrar.set(GreetingDocument())
  }
}

/// Says where the plugin's data lie, and fails when it is told to.
struct GreetCommand: Command {
  let dataFolder: String

  var signature: Signature {
    Signature(
      "greet folder",
      summary: Text(nl: "zegt waar de gegevens liggen", en: "says where the data lie"),
      parameters: [.flag("fail", about: Text(nl: "geeft een fout", en: "gives an error"))],
      examples: [
        Signature.Example("greet folder", Text(nl: "de map", en: "the folder")),
        Signature.Example("greet folder --fail", Text(nl: "een fout", en: "an error"), failsWith: "greet.asked"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    if call.flag("fail") {
      throw Diagnostic("greet.asked", Text(nl: "er is om een fout gevraagd", en: "an error was asked for"))
    }
    var facts = Facts()
    facts.add("folder", .text(dataFolder))
    return Output(facts)
  }
}

struct GreetingDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}
