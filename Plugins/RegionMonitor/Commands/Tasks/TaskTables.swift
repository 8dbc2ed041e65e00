import WorkbenchKit

/// Tasks as tables.
enum TaskTables {
  static let offered = "regio.tasks"

  static func scales(of task: RegionTask, _ placings: [Placing]) -> [String] {
    placings.filter { $0.task == task.id }.map(\.scale)
  }

  static func words(_ scales: [String], _ context: Context) throws -> Text? {
    let labels = try context.scales.labels
    return scales.isEmpty ? nil : .joined(scales.map { labels[$0] ?? .verbatim($0) }, by: "; ")
  }

  static func list(_ tasks: [RegionTask], _ placings: [Placing], _ context: Context) throws -> Table {
    let domains = try context.taskDomains.labels
    let levels = try context.levels.labels
    let scales = tasks.map { Self.scales(of: $0, placings) }
    let table = Table(
      title: Text(nl: "Opgaven", en: "Tasks"),
      columns: [
        .texts("task", tasks.map(\.id), label: Text(nl: "nr.", en: "no.")),
        .texts("label", tasks.map(\.label), label: Text(nl: "opgave", en: "task"), in: context),
        .texts("domain", tasks.map(\.domain)).asDetail(),
        .texts(
          "domain_label", tasks.map { $0.domain.flatMap { domains[$0] } },
          label: Text(nl: "leefdomein", en: "life domain"),
          in: context),
        .texts("levels", tasks.map { $0.fragment?.level }).asDetail(),
        .texts(
          "level_label", tasks.map { $0.fragment.flatMap { levels[$0.level] } }, label: Text(nl: "niveau", en: "level"),
          in: context
        ).asDetail(),
        .texts("scale", scales.map { $0.isEmpty ? nil : $0.joined(separator: ";") }).asDetail(),
        .texts(
          "scale_label", try scales.map { try words($0, context) },
          label: Text(nl: "agenda volgens bron", en: "agenda by the source"),
          in: context),
        .counts("questions", tasks.map(\.questions.count), label: Text(nl: "vragen", en: "questions")),
        .counts("pilots", tasks.map(\.pilots.count), label: Text(nl: "pilots", en: "pilots")),
        .texts("lines", tasks.map(\.lines), label: Text(nl: "regels", en: "lines")).asDetail(),
      ])
    return table.atAGlance(columns: ["task", "label", "scale_label", "questions", "pilots"])
  }

  /// A row for each task and question, with how many regions want it.
  static func offer(_ tasks: [RegionTask], _ placings: [Placing], _ context: Context) throws -> Table {
    let wanted = try context.workspace.taskBook.wanted
    let rows = tasks.flatMap { task in
      (task.questions.isEmpty ? [nil] : task.questions.map(Optional.some)).map { (task, $0) }
    }
    return Table(
      title: Text(nl: "Opgaven van regio's", en: "Tasks of regions"),
      columns: [
        .texts("task", rows.map(\.0.id)), .texts("domain", rows.map(\.0.domain)),
        .texts("level", rows.map { $0.0.fragment?.level }),
        .texts(
          "scale",
          rows.map { row in
            let scales = scales(of: row.0, placings)
            return scales.isEmpty ? nil : scales.joined(separator: ";")
          }),
        .texts("question", rows.map { $0.1?.text }, in: context),
        .counts("regions", rows.map { wanted[$0.0.id]?.count ?? 0 }),
      ])
  }
}
