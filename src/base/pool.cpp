#include "base/pool.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace quoin {

struct Pool::State {
    std::vector<std::thread> workers;
    std::mutex mutex;
    std::condition_variable wake, done;
    std::function<void(std::size_t)> const* work = nullptr;
    std::size_t count = 0, busy = 0;
    std::size_t round = 0;
    std::atomic<std::size_t> next{0};
    std::exception_ptr fault;
    bool closing = false;

    void drain() {
        for (std::size_t index = next++; index < count; index = next++) {
            try {
                (*work)(index);
            } catch (...) {
                std::lock_guard lock(mutex);
                if (!fault) fault = std::current_exception();
            }
        }
    }

    void serve() {
        std::size_t seen = 0;
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [&] { return closing || round != seen; });
            if (closing) return;
            seen = round;
            lock.unlock();
            drain();
            lock.lock();
            if (--busy == 0) done.notify_all();
        }
    }
};

Pool::Pool(std::size_t threads) : state_(std::make_unique<State>()) {
    if (threads == 0) threads = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < threads; ++i) state_->workers.emplace_back([this] { state_->serve(); });
}

Pool::~Pool() {
    {
        std::lock_guard lock(state_->mutex);
        state_->closing = true;
    }
    state_->wake.notify_all();
    for (auto& worker : state_->workers) worker.join();
}

void Pool::for_each(std::size_t count, std::function<void(std::size_t)> const& work) {
    {
        std::lock_guard lock(state_->mutex);
        state_->work = &work;
        state_->count = count;
        state_->next = 0;
        state_->busy = state_->workers.size();
        state_->fault = nullptr;
        ++state_->round;
    }
    state_->wake.notify_all();
    state_->drain();
    std::unique_lock lock(state_->mutex);
    state_->done.wait(lock, [&] { return state_->busy == 0; });
    if (state_->fault) std::rethrow_exception(state_->fault);
}

std::size_t Pool::threads() const { return state_->workers.size() + 1; }

} // namespace quoin
