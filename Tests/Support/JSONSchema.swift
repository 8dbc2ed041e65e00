import WorkbenchKit

/// A validator of the keywords of JSON Schema (draft 2020-12) that our schemas use.
///
/// A keyword that it does not know is an error, so that nothing of a schema goes unchecked.
public struct JSONSchema {
  let root: JSON

  public init(root: JSON) { self.root = root }

  /// What is wrong with a value, each by its path; nothing where it is valid.
  public func problems(_ value: JSON) -> [String] { problems(value, root, "$") }

  private func problems(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard let keywords = schema.object else { return schema == true ? [] : ["\(path): not allowed"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      check(value, keyword, rule, keywords).map { $0.hasPrefix("$") ? $0 : "\(path): \($0)" }
        + nested(value, keyword, rule, keywords, path)
    }
  }

  private func check(_ value: JSON, _ keyword: String, _ rule: JSON, _ schema: [String: JSON]) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "properties", "additionalProperties", "items", "propertyNames", "$ref", "anyOf": return []
    case "const": return value == rule ? [] : ["is not \(rule.canonical)"]
    case "enum": return rule.array?.contains(value) == true ? [] : ["is not one of \(rule.canonical)"]
    case "type":
      let names = rule.array?.compactMap(\.string) ?? rule.string.map { [$0] } ?? []
      return names.contains { has(value, $0) } ? [] : ["is not of type \(rule.canonical)"]
    case "minimum": return value.number.map { $0 >= rule.number ?? .nan } ?? true ? [] : ["is too small"]
    case "minLength":
      return value.string.map { $0.unicodeScalars.count >= rule.int ?? 0 } ?? true ? [] : ["is too short"]
    case "minItems": return value.array.map { $0.count >= rule.int ?? 0 } ?? true ? [] : ["has too few items"]
    case "maxItems": return value.array.map { $0.count <= rule.int ?? 0 } ?? true ? [] : ["has too many items"]
    case "required":
      guard let members = value.object else { return [] }
      return (rule.array ?? []).compactMap(\.string).filter { members[$0] == nil }.map { "lacks '\($0)'" }
    case "pattern":
      guard let text = value.string, let pattern = rule.string, let regex = try? Regex(pattern) else {
        return value.string == nil ? [] : ["the pattern is no expression"]
      }
      return text.firstMatch(of: regex) == nil ? ["does not match \(pattern)"] : []
    default: return ["the keyword '\(keyword)' is not known"]
    }
  }

  private func nested(
    _ value: JSON, _ keyword: String, _ rule: JSON, _ schema: [String: JSON], _ path: String
  ) -> [String] {
    switch keyword {
    case "$ref":
      let steps = (rule.string ?? "").split(separator: "/").dropFirst()
      let target = steps.reduce(Optional(root)) { $0?[String($1)] }
      return target.map { problems(value, $0, path) } ?? ["\(path): no schema \(rule.canonical)"]
    case "anyOf":
      // Of the branches the one that comes nearest tells what is wrong.
      let branches = (rule.array ?? []).map { problems(value, $0, path) }
      return branches.contains { $0.isEmpty } ? [] : branches.min { $0.count < $1.count } ?? ["\(path): fits no branch"]
    case "items": return (value.array ?? []).enumerated().flatMap { problems($1, rule, "\(path)[\($0)]") }
    case "propertyNames": return (value.object ?? [:]).keys.flatMap { problems(.string($0), rule, "\(path).\($0)") }
    case "properties":
      return (rule.object ?? [:]).flatMap { name, rule in
        value[name].map { problems($0, rule, "\(path).\(name)") } ?? []
      }
    case "additionalProperties":
      let known = Set(schema["properties"]?.object?.keys.map { $0 } ?? [])
      return (value.object ?? [:]).filter { !known.contains($0.key) }
        .flatMap { problems($1, rule, "\(path).\($0)") }
    default: return []
    }
  }

  private func has(_ value: JSON, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number, "integer"): value.int != nil
    default: false
    }
  }
}
