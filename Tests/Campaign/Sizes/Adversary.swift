/// Files that are as long as they may be and of one thing have as much as fits: what a reader does for each pair of them
/// shows here.
struct Adversary: Sendable {
  /// The name of the family as which it is read.
  let family: String
  let name: String
  /// Makes one of about so many bytes.
  let make: @Sendable (_ size: Int) -> String

  static let all: [Adversary] = lines + tables + documents + markup + pages

  /// Something again and again between a beginning and an end; `#` in it is the number of the time.
  private init(_ family: String, _ name: String, _ unit: String, from beginning: String = "", to end: String = "") {
    self.init(family: family, name: name) { size in
      var text = beginning
      var number = 0
      let parts = unit.split(separator: "#", omittingEmptySubsequences: false)
      while text.utf8.count < size {
        text += parts[0]
        for part in parts.dropFirst() { text += "\(number)" + part }
        number += 1
      }
      return text + end
    }
  }

  /// Something again and again, whose number begins anew after so many times.
  private init(
    _ family: String, _ name: String, turns: Int, of unit: String, from beginning: String = "", to end: String = ""
  ) {
    self.init(family: family, name: name) { size in
      var text = beginning
      var number = 0
      while text.utf8.count < size {
        text += unit.replacing("#", with: "\(number % turns)")
        number += 1
      }
      return text + end
    }
  }

  /// Something that stands in itself.
  private init(
    _ family: String, _ name: String, open: String, close: String, from beginning: String = "", in middle: String = "1",
    to end: String = ""
  ) {
    self.init(family: family, name: name) { size in
      let count = size / (open.utf8.count + close.utf8.count)
      return beginning + String(repeating: open, count: count) + middle + String(repeating: close, count: count) + end
    }
  }

  private init(family: String, name: String, make: @escaping @Sendable (Int) -> String) {
    self.family = family
    self.name = name
    self.make = make
  }

  private static let lines = [
    Adversary("script", "stages", " | top 1", from: "read rows.csv"),
    Adversary("script", "words", " w#", from: "read"),
    Adversary("script", "quoted words", " 'w#'", from: "read"),
    Adversary("script", "quotes that touch", "'a'\"b\"", from: "read "),
    Adversary("script", "lines in one quote", "regel #\n", from: "let a = '", to: "'"),
    Adversary("script", "lines that go on", "w# \\\n", from: "read "),
    Adversary("script", "names", "$a", from: "let a = 7\nread "),
    Adversary("script", "definitions", "let a# = #\n"),
    Adversary("script", "results", "let a# = read rows.csv\n"),
    Adversary("script", "unknown words", "# opmerking\n"),
    Adversary("script", "words nearly known", "persona lits #\n"),
    Adversary(family: "script", name: "comments") { String(repeating: "# opmerking\n", count: $0 / 12) },
    Adversary("script", "conditions", " or age == '#'", from: "read rows.csv | where age == '1'"),
    Adversary("script", "sums", " + #", from: "read rows.csv | derive x = 1"),
    Adversary("script", "parentheses", open: "(", close: ")", from: "read rows.csv | where "),
    Adversary("script", "nots", "not ", from: "read rows.csv | where ", to: "true"),
    Adversary("script", "minuses", "- ", from: "read rows.csv | derive x = ", to: "1"),
    Adversary("script", "columns that are not there", ",c#", from: "read rows.csv | select a"),
    Adversary("script", "flags", " --f#", from: "read rows.csv"),
    Adversary("script", "derived columns", " | derive c# = #", from: "read rows.csv"),
  ]

