import WorkbenchKit

/// In which form decision tables go out and come in.
enum ExchangeForm: String, ArgumentChoice {
  case dmn, csv, json

  static let usual = dmn

  var about: Text? { .verbatim(self == .dmn ? "DMN 1.5" : rawValue.uppercased()) }

  /// By the end of a file's name, else by the first sign in it.
  init(of file: ReadFile) {
    switch file.name.split(separator: ".").last?.lowercased() {
    case "dmn", "xml": self = .dmn
    case "json": self = .json
    case "csv", "tsv": self = .csv
    default:
      switch file.bytes.first(where: { $0 > 32 && $0 < 127 }) {
      case UInt8(ascii: "<"): self = .dmn
      case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
      default: self = .csv
      }
    }
  }
}
