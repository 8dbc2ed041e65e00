import WorkbenchKit

/// `wzw group`: the sheet of one target group.
struct GroupCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw group",
      aliases: ["wzw doelgroep"],
      summary: Text(
        nl: "toon het blad van één doelgroep: beperkingen, netwerk en wat nodig is",
        en: "show the sheet of one target group: limitations, network and what is needed"),
      parameters: [LibraryParameters.group(library)],
      examples: [
        .init("wzw group 3", Text(nl: "ouderen, groep 3", en: "elderly people, group 3")),
        .init("wzw group ggz-c3", Text(nl: "langdurige psychiatrie", en: "long-standing psychiatric problems")),
        .init(
          "wzw group 5", Text(nl: "een groep die er niet is", en: "a group that is not there"),
          failsWith: "group.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let group = try Kind.group.one(
      call.text("group") ?? "", among: library.groups(context), at: call.place(of: "group"))
    return try GroupSheet(group: group, library: library, context: context).output()
  }
}
