/// One parameter: its tensor, and its place in the tensor's row-major numbers.
struct ParameterPlace: Equatable {
  var tensor: Int
  var element: Int
}