  private static let tables =
    [
      "csv", "areas", "bids", "journey", "personas", "rules", "health", "population", "rates", "margins", "counts",
      "survival",
      "supply", "facilities", "bridge", "arrangements", "scores", "questions",
    ].flatMap { family in
      [
        Adversary(family, "rows", "BU#;naam #;#\n", from: "code;naam;waarde\n"),
        Adversary(family, "columns", "c#;", to: "c\n"),
        Adversary(family, "columns of one name", "c;", to: "c\n"),
        Adversary(family, "quotes", "\"\"", from: "a;b\n\"", to: "\";1\n"),
        Adversary(family, "open quote", "a;b\n", from: "a;b\n\""),
        Adversary(family, "empty lines", "\n", from: "a;b\n1;2\n"),
        Adversary(family, "digits", "7", from: "a;b\n", to: ";1\n"),
        Adversary(family, "dots", "1.", from: "a;b\n", to: ";1\n"),
        Adversary(family, "one word", "langwoord", from: "a;b\n", to: ";1\n"),
      ]
    } + [
      Adversary(
        "areas", "areas", "BU9901#;Dorp #;Wilgendal;Buurt;BU9901#;400;100;200;.;4\n", from: Seeds.keyFiguresHead),
      Adversary(
        "bids", "bids", "Noord #,#,80,0.5\n", from: "bidder,price,quality,share\n"),
      Adversary("personas", "personas", "Persona #,1,2\n", from: "name,x,y\n"),
      Adversary("journey", "steps", "stap #,doet iets,verwacht iets,\n", from: "stage,doing,expectation,pain\n"),
      Adversary("tsv", "cells", "#\t", from: "a\n"),
      Adversary(
        "health", "percentages",
        "\"#\";\"80200\";\"MW00000\";\"BU#\";\"2020JJ00\";\"Dorp #\";\"Buurt\";\"BU#\";\"  4#.5\"\n",
        from: Seeds.head(of: Seeds.health)),
      Adversary("population", "bands", "BU9901#;#;#;;;#\n", from: Seeds.head(of: Seeds.population)),
      Adversary("population", "bands of one area", "GM9901;#;#;;;5\n", from: Seeds.head(of: Seeds.population)),
      Adversary(
        "rates", "rates", "g#,0,64,,,0.1,,,\n", from: "group,age_from,age_to,sex,household,rate,low,high,source\n"),
      Adversary("margins", "totals", "BU9901#,3,#\n", from: Seeds.head(of: Seeds.margins)),
      Adversary("counts", "counts", "BU9901#,3,#,2\n", from: Seeds.head(of: Seeds.counts)),
      Adversary("survival", "bands", "#,#,0.9,0,0\n", from: Seeds.head(of: Seeds.survival)),
      Adversary("supply", "items", "BU9901#,nultrede #,#,woningen,register\n", from: Seeds.head(of: Seeds.supply)),
      Adversary(
        "facilities", "points", "supermarkt,Winkel #,6.#,52.2,Straat #\n", from: Seeds.head(of: Seeds.facilities)),
      Adversary("areas", "topics", "BU9901#;onderwerp #;#\n", from: "WijkenEnBuurten;Measure;Value\n"),
      Adversary("areas", "topics of one area", "GM9901;onderwerp #;#\n", from: "WijkenEnBuurten;Measure;Value\n"),
      Adversary("bridge", "new areas", "BU99010101;BU9901#;0.1\n", from: "oud;nieuw;aandeel\n"),
      Adversary("bridge", "old areas", "BU9901#;BU99010101;1\n", from: "oud;nieuw;aandeel\n"),
      Adversary(
        "arrangements", "arrangements", "laag #,licht #,40,8000\n", from: "complexity,intensity,clients,cost\n"),
      Adversary("scores", "scores", "Noord #,Guus #,stap #,0.5\n", from: "bidder,persona,stage,score\n"),
      Adversary("questions", "steps", "stap #,doet iets,verwacht iets,\n", from: "stage,doing,expectation,pain\n"),
    ]

