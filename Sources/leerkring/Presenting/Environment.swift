import CSystem
import Glibc
import WorkbenchKit

/// What the surroundings say about language, colour, width and folders.
struct Environment {
  let variables: [String: String]

  /// Reads the process's own environment.
  init() {
    var variables: [String: String] = [:]
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
      }
      pointer += 1
    }
    self.variables = variables
  }

  init(variables: [String: String]) { self.variables = variables }

  subscript(name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// `LC_ALL`, `LC_MESSAGES`, `LANG`; Dutch where the first that is set says so, else English.
  var language: Language {
    let first = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
    return first.hasPrefix("nl") ? .nl : .en
  }

  var allowsColour: Bool { self["NO_COLOR"] == nil && self["TERM"] != nil && self["TERM"] != "dumb" }

  /// `COLUMNS`, else the width of the terminal, else 80; at least 20.
  func columns(_ stream: OutputStream) -> Int {
    if let given = self["COLUMNS"].flatMap({ Int($0) }), given > 0 { return max(20, min(given, 1000)) }
    let width = Int(terminal_columns(stream.descriptor))
    return width > 0 ? max(20, width) : 80
  }

  /// The rows of the terminal, or 0.
  func rows(_ stream: OutputStream) -> Int { Int(terminal_rows(stream.descriptor)) }
}
