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

      /// How many entries a list shows at most: `set \(name.word).limit 5`.
      static let limit = Setting(
        "\(name.word).limit", .integer(1...1000), fallback: .number(20),
        about: Text(nl: "hoeveel gegevens een lijst hoogstens toont", en: "how many entries a list shows at most"))

      func register(with registrar: inout Registrar) {
        registrar.add(ListCommand())
        registrar.add(ShowCommand())
        registrar.add(RemarkCommand())\(sourceRegistration)
        registrar.add(Self.limit)
        registrar.set(RemarksDocument())
        // 'plugin doctor --load' sees by this that the data are whole.
        registrar.setKnowledgeCheck { _ = try $0.knowledge.sources($0.entries.map(\\.source), in: $0) }
      }
    }

    """
  }

  var listText: String {
    #"""
    import WorkbenchKit

    /// `\#(name.word) list`
    struct ListCommand: Command {
      struct Arguments: Sendable {
        let evidence = Argument(
          flag: "evidence", .choice(Evidence.allCases.map { Candidate($0.rawValue, $0.label) }),
          about: Text(nl: "alleen deze soort kennis", en: "only this kind of knowledge"))
      }

      static let arguments = Arguments()

      var signature: Signature {
        Signature(
          "\#(name.word) list",
          aliases: ["\#(name.word) lijst"],
          summary: Text(nl: "toon alle gegevens", en: "show all entries"),
          // Help and test at once: 'swift test' types them and compares the code of the error.
          examples: [
            .init("\#(name.word) list", Text(nl: "alle gegevens", en: "all entries")),
            .init(
              "\#(name.word) list --evidence rumour", Text(nl: "een soort die er niet is", en: "a kind that is not there"),
              failsWith: "argument.choice"),
          ])
      }

      func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
        let remarks = try Remarks(context.workspace)
        let found = try context.entries.filter { given.evidence == nil || $0.evidence.rawValue == given.evidence }
        let entries = found.prefix(context.limit)
        let table = Table(
          title: Text(nl: "Gegevens", en: "Entries"),
          columns: [
            .texts("entry", entries.map(\.id), label: Text(nl: "gegeven", en: "entry")),
            .texts("about", entries.map(\.about), label: Text(nl: "wat het is", en: "what it is"), in: context),
            .counts(
              "remarks", entries.map { remarks.of($0.id).count }, label: Text(nl: "opmerkingen", en: "remarks")),
          ])
        let shown = Text.counted(entries.count, Text(nl: "gegeven", en: "entry"), Text(nl: "gegevens", en: "entries"))
        let all = Text.count(found.count)
        var blocks: [Block] = [
          .paragraph(shown + Text(nl: " van de \(all.nl)", en: " of \(all.en)")), .table(table),
          try context.knowledge.sources(entries.map(\.source), in: context),
        ]
        let unread = Notice.unread(remarks.list, Text(nl: "opmerkingen", en: "remarks"))
        if let unread { blocks.append(.notice(unread)) }
        return Output(blocks)
      }
    }

    """#
  }

  var showText: String {
    #"""
    import WorkbenchKit

    /// `\#(name.word) show ENTRY`
    struct ShowCommand: Command {
      struct Arguments: Sendable {
        let entry = Argument(
          "entry", .named(.entry), about: Text(nl: "de naam van het gegeven", en: "the name of the entry"))
      }

      static let arguments = Arguments()

      var signature: Signature {
        Signature(
          "\#(name.word) show",
          aliases: ["\#(name.word) toon"],
          summary: Text(nl: "toon een gegeven met zijn bron", en: "show an entry with its source"),
          examples: [
            .init("\#(example)", Text(nl: "een gegeven dat meekomt", en: "an entry that ships")),
            .init(
              "\#(name.word) show exmaple", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
              failsWith: "entry.unknown"),
          ])
      }

      func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
        let entry = try given.entry.item(in: context)
        var facts = Facts()
        facts.add("entry", .text(entry.id), label: Text(nl: "gegeven", en: "entry"))
        facts.add("about", .text(entry.about(context.language)), label: Text(nl: "wat het is", en: "what it is"))
        facts.add("evidence", .text(entry.evidence.rawValue), label: Text(nl: "soort kennis", en: "kind of knowledge"))
        let remarks = try Remarks(context.workspace).of(entry.id)
        let said = remarks.map { Block.paragraph(.verbatim("\($0.role): \($0.text)")) }
        return Output([.facts(facts)] + said + [try context.knowledge.sources([entry.source], in: context)])
      }
    }

    """#
  }

  var remarkText: String {
    #"""
    import WorkbenchKit

    /// `\#(name.word) remark ENTRY TEXT --by ROLE`
    struct RemarkCommand: Command {
      struct Arguments: Sendable {
        let entry = Argument(
          "entry", .named(.entry), about: Text(nl: "over welk gegeven", en: "about which entry"))
        // Words of a person: what they hold of one does not come in.
        let text = Argument("text", .words, about: Text(nl: "wat erover gezegd wordt", en: "what is said about it"))
        let by = Argument(
          requiredFlag: "by", .role, about: Text(nl: "de rol die het zegt", en: "the role that says so"),
          candidates: { _ in RoleName.usual })
      }

      static let arguments = Arguments()

      var signature: Signature {
        Signature(
          "\#(name.word) remark",
          aliases: ["\#(name.word) opmerking"],
          summary: Text(nl: "bewaar wat een rol over een gegeven zegt", en: "keep what a role says about an entry"),
          changesWorkspace: true,
          examples: [
            .init("\#(name.word) remark example 'nog na te gaan' --by gemeente", Text(nl: "één opmerking", en: "one remark")),
            .init(
              "\#(name.word) remark example 'bel jan@example.nl' --by gemeente",
              Text(nl: "een adres van een persoon", en: "an address of a person"), failsWith: "personal.found"),
          ])
      }

      func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
        let entry = try given.entry.item(in: context)
        var remarks = try Remarks(context.workspace)
        remarks.add(Remark(entry: entry.id, role: given.by, text: given.text))
        remarks.store(in: context.workspace)
        let count = Text.counted(
          remarks.of(entry.id).count, Text(nl: "opmerking", en: "remark"), Text(nl: "opmerkingen", en: "remarks"))
        return Output([.paragraph(entry.label + .verbatim(": ") + count)])
      }
    }

    """#
  }
}
