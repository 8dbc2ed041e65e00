extension ExampleSheets {
  /// The files that the examples of the pilot light name; all in them is invented.
  static let waakvlamFiles: [String: String] = [
    "overdracht.csv": """
    code,institution,move_day,first_support_day,last_seen_day,contact,netwerk
    k-01,noord,2027-03-01,2027-02-20,,ja,ja
    k-02,noord,2027-03-04,2027-03-04,,ja,nee
    k-03,zuid,2027-03-10,2027-03-26,,nee,nee
    k-04,zuid,2027-03-12,,2027-04-21,nee,nee

    """,
    "plannen.csv": """
    plan,overdracht,opschalen
    p1,ja,ja
    p2,ja,nee
    p3,nee,nee

    """,
    "blokken.csv": """
    block,households,vulnerable
    a,8,6
    b,8,2
    c,10,3

    """,
  ]

  /// What stands in the workspace where a command of the pilot light is tried; invented as well.
  static let waakvlamLines = [
    "waakvlam now 1.1=0.6 1.2=0.5 1.3=0.7 1.4=0.4 --by gemeente",
    "waakvlam wanted 1.1=0.95 1.2=0.9 1.3=0.85 1.4=0.9 --by gemeente", "waakvlam handover import overdracht.csv",
  ]
}