  private static let documents =
    ["json", "jsonl", "odata", "geojson", "ocds", "workspace", "operation", "manifest"].flatMap { family in
      [
        Adversary(family, "arrays in arrays", open: "[", close: "]"),
        Adversary(family, "objects in objects", open: "{\"a\":", close: "}"),
        Adversary(family, "open arrays", "["),
        Adversary(family, "numbers", "#,", from: "[", to: "1]"),
        Adversary(family, "members", "\"k#\":#,", from: "{", to: "\"a\":1}"),
        Adversary(family, "members of one name", "\"k\":1,", from: "{", to: "\"a\":1}"),
        Adversary(family, "objects each with its own member", "{\"k#\":1},", from: "[", to: "{\"a\":1}]"),
        Adversary(family, "escapes", "\\u00e9\\n", from: "[\"", to: "\"]"),
        Adversary(family, "digits", "9", from: "[", to: "]"),
      ]
    } + [
      Adversary("jsonl", "lines each with its own member", "{\"k#\":1}\n"),
      Adversary("jsonl", "lines each with its own member within one", "{\"a\":{\"k#\":1}}\n"),
      Adversary("jsonl", "lines each with its own members within each other", "{\"a#\":{\"b#\":{\"c#\":#}}}\n"),
      Adversary("jsonl", "lines with lists", "{\"a\":[#,{\"b#\":1}]}\n"),
      Adversary("jsonl", "as wide as a table may be", turns: 440, of: "{\"k#\":1}\n"),
      Adversary("jsonl", "words, as wide as a table may be", turns: 440, of: "{\"k#\":\"een woord\"}\n"),
      Adversary("json", "as wide as a table may be", turns: 440, of: "{\"k#\":1},", from: "[", to: "{\"k0\":1}]"),
      Adversary("json", "as wide and as long as a table may be", turns: 990, of: "{\"k#\":1},", from: "[", to: "{}]"),
      Adversary(
        "json", "as wide as a table may be, a member deeper", turns: 440, of: "{\"a\":{\"k#\":1}},", from: "[",
        to: "{}]"),
      Adversary(
        "json", "columns of a table", "{\"name\":\"k#\",\"type\":\"number\"},",
        from: "{\"kind\":\"table\",\"columns\":[", to: "{\"name\":\"k\",\"type\":\"text\"}],\"rows\":[]}"),
      Adversary(
        "json", "rows of a table", "[#,\"#\"],",
        from:
          "{\"kind\":\"table\",\"columns\":[{\"name\":\"a\",\"type\":\"number\"},{\"name\":\"b\",\"type\":\"text\"}],\"rows\":[",
        to: "[1,\"a\"]]}"),
      Adversary(
        "odata", "observations",
        "{\"Id\":#,\"Measure\":\"M#\",\"ValueAttribute\":\"None\",\"Value\":#,\"WijkenEnBuurten\":\"BU9901#\"},",
        from: "{\"@odata.context\":\"Observations\",\"value\":[", to: "{}]}"),
      Adversary(
        "odata", "observations of one area",
        "{\"Id\":#,\"Measure\":\"M#\",\"Value\":#,\"WijkenEnBuurten\":\"GM9901\"},",
        from: "{\"@odata.context\":\"Observations\",\"value\":[", to: "{}]}"),
      Adversary(
        "odata", "rows each with its own column", "{\"Codering_3\":\"BU9901#\",\"AantalInwoners_5\":5,\"k#_9\":#},",
        from: "{\"odata.metadata\":\"TypedDataSet\",\"value\":[", to: "{}]}"),
      Adversary(
        "odata", "pages",
        "\"p#\":{\"@odata.nextLink\":\"x\",\"value\":[{\"Codering_3\":\"BU9901#\",\"AantalInwoners_5\":5}]},",
        from: "{", to: "\"a\":1}"),
      Adversary(
        "odata", "titles", "{\"Identifier\":\"BU9901#\",\"Title\":\"Dorp #\"},", from: "{\"value\":[", to: "{}]}"),
      Adversary(
        "odata", "observations with a topic each",
        "{\"Measure\":\"onderwerp #\",\"Value\":#,\"WijkenEnBuurten\":\"BU9901#\"},",
        from: "{\"@odata.context\":\"Observations\",\"value\":[", to: "{}]}"),
      Adversary("geojson", "points of one ring", "[6.#,52.2],", from: Seeds.ringHead, to: "[6.7,52.2]]]}}]}"),
      Adversary(
        "geojson", "features",
        "{\"type\":\"Feature\",\"properties\":{\"buurtcode\":\"BU#\"},\"geometry\":null},",
        from: "{\"type\":\"FeatureCollection\",\"features\":[", to: "{}]}"),
      Adversary(
        "ocds", "bids", "{\"id\":\"b#\",\"status\":\"valid\",\"tenderers\":[{\"id\":\"a\"}],\"value\":{\"amount\":#}},",
        from: "{\"releases\":[{\"ocid\":\"x\",\"bids\":{\"details\":[", to: "{}]}}]}"),
    ]

