import Moves
import Testing

@Test(
  arguments: [
    ("c.st", "c.st"), ("/tmp/a-b_c,d+e:f=g@h%/1", "/tmp/a-b_c,d+e:f=g@h%/1"),
    ("größe.st", "größe.st"), ("旅.txt", "旅.txt"), ("my file.st", "'my file.st'"),
    ("it's.st", #"'it'\''s.st'"#), ("~/a", "'~/a'"), ("a*", "'a*'"), ("", "''"),
    ("a\u{1B}[31mb", "'a␛[31mb'"), ("a\nb\t\u{7F}", "'a↵b→␡'"), ("a\u{202E}b", "'a·b'"),
  ])
func `a sentence names a file as a shell would take it, and never steers the terminal`(
  path: String, shown: String
) {
  #expect(path.asFile == shown)
}

@Test func `a broken run is judged at its end where that comes first`() throws {
  let noStep = try #require(Breakage.named("no-step"))
  #expect(noStep.stepsToGuess(in: 200, from: 4) == 100)
  #expect(noStep.stepsToGuess(in: 60, from: 4) == 56)
  #expect(noStep.stepsToGuess(in: 61, from: 60) == 1)
  // Beyond the schedule there is no end.
  #expect(noStep.stepsToGuess(in: 60, from: 60) == 100)
  // The batch that only the twin clips is the fortieth.
  let noClip = try #require(Breakage.named("no-clip"))
  #expect(noClip.stepsToGuess(in: 44, from: 4) == 40)
  #expect(noClip.stepsToGuess(in: 43, from: 4) == 100)
}
