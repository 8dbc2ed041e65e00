import CExpat
import WorkbenchKit

/// What can be wrong with an XML document.
struct XMLProblem {
  private let name: String

  init(_ name: String) { self.name = name }

  var empty: Diagnostic {
    Diagnostic("xml.syntax", Text(nl: "'\(name)' is leeg, geen XML", en: "'\(name)' is empty, not XML"))
  }

  var noMemory: Diagnostic {
    Diagnostic("xml.memory", Text(nl: "geen geheugen om '\(name)' te lezen", en: "no memory to read '\(name)'"))
  }

  func problem(_ refusal: TreeBuilder.Refusal?, code: XML_Error, at spot: XMLPlace) -> Diagnostic {
    let place = Place(source: name, line: spot.line, column: spot.column)
    switch refusal {
    case .documentType:
      return Diagnostic(
        "xml.doctype",
        Text(
          nl: "'\(name)' heeft een documenttype (<!DOCTYPE) en wordt daarom niet gelezen",
          en: "'\(name)' has a document type (<!DOCTYPE) and is not read for that reason"),
        wayOut: Text(
          nl: "haal het documenttype en zijn entiteiten weg; geen van onze formaten heeft ze",
          en: "take the document type and its entities out; none of our formats has them"),
        place: place)
    case .depth:
      return Diagnostic(
        "xml.deep",
        Text(
          nl: "'\(name)' nest meer dan \(TreeBuilder.deepest) elementen in elkaar",
          en: "'\(name)' nests more than \(TreeBuilder.deepest) elements in each other"),
        place: place)
    case nil: break
    }
    if code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING {
      return Diagnostic(
        "xml.encoding",
        Text(
          nl: "'\(name)' noemt een tekencodering die niet te lezen is",
          en: "'\(name)' names an encoding that cannot be read"),
        wayOut: Text(nl: "bewaar het als UTF-8", en: "save it as UTF-8"), place: place)
    }
    let what = Self.words(code)
    return Diagnostic(
      "xml.syntax",
      Text(
        nl: "'\(name)' is geen welgevormde XML: \(what.nl) op regel \(spot.line)",
        en: "'\(name)' is not well-formed XML: \(what.en) on line \(spot.line)"),
      place: place)
  }

  private static func words(_ code: XML_Error) -> Text {
    switch code {
    case XML_ERROR_NO_ELEMENTS: Text(nl: "er staat geen element", en: "there is no element")
    case XML_ERROR_INVALID_TOKEN: Text(nl: "een teken dat daar niet mag", en: "a character that may not stand there")
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR:
      Text(nl: "het houdt midden in een teken of element op", en: "it ends within a character or element")
    case XML_ERROR_TAG_MISMATCH: Text(nl: "begin en einde horen niet bij elkaar", en: "beginning and end do not match")
    case XML_ERROR_DUPLICATE_ATTRIBUTE: Text(nl: "een attribuut staat er tweemaal", en: "an attribute stands twice")
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      Text(nl: "er staat iets achter het laatste element", en: "something stands behind the last element")
    case XML_ERROR_UNDEFINED_ENTITY: Text(nl: "een onbekende entiteit", en: "an unknown entity")
    case XML_ERROR_UNBOUND_PREFIX:
      Text(nl: "een voorvoegsel zonder naamruimte", en: "a prefix without a namespace")
    default:
      .verbatim(XML_ErrorString(code).map { String(cString: $0) } ?? "?")
    }
  }
}

struct XMLPlace {
  let line: Int
  let column: Int
}
