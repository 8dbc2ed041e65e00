extension Scaffold {
  var pluginText: String {
    """
    import WorkbenchKit

    @_cdecl("\(manifest.entrySymbol)")
    public func entry() -> UnsafeMutableRawPointer? { PluginBox.export(\(name.type)()) }

    struct \(name.type): Plugin {
      // As in Knowledge/manifest.json.
      let name = "\(name.word)"
      let version = "\(manifest.version)"

      func register(with registrar: inout Registrar) {
        registrar.add(ShowCommand(dataFolder: registrar.dataFolder))
      }
    }

    """
  }

  var commandText: String {
    #"""
    import WorkbenchKit

    /// `\#(name.word) show ENTRY`
    struct ShowCommand: UntypedCommand {
      let dataFolder: String

      var signature: Signature {
        Signature(
          "\#(name.word) show",
          aliases: ["\#(name.word) toon"],
          summary: Text(nl: "toon een gegeven met zijn bron", en: "show an entry with its source"),
          parameters: [
            .argument("entry", about: Text(nl: "de naam van het gegeven", en: "the name of the entry"))
          ],
          // Help and test at once: 'swift test' types them and compares the code of the error.
          examples: [
            Signature.Example(
              "\#(example)", Text(nl: "een gegeven dat meekomt", en: "an entry that ships")),
            Signature.Example(
              "\#(name.word) show exmaple", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
              failsWith: "entry.unknown"),
          ])
      }

      func run(_ call: Call, in context: Context) throws -> Output {
        let word = call.text("entry") ?? ""
        let entries = try Entry.all(in: dataFolder, context)
        guard let entry = entries.first(where: { $0.name == word }) else {
          throw Diagnostic(
            "entry.unknown",
            Text(nl: "er is geen gegeven '\(word)'", en: "there is no entry '\(word)'"),
            wayOut: Text(
              nl: "kies uit: \(entries.map(\.name).joined(separator: ", "))",
              en: "choose from: \(entries.map(\.name).joined(separator: ", "))"),
            suggestion: NearestWord.best(word, among: entries.map(\.name)), place: call.place(of: "entry"))
        }
        context.workspace.note(entry.source)
        var facts = Facts()
        facts.add("entry", .text(entry.name), label: Text(nl: "gegeven", en: "entry"))
        facts.add("about", .text(entry.about(context.language)), label: Text(nl: "wat het is", en: "what it is"))
        facts.add("evidence", .text(entry.evidence.rawValue), label: Text(nl: "soort kennis", en: "kind of knowledge"))
        return Output([.facts(facts), .sources([entry.source])])
      }
    }

    """#
  }

  var entryText: String {
    #"""
    import WorkbenchKit

    /// One item of the plugin's data, with where it comes from.
    struct Entry: Sendable {
      let name: String
      let about: Text
      let evidence: Evidence
      let source: Source

      /// Reads Data/entries.json.
      ///
      /// - Throws: what reading throws; `entry.damaged`.
      static func all(in folder: String, _ context: Context) throws -> [Entry] {
        let path = "\(folder)/entries.json"
        let json = try JSONReader.parse(context.files.read(path, at: nil).bytes)
        return try (json["entries"]?.array ?? []).map { item in
          guard let entry = Entry(item) else {
            throw Diagnostic(
              "entry.damaged",
              Text(nl: "een gegeven in '\(path)' is niet heel", en: "an entry in '\(path)' is not whole"))
          }
          return entry
        }
      }

      private init?(_ item: JSON) {
        guard let name = item["name"]?.string, let nl = item["about"]?["nl"]?.string,
          let en = item["about"]?["en"]?.string, let evidence = item["evidence"]?.string.flatMap(Evidence.init),
          let id = item["source"]?["id"]?.string, let title = item["source"]?["title"]?.string,
          let publisher = item["source"]?["publisher"]?.string, let date = item["source"]?["date"]?.string
        else { return nil }
        self.name = name
        about = Text(nl: nl, en: en)
        self.evidence = evidence
        source = Source(id: id, title: title, publisher: publisher, date: date)
      }
    }

    """#
  }
}
