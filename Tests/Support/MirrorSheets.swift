extension ExampleSheets {
  /// The files that the examples of the mirror of quality name; all in them is invented.
  static let mirrorFiles: [String: String] = [
    "doelen.csv": "code,provider,domain,goal,needed,reached,why,first_domain,period\n"
      + (1...12).map { "c\($0),noord,wonen,rust,3,ja,,,2026\n" }.joined()
      + (13...19).map { "c\($0),noord,wonen,rust,3,nee,ander-domein-eerst,inkomen,2026\n" }.joined()
      + (20...26).map { "c\($0),zuid,inkomen,stabiele-financien,4,ja,,,2026\n" }.joined(),
    "verhaal.csv": "code,provider,domain,goal,reached,verhaal\nc1,noord,wonen,rust,ja,"
      + String(repeating: "en toen ging het verder ", count: 5) + "\n",
    "oordelen.csv": """
    place,auditor,norm,score,kind
    linde,a,kloppen,ja,client
    linde,b,kloppen,ja,peer
    linde,a,bejegening,ja,client
    linde,b,bejegening,nee,peer
    eik,a,kloppen,nee,client
    eik,b,kloppen,nee,peer

    """,
    "zaken.csv": "case_code,kind,decision,panel,votes_for,votes_against,trust_before,trust_after\n"
      + (1...14).map { "z\($0),hulp,af,toe,5,2,2,3\n" }.joined()
      + (15...20).map { "z\($0),vervoer,toe,toe,6,1,3,3\n" }.joined(),
  ]

  /// What stands in the workspace where a command of the mirror is tried; invented as well.
  static let mirrorLines = [
    "spiegel arrangement import doelen.csv", "spiegel norm add kloppen 'wie binnenkomt klopt eerst'",
    "spiegel norm add bejegening 'wij worden met respect aangesproken'", "spiegel norm add bezoek 'bezoek mag altijd'",
    "spiegel audit import oordelen.csv", "spiegel opinion import zaken.csv",
  ]
}
