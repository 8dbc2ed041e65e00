import WorkbenchKit

extension Manifest {
  /// The manifest as a person reads it: a member a line, in the order of the schema, ended by a line break.
  public var written: [UInt8] {
    var kitMembers: [(String, PrettyJSON)] = [
      ("version", .plain(.string(kit.version))), ("digest", .plain(.string(kit.digest))),
    ]
    if let fingerprint = kit.fingerprint { kitMembers.append(("fingerprint", .plain(.string(fingerprint)))) }
    var members: [(String, PrettyJSON)] = [
      ("format", .plain(.number(Double(Self.format)))),
      ("name", .plain(.string(name))),
      ("version", .plain(.string(version))),
      ("module", .plain(.string(module))),
      ("data", .plain(.string(data))),
      ("kit", .object(kitMembers)),
      ("summary", .text(summary)),
      (
        "nouns",
        .list(
          nouns.map { noun in
            .object([
              ("noun", .plain(.string(noun.noun))),
              ("aliases", .plain(.array(noun.aliases.map(JSON.string)))),
              ("summary", .text(noun.summary)),
            ])
          })
      ),
    ]
    if !sources.isEmpty { members.append(("sources", .list(sources.map(Self.written)))) }
    if !sinks.isEmpty {
      members.append(
        ("sinks", .list(sinks.map { .object([("form", .plain(.string($0.form))), ("summary", .text($0.summary))]) })))
    }
    if !libraries.isEmpty { members.append(("libraries", .plain(.array(libraries.map(JSON.string))))) }
    if !programs.isEmpty { members.append(("programs", .plain(.array(programs.map(JSON.string))))) }
    members += [
      (
        "documents",
        .list(
          documents.map { document in
            .object([
              ("name", .plain(.string(document.name))), ("schema", .plain(.number(Double(document.schema)))),
            ])
          })
      ),
      ("permissions", .plain(.array(permissions.map { .string($0.rawValue) }))),
      ("licence", .plain(.string(licence))),
    ]
    if let sha256 { members.append(("sha256", .plain(.string(sha256)))) }
    var writer = PrettyJSON.Writer()
    writer.put(.object(members))
    return writer.bytes + [0x0A]
  }

  private static func written(_ source: Source) -> PrettyJSON {
    .object([
      ("name", .plain(.string(source.name))), ("endings", .plain(.array(source.endings.map(JSON.string)))),
      ("schemes", .plain(.array(source.schemes.map(JSON.string)))),
      ("magic", .plain(.array(source.magic.map(JSON.string)))), ("summary", .text(source.summary)),
    ])
  }
}
