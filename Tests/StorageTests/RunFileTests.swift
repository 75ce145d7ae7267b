internal import Moves
internal import Testing
internal import Training

@testable internal import Storage

@Test(arguments: [Hyperparameters.Optimizer.adamw, .sgd])
func `a run that goes on from a file is the run that never stopped`(
  optimizer: Hyperparameters.Optimizer
) throws {
  let alone = try smallStory { $0.optimizer = optimizer }
  for _ in 0..<5 {
    let other = try smallStory { $0.optimizer = optimizer }
    let file = try RunFile(alone.checkpoint().file.bytes, path: "a")
    other.restore(try file.snapshot(for: other.facts))
    #expect(other.evaluationIsDue == alone.evaluationIsDue)
    for trainer in [alone, other] { trainer.make(steps: 2) }
    #expect(alone.snapshot().fingerprint == other.snapshot().fingerprint)
    #expect(alone.checkpoint().file.bytes == other.checkpoint().file.bytes)
    #expect(alone.sample(length: 5) == other.sample(length: 5))
  }
}

@Test func `line goes on from a file too`() throws {
  let (alone, other) = (try line { $0.optimizer = .adamw }, try line { $0.optimizer = .adamw })
  alone.make(steps: 3)
  other.restore(
    try RunFile(alone.checkpoint().file.bytes, path: "a").snapshot(for: other.facts))
  for trainer in [alone, other] { trainer.make(steps: 3) }
  #expect(alone.snapshot().fingerprint == other.snapshot().fingerprint)
}

@Test func `a file tells how to build its network again`() throws {
  let trainer = try smallStory { ($0.learningRate, $0.seed) = (0.1 + 0.2, .max) }
  trainer.make(steps: 2)
  let run = try RunFile(trainer.parameterFile().file.bytes, path: "a").description()
  #expect(run.lesson == "story" && run.completedSteps == 2)
  #expect(run.hyperparameters == trainer.hyperparameters)
  #expect(run.vocabulary == trainer.facts.vocabulary)
}

@Test func `files have every hyperparameter, under its option's name`() {
  let labels = Mirror(reflecting: Hyperparameters()).children.compactMap(\.label)
  let names = labels.map { label in
    label.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }
  #expect(Set(names) == Set(Hyperparameter.all.map(\.name)))
}

@Test func `a tied tensor is written under both names, and read from either`() throws {
  let trainer = try smallStory()
  let whole = trainer.parameterFile()
  #expect(whole.file.tensors.count { $0.shape == [trainer.facts.vocabulary.count, 8] } == 2)
  for name in ["lm_head.weight", "transformer.wte.weight"] {
    var file = whole.file
    file.tensors.removeAll { $0.name == name }
    let values = try RunFile(file.bytes, path: "a").parameters(of: trainer.facts.tensors)
    #expect(values == trainer.snapshot().model.values)
  }
}

@Test func `parameters need no metadata`() throws {
  let trainer = try line()
  let file = Safetensors(
    tensors: [
      .init(name: "bias", shape: [1], values: [2]),
      .init(name: "weight", shape: [1, 1], values: [3]),
    ], metadata: [])
  let loaded = try RunFile(file.bytes, path: "a")
  #expect(try loaded.parameters(of: trainer.facts.tensors) == [3, 2])
  #expect(throws: StorageError.self) { try loaded.description() }
}

/// Changes to a good checkpoint of story, and the word that tells of each.
private let damages: [(change: @Sendable (inout Safetensors) -> Void, words: String)] = [
  ({ $0.tensors[2].name = "x" }, "no tensor \"x\""),
  ({ $0.tensors.remove(at: 2) }, "lacks tensor \"transformer.h.0.ln_1.weight\""),
  ({ $0.tensors.removeAll { $0.values.count > 200 } }, "and 2 more"),
  ({ $0.tensors[2].shape = [2, 4] }, "[2, 4]"),
  ({ $0.tensors[2].values[1] = .nan }, "holds NaN"),
  ({ $0.tensors[2].values[1] = -.infinity }, "holds -inf"),
  ({ $0.tensors[0].values[1] += 1 }, "one and the same"),
  ({ $0.tensors.removeAll { $0.name == "optimizer.exp_avg.transformer.ln_f.weight" } }, "exp_avg."),
  ({ $0.change("optimizer.exp_avg_sq.transformer.ln_f.weight") { $0.shape = [8, 1] } }, "[8, 1]"),
  ({ $0.change("gradient.transformer.ln_f.weight") { $0.values[0] = .nan } }, "holds NaN"),
  ({ $0.set("random.batches", nil) }, "no state of a training"),
  ({ $0.set("random.batches", "00") }, "random stream"),
  ({ $0.set("random.batches", String(repeating: "f", count: 5000)) }, "random stream"),
  ({ $0.set("random.batches", String(repeating: "+", count: 5000)) }, "random stream"),
  ({ $0.set("random.sampling", nil) }, "lacks \"random.sampling\""),
  ({ $0.set("random.dropout", "zz") }, "random stream"),
  ({ $0.set("optimizer.steps", "[1]") }, "a count for each tensor"),
  ({ $0.set("optimizer.steps", "[-1,1,1,1,1,1,1,1,1]") }, "a count for each tensor"),
  ({ $0.set("step", "-1") }, "a whole number"),
  ({ $0.set("step", "99999999999999999999") }, "a whole number"),
  ({ $0.set("clipped_steps", "x") }, "a whole number"),
  ({ $0.set("vocabulary", "[\"a\"]") }, "other characters"),
  ({ $0.set("vocabulary", "[1]") }, "array of strings"),
]

