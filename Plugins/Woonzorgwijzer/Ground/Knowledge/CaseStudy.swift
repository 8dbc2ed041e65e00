import WorkbenchKit

/// A place where it was tried: what, with whom, how it went, what came of it.
struct CaseStudy: Named {
  let id: String
  let names: [String]
  let label: Text
  let what: Statement
  let parties: [Text]
  let projects: [String]
  let course: [Statement]
  let effects: [Statement]
  let tips: [Statement]
  let source: Citation

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let what = json["what"].flatMap(Statement.init), let source = Citation(json["source"])
    else { return nil }
    self.id = id
    self.label = label
    self.what = what
    self.source = source
    names = (json["names"]?.array ?? []).compactMap(\.string)
    parties = (json["parties"]?["items"]?.array ?? []).compactMap(Text.init(json:))
    projects = (json["projects"]?.array ?? []).compactMap { $0["name"]?.string }
    course = Statement.list(json["course"])
    effects = Statement.list(json["effects"])
    tips = Statement.list(json["tips"])
  }
}
