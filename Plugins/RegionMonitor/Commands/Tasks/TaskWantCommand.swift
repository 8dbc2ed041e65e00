import WorkbenchKit

/// `opgave want T… --by ROLE`: which regions want to work on tasks together.
struct TaskWantCommand: Command {
  struct Arguments: Sendable {
    let tasks = Argument(
      list: "tasks", .named(.task),
      about: Text(nl: "de opgaven: 3.1.7, 7 of huisvesting", en: "the tasks: 3.1.7, 7 or huisvesting"))
    let by = Argument(requiredFlag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
    let regions = Argument(
      flags: "region", .region,
      about: Text(
        nl: "voor welke regio's; anders de regio die --by noemt",
        en: "for which regions; else the region that --by names"))
    let drop = Argument(toggle: "drop", about: Text(nl: "neem het terug", en: "take it back"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "opgave want", aliases: ["opgave wil"],
    summary: Text(
      nl: "zeg aan welke opgaven een regio samen met andere wil werken",
      en: "say on which tasks a region wants to work with others"),
    changesWorkspace: true,
    next: [
      FollowUp(
        "opgave agenda", Text(nl: "wie wat wil, en wie samen kan", en: "who wants what, and who can go together"))
    ],
    examples: [
      .init(
        "opgave want huisvesting kwaliteit --region breda,almelo --by gemeente",
        Text(nl: "twee regio's", en: "two regions")),
      .init("opgave want 7 --by breda", Text(nl: "de regio zegt het zelf", en: "the region says so itself")),
      .init("opgave want 7 --by gemeente", Text(nl: "welke regio?", en: "which region?"), failsWith: "want.region"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let tasks = try given.tasks.map { try $0.item(in: context) }
    var regions = try zip(given.regions, given.places(of: \.regions)).map { try context.region($0, at: $1) }
    if regions.isEmpty {
      guard let own = (try? context.regionBook.one(given.by, at: nil))?.region else {
        throw Diagnostic(
          "want.region", Text(nl: "welke regio wil dit?", en: "which region wants this?"),
          wayOut: Text(nl: "noem haar met --region breda", en: "name it with --region breda"), suggestion: "--region",
          place: given.place(of: \.by))
      }
      regions = [own]
    }
    var book = try context.workspace.taskBook
    for task in tasks {
      for region in regions {
        if given.drop {
          book.wanted[task.id]?[region.id] = nil
        } else {
          book.wanted[task.id, default: [:]][region.id] = given.by
        }
      }
    }
    context.workspace.store(book)
    let counts = tasks.map { book.wanted[$0.id]?.count ?? 0 }
    return Output([
      .table(
        Table(
          title: Text(nl: "Wie samen wil werken", en: "Who wants to work together"),
          columns: [
            .texts("task", tasks.map(\.id), label: Text(nl: "nr.", en: "no.")),
            .texts("label", tasks.map(\.label), label: Text(nl: "opgave", en: "task"), in: context),
            .counts("regions", counts, label: Text(nl: "regio's", en: "regions")),
          ]))
    ])
  }
}