  private static let markup =
    ["dmn", "cjml"].flatMap { family in
      [
        Adversary(family, "elements in elements", open: "<a>", close: "</a>"),
        Adversary(family, "elements", "<a/>", from: "<r>", to: "</r>"),
        Adversary(family, "attributes", " a#='1'", from: "<r", to: "/>"),
        Adversary(family, "references", "&amp;", from: "<r>", to: "</r>"),
        Adversary(family, "names of entities", "<!ENTITY e# 'x'>", from: "<!DOCTYPE r [", to: "]><r/>"),
      ]
    } + [
      Adversary(
        "dmn", "rules",
        "<rule id='r#'><inputEntry><text>&gt; #</text></inputEntry><outputEntry><text>#</text></outputEntry></rule>",
        from: Seeds.decisionHead, to: "</decisionTable></decision></definitions>"),
      Adversary(
        "dmn", "tests of one cell", "#,", from: Seeds.decisionHead + "<rule><inputEntry><text>",
        to:
          "1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>"
      ),
      Adversary(
        "dmn", "parentheses of one cell", open: "(", close: ")",
        from: Seeds.decisionHead + "<rule><inputEntry><text>",
        to:
          "</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>"
      ),
    ]

  private static let pages = [
    Adversary("notebook", "cells", "```leerkring\n$a#\n```\n\n"),
    Adversary("notebook", "cells with output", "```leerkring\n$a#\n```\n\n```output\n#\n```\n\n"),
    Adversary("notebook", "open fences", "```\n"),
    Adversary("notebook", "brackets", "["),
    Adversary("notebook", "links", "[a](b) "),
    Adversary("notebook", "pictures in pictures", open: "![", close: "](a)"),
    Adversary("notebook", "references", "[r#]: x\n"),
    Adversary("notebook", "uses of references", "[r] [r][r] ", to: "\n\n[r]: x\n"),
    Adversary("notebook", "emphasis", "*a _b "),
    Adversary("notebook", "emphasis in emphasis", open: "*a **", close: "**b*"),
    Adversary("notebook", "backticks", "`a``b "),
    Adversary("notebook", "quotes in quotes", ">"),
    Adversary("notebook", "lists in lists", "- "),
    Adversary("notebook", "tags", "<a "),
    Adversary("notebook", "comments", "<!-- "),
    Adversary("notebook", "columns of a table", "|a", to: "|\n" + String(repeating: "|-", count: 20_000) + "|\n|b|\n"),
    Adversary("notebook", "a row wider than its table", "|a", from: "|a|\n|-|\n", to: "\n"),
    Adversary("notebook", "pictures in links", open: "[![", close: "](a)](b)"),
    Adversary("notebook", "rows of a table", "|#|b|\n", from: "|a|b|\n|-|-|\n"),
    Adversary("notebook", "tables", "|a|b|\n|-|-|\n|#|b|\n\n"),
    Adversary("notebook", "headings", "## Kop\n"),
    Adversary("notebook", "keys", "k#: 1\n", from: "---\ntitle: a\n", to: "---\n"),
    Adversary("notebook", "parameters", "  p#: 1\n", from: "---\nparameters:\n", to: "---\n"),
    Adversary("notebook", "lists of YAML", "[", from: "---\ntitle: ", to: "\n---\n"),
    Adversary("notebook", "anchors", "k#: &a# [*a]\n", from: "---\na: &a 1\n", to: "---\n"),
    Adversary("notebook", "one long line", "woord "),
    Adversary("notebook", "strikes", "~~a ~b"),
    Adversary("notebook", "addresses", "www.a.nl a@b.nl "),
  ]
}
