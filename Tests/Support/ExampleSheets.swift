/// The files that the examples of the table stages name; all in them is invented.
public enum ExampleSheets {
  public static let files: [String: String] = [
    "buurten.csv": """
    code;naam;gemeente;inwoners;huishoudens;oppervlakte
    BU01;Centrum;Dorpstad;1200;700;0,8
    BU02;Noord;Dorpstad;3500;1500;2,5
    BU03;Zuid;Dorpstad;.;.;1,9
    BU04;Haven;Waterdorp;800;450;1,1
    BU05;Oost;Waterdorp;2600;1200;3,4

    """,
    "zorg.csv": """
    code,voorziening,plaatsen
    BU01,Huisarts,1
    BU02,Huisarts,2
    BU02,Zorghuis,40
    BU09,Huisarts,1

    """,
    "zorg.txt": """
    code|tarief
    BU01|12,5
    BU02|8

    """,
    "scheef.csv": """
    code;naam;inwoners
    BU01;Centrum;1200
    BU02;Noord
    BU03;Zuid;900

    """,
  ]

  /// Writes the files into a folder.
  public static func write(into folder: TemporaryFolder) {
    for (name, text) in files { folder.write(text, to: name) }
  }
}
