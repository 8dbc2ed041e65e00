import WorkbenchKit

/// A database as the workspace knows it: by a name and its services, and never by how these are reached.
struct RegisteredDatabase: Sendable, Hashable, FieldItem {
  /// As lines name it.
  let name: String
  /// In the service file of whoever works here; several where the rows are divided over servers.
  let services: [String]
  /// The column by which rows are divided over servers; nil for one server.
  let partition: String?
  /// Whether a connection is taken of which nobody checked who is at the other end.
  let isInsecure: Bool
  /// Whether the rows of its tables are persons.
  let isMicrodata: Bool

  /// The services as a person reads them.
  var service: String { services.joined(separator: ", ") }

  init(
    name: String, services: [String], partition: String? = nil, isInsecure: Bool = false, isMicrodata: Bool = false
  ) {
    self.name = name
    self.services = services
    self.partition = partition
    self.isInsecure = isInsecure
    self.isMicrodata = isMicrodata
  }

  /// One of a single server.
  init(name: String, service: String) { self.init(name: name, services: [service]) }

  init(_ fields: Fields) throws {
    name = try fields.name("id")
    let several: [String] = try fields.list("services")
    services = try several.isEmpty ? [fields.name("service")] : several
    partition = try fields["partition"]
    isInsecure = try fields["insecure"] ?? false
    isMicrodata = try fields["microdata"] ?? false
  }

  var json: JSON {
    .members([
      "id": .string(name), "service": services.count == 1 ? .string(services[0]) : nil,
      "services": services.count > 1 ? .array(services.map(JSON.string)) : nil,
      "partition": partition.map(JSON.string), "insecure": isInsecure ? true : nil,
      "microdata": isMicrodata ? true : nil,
    ])
  }
}
