import Files
import TestSupport
import WorkbenchKit

/// The data files of the knowledge base and their schemas, as they ship.
enum KnowledgeFiles {
  static let names = [
    "arnhem", "cases", "criteria", "floor", "forms", "formulas", "glossary", "iwmo", "kpis", "law", "provision",
    "terms",
  ]
  static let seeds = [
    "wmo-uitvoering-2017": "001_854400e96aa52804", "bw-mo-regio-2017": "002_61c946b634829bb7",
    "vernieuwing-casus-2015": "003_7555b0b5d58fc93b", "waakvlam-2020": "004_d251f3e8da818ed2",
  ]

  static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().bytes(of: "\(Workbench.data)/\(name).json"))
  }

  /// The items of a list in a file, as the commands read them.
  static func items<Item: FieldItem>(_ name: String, list: String? = nil, as type: Item.Type = Item.self) throws
    -> [Item]
  {
    try Fields(data(name))[list ?? name]
  }

  static func schema(_ name: String) throws -> JSONSchema {
    let path = Places.root + "/Plugins/ProcurementComparator/Knowledge/Schema/\(name).schema.json"
    return JSONSchema(root: try JSONReader.parse(DiskFiles().bytes(of: path)))
  }

  /// Every object in a value, with its path.
  static func objects(_ json: JSON, _ path: String = "$") -> [(path: String, members: [String: JSON])] {
    switch json {
    case .object(let members):
      [(path, members)] + members.sorted { $0.key < $1.key }.flatMap { objects($1, "\(path).\($0)") }
    case .array(let items): items.enumerated().flatMap { objects($1, "\(path)[\($0)]") }
    default: []
    }
  }

  /// The lines of the seeds that the facts come from, by the id of the publication; none where they are not there.
  static let seedLines: [String: [String]] = {
    var found: [String: [String]] = [:]
    for (id, file) in seeds {
      guard let bytes = try? DiskFiles().bytes(of: Places.root + "/../shared/seeds/\(file).txt") else { continue }
      found[id] = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0)
      }
    }
    if found.count < seeds.count {
      print("skipped: tests against the sources, because ../shared/seeds is not there")
    }
    return found
  }()

  /// The words and numbers of a text, in lower case, marks left out.
  static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
