import WorkbenchKit

/// `wzw scan serves`: which groups a building block serves, as one role says.
struct ScanServesCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw scan serves",
      aliases: ["wzw scan dient"],
      summary: Text(
        nl: "leg vast welke doelgroepen een bouwsteen volgens een rol dient",
        en: "keep which target groups a building block serves according to a role"),
      details: Text(
        nl:
          "De bron zegt niet welke bouwsteen welke groep dient; dat zegt de kring. --not neemt terug wat deze rol zei.",
        en:
          "The source does not say which block serves which group; the circle does. --not takes back what this role said."
      ),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of naam, ook van een eigen gebied", en: "code or name, an own area's too"),
          candidates: AreaParameters.areaCandidates),
        .argument(
          "block", about: Text(nl: "bouwsteen, zoals wijkservice", en: "building block, such as wijkservice"),
          candidates: ScanWords.blockCandidates(library)),
        .argument(
          "group", repeated: true, about: Text(nl: "doelgroepen: 3, 4a, lvb, …", en: "target groups: 3, 4a, lvb, …"),
          candidates: LibraryParameters.candidates { try library.groups($0) }),
        Parameter(
          "by", .text, position: .flag, required: true,
          about: Text(
            nl: "de rol die dit zegt: gemeente, corporatie, …", en: "the role that says so: gemeente, corporatie, …"),
          candidates: NeedWords.roleCandidates),
        .flag("not", about: Text(nl: "neem het terug", en: "take it back")),
      ],
      changesWorkspace: true,
      examples: [
        .init(
          "wzw scan serves WK990101 wijkservice 3 lvb --by gemeente",
          Text(nl: "twee doelgroepen", en: "two target groups")),
        .init(
          "wzw scan serves WK990101 wijkservice 9 --by gemeente",
          Text(nl: "een doelgroep die er niet is", en: "a group that is not there"), failsWith: "group.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let area = try AreaSearch(atlas: Atlas(context.workspace)).one(call.text("area") ?? "", at: call.place(of: "area"))
    let block = try ScanWords.block(call, library, context)
    let known = try library.groups(context)
    let groups = try call.all("group").map { argument in
      try Kind.group.one(argument.value.text ?? argument.value.plain, among: known, at: argument.place)
    }
    let role = try NeedWords.role(call.text("by") ?? "", at: call.place(of: "by"))
    var scan = try AreaScan(area.code, context.workspace)
    let before = scan.roles
    for group in groups { scan.set(block.id, serves: group.id, !call.flag("not"), by: role) }
    try scan.store(in: context.workspace)
    return Output(
      [.table(ScanSheet(try library.blocks(context), scan, name: area.name).table(context, only: [block.id]))]
        + ScanWords.newRole(role, beside: before) + Demo.notice(for: [area]))
  }
}
