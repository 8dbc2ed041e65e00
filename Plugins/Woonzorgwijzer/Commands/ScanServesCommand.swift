import WorkbenchKit

/// `wzw scan serves`: which groups a building block serves, as one role says.
struct ScanServesCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument(about: CircleArguments.aboutBlockArea)
    let block = CircleArguments.block
    let groups = Argument(
      list: "group", .named(.group), about: Text(nl: "doelgroepen: 3, 4a, lvb, …", en: "target groups: 3, 4a, lvb, …"))
    let by = CircleArguments.role()
    let not = Argument(toggle: "not", about: Text(nl: "neem het terug", en: "take it back"))
  }

  static let arguments = Arguments()

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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let area = try given.area.found(in: Atlas(context.workspace))
    let block = try given.block.item(in: context)
    let groups = try given.groups.map { try $0.item(in: context) }
    var scans = try AreaScans(context.workspace)
    for group in groups { scans[area.code].set(block.id, serves: group.id, !given.not, by: given.by) }
    try scans.store(in: context.workspace)
    let sheet = ScanSheet(try context.serviceArea.blocks, scans[area.code], name: area.name)
    return Output([.table(sheet.table(context, only: [block.id]))] + Demo.notice(for: [area]))
  }
}
