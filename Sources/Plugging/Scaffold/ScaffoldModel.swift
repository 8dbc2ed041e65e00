extension Scaffold {
  var entryText: String {
    #"""
    import WorkbenchKit

    /// One item of Data/entries.json, with where it comes from.
    struct Entry: FieldItem, NamedItem {
      let id: String
      let names: [String]
      let label: Text
      let about: Text
      let evidence: Evidence
      let source: Citation

      init(_ fields: Fields) throws {
        id = try fields["id"]
        names = try fields.list("names")
        label = try fields["label"]
        about = try fields["about"]
        guard let kind = Evidence(rawValue: try fields["evidence"]) else {
          throw FieldProblem(Text(nl: "is geen soort kennis", en: "is no kind of knowledge"), at: ["evidence"])
        }
        evidence = kind
        source = try fields["source"]
      }
    }

    extension Context {
      /// All entries; an item that cannot be read is an error that names it.
      var entries: [Entry] { get throws { try knowledge.items("entries", in: self) } }

      /// What `set \#(name.word).limit` says, else 20.
      var limit: Int { workspace.setting("\#(name.word).limit")?.number.map { Int($0) } ?? 20 }
    }

    extension Vocabulary<Entry> {
      static var entry: Vocabulary {
        Vocabulary(
          "entry", none: Text(nl: "geen gegeven", en: "no entry"),
          wayOut: Text(nl: "'\#(name.word) list' noemt ze alle", en: "'\#(name.word) list' lists them all")
        ) { try $0.entries }
      }
    }

    """#
  }

  var remarksText: String {
    #"""
    import WorkbenchKit

    /// What a role said about an entry.
    struct Remark: FieldItem {
      let entry: String
      let role: String
      let text: String
      /// What a newer version wrote besides; it is kept.
      let rest: [String: JSON]

      init(entry: String, role: String, text: String) {
        (self.entry, self.role, self.text) = (entry, role, text)
        rest = [:]
      }

      init(_ fields: Fields) throws {
        entry = try fields["entry"]
        role = try fields["role"]
        text = try fields["text"]
        rest = fields.rest
      }

      var json: JSON {
        .members(["entry": .string(entry), "role": .string(role), "text": .string(text)], rest: rest)
      }
    }

    /// The piece `remarks` of the plugin's document in the workspace.
    struct Remarks {
      private static let piece = "remarks"
      /// What cannot be read in it is kept and written back.
      private(set) var list: ReadItems<Remark>

      init(_ workspace: WorkspaceHandle) throws { list = try workspace.items(Self.piece) }

      func of(_ entry: String) -> [Remark] { list.items.filter { $0.entry == entry } }
      mutating func add(_ remark: Remark) { list.items.append(remark) }
      func store(in workspace: WorkspaceHandle) { workspace.setDocument(Self.piece, to: list.json(\.json)) }
    }

    struct RemarksDocument: Document {
      let schemaVersion = 1
      let personalFields: Set<String> = []

      func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

      // So that a role that is mistyped elsewhere is remarked on.
      func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
        Set(try Remarks(workspace).list.items.map(\.role))
      }
    }

    """#
  }
}
