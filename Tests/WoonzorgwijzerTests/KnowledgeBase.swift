import Files
import TestSupport
import WorkbenchKit

/// The data files of the knowledge base and their schemas, as they ship.
enum KnowledgeBase {
  static let names = [
    "ageing", "agenda", "cases", "extramural", "factsheet", "groups", "law", "necessity", "preconditions",
    "woonservicegebied",
  ]

  static func data(_ name: String) throws -> JSON {
    try JSONReader.parse(DiskFiles().bytes(of: "\(Workbench.data)/\(name).json"))
  }

  static func schema(_ name: String) throws -> JSONSchema {
    let path = Places.root + "/Plugins/Woonzorgwijzer/Knowledge/Schema/\(name).schema.json"
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

  /// The lines of the seed that the facts come from, or nil where the seeds are not there.
  static let seed: [String]? = {
    let path = Places.root + "/../shared/seeds/000_64e1708054ab6191.txt"
    guard let bytes = try? DiskFiles().bytes(of: path) else {
      print("skipped: tests against the source, because ../shared/seeds is not there")
      return nil
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
  }()

  /// The words and numbers of a text, in lower case, marks left out.
  static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
