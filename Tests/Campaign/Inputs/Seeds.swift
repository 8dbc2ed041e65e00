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

  static let typedPage = """
    {"odata.metadata":"https://opendata.cbs.nl/ODataApi/odata/85984NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[
    {"ID":0,"WijkenEnBuurten":"GM9901","Gemeentenaam_1":"Wilgendal  ","SoortRegio_2":"Gemeente  ","Codering_3":"GM9901    ",
    "AantalInwoners_5":1200,"k_65JaarOfOuder_12":"   260","Leeg_9":null},{"ID":1,"WijkenEnBuurten":"BU99010101",
    "Gemeentenaam_1":"Wilgendal  ","SoortRegio_2":"Buurt     ","Codering_3":"BU99010101","AantalInwoners_5":400,
    "k_65JaarOfOuder_12":"   100","Leeg_9":null}],"odata.nextLink":"https://example.org/2"}
    """
  static let observations = """
    {"@odata.context":"https://datasets.cbs.nl/odata/v1/$metadata#Observations","value":[{"Id":0,"Measure":"T001036",
    "ValueAttribute":"None","Value":1200.0,"StringValue":null,"WijkenEnBuurten":"GM9901"},{"Id":1,"Measure":"M000352",
    "ValueAttribute":"Confidential","Value":null,"StringValue":null,"WijkenEnBuurten":"BU99010101"}],"MeasureCodes":{"value":[
    {"Identifier":"T001036","Index":1,"Title":"Aantal inwoners"},{"Identifier":"M000352","Title":"65 jaar of ouder"}]}}
    """
  static let codeList = """
    {"value":[{"Identifier":"GM9901","Title":"Wilgendal"},{"Identifier":"BU99010101","Title":"Dorp"}]}
    """
  static let health = """
    "ID";"Leeftijd";"Marges";"WijkenEnBuurten";"Perioden";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"Eenzaam_28"
    "1";"80200";"MW00000";"GM9901";"2020JJ00";"Wilgendal   ";"Gemeente  ";"GM9901    ";"    49.5"
    "2";"80200";"MW00000";"BU99010101";"2020JJ00";"Wilgendal   ";"Buurt     ";"BU99010101";"       ."

    """
  static let population = """
    area;age_from;age_to;sex;household;people
    GM9901;0;64;;;940
    GM9901;65;;;;260
    BU99010101;75;84;vrouw;alleen;25

    """
  static let margins = "area,group,total\nGM9901,3,120\nWK990101,3,60\n"
  static let counts = "area,group,estimate,sd\nGM9901,3,120,11.5\nWK990101,3,60,9\n"
  static let survival = "age_from,age_to,survival,migration,births\n0,64,0.99,12,8\n65,,0.8,-3,\n"
  static let supply =
    "area,item,capacity,unit,source\nBU99010101,nultrede,\"1.200\",woningen,register\nGM9901,steunpunt,2,,\n"
  static let facilities = """
    kind,name,lon,lat,address
    supermarkt,Om de hoek,6.79,52.26,Dorpsstraat 1
    buurthuis,De Brug,6.8,52.27,

    """

  static let keyFiguresHead = head(of: keyFigures)
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

  /// The first line of a file.
  static func head(of text: String) -> String { String(text.prefix { $0 != "\n" }) + "\n" }

  /// The small files of a folder, in order; none where there is no folder.
  static func texts(in folder: String, ending: String) -> [String] {
    FilePath.names(in: folder).filter { $0.hasSuffix(".\(ending)") }.compactMap { name in
      guard let bytes = try? DiskFiles().bytes(of: "\(folder)/\(name)"), bytes.count < 20_000 else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
