import Dispatch

/// Holds this thread until the stream gives something.
///
/// For the threads of a database only.
func wait(for stream: AsyncStream<Void>) {
  let semaphore = DispatchSemaphore(value: 0)
  let waiting = Task.detached {
    for await _ in stream.prefix(1) {}
    semaphore.signal()
  }
  semaphore.wait()
  waiting.cancel()
}
