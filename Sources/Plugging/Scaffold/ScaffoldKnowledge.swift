import WorkbenchKit

extension Scaffold {
  var manifest: Manifest {
    let summary = Text(nl: "verzonnen gegevens, om mee te beginnen", en: "invented entries, to begin with")
    var manifest = Manifest(
      name: name.word, version: "0.1.0", module: "lib\(name.type).so", data: "Data",
      kit: Manifest.Kit(version: Fingerprint.kitVersion, digest: Fingerprint.digest), summary: summary,
      nouns: [Manifest.Noun(noun: name.word, aliases: [], summary: summary)],
      documents: [Manifest.Document(name: name.word, schema: 1)],
      permissions: [], licence: licence)
    if hasSource { manifest.sources = [recordSource] }
    return manifest
  }

  var manifestText: String { String(decoding: manifest.written, as: UTF8.self) }

  var carrierText: String {
    """
    #include "\(name.header)"

    #include <kit_fingerprint.h>

    /* Asked by the program after loading and before any Swift of this module runs. */
    const char *\(manifest.fingerprintSymbol)(void) { return KIT_FINGERPRINT; }

    """
  }

  var headerText: String {
    """
    /* This target carries the manifest and the data of \(name.word). */
    const char *\(manifest.fingerprintSymbol)(void);

    """
  }

  var dataText: String {
    """
    {
      "entries": [
        {
          "id": "example",
          "names": ["voorbeeld"],
          "label": { "nl": "voorbeeld", "en": "example" },
          "about": {
            "nl": "een gegeven dat verzonnen is om te laten zien hoe het werkt",
            "en": "an entry that was invented to show how it works"
          },
          "evidence": "illustrative",
          "source": { "id": "\(name.word)-entries", "place": { "nl": "het begin", "en": "the beginning" } }
        },
        {
          "id": "second",
          "names": ["tweede"],
          "label": { "nl": "tweede", "en": "second" },
          "about": { "nl": "nog een verzonnen gegeven", "en": "another invented entry" },
          "evidence": "illustrative",
          "source": { "id": "\(name.word)-entries", "place": { "nl": "daarna", "en": "after that" } }
        }
      ]
    }

    """
  }

  var sourcesText: String {
    """
    {
      "\(name.word)-entries": {
        "title": "entries.json",
        "publisher": "\(name.word)",
        "date": "0.1.0"
      }
    }

    """
  }
}
