import Session
import WorkbenchKit

/// The form in which it is kept on which lines a step hangs.
enum NeededForm {
  static func encode(_ needs: [NeededLine]) -> JSON {
    .array(
      needs.map { needed in
        var members: [String: JSON] = ["after": .number(Double(needed.after)), "line": .string(needed.line)]
        members["branch"] = needed.branch.map(JSON.string)
        members["step"] = needed.step.map { .number(Double($0)) }
        return .object(members)
      })
  }

  /// Nil where it is none.
  static func decode(_ json: JSON) -> NeededLine? {
    guard let line = json["line"]?.string, let after = json["after"]?.int else { return nil }
    return NeededLine(line: line, after: after, branch: json["branch"]?.string, step: json["step"]?.int)
  }
}

extension ObjectReader {
  mutating func needs() throws -> [NeededLine] {
    var needs: [NeededLine] = []
    try array { this in
      let before = this
      guard let needed = NeededForm.decode(try this.reader.value()) else {
        throw before.unexpected("{\"after\": …, \"line\": …}")
      }
      needs.append(needed)
    }
    return needs
  }

  mutating func language() throws -> Language {
    let before = self
    guard let language = Language(rawValue: try text()) else { throw before.unexpected("\"en\", \"nl\"") }
    return language
  }

  mutating func seed() throws -> UInt64 {
    let before = self
    // As text: not every seed is a number that a file holds to its last digit.
    guard let seed = UInt64(try text()) else { throw before.unexpected("\"0\", \"1\", …") }
    return seed
  }
}
