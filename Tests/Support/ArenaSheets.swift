extension ExampleSheets {
  /// A sheet with a link and invented amounts, and a second one.
  public static func arenaLines(for command: String) -> [String] {
    guard command.hasPrefix("arena ") else { return [] }
    let before =
      switch command {
      case "arena take":
        [
          "procure simulate --form lumpsum --clients 1000 --intensity 10 --unit-cost 100 --budget 1000000 --draws 1000 --offer"
        ]
      case "arena compare": ["arena start goede-buur"]
      default: [String]()
      }
    return before + [
      "arena new Lindehof", "arena party add gemeente --law wmo", "arena party add corporatie --law woningwet",
      "arena add activity buurthuis 'een buurthuis'", "arena add effect rust 'minder overlast'",
      "arena link buurthuis rust", "arena invest buurthuis --party gemeente --amount 90000 --source verzonnen",
      "arena effect rust --quantity triangular:4:6:8 --value 10000 --share gemeente=.4 --share corporatie=.6 --source verzonnen",
    ]
  }
}
