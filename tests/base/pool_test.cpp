// Threads: each piece of work once, results by number, the first fault handed on.

#include "base/pool.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace quoin::test {

TEST_CASE("every index is called once, whatever the number of threads") {
    for (std::size_t const threads : {1U, 2U, 7U}) {
        Pool pool(threads);
        CHECK(pool.threads() == threads);
        std::vector<std::atomic<int>> calls(1000);
        pool.for_each(calls.size(), [&](std::size_t index) { ++calls[index]; });
        bool once = true;
        for (auto const& count : calls) once = once && count == 1;
        CHECK(once);
    }
}

TEST_CASE("results stand in their slots, not in the order of arrival") {
    auto const squares = [](std::size_t threads) {
        Pool pool(threads);
        std::vector<std::size_t> results(64);
        pool.for_each(results.size(), [&](std::size_t index) {
            if (index % 3 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
            results[index] = index * index;
        });
        return results;
    };
    CHECK(squares(1) == squares(8));
}

TEST_CASE("no work is done at once") {
    Pool pool(3);
    bool called = false;
    pool.for_each(0, [&](std::size_t) { called = true; });
    CHECK_FALSE(called);
}

TEST_CASE("with no number given there is a thread at least") {
    Pool const pool(0);
    CHECK(pool.threads() >= 1);
}

TEST_CASE("an exception comes out, the other work is done, and the pool can go on") {
    for (std::size_t const threads : {1U, 4U}) {
        Pool pool(threads);
        std::atomic<int> done{0};
        auto const work = [&](std::size_t index) {
            if (index == 10) throw std::runtime_error("ten");
            ++done;
        };
        CHECK_THROWS_WITH(pool.for_each(50, work), "ten");
        CHECK(done == 49);
        done = 0;
        pool.for_each(5, [&](std::size_t) { ++done; });
        CHECK(done == 5);
    }
}

TEST_CASE("a pool serves many rounds") {
    Pool pool(4);
    std::atomic<std::size_t> sum{0};
    for (int round = 0; round < 500; ++round) pool.for_each(4, [&](std::size_t index) { sum += index; });
    CHECK(sum == 500 * 6);
}

} // namespace quoin::test
