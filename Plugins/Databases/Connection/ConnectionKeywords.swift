/// What a connection is begun with beside the service: it goes before what the service itself says.
struct ConnectionKeywords {
  /// Keywords of libpq with their values.
  let pairs: [(keyword: String, value: String)]

  /// - Parameters:
  ///   - service: its name; libpq looks the rest up.
  ///   - has: which keywords the service has itself.
  ///   - checksServer: whether the certificate has to be right, and to be of this server.
  ///   - seconds: how long one statement may take.
  init(service: String, has: Set<String>, checksServer: Bool, seconds: Int) {
    // Every one of these holds from the first statement on, whatever the role's own settings are.
    let options = [
      "default_transaction_read_only=on", "statement_timeout=\(seconds)s", "lock_timeout=2s",
      "idle_in_transaction_session_timeout=60s", "search_path=", "extra_float_digits=3", "timezone=UTC",
      "datestyle=ISO", "intervalstyle=iso_8601", "client_min_messages=error", "row_security=on",
      "standard_conforming_strings=on",
    ]
    var pairs = [
      ("service", service), ("client_encoding", "UTF8"), ("application_name", "leerkring"), ("connect_timeout", "10"),
      ("options", options.map { "-c \($0)" }.joined(separator: " ")),
    ]
    if checksServer { pairs.append(("sslmode", "verify-full")) }
    // Kerberos would be tried first, and takes its time where there is none.
    if !has.contains("gssencmode") { pairs.append(("gssencmode", "disable")) }
    self.pairs = pairs.map { (keyword: $0.0, value: $0.1) }
  }

  /// Whether all hosts of a connection are this machine, so that nothing travels: sockets, and addresses of the machine itself.
  ///
  /// - Parameters:
  ///   - host: names or folders of sockets with commas between them; empty for the usual socket.
  ///   - address: addresses with commas between them, each of which goes before the name in its place.
  static func isLocal(host: String, address: String) -> Bool {
    let hosts = host.split(separator: ",", omittingEmptySubsequences: false)
    let addresses = address.split(separator: ",", omittingEmptySubsequences: false)
    return (0..<max(hosts.count, addresses.count)).allSatisfy { index in
      let address = addresses.indices.contains(index) ? addresses[index] : ""
      let place = address.isEmpty && hosts.indices.contains(index) ? hosts[index] : address
      if place.isEmpty || place.hasPrefix("/") || place.hasPrefix("@") { return true }
      if ["localhost", "::1"].contains(place) { return true }
      let parts = place.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
  }
}
