import TestSupport

/// What the campaign did, and what it found.
struct Report {
  private let pages: [Page]
  private let seconds: Double
  private let options: CampaignOptions
  private let evidence: Evidence

  init(_ pages: [Page], seconds: Double, _ options: CampaignOptions) {
    self.pages = pages
    self.seconds = seconds
    self.options = options
    evidence = Evidence(folder: options.keep, seed: options.seed)
  }

  /// Whether nothing was found.
  var isClean: Bool { Finding.Kind.allCases.allSatisfy { evidence.count($0) == 0 } }

  var text: String {
    func sum(_ figure: Page.Figure) -> Int { pages.reduce(0) { $0 + $1[figure] } }
    #if DEBUG
      let build = "debug build"
    #else
      let build = "release build"
    #endif
    let kinds = InputFamily.all.enumerated().map { index, family in
      "\(family.name) \(Self.grouped(pages.reduce(0) { $0 + $1[family: index] }))"
    }
    return """
      \(Console.day), seed \(options.seed), \(Self.grouped(Int(seconds.rounded()))) s, \(build)
      kills       \(Self.grouped(sum(.kills))) of a running session, \(Self.grouped(sum(.lines))) lines acknowledged
      faults      \(Self.grouped(sum(.faults))) at the calls of a session
      power cuts  \(Self.grouped(sum(.cuts)))
      flips       \(Self.grouped(sum(.flips))) in a snapshot or a journal
      inputs      \(Self.grouped(sum(.inputs))): \(kinds.joined(separator: ", "))
      sizes       \(Self.grouped(sum(.large))) of \(Self.grouped(2 * Adversary.all.count)) inputs of 100 kB, against a quarter of it
      found       \(evidence.count(.loss)) losses, \(evidence.count(.wrong)) wrong answers, \
      \(evidence.count(.crash)) crashes, \(evidence.count(.hang)) hangs

      """ + (isClean ? "" : "kept in    \(options.keep)\n")
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}
