import WorkbenchKit

/// `opgave agenda [--min N]`: tasks by scale, who wants what, and who could go together.
struct TaskAgendaCommand: Command {
  struct Arguments: Sendable {
    let least = Argument(
      flag: "min", .integer(1...14), default: "1",
      about: Text(nl: "hoeveel opgaven een groep minstens deelt", en: "how many tasks a group shares at least"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de opgaven klaar als \(TaskTables.offered), voor andere plugins",
        en: "offer the tasks as \(TaskTables.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave agenda", aliases: ["opgave programma"],
    summary: Text(
      nl: "zet opgaven en agenda's naast elkaar, met wie er samen aan kan werken",
      en: "lay tasks and agendas side by side, with who could work on them together"),
    details: Text(
      nl:
        "In de vakken staat hoeveel vragen de bron op die agenda zet. Een coalitie is een groep regio's die minstens --min opgaven delen, zo groot als kan: geen "
        + "regio past er nog bij zonder een gedeelde opgave te verliezen.",
      en:
        "The cells have how many questions the source puts on that agenda. A coalition is a group of regions that share --min tasks at least, as large as can be: "
        + "no region fits in without a shared task being lost."),
    changesWorkspace: true,
    soughtBy: ["coalitie", "coalition"],
    examples: [
      .init("opgave agenda", Text(nl: "wat er nu staat", en: "what stands now")),
      .init("opgave agenda --min 2", Text(nl: "groepen die er twee delen", en: "groups that share two")),
      .init(
        "opgave agenda --min 15", Text(nl: "er zijn er veertien", en: "there are fourteen"), failsWith: "argument.range"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let tasks = try context.tasks
    let placings = try context.placings
    let scales = try context.scales
    let book = try context.workspace.taskBook
    let all = try context.regionBook.all
    let regions = all.filter { region in book.wanted.values.contains { $0[region.id] != nil } }
    let matrix = CellMatrix(
      title: Text(
        nl: "Opgaven en agenda's, in vragen van de bron", en: "Tasks and agendas, in questions of the source"),
      rowHeading: Text(nl: "opgave", en: "task"), columnHeading: Text(nl: "agenda", en: "agenda"),
      rows: tasks.map { .init($0.id, label: .verbatim($0.id + " ") + $0.label) },
      columns: scales.map { .init($0.id, label: $0.label) },
      cells: tasks.map { task in
        scales.map { scale in
          let questions = placings.filter { $0.task == task.id && $0.scale == scale.id }.reduce(0) {
            $0 + $1.questions.count
          }
          return questions > 0 ? CellMatrix.Cell([], number: Double(questions)) : .empty
        }
      }, format: .decimals(0))
    let wants = regions.map { region in Set(tasks.indices.filter { book.wanted[tasks[$0].id]?[region.id] != nil }) }
    let groups = Coalitions(wants, min: given.least).groups
    var blocks: [Block] = [.paragraph(Self.answer(groups, regions, tasks, given.least))]
    if let table = Self.table(groups, regions, tasks, context) { blocks.append(.table(table)) }
    blocks.append(.matrix(matrix))
    if let table = Self.wanted(tasks, book, context) { blocks.append(.table(table)) }
    if given.offer {
      context.workspace.setTable(TaskTables.offered, to: try TaskTables.offer(tasks, placings, context))
      blocks.append(
        .info(
          nl: "klaargezet als '\(TaskTables.offered)' voor andere plugins; 'undo' neemt het terug",
          en: "offered to other plugins as '\(TaskTables.offered)'; 'undo' takes it back"))
    }
    blocks.append(
      try context.knowledge.sources(
        placings.map(\.source) + [Citation(id: "bw-mo-regio-2017", place: .verbatim("4"), lines: 888...888)],
        in: context))
    return Output(blocks)
  }

  private static func answer(
    _ groups: [Coalitions.Group], _ regions: [Region], _ tasks: [RegionTask], _ least: Int
  ) -> Text {
    guard let first = groups.first else {
      return regions.isEmpty
        ? Text(
          nl: "Nog geen regio zei waaraan zij samen wil werken.",
          en: "No region has said yet what it wants to work on together.")
        : Text(
          nl: "Nog geen twee regio's delen \(least == 1 ? "een opgave" : "\(least) opgaven").",
          en: "No two regions share \(least == 1 ? "a task" : "\(least) tasks") yet.")
    }
    let shared = Text.joined(first.tasks.map { tasks[$0].label }, by: "; ")
    return Text(
      nl: "\(first.regions.count) regio's delen: \(shared.nl).",
      en: "\(first.regions.count) regions share: \(shared.en).")
  }

  private static func table(
    _ groups: [Coalitions.Group], _ regions: [Region], _ tasks: [RegionTask], _ context: Context
  ) -> Table? {
    guard !groups.isEmpty else { return nil }
    return Table(
      title: Text(nl: "Coalities van wie wil", en: "Coalitions of the willing"),
      columns: [
        .texts("coalition", groups.indices.map { String($0 + 1) }, label: Text(nl: "groep", en: "group")),
        .texts(
          "regions", groups.map { $0.regions.map { regions[$0].id }.joined(separator: ", ") },
          label: Text(nl: "regio's", en: "regions")),
        .texts("tasks", groups.map { $0.tasks.map { tasks[$0].id }.joined(separator: ", ") }).asDetail(),
        .texts(
          "shared", groups.map { .joined($0.tasks.map { tasks[$0].label }, by: "; ") },
          label: Text(nl: "delen", en: "share"), in: context),
      ])
  }

  private static func wanted(_ tasks: [RegionTask], _ book: TaskBook, _ context: Context) -> Table? {
    let rows = tasks.map { ($0, (book.wanted[$0.id] ?? [:]).keys.sorted()) }.filter { !$0.1.isEmpty }
      .sorted { $0.1.count > $1.1.count }
    guard !rows.isEmpty else { return nil }
    return Table(
      title: Text(nl: "Wie wat wil", en: "Who wants what"),
      columns: [
        .texts("task", rows.map(\.0.id), label: Text(nl: "nr.", en: "no.")),
        .texts("label", rows.map(\.0.label), label: Text(nl: "opgave", en: "task"), in: context),
        .counts("count", rows.map(\.1.count), label: Text(nl: "regio's", en: "regions")),
        .texts("who", rows.map { $0.1.joined(separator: ", ") }, label: Text(nl: "welke", en: "which")),
      ])
  }
}
