import WorkbenchKit

/// An example as it leaves the workbench: Markdown to read, JSON to share.
struct ExamplePaper {
  let sheet: ExampleSheet
  let traits: TraitSheet
  let showsRoles: Bool
  let language: Language

  var markdown: String {
    var lines = ["# \(plain(sheet.one.label(language)))", ""]
    var question = ""
    for row in sheet.rows {
      if row.question != question || row.question == "besides" {
        lines += (question.isEmpty ? [] : [""]) + ["## \(plain(row.label(language)))", ""]
        question = row.question
      }
      let found = [row.citation?.brief(language), showsRoles ? row.role : nil, row.day?.text].compactMap { $0 }
      let behind = found.isEmpty ? "" : " (\(found.joined(separator: ", ")))"
      lines.append("- \(plain(row.text(language)))\(plain(behind))")
    }
    if !sheet.facts.isEmpty {
      lines += ["", "## \(Text(nl: "Cijfers en feiten", en: "Figures and facts")(language))", ""]
      for fact in sheet.facts {
        let since = fact.day.map { Text(nl: ", sinds ", en: ", since ") + .day($0) } ?? .verbatim("")
        let old = fact.isCurrent ? Text.verbatim("") : Text(nl: " (was)", en: " (was)")
        lines.append(
          plain(
            "- \(fact.label(language)): \(fact.value(language))\(old(language)) (\(fact.found(language))\(since(language)))"
          ))
      }
    }
    let known = traits.traits.filter { traits.entry(sheet.one.id, $0.id) != nil }
    if !known.isEmpty {
      lines += ["", "## \(Text(nl: "Kenmerken", en: "Traits")(language))", ""]
      for trait in known {
        let value = traits.entry(sheet.one.id, trait.id)?.value ?? ""
        lines.append(plain("- \(trait.label(language)): \(trait.label(of: value)(language))"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Words of persons without what Markdown would take for a sign or a tag.
  private func plain(_ words: String) -> String {
    words.reduce(into: "") { text, sign in
      if "\\`*_[]<>|#".contains(sign) { text.append("\\") }
      text.append(sign)
    }
  }

  var json: JSON {
    let answers = sheet.rows.map { row in
      JSON.members([
        "question": .string(row.question), "text": row.status.label == nil ? nil : .string(row.text(language)),
        "lines": row.citation?.lineText.map(JSON.string),
        "source": row.citation.map { .string($0.id) }, "status": .string(row.status.word),
        "by": showsRoles ? row.role.map(JSON.string) : nil, "at": row.day.map { .string($0.text) },
      ])
    }
    let facts = sheet.facts.map { fact in
      JSON.members([
        "fact": .string(fact.fact), "value": .string(fact.value(language)), "source": .string(fact.found(language)),
        "current": .bool(fact.isCurrent),
      ])
    }
    let coded = traits.traits.compactMap { trait in
      traits.entry(sheet.one.id, trait.id).map { entry in
        JSON.members([
          "trait": .string(trait.id), "value": .string(entry.value),
          "source": entry.source(in: language).map(JSON.string),
          "lines": entry.lines.map(JSON.string),
        ])
      }
    }
    let record = sheet.one.record
    let one = JSON.members([
      "id": .string(sheet.one.id), "label": .string(sheet.one.label(language)),
      "kind": .string(sheet.one.kind.rawValue),
      "place": record.map { .string($0.place(language)) }, "year": record.map { .number(Double($0.year)) },
      "answers": .array(answers), "facts": .array(facts), "traits": .array(coded),
    ])
    return .object(["format": "leerkring-case", "version": 1, "case": one])
  }
}