extension Safetensors {
  fileprivate mutating func set(_ name: String, _ value: String?) {
    metadata.removeAll { $0.name == name }
    if let value { metadata.append(Entry(name: name, value: value)) }
  }

  fileprivate mutating func change(_ name: String, _ change: (inout Tensor) -> Void) {
    for i in tensors.indices where tensors[i].name == name { change(&tensors[i]) }
  }
}

@Test(arguments: damages.indices)
func `a checkpoint that does not fit is refused in one clear line`(number: Int) throws {
  let trainer = try smallStory()
  trainer.make(steps: 1)
  var file = trainer.checkpoint().file
  damages[number].change(&file)
  let error = #expect(throws: StorageError.self) {
    try RunFile(file.bytes, path: "some/file").snapshot(for: trainer.facts)
  }
  let text = error?.description ?? ""
  #expect(text.contains(damages[number].words), "\(text)")
  #expect(text.hasPrefix("some/file cannot be used: ") && !text.contains { $0.isNewline })
}

@Test func `a file of another shape or lesson is refused`() throws {
  let trainer = try smallStory()
  for other in [try smallStory { $0.width = 10 }, try smallStory { $0.layers = 2 }, try line()] {
    #expect(throws: StorageError.self) {
      try RunFile(other.parameterFile().file.bytes, path: "a").parameters(of: trainer.facts.tensors)
    }
  }
}

@Test func `metadata that names no hyperparameters is refused`() throws {
  for (name, value) in [("width", "wide"), ("optimizer", "adam"), ("seed", "-1")] {
    var file = try smallStory().parameterFile().file
    file.set(name, value)
    let error = #expect(throws: StorageError.self) {
      try RunFile(file.bytes, path: "a").description()
    }
    #expect(error?.problem.contains("\"\(name)\"") == true)
  }
}

@Test(arguments: ["_orig_mod.", "module.", "module._orig_mod.", "_orig_mod.module."])
func `a prefix that PyTorch's wrappers put before every name is left out, and told`(
  _ prefix: String
) throws {
  let trainer = try smallStory()
  let own = trainer.parameterFile().file
  var wrapped = own
  for i in wrapped.tensors.indices { wrapped.tensors[i].name = prefix + own.tensors[i].name }
  let file = try RunFile(wrapped.bytes, path: "a")
  #expect(try file.parameters(of: trainer.facts.tensors) == trainer.snapshot().model.values)
  let words = try #require(file.wrapper).words
  // PyTorch names each tensor by the way to it: DataParallel(torch.compile(m)) has its m at
  // .module._orig_mod, and the keys of that one's state_dict() have no prefix.
  #expect(
    words.contains("begins with \(prefix)") && words.contains(" model.\(prefix)state_dict() "))
  let isDouble = prefix.split(separator: ".").count == 2
  #expect(words.contains(isDouble ? "torch.compile and DataParallel put there" : " puts there"))
  #expect(try RunFile(own.bytes, path: "a").wrapper == nil)
  // Where one name lacks it, it is no wrapper's.
  wrapped.tensors[1].name = own.tensors[1].name
  let mixed = try RunFile(wrapped.bytes, path: "a")
  #expect(mixed.wrapper == nil)
  let error = #expect(throws: StorageError.self) {
    try mixed.parameters(of: trainer.facts.tensors)
  }
  #expect(error?.problem.contains(prefix) == true)
}
