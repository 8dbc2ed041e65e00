import WorkbenchKit

/// What a topic of the knowledge base shows, and what stands where in the source.
struct TopicPage {
  var blocks: [Block] = []
  var citations: [Citation?] = []
}
