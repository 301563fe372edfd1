#pragma once
// A fixed number of threads. Work is numbered in advance and results go into slots, so no thread decides by arrival.

#include <cstddef>
#include <functional>
#include <memory>

namespace quoin {

class Pool {
  public:
    /// With one thread everything runs in the caller. Zero means as many as the machine has.
    explicit Pool(std::size_t threads);
    ~Pool();
    Pool(Pool const&) = delete;
    Pool& operator=(Pool const&) = delete;

    /// Calls work(0) … work(count-1), each once, and returns when all are done. Order of calls is not fixed;
    /// `work` must write only to what belongs to its index. The first exception is thrown again here.
    void for_each(std::size_t count, std::function<void(std::size_t)> const& work);
    [[nodiscard]] std::size_t threads() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace quoin
