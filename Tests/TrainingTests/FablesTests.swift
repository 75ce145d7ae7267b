internal import Testing

@testable internal import Training

@Test func `there are about forty thousand characters of fables, in plain letters`() {
  #expect(35_000..<50_000 ~= Fables.text.utf8.count)
  let letters = "abcdefghijklmnopqrstuvwxyz"
  let plain = Set("\n \"',.?" + letters + letters.uppercased())
  #expect(Set(Fables.text).isSubset(of: plain))
}

@Test func `there are many stories, no two alike, each of one line`() {
  #expect(Fables.stories.count >= 100)
  #expect(Set(Fables.stories).count == Fables.stories.count)
  for story in Fables.stories {
    #expect(story.count >= 200)
    #expect(!story.contains("\n") && !story.contains("  "))
    #expect(story.last == "." || story.last == "\"" || story.last == "?")
  }
}

@Test func `the last tenth of the stories is kept back whole`() {
  let corpus = TextCorpus(stories: Fables.stories)
  let kept = Fables.stories.suffix(Fables.stories.count / 10).map { $0 + "\n" }.joined()
  #expect(corpus.vocabulary.decode(corpus.validation) == kept)
  #expect(corpus.vocabulary.decode(corpus.training) + kept == Fables.text)
}
