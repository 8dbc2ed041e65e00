import Files
import TestSupport

/// Whole files of each kind, to be made worse. All in them is invented.
enum Seeds {
  static let tabs = "gebied\tnaam\tinwoners\nBU01\tNoord\t1.200\nBU02\t\"Zuid\tWest\"\t\nBU03\tOost\t3,5\n"
  static let jsonLines = """
    {"gebied":"BU01","inwoners":1200,"stad":true}
    {"gebied":"BU02","inwoners":null,"stad":false}
    {"gebied":"BU03","inwoners":3.5e2,"stad":true}

    """
  static let json = """
    {"kind":"table","title":"Buurten","columns":[{"name":"gebied","type":"text"},{"name":"inwoners","type":"number",
    "unit":"persons"},{"name":"stad","type":"boolean"}],"rows":[["BU01",1200,true],["BU02",null,false]]}
    """
  static let keyFigures = """
    gwb_code;regio;gm_naam;recs;gwb_code_10;a_inw;a_65_oo;a_hh;bev_dich;ste_mvs
    GM9901;Wilgendal;Wilgendal;Gemeente;GM9901;1200;260;600;900;3
    WK990101;Wijk 01;Wilgendal;Wijk;WK990101;700;160;300;800;3
    BU99010101;Dorp;Wilgendal;Buurt;BU99010101;400;100;200;.;4

    """
  static let boundaries = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU99010101","buurtnaam":"Dorp",
    "gemeentecode":"GM9901"},"geometry":{"type":"Polygon","coordinates":[[[6.7,52.2],[6.8,52.2],[6.8,52.3],[6.7,52.2]]]}},
    {"type":"Feature","properties":{"buurtcode":"BU99010102"},"geometry":{"type":"MultiPolygon","coordinates":
    [[[[6.8,52.2],[6.9,52.2],[6.9,52.3],[6.8,52.2]]]]}}]}
    """
  static let release = """
    {"uri":"https://example.org/x","version":"1.1","releases":[{"ocid":"ocds-1","id":"1","date":"2024-01-01T00:00:00Z",
    "tag":["tender"],"language":"nl","tender":{"id":"t","title":"Hulp","awardCriteria":"ratedCriteria"},
    "parties":[{"id":"a","name":"Noord","roles":["tenderer"]}],"bids":{"details":[{"id":"b1","status":"valid",
    "date":"2024-01-02T00:00:00Z","tenderers":[{"id":"a","name":"Noord"}],"value":{"amount":1000,"currency":"EUR"}}]}}]}
    """
  static let script = """
    let getal = 12
    $getal
    set title 'Een titel'
    read buurten.csv | where inwoners > 100 | sort inwoners desc | top 3
    read buurten.csv | derive dichtheid = inwoners / oppervlakte | group gemeente sum(inwoners) as n | to markdown
    let rijen = read buurten.csv
    $rijen | join plaatsen.csv on naam | chart bar naam inwoners
    read rows.csv | ipf seed.csv columns.csv
    read keuzes.csv | rank topsis
    calc wilson 12 50
    keep r1
    show r1 # een opmerking
    wzw group ouderen ; undo
    persona list | top 2
    help "een \\
    regel"

    """

  static let keyFiguresHead = String(keyFigures.prefix { $0 != "\n" }) + "\n"
  static let ringHead = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU99010101"},"geometry":{
    "type":"Polygon","coordinates":[[[6.7,52.2],
    """
  static let decisionHead = """
    <?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="d"><decision id="d" name="d">
    <decisionTable hitPolicy="COLLECT"><input id="i" label="leeftijd"><inputExpression typeRef="number"><text>leeftijd</text>
    </inputExpression></input><output id="o" name="uit" typeRef="number"/>
    """

  /// The beginnings of the pages that lie in the project: a whole one takes as long as a dozen of them.
  static let notebooks = FilePath.names(in: "\(Places.root)/Notebooks").filter { $0.hasSuffix(".md") }.compactMap {
    name in
    (try? DiskFiles().bytes(of: "\(Places.root)/Notebooks/\(name)")).map {
      String(decoding: $0.prefix(4_000), as: UTF8.self)
    }
  }

  static let manifests = ["Woonzorgwijzer", "PersonaMapper"].compactMap {
    (try? DiskFiles().bytes(of: "\(Places.root)/Plugins/\($0)/Knowledge/manifest.json"))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The small files of a folder, in order; none where there is no folder.
  static func texts(in folder: String, ending: String) -> [String] {
    FilePath.names(in: folder).filter { $0.hasSuffix(".\(ending)") }.compactMap { name in
      guard let bytes = try? DiskFiles().bytes(of: "\(folder)/\(name)"), bytes.count < 20_000 else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
