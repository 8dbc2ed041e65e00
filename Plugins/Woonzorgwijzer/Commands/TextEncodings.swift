import WorkbenchKit

/// `--encoding`: how the letters of a file are stored.
enum TextEncodings {
  static let argument = Argument(
    flag: "encoding",
    ArgumentKind<String>.choice([
      Candidate("utf-8"), Candidate("cp1252", Text(nl: "oudere Excel (Windows)", en: "older Excel (Windows)")),
    ])
    .map(or: .utf8) { DelimitedText.Encoding(rawValue: $0) ?? .utf8 },
    about: Text(nl: "de tekencodering", en: "the character encoding"))
}
