extension ExampleSheets {
  /// The files that the examples of the casebook name; all in them is invented.
  static let casebookFiles: [String: String] = [
    "feiten.csv": """
    item;fact;value;source
    Wilgenhof;leden;12;verslag maart
    Wilgenhof;leden;ongeveer 12;gesprek april
    Wilgenhof;leden;15;website

    """
  ]

  /// What stands in the workspace where a command of the casebook is tried; invented as well.
  static let casebookLines = ["casus new wilgenhof"]
}
