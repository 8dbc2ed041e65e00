import WorkbenchKit

/// `opgave list [--domain D] [--level L] [--scale S]`: the fourteen tasks of the source.
struct TaskListCommand: Command {
  struct Arguments: Sendable {
    let domain = Argument(
      flag: "domain", .named(.domain),
      about: Text(
        nl: "leefdomein: inkomen, wonen, zorg of participatie",
        en: "life domain: inkomen (income), wonen (housing), zorg (care) or participatie"))
    let level = Argument(
      flag: "level", .named(.level),
      about: Text(
        nl: "niveau: uitvoering, organisatie of stelsel",
        en: "level: uitvoering (practice), organisatie or stelsel (system)"))
    let scale = Argument(
      flag: "scale", .named(.scale),
      about: Text(
        nl: "waar de bron haar plaatst: lokaal, bovenregionaal of landelijk",
        en: "where the source puts it: lokaal, bovenregionaal or landelijk"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de opgaven klaar als \(TaskTables.offered), voor andere plugins",
        en: "offer the tasks as \(TaskTables.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave list", aliases: ["opgave lijst"],
    summary: Text(
      nl: "noem de veertien opgaven, met waar de bron ze op de agenda zet",
      en: "list the fourteen tasks, with on whose agenda the source puts them"),
    details: Text(
      nl:
        "Vier opgaven horen bij één leefdomein; de andere raken er meer. De figuren die voorbeelden op niveaus zetten zijn verloren: van drie opgaven staat er nog "
        + "een stuk tekst, en van de andere is het niveau leeg.",
      en:
        "Four tasks belong to one life domain; the others touch more. The figures that put examples on levels are lost: of three tasks some text is left, and of "
        + "the others the level is empty."),
    changesWorkspace: true,
    next: [
      FollowUp("opgave show huisvesting", Text(nl: "één opgave, met haar vragen", en: "one task, with its questions"))
    ],
    soughtBy: ["opgaven", "tasks", "leefdomein"],
    examples: [
      .init("opgave list", Text(nl: "alle veertien", en: "all fourteen")),
      .init(
        "opgave list --scale landelijk",
        Text(nl: "wat op de landelijke agenda hoort", en: "what belongs on the national agenda")),
      .init(
        "opgave list --domain weer", Text(nl: "geen leefdomein", en: "no life domain"), failsWith: "domain.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (domain, level, scale) = (
      try given.domain?.item(in: context).id, try given.level?.item(in: context).id,
      try given.scale?.item(in: context).id
    )
    let placings = try context.placings
    let tasks = try context.tasks.filter { task in
      (domain == nil || task.domain == domain) && (level == nil || task.fragment?.level == level)
        && (scale == nil || placings.contains { $0.task == task.id && $0.scale == scale })
    }
    var blocks: [Block] = []
    if tasks.isEmpty {
      blocks.append(
        .info(
          nl: "geen opgave past daarbij; niveaus zijn alleen van drie opgaven bewaard",
          en: "no task fits; levels are kept of three tasks only"))
    }
    blocks.append(.table(try TaskTables.list(tasks, placings, context)))
    if given.offer {
      context.workspace.setTable(TaskTables.offered, to: try TaskTables.offer(tasks, placings, context))
      blocks.append(
        .info(
          nl: "klaargezet als '\(TaskTables.offered)' voor andere plugins; 'undo' neemt het terug",
          en: "offered to other plugins as '\(TaskTables.offered)'; 'undo' takes it back"))
    }
    blocks.append(try context.knowledge.sources(tasks.map(\.source), in: context))
    return Output(blocks)
  }
}
