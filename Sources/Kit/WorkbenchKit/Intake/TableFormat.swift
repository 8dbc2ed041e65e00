/// How the rows of a file are written down.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv, json, jsonl

  /// Finds out by the end of the name, else by the first sign: `[` and `{` begin JSON.
  public init(name: String, bytes: [UInt8]) {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "csv", "tsv", "tab", "txt": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    default:
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let first = bytes[mark...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      self = first == UInt8(ascii: "[") || first == UInt8(ascii: "{") ? .json : .csv
    }
  }
}
