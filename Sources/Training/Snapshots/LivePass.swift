import Autograd

/// The last forward pass. Its memory cannot be kept, but from its origin it can be made again.
struct LivePass {
  /// Nil after a restore, until backward asks for it.
  var pass: ForwardPass?
  var origin: Origin

  /// What the pass began with, and what has become of it since.
  struct Origin: Sendable {
    var sampler: BatchSampler
    var dropout: DropoutStream.State?
    /// The parameters it was made with, once they have changed while backward was still to come.
    var values: [Float]?
    /// Whether the parameters have changed since.
    var isOutdated = false
    /// Whether a backward has been through it.
    var isSpent = false

    init(sampler: BatchSampler, dropout: DropoutStream.State?) {
      (self.sampler, self.dropout) = (sampler, dropout)
      self.sampler.random.forgetSpent()
    }

    /// The generator that its examples were drawn by.
    var batches: MersenneTwister { sampler.random }
  }

  /// A step has changed the parameters from what `record` took down.
  mutating func becomeOutdated(_ record: UpdateRecord) {
    if !origin.isOutdated && !origin.isSpent { origin.values = record.oldValues }
    origin.isOutdated = true
  }
}
