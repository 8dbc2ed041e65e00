import WorkbenchKit

/// What `--json` gives.
enum JSONLines {
  static func all(_ output: String) throws -> [JSON] {
    try output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }

  static func last(_ output: String) throws -> JSON? { try all(output).last }
}
