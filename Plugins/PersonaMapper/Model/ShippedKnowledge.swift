import WorkbenchKit

/// One of the four things that an area works on.
struct Pillar: Sendable, NamedItem, FieldItem {
  let id: String
  let label: Text
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    source = try fields["source"]
  }
}

/// Something that can be done, as a source gives it.
struct Measure: Sendable, NamedItem, FieldItem {
  let id: String
  let label: Text
  /// Nil where the source puts it under none.
  let pillar: String?
  let examples: [Text]
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    pillar = try fields["pillar"]
    examples = try fields.list("examples")
    source = try fields["source"]
  }
}

/// What the plugin knows.
extension Context {
  var shippedSets: [PersonaSet] {
    get throws {
      try knowledge.read("sets", in: self) { fields in
        let sets: [PersonaSet] = try fields["sets"]
        // What a workspace keeps unread, the plugin's own data must not hold.
        for set in sets {
          if let problem = set.unread.first?.problem {
            throw FieldProblem(problem.reason, at: ["sets", set.id] + problem.path)
          }
        }
        return sets
      }
    }
  }

  var pillars: [Pillar] { get throws { try knowledge.items("measures", list: "pillars", in: self) } }
  var measures: [Measure] { get throws { try knowledge.items("measures", in: self) } }

  /// Reads all that the plugin ever reads of its data.
  ///
  /// - Throws: `knowledge.damaged`.
  func checkKnowledge() throws {
    let cited = try shippedSets.flatMap(\.citations) + pillars.map(\.source) + measures.map(\.source)
    _ = try sources(cited)
  }

  /// The publications that citations name; nothing where nothing is cited.
  func sources(_ citations: [Citation?]) throws -> [Block] {
    citations.contains { $0 != nil } ? [try knowledge.sources(citations, in: self)] : []
  }

  /// The sets of the workspace, then those of the source that are not there.
  var allSets: [PersonaSet] {
    get throws {
      let held = try workspace.personaSets
      return held + (try shippedSets).filter { set in !held.contains { $0.id == set.id } }
    }
  }
}
