import WorkbenchKit

/// The one door by which tables of people come in: a file, a table of the workspace or a remembered one, behind the guard.
struct RespondentFile {
  let table: Table
  /// What it is called in a trace.
  let name: String
  /// 64 hexadecimal digits; empty for what is no file.
  let sha256: String
  let notices: [Notice]

  /// - Throws: `file.*`, `json.syntax`, `table.json`, `personal.found`, `column.unknown`, `variable.unknown`, `stage.notable`.
  init(_ call: Call, _ argument: String, in context: Context) throws {
    let path = call.text(argument) ?? ""
    let place = call.place(of: argument)
    let protection = Protection(call, in: context, isOfRespondents: true)
    if path.hasPrefix("$") {
      guard let held = try context.result(String(path.dropFirst()))?.table else {
        throw Diagnostic(
          "variable.unknown", Text(nl: "'\(path)' is geen onthouden tabel", en: "'\(path)' is no remembered table"),
          wayOut: Text(nl: "onthoud er een met: let t = read BESTAND", en: "remember one with: let t = read FILE"),
          place: place)
      }
      table = try protection.admit(held, from: path)
      (name, sha256) = (path, "")
    } else if let held = try context.workspace.table(path) {
      table = try protection.admit(held, from: path)
      (name, sha256) = (path, "")
    } else {
      let file = try context.read(path, at: place)
      do { table = try Self.decode(file, protection: protection) } catch let error as Diagnostic {
        throw error.at(place)
      }
      (name, sha256) = (file.name, file.sha256)
      context.workspace.note(
        InputFile(path: file.path, sha256: file.sha256, rows: table.rowCount, columns: table.columnNames))
    }
    notices = protection.notices
    guard table.rowCount > 0 else {
      throw Diagnostic(
        "table.empty", Text(nl: "'\(path)' heeft geen rijen", en: "'\(path)' has no rows"), place: place)
    }
  }

  private static func decode(_ file: ReadFile, protection: Protection) throws -> Table {
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
      return try protection.admit(records(try JSONReader.parse(bytes), file.name), from: file.name)
    }
    return try DelimitedText(
      bytes: file.bytes, options: DelimitedText.Options(name: file.name), protection: protection
    ).table()
  }

  /// An array of objects as a table; what is nested stands as JSON.
  private static func records(_ json: JSON, _ name: String) throws -> Table {
    let records = (json.array ?? []).compactMap(\.object)
    guard records.count == json.array?.count else {
      throw Diagnostic(
        "table.json", Text(nl: "'\(name)' is geen lijst van objecten", en: "'\(name)' is no array of objects"))
    }
    let keys = Set(records.flatMap(\.keys)).sorted()
    return Table(
      columns: keys.map { key in
        Column(
          key,
          values: records.map { record in
            switch record[key] {
            case nil, .some(.null): .missing
            case .some(.bool(let bool)): .boolean(bool)
            case .some(.number(let number)): .number(number)
            case .some(.string(let string)): string.isEmpty ? .missing : .text(string)
            case .some(let other): .text(other.canonical)
            }
          })
      })
  }

  /// Labels of columns and of their values: `{COLUMN: {"label": …, "levels": {VALUE: …}}}`.
  struct Labels {
    var columns: [String: String] = [:]
    var levels: [String: [String: String]] = [:]

    func column(_ name: String) -> String { columns[name] ?? name }

    /// `1.0` in the labels is `1` in the table.
    func value(_ column: String, _ value: String) -> String { levels[column]?[value] ?? value }
  }

  /// - Throws: `file.*`, `json.syntax`, `labels.form`, `personal.found`.
  static func labels(_ call: Call, _ argument: String, in context: Context) throws -> Labels {
    guard let path = call.text(argument) else { return Labels() }
    let place = call.place(of: argument)
    let file = try context.read(path, at: place)
    guard let columns = try JSONReader.parse(file.bytes).object else {
      throw Diagnostic(
        "labels.form",
        Text(nl: "'\(file.name)' is geen object met kolommen", en: "'\(file.name)' is no object of columns"),
        wayOut: .verbatim("{\"kolom\": {\"label\": \"…\", \"levels\": {\"1\": \"…\"}}}"), place: place)
    }
    var labels = Labels()
    for (name, about) in columns {
      labels.columns[name] = about["label"]?.string
      for (level, words) in about["levels"]?.object ?? [:] {
        let value = NumberText.parse(level).map(NumberText.shortest) ?? level
        labels.levels[name, default: [:]][value] = words.string
      }
    }
    let words = labels.columns.values.sorted() + labels.levels.values.flatMap(\.values).sorted()
    _ = try Protection(call, in: context).admit(Table(columns: [.texts("label", words)]), from: file.name)
    return labels
  }
}
