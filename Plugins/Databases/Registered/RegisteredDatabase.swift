import WorkbenchKit

/// A database as the workspace knows it: by a name and a service, and never by how the service is reached.
struct RegisteredDatabase: Sendable, Hashable, FieldItem {
  /// As lines name it.
  let name: String
  /// In the service file of whoever works here.
  let service: String
  /// Whether a connection is taken of which nobody checked who is at the other end.
  let isInsecure: Bool
  /// Whether the rows of its tables are persons.
  let isMicrodata: Bool

  init(name: String, service: String, isInsecure: Bool = false, isMicrodata: Bool = false) {
    self.name = name
    self.service = service
    self.isInsecure = isInsecure
    self.isMicrodata = isMicrodata
  }

  init(_ fields: Fields) throws {
    name = try fields.name("id")
    service = try fields.name("service")
    isInsecure = try fields["insecure"] ?? false
    isMicrodata = try fields["microdata"] ?? false
  }

  var json: JSON {
    .members([
      "id": .string(name), "service": .string(service), "insecure": isInsecure ? true : nil,
      "microdata": isMicrodata ? true : nil,
    ])
  }
}
