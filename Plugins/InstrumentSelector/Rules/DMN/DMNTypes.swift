import Decisions
import Markup

/// The types that a DMN file defines, and what a reference to one means.
struct DMNTypes {
  /// What a value is: of one type, several, or made of parts.
  struct Meaning {
    var type = ValueType.any
    /// Its allowed values as they stand.
    var allowed: String?
    var parts: [(name: String, meaning: Meaning)] = []
    /// Whether the file says what it is; else it may be anything.
    var isDefined = true
  }

  private var items: [String: XMLElement] = [:]

  init(_ root: XMLElement) {
    for item in root.elements("itemDefinition") {
      if let name = item["name"] { items[name] = item }
    }
  }

  /// More parts no type has that a person made: types within types could be any number.
  private static let mostParts = 1000

  /// - Parameter reference: nil where no type is named: then it may be anything.
  func meaning(_ reference: String?) -> Meaning {
    guard let reference = reference?.withoutWhiteSpace, !reference.isEmpty else { return Meaning() }
    var budget = Self.mostParts
    return meaning(reference, depth: 0, &budget)
  }

  private func meaning(_ reference: String, depth: Int, _ budget: inout Int) -> Meaning {
    // The file's own types go before those of FEEL by the same name.
    if depth < 8, let item = items[reference] ?? items[Self.local(reference)] {
      return meaning(of: item, depth: depth + 1, &budget)
    }
    if let known = ValueType(word: Self.local(reference)) { return Meaning(type: known) }
    return Meaning(isDefined: false)
  }

  private func meaning(of item: XMLElement, depth: Int, _ budget: inout Int) -> Meaning {
    var found = Meaning()
    if let base = item.first("typeRef")?.text.withoutWhiteSpace, base != item["name"] {
      found = meaning(base, depth: depth, &budget)
    } else if depth < 8 {
      for part in item.elements("itemComponent") where budget > 0 {
        budget -= 1
        found.parts.append((part["name"] ?? "", meaning(of: part, depth: depth + 1, &budget)))
      }
    }
    if let allowed = item.first("allowedValues")?.first("text")?.text { found.allowed = allowed }
    if item["isCollection"] == "true" { found = Meaning(type: .list, allowed: nil, parts: found.parts) }
    return found
  }

  /// Without the prefix of a namespace: `feel:string`.
  private static func local(_ reference: String) -> String {
    reference.split(separator: ":").last.map(String.init) ?? reference
  }
}

/// What the tables of a file may name: inputs and decisions, those with parts by each of their parts.
struct DMNNames {
  private(set) var meanings: [String: DMNTypes.Meaning] = [:]

  var known: KnownNames { KnownNames(meanings.keys) }

  mutating func add(_ name: String, _ meaning: DMNTypes.Meaning) {
    guard !name.isEmpty else { return }
    guard meaning.type != .list, !meaning.parts.isEmpty else {
      meanings[name] = meaning
      return
    }
    for part in meaning.parts { add("\(name).\(part.name)", part.meaning) }
  }

  mutating func add(variableOf element: XMLElement, _ types: DMNTypes) {
    let variable = element.first("variable")
    add(variable?["name"] ?? element["name"] ?? "", types.meaning(variable?["typeRef"]))
  }

  /// The names that begin with this one and a point, without both.
  func parts(of name: String) -> [String] {
    meanings.keys.filter { $0.hasPrefix(name + ".") }.map { String($0.dropFirst(name.count + 1)) }.sorted()
  }
}
