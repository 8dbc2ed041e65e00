/// An element of an XML document with all that it holds.
public struct XMLElement: Sendable, Hashable {
  public struct Attribute: Sendable, Hashable {
    /// Without prefix.
    public let name: String
    /// Empty for an attribute without a prefix.
    public let namespace: String
    public let value: String

    public init(_ name: String, _ value: String, namespace: String = "") {
      self.name = name
      self.value = value
      self.namespace = namespace
    }
  }

  public enum Node: Sendable, Hashable {
    case element(XMLElement)
    case text(String)
  }

  /// Without prefix.
  public let name: String
  /// The name that the prefix, or its absence, stands for; empty where there is none.
  public let namespace: String
  public var attributes: [Attribute]
  public var nodes: [Node]
  /// Where it begins in the document, counted from 1; 0 for an element that was not read.
  public let line: Int

  public init(
    _ name: String, namespace: String = "", attributes: [Attribute] = [], nodes: [Node] = [], line: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.nodes = nodes
    self.line = line
  }

  /// An element that holds a text and nothing else.
  public init(_ name: String, namespace: String = "", text: String) {
    self.init(name, namespace: namespace, nodes: text.isEmpty ? [] : [.text(text)])
  }

  /// The elements right within it, in order.
  public var elements: [XMLElement] {
    nodes.compactMap { node in
      if case .element(let element) = node { element } else { nil }
    }
  }

  public func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  public func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// The elements of a name, however deep; within one that has it no more are looked for.
  public func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// Returns the value of an attribute without a prefix.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace.isEmpty }?.value
  }

  /// Its own text and that of all within it, without the white space at both ends.
  public var text: String {
    let whole = wholeText
    guard let start = whole.firstIndex(where: { !$0.isWhitespace }),
      let end = whole.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(whole[start...end])
  }

  private var wholeText: String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.wholeText
      }
    }.joined()
  }
}
