import WorkbenchKit

/// Parameters that name things of the knowledge base, with the words that completion offers.
enum LibraryParameters {
  static func candidates<Item: Named>(_ items: @escaping @Sendable (Context) throws -> [Item])
    -> @Sendable (Context) -> [Candidate]
  {
    { context in ((try? items(context)) ?? []).map { Candidate($0.id, $0.label) } }
  }

  static func group(_ library: Library, required: Bool = true) -> Parameter {
    .argument(
      "group", required: required,
      about: Text(nl: "doelgroep: 3, 4a, ggz-c3, lvb, …", en: "target group: 3, 4a, ggz-c3, lvb, …"),
      candidates: candidates { try library.groups($0) })
  }

  /// The group that a call names; nil where it names none.
  ///
  /// - Throws: `group.unknown`.
  static func group(in call: Call, _ library: Library, _ context: Context) throws -> TargetGroup? {
    try call.text("group").map { try Kind.group.one($0, among: library.groups(context), at: call.place(of: "group")) }
  }
}
