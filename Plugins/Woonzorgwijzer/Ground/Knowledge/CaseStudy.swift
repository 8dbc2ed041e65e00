import WorkbenchKit

/// A place where it was tried: what, with whom, how it went, what came of it.
struct CaseStudy: NamedItem, FieldItem {
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

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    parties = try fields.json("parties").map { try Fields($0).list("items") } ?? []
    projects = try fields.list("projects", of: JSON.self).map { try Fields($0)["name"] }
    course = try fields.list("course")
    effects = try fields.list("effects")
    tips = try fields.list("tips")
    source = try fields["source"]
  }
}
