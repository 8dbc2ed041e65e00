import WorkbenchKit

/// A table or view as the server's catalogue has it.
struct CatalogueTable: Sendable, Hashable {
  /// What of tables there is.
  enum Kind: String, Sendable {
    case table = "r"
    case divided = "p"
    case view = "v"
    case kept = "m"
    case foreign = "f"

    var label: Text {
      switch self {
      case .table: Text(nl: "tabel", en: "table")
      case .divided: Text(nl: "verdeelde tabel", en: "partitioned table")
      case .view: Text(nl: "view", en: "view")
      case .kept: Text(nl: "bewaarde view", en: "materialised view")
      case .foreign: Text(nl: "tabel elders", en: "foreign table")
      }
    }
  }

  let schema: String
  let name: String
  let kind: Kind
  /// About how many rows; nil where the server has not counted them.
  let rows: Int?
  let columns: Int
  /// What its owner says of it.
  let comment: String?

  /// As lines name it.
  var fullName: String { "\(schema).\(name)" }
}

/// What else is known of one table.
struct TableDetails: Sendable, Hashable {
  let table: CatalogueTable
  /// The columns of the primary key in its order; empty where there is none.
  let key: [String]
  /// When the server last looked what is in it; nil where it never did.
  let analyzed: String?
}

/// A column of a table as the catalogue has it.
struct CatalogueColumn: Sendable, Hashable {
  let name: String
  /// As the server writes it: `character(6)`.
  let type: String
  /// The number of the type, of a domain that of what it is made of.
  let typeNumber: UInt32
  let isRequired: Bool
  let comment: String?
}
