import WorkbenchKit

extension Timeline {
  /// The rows as a table: what, start, end, who, source, and the group where there are groups.
  func table(_ language: Language) -> Table {
    func texts(_ name: String, _ label: Text, _ values: [Text?]) -> Column? {
      values.contains { $0 != nil } ? .texts(name, values.map { $0?(language) }, label: label) : nil
    }
    return Table(
      columns: [
        texts("group", Text(nl: "groep", en: "group"), rows.map(\.group)),
        .texts("what", rows.map { $0.what(language) }, label: Text(nl: "wat", en: "what")),
        .texts("start", rows.map(\.start.text), label: Text(nl: "begin", en: "start")),
        .texts("end", rows.map { $0.end?.text }, label: Text(nl: "eind", en: "end")),
        texts("who", Text(nl: "wie", en: "who"), rows.map(\.who)),
        texts("source", Text(nl: "bron", en: "source"), rows.map(\.source)),
      ].compactMap { $0 })
  }
}
